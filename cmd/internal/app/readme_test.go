package app

import (
	"bytes"
	"flag"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the README's report anew")

const (
	begin = "<!-- report: begin (make demo; pasted from a run, not written by hand) -->\n```\n"
	end   = "```\n<!-- report: end -->"
)

// TestReadmeReport asks that the report in the README is what a run on the
// sample newsroom prints: its head, its first findings and its summary.
func TestReadmeReport(t *testing.T) {
	t.Chdir("../../..")
	var out, errs bytes.Buffer
	a := &App{Args: []string{"check", "fixtures/copy/slips.md"}, Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs,
		Getenv: func(string) string { return "" }}
	if code := a.Run(); code != 1 {
		t.Fatalf("exit code %d: %s", code, errs.String())
	}
	const shown = 4
	parts := strings.Split(strings.TrimSpace(out.String()), "\n\n")
	if len(parts) < shown+3 {
		t.Fatalf("only %d paragraphs:\n%s", len(parts), out.String())
	}
	want := strings.Join(parts[:shown+1], "\n\n") + "\n\n…\n\n" + parts[len(parts)-1] + "\n"
	data, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	i := strings.Index(text, begin)
	j := strings.Index(text, end)
	if i < 0 || j < i {
		t.Fatal("the README has no place for the report")
	}
	i += len(begin)
	if *update {
		if err := os.WriteFile("README.md", []byte(text[:i]+want+text[j:]), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if text[i:j] != want {
		t.Errorf("the README's report is stale: go test ./cmd/internal/app -run Readme -update\n%s", want)
	}
}
