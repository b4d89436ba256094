// Package fallbytimes finds decreases that are given as multiples.
package fallbytimes

import (
	_ "embed"
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports 减少 and 下降 with 倍.
var Rule = rule.New(page, finding.Grammar, run, "GRA-01")

var message = finding.Text{
	ZH: "“%s”不合理：减少、下降不能用倍数，宜用百分比或“降至几分之一”。",
	EN: "“%s” can't be right: a fall isn't given as a multiple; use per cent or a fraction.",
}

func run(p *rule.Pass) {
	for i := range p.Page.Figures {
		f := &p.Page.Figures[i]
		if f.Kind != quantity.Multiple {
			continue
		}
		at, sev := f.Range, finding.Error
		switch {
		case f.Unit == "倍" && f.Sign < 0 && !f.VerbTo && f.Role == figure.Growth:
		case f.Unit == "times" && f.Sign < 0 && f.Role == figure.Growth && strings.HasSuffix(p.Text(f.Range), " times"):
		case f.Unit == "times" && less(p, &at):
			sev = finding.Warning // loose English, which many allow
		default:
			continue
		}
		p.Report(rule.Problem{
			Range: at, Severity: sev, Confidence: 0.9,
			Message: tell.Textf(message, p.Text(at)),
		})
	}
	for _, at := range p.Page.Cues(figure.FallUnsaid) {
		if _, word := p.Page.CueAt(figure.FallNoTimes, at.Start); !word {
			p.Report(rule.Problem{
				Range: at, Severity: finding.Warning, Confidence: 0.9,
				Message: tell.Textf(message, p.Text(at)),
			})
		}
	}
}

// comparatives are the English words that make a multiple one of falling. "Times
// less" is times-less's.
var comparatives = [...]string{" fewer", " lower", " smaller", " cheaper", " slower", " lighter"}

// less reports whether a word of falling stands right behind a multiple, and
// takes it into the range.
func less(p *rule.Pass, at *source.Range) bool {
	rest := p.Page.Text[at.End:]
	for _, w := range comparatives {
		if strings.HasPrefix(rest, w) && (len(rest) == len(w) || rest[len(w)] == ' ' || rest[len(w)] == '.' || rest[len(w)] == ',') {
			at.End += len(w)
			return true
		}
	}
	return false
}
