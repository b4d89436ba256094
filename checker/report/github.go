package report

import (
	"io"
	"strconv"
	"strings"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/finding"
)

// githubRenderer writes the workflow commands that GitHub shows as annotations
// beside the changed lines, and the summary for the log.
type githubRenderer struct {
	w     io.Writer
	o     Options
	names map[string]string // Chinese names by rule
	sum   Summary
	lang  string
}

func newGitHub(w io.Writer, o Options) Renderer {
	g := &githubRenderer{w: w, o: o, names: map[string]string{}, lang: o.Lang}
	for _, r := range o.Rules {
		g.names[r.ID] = r.NameZH
	}
	return g
}

func (g *githubRenderer) Begin() error { return nil }

var githubCommands = [...]string{finding.Info: "notice", finding.Warning: "warning", finding.Error: "error"}

// A runner takes a line for a command by its beginning; in values these
// characters would end one.
var (
	githubMessage  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func (g *githubRenderer) File(r *checker.Result) error {
	g.sum.Add(r)
	lang := g.o.lang(r)
	if g.lang == "" {
		g.lang = lang
	}
	var p page
	name := githubProperty.Replace(nameOf(r))
	for i := range r.Findings {
		f := &r.Findings[i]
		title := f.Rule
		if zh := g.names[f.Rule]; zh != "" && lang != "en" {
			title = zh + " " + f.Rule
		}
		place := "title=" + githubProperty.Replace(title) + ",file=" + name
		if somewhere(f) {
			at := stretchOf(fileOf(r), f.Span)
			place += ",line=" + strconv.Itoa(at.line) + ",endLine=" + strconv.Itoa(at.endLine)
			if at.line == at.endLine { // columns over several lines are refused
				place += ",col=" + strconv.Itoa(at.column) + ",endColumn=" + strconv.Itoa(at.endColumn)
			}
		}
		p.line("::", githubCommands[f.Severity], " ", place, "::", githubMessage.Replace(told(lang, f)))
		if err := p.spill(g.w); err != nil {
			return err
		}
	}
	for _, f := range r.Faults {
		p.line("::error title=", githubProperty.Replace(say(lang, msgFault)), ",file=", name, "::", githubMessage.Replace(f))
	}
	return p.flush(g.w)
}

func (g *githubRenderer) End() error {
	var p page
	writeSummary(&p, Options{}, g.lang, &g.sum)
	return p.flush(g.w)
}
