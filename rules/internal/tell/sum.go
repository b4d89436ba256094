package tell

import (
	"strconv"
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
)

// part names one of the parts of a sum.
var part = finding.Text{ZH: "分项“%s”", EN: "part “%s”"}

// Added is what the parts of a sum make, how that is written, and the parts as
// places that a problem rests on.
type Added struct {
	Sum     quantity.Num
	Terms   []string
	Related []rule.Related
}

// Contradict adds the parts of a sum up and marks them and their total as
// contradicted.
func Contradict(p *rule.Pass, s *figure.Sum) Added {
	a := Added{Related: make([]rule.Related, 0, len(s.Parts))}
	for _, k := range s.Parts {
		f := &p.Page.Figures[k]
		a.Sum = a.Sum.Add(f.Value)
		a.Terms = append(a.Terms, p.Page.Words(f.Number))
		a.Related = append(a.Related, Related(f.Range, Textf(part, p.Page.Words(f.Range))))
		p.Contradict(k)
	}
	p.Contradict(s.Total)
	return a
}

// Written returns the addition: 512.3 + 338.2.
func (a *Added) Written() string { return strings.Join(a.Terms, " + ") }

// Ordinal writes a number as an English ordinal in figures: 3rd.
func Ordinal(n int) string {
	ending := "th"
	if n/10%10 != 1 {
		switch n % 10 {
		case 1:
			ending = "st"
		case 2:
			ending = "nd"
		case 3:
			ending = "rd"
		}
	}
	return strconv.Itoa(n) + ending
}
