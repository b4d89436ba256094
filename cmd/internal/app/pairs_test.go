package app

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// pair is a sentence of the news with the row of a statistical table that it is
// about, or that it only seems to be about.
type pair struct {
	ID, Date, Input string
	Expected        struct {
		Stated     json.Number
		Unit       string
		Comparable bool
	}
}

// printed returns how the copy prints the stated value.
func (p *pair) printed(t *testing.T) (at, end int) {
	x, err := p.Expected.Stated.Float64()
	if err != nil {
		t.Fatal(err)
	}
	forms := []string{strconv.FormatFloat(max(x, -x), 'f', 1, 64) + "%", strconv.FormatFloat(max(x, -x), 'f', -1, 64) + "%"}
	if p.Expected.Unit == "bn USD" {
		forms = []string{strconv.FormatFloat(10*x, 'f', 0, 64) + "亿美元"}
	}
	for _, f := range forms {
		if i := strings.Index(p.Input, f); i >= 0 {
			return i, i + len(f)
		}
	}
	t.Fatalf("%s: %s isn't in %s", p.ID, p.Expected.Stated, p.Input)
	return 0, 0
}

// reported is the part of the program's output that the test looks at.
type reported struct {
	Figures []struct {
		Span   struct{ Start, End int }
		Status string
		Why    string
	}
	Findings []struct {
		Rule, Severity, Category string
		Span                     struct{ Start, End int }
	}
}

// run runs a command on documents, one JSON line each, and returns its lines.
func runLines(t *testing.T, in string, args ...string) (out []reported) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	a := &App{Args: args, Stdin: strings.NewReader(in), Stdout: &stdout, Stderr: &stderr, Getenv: func(string) string { return "" }, Version: "test"}
	if code := a.Run(); code > ExitFindings {
		t.Fatalf("%v: exit code %d: %s", args, code, stderr.String())
	}
	lines := bufio.NewScanner(&stdout)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var r reported
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		out = append(out, r)
	}
	return out
}

// TestPairs makes a ledger of a public table by the command that newsrooms use,
// and asks it about real sentences: the comparable ones are confirmed, the
// others left alone, and a changed digit is reported.
func TestPairs(t *testing.T) {
	shared := os.Getenv("HEGAO_SHARED")
	if shared == "" {
		shared = "../../../../shared"
	}
	cases, err := os.ReadFile(filepath.Join(shared, "corpus", "open", "spec-pairs-cn-macro-zh.jsonl"))
	if err != nil {
		t.Skip("the shared corpus isn't here; set HEGAO_SHARED to its folder")
	}
	led := filepath.Join(t.TempDir(), "macro.yaml")
	table := filepath.Join(shared, "corpus", "tables", "series_tidy.csv")
	runLines(t, "", "ledger", "import", table, "--map", "testdata/macro-map.yaml", "--output", led)

	var pairs []pair
	var asPrinted, changed strings.Builder
	var at, end []int
	for line := range strings.Lines(string(cases)) {
		var p pair
		if err := json.Unmarshal([]byte(line), &p); err != nil {
			t.Fatal(err)
		}
		i, e := p.printed(t)
		pairs, at, end = append(pairs, p), append(at, i), append(end, e)
		for _, doc := range []struct {
			b    *strings.Builder
			text string
		}{{&asPrinted, p.Input}, {&changed, p.Input[:i] + otherDigit(p.Input[i:e], len(pairs)) + p.Input[e:]}} {
			b, _ := json.Marshal(map[string]string{"id": p.ID, "date": p.Date, "text": doc.text})
			doc.b.Write(append(b, '\n'))
		}
	}
	flags := []string{"--ledger", led, "--from", "jsonl", "--format", "jsonl", "-"}
	figures := runLines(t, asPrinted.String(), append([]string{"figures"}, flags...)...)
	clean := runLines(t, asPrinted.String(), append([]string{"check"}, flags...)...)
	wrong := runLines(t, changed.String(), append([]string{"check"}, flags...)...)

	comparable, confirmed, found, silent, others := 0, 0, 0, 0, 0
	for i, p := range pairs {
		status := ""
		for _, f := range figures[i].Figures {
			if f.Span.Start < end[i] && at[i] < f.Span.End {
				status = f.Status
			}
		}
		quiet := true
		for _, f := range clean[i].Findings {
			quiet = quiet && f.Severity == "info"
		}
		if !quiet {
			t.Errorf("%s: something is reported: %+v\n%s", p.ID, clean[i].Findings, p.Input)
		}
		if !p.Expected.Comparable {
			others++
			if quiet && status != "confirmed" {
				silent++
			} else {
				t.Errorf("%s: %s\n%s", p.ID, status, p.Input)
			}
			continue
		}
		comparable++
		if status == "confirmed" {
			confirmed++
		} else {
			t.Errorf("%s isn't confirmed but %s\n%s", p.ID, status, p.Input)
		}
		hit := false
		for _, f := range wrong[i].Findings {
			hit = hit || f.Severity != "info" // the sentence as printed is silent
		}
		if hit {
			found++
		} else {
			t.Logf("%s: a changed digit isn't reported: %s in\n%s", p.ID, otherDigit(p.Input[at[i]:end[i]], i+1), p.Input)
		}
	}
	t.Logf("comparable: %d of %d confirmed; %d with a digit changed reported; others: %d of %d silent", confirmed, comparable, found, silent, others)
	if 100*found < 95*comparable {
		t.Errorf("only %d of %d changed digits are reported", found, comparable)
	}
}

// otherDigit changes one digit of a printed number, the n-th of them round and
// round; the first never becomes 0.
func otherDigit(s string, n int) string {
	var digits []int
	for i := range len(s) {
		if '0' <= s[i] && s[i] <= '9' {
			digits = append(digits, i)
		}
	}
	b := []byte(s)
	i := digits[n%len(digits)]
	d := (b[i]-'0'+byte(n%8)+1)%10 + '0'
	if d == '0' && i == digits[0] {
		d = (b[i]-'0')%9 + '1'
	}
	b[i] = d
	return string(b)
}
