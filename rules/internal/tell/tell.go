// Package tell holds what rules need to say what is wrong: sentences in both
// languages, the words of figures and periods, and fixes.
package tell

import (
	"fmt"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
)

// Textf fills the same arguments into the sentence of each language; those that
// are in both languages themselves, each into its own.
func Textf(t finding.Text, args ...any) finding.Text {
	return finding.Text{ZH: fmt.Sprintf(t.ZH, in("zh", args)...), EN: fmt.Sprintf(t.EN, in("en", args)...)}
}

// in returns arguments in one language.
func in(lang string, args []any) []any {
	out := make([]any, len(args))
	for i, a := range args {
		if t, ok := a.(finding.Text); ok {
			a = t.In(lang)
		}
		out[i] = a
	}
	return out
}

// Same returns a sentence that reads alike in both languages, such as an
// equation.
func Same(s string) finding.Text { return finding.Text{ZH: s, EN: s} }

// Equation returns an equation as evidence.
func Equation(format string, args ...any) finding.Text { return Same(fmt.Sprintf(format, args...)) }

// Words returns a figure as the copy prints it, with its hedges.
func Words(p *figure.Page, f *figure.Figure) string { return p.Words(f.Full()) }

// Replace returns a fix that prints another value in a figure's own style.
func Replace(p *figure.Page, f *figure.Figure, value quantity.Num, grade finding.Grade, title finding.Text) rule.Fix {
	r, text := Edit(p, f, value)
	return rule.Fix{Title: title, Grade: grade, Edits: []rule.Edit{{Range: r, Text: text}}}
}

// Edit returns the range of a figure's numeral and the text that prints value
// there in the same style: digits or 汉字, scale and decimals as they stand.
func Edit(p *figure.Page, f *figure.Figure, value quantity.Num) (source.Range, string) {
	return f.Range, quantity.Render(p.Text, &f.Quantity, value)
}

// UseWords returns a fix that prints another figure's words in a figure's place.
func UseWords(f *figure.Figure, words string, grade finding.Grade) rule.Fix {
	return rule.Fix{
		Title: Textf(finding.Text{ZH: "改为“%s”", EN: "change to “%s”"}, words),
		Grade: grade,
		Edits: []rule.Edit{{Range: f.Full(), Text: words}},
	}
}

// Related names another place.
func Related(r source.Range, message finding.Text) rule.Related {
	return rule.Related{Range: r, Message: message}
}

// Confidence maps a severity to the confidence that goes with it where a rule
// has nothing finer to say.
func Confidence(s finding.Severity) float64 {
	switch s {
	case finding.Error:
		return 0.95
	case finding.Warning:
		return 0.75
	}
	return 0.5
}
