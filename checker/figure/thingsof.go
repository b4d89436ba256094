package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/source"
)

// thingsOf returns the things of which a rate says how many: of 98%的服务区建成充
// 电桩 the 服务区. A rate of something that is itself a rate or a change is none:
// 6%的税率, 5%的增长.
func (p *Page) thingsOf(f *Figure) (noun string, at source.Range) {
	if f.Kind != quantity.Percent && f.Kind != quantity.Fraction && (f.Kind != quantity.Range || f.PartKind != quantity.Percent) || f.Role != Level || rateHead(f.Metric) {
		return "", at
	}
	from, end := f.Full().End, p.Sentences[f.Sentence].Range.End
	if from >= end {
		return "", at
	}
	rest := p.Text[from:end]
	switch {
	case p.Doc.Lang == "en":
		if !strings.HasPrefix(rest, " of ") || f.Role != Level {
			return "", at
		}
		from += len(" of ")
		for _, w := range [...]string{"the ", "all ", "its ", "their "} {
			if strings.HasPrefix(p.Text[from:], w) {
				from += len(w)
			}
		}
		end = from
		for end < len(p.Text) && (isLatin(p.Text[end]) || p.Text[end] == '-') {
			end++
		}
		return strings.ToLower(p.Text[from:end]), source.Range{Start: from, End: end}
	case strings.HasPrefix(rest, "的"):
		from += len("的")
	case !strings.HasSuffix(p.Text[f.Range.End:from], "的"):
		return "", at
	}
	noun, at = p.nounFrom(&p.Sentences[f.Sentence], from, p.tokenFrom(from))
	if noun == "" || wordBefore(noun, portionNot) > 0 || wordAt(noun, 0, portionNot) > 0 {
		return "", at
	}
	return noun, at
}
