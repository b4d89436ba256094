package report_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/hegao/hegao/checker/report"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Equal results give the bytes that are laid down in testdata.
func TestGolden(t *testing.T) {
	for name, got := range map[string]string{
		"check.diff":           render(t, check(report.Options{}), "", resultZH(t), resultClean(), resultEN(t)),
		"check.en.diff":        render(t, check(report.Options{Lang: "en"}), "diff", resultZH(t)),
		"check.narrow.diff":    render(t, check(report.Options{Width: 40}), "diff", resultZH(t)),
		"check.color.diff":     render(t, check(report.Options{Color: true}), "diff", resultZH(t), resultEN(t)),
		"check.clean.diff":     render(t, check(report.Options{}), "diff", resultClean()),
		"check.safe.patch":     render(t, check(report.Options{}), "patch", resultZH(t), resultClean(), resultEN(t)),
		"check.backed.patch":   render(t, check(report.Options{Suggested: true}), "patch", resultZH(t), resultEN(t)),
		"check.json":           render(t, check(report.Options{}), "json", resultZH(t), resultClean(), resultEN(t)),
		"check.jsonl":          render(t, check(report.Options{}), "jsonl", resultZH(t), resultClean()),
		"check.sarif":          render(t, check(report.Options{Rules: sampleRules}), "sarif", resultZH(t), resultEN(t)),
		"check.rdjson":         render(t, check(report.Options{}), "rdjson", resultZH(t)),
		"check.junit.xml":      render(t, check(report.Options{}), "junit", resultZH(t), resultClean(), resultEN(t)),
		"check.checkstyle.xml": render(t, check(report.Options{}), "checkstyle", resultZH(t), resultClean()),
		"check.github":         render(t, check(report.Options{Rules: sampleRules}), "github", resultZH(t), resultEN(t)),
		"check.gitlab.json":    render(t, check(report.Options{}), "gitlab", resultZH(t), resultClean()),
		"check.md":             render(t, check(report.Options{}), "markdown", resultZH(t), resultClean(), resultEN(t)),
		"figures.txt":          render(t, figures(report.Options{}), "", resultZH(t), resultClean()),
		"figures.en.txt":       render(t, figures(report.Options{Lang: "en"}), "table", resultZH(t), resultEN(t)),
		"figures.json":         render(t, figures(report.Options{}), "json", resultZH(t), resultEN(t)),
		"figures.jsonl":        render(t, figures(report.Options{}), "jsonl", resultZH(t), resultClean()),
	} {
		file := filepath.Join("testdata", name)
		if *update {
			if err := os.MkdirAll("testdata", 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
		}
	}
}
