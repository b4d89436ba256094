package app

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"go.yaml.in/yaml/v4"
)

// The documents whose commands are run, from the top of the repository.
var documents = []string{"README.md", "fixtures/README.md"}

// shown is a line of a document that a reader may type.
type shown struct {
	document, line string
}

// shownCommands returns the indented lines of the documents that are commands.
func shownCommands(t *testing.T) (found []shown) {
	t.Helper()
	for _, name := range documents {
		text := content(t, filepath.Join(root(t), name))
		for line := range strings.Lines(text) {
			command, indented := strings.CutPrefix(strings.TrimRight(line, "\n"), "    ")
			if indented && (strings.HasPrefix(command, "hegao ") || strings.HasPrefix(command, "make ")) {
				found = append(found, shown{name, command})
			}
		}
	}
	return found
}

// Every command that a document shows can be typed: in a newsroom like the
// sample it does its work.
func TestDocumentedCommands(t *testing.T) {
	needs(t, "bash", "git")
	commands := shownCommands(t)
	if len(commands) < 25 {
		t.Fatalf("only %d commands are shown", len(commands))
	}
	desk := newsroom(t)
	bin := filepath.Join(t.TempDir(), "bin")
	asHegao(t, bin)
	env := []string{"PATH=" + bin + string(os.PathListSeparator) + os.Getenv("PATH")}
	targets := content(t, filepath.Join(root(t), "Makefile"))
	for _, c := range commands {
		if target, isMake := strings.CutPrefix(c.line, "make "); isMake {
			if !strings.Contains(targets, "\n"+strings.Fields(target)[0]+":") {
				t.Errorf("%s: there is no target for %q", c.document, c.line)
			}
			continue
		}
		out, err := tool(t, desk, env, "bash", "-o", "pipefail", "-c", c.line)
		code := 0
		if err != nil {
			code = exitCode(err)
		}
		if code > ExitFindings {
			t.Errorf("%s: %s\nexit code %d\n%.800s", c.document, c.line, code, out)
		}
	}
}

func exitCode(err error) int {
	if e, ok := err.(interface{ ExitCode() int }); ok {
		return e.ExitCode()
	}
	return ExitFault
}

// newsroom is a repository with the files that the documents' commands name.
func newsroom(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	fixtures := filepath.Join(root(t), "fixtures")
	put := func(name string, data []byte) {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, pattern := range []string{".hegao.yaml", "ledger/*", "copy/*"} {
		names, _ := filepath.Glob(filepath.Join(fixtures, pattern))
		for _, name := range names {
			below, err := filepath.Rel(fixtures, name)
			if err != nil {
				t.Fatal(err)
			}
			put(below, []byte(content(t, name)))
		}
	}
	for name, from := range map[string]string{
		"page05.md": "slips.md", "page05.en.md": "edition.en.md", "page05.txt": "page06.txt",
		"draft1.md": "clean.md", "draft2.md": "slips.md", "drafts/one.md": "clean.md",
	} {
		put(name, []byte(content(t, filepath.Join(fixtures, "copy", from))))
	}
	starter := content(t, filepath.Join(root(t), "cmd/internal/app/starter/zh/ledger.yaml"))
	put("old.yaml", []byte(starter))
	put("new.yaml", []byte(strings.Replace(starter, "7502.3", "7503.1", 1)))
	put("公报.md", []byte(content(t, filepath.Join(fixtures, "copy/clean.md"))))
	put("外贸.xlsx", workbook(t, [][]string{{"指标", "地区", "时间", "数值（亿元）"}, {"出口总值", "湖北省", "2025年1-11月", "5268.4"}}))
	for _, args := range [][]string{{"init", "-q"}, {"add", "-A"}, {"commit", "-q", "-m", "start"}} {
		if out, err := tool(t, dir, nil, "git", args...); err != nil {
			t.Fatal(out)
		}
	}
	return dir
}

// workbook is a spreadsheet with the given rows.
func workbook(t *testing.T, rows [][]string) []byte {
	t.Helper()
	f := excelize.NewFile()
	for i, row := range rows {
		for j, text := range row {
			cell, err := excelize.CoordinatesToCellName(j+1, i+1)
			if err == nil {
				err = f.SetCellStr("Sheet1", cell, text)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// runMark is how a document says what its next block is the output of; of a
// long one only the first paragraphs and the last are shown.
var runMark = regexp.MustCompile("(?s)<!-- run: hegao ([^;>]*); paragraphs: (\\d+) -->\n```\n(.*?)```\n")

// The outputs that the documents show are what the commands print.
func TestDocumentedOutputs(t *testing.T) {
	t.Chdir("../../..")
	blocks := 0
	for _, name := range documents {
		text := content(t, name)
		renewed := runMark.ReplaceAllStringFunc(text, func(block string) string {
			blocks++
			part := runMark.FindStringSubmatch(block)
			a, out, errs := testApp(strings.Fields(part[1])...)
			if code := a.Run(); code > ExitFindings {
				t.Fatalf("%s: exit code %d: %s", part[1], code, errs)
			}
			n, _ := strconv.Atoi(part[2])
			head, _, _ := strings.Cut(block, "```\n")
			return head + "```\n" + abridged(out.String(), n) + "```\n"
		})
		if renewed == text {
			continue
		}
		if *update {
			if err := os.WriteFile(name, []byte(renewed), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		t.Errorf("%s shows what isn't printed any more: go test ./cmd/internal/app -run 'Readme|Documented' -update", name)
	}
	if blocks == 0 {
		t.Error("no output is marked")
	}
}

// abridged is the first paragraphs of an output and the last one.
func abridged(out string, first int) string {
	parts := strings.Split(strings.TrimSpace(out), "\n\n")
	if len(parts) <= first+1 {
		return strings.TrimSpace(out) + "\n"
	}
	return strings.Join(parts[:first], "\n\n") + "\n\n…\n\n" + parts[len(parts)-1] + "\n"
}

// The pieces of YAML that the README shows are what the program takes.
func TestDocumentedSettings(t *testing.T) {
	text := content(t, filepath.Join(root(t), "README.md"))
	seen := map[string]bool{}
	for _, block := range regexp.MustCompile("(?s)```yaml\n(.*?)```").FindAllStringSubmatch(text, -1) {
		var v any
		if err := yaml.Unmarshal([]byte(block[1]), &v); err != nil {
			t.Errorf("%v\n%s", err, block[1])
			continue
		}
		for _, kind := range []string{"config", "ledger"} {
			if strings.HasPrefix(block[1], "hegao: "+kind+"/v1") {
				seen[kind] = true
				if err := published(t, kind+"-v1.json").Validate(jsonOf(t, []byte(block[1]))); err != nil {
					t.Errorf("%s: %v", kind, err)
				}
			}
		}
		if _, err := (&desks{app: &App{}}).parseConfig("README.md", []byte(block[1])); strings.HasPrefix(block[1], "hegao: config") && err != nil {
			t.Error(err)
		}
		if bytes.Contains([]byte(block[1]), []byte("repo: https://github.com/hegao/hegao")) {
			seen["hooks"] = true
			for _, hook := range []string{"hegao", "hegao-ledger"} {
				if !strings.Contains(content(t, filepath.Join(root(t), ".pre-commit-hooks.yaml")), "- id: "+hook+"\n") {
					t.Errorf("there is no hook %s", hook)
				}
			}
		}
	}
	for _, kind := range []string{"config", "ledger", "hooks"} {
		if !seen[kind] {
			t.Errorf("the README shows no %s", kind)
		}
	}
}
