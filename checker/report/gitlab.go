package report

import (
	"io"
	"strings"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/finding"
)

// The shapes of GitLab's code quality report, which are those of a Code Climate
// issue: GitLab itself asks for description, fingerprint, severity and location.
type (
	gitlabLines struct {
		Begin int `json:"begin"`
		End   int `json:"end"`
	}
	gitlabLocation struct {
		Path  string      `json:"path"`
		Lines gitlabLines `json:"lines"`
	}
	gitlabIssue struct {
		Type        string         `json:"type"`
		Description string         `json:"description"`
		CheckName   string         `json:"check_name"`
		Fingerprint string         `json:"fingerprint"`
		Categories  [1]string      `json:"categories"`
		Severity    string         `json:"severity"`
		Location    gitlabLocation `json:"location"`
	}
)

// gitlabRenderer writes a list of issues as GitLab's code quality widget reads
// it.
type gitlabRenderer struct {
	issues list
	o      Options
}

func newGitLab(w io.Writer, o Options) Renderer { return &gitlabRenderer{list{w: w}, o} }

func (g *gitlabRenderer) Begin() error {
	_, err := io.WriteString(g.issues.w, "[")
	return err
}

func (g *gitlabRenderer) End() error {
	_, err := io.WriteString(g.issues.w, "]\n")
	return err
}

var gitlabSeverities = [...]string{finding.Info: "info", finding.Warning: "minor", finding.Error: "major"}

// gitlabCategory returns which of Code Climate's categories a finding is of: what
// a reader would be misled by is a bug, all else a matter of style.
func gitlabCategory(c finding.Category) string {
	switch c {
	case finding.Style, finding.Grammar, finding.Terms:
		return "Style"
	}
	return "Bug Risk"
}

func (g *gitlabRenderer) File(r *checker.Result) error {
	lang, file := g.o.lang(r), fileOf(r)
	path := strings.TrimPrefix(nameOf(r), "./") // paths that begin so match no file
	for i := range r.Findings {
		f := &r.Findings[i]
		lines := gitlabLines{1, 1}
		if somewhere(f) {
			lines.Begin, lines.End = file.Lines(f.Span)
		}
		err := g.issues.item(gitlabIssue{
			Type: "issue", Description: told(lang, f), CheckName: f.Rule, Severity: gitlabSeverities[f.Severity],
			Categories: [1]string{gitlabCategory(f.Category)},
			// Ours are told apart within a file, theirs within the report.
			Fingerprint: finding.Fingerprint(path, f.Category, f.Fingerprint),
			Location:    gitlabLocation{path, lines},
		})
		if err != nil {
			return err
		}
	}
	return nil
}
