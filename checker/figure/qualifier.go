package figure

import (
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/quantity"
)

// qualifiesZh reports whether a figure is part of the name of what another one
// measures: an age (60岁及以上人口), a grade (三级医院), the number of a body (第三
// 人民医院).
func (p *Page) qualifiesZh(f *Figure) bool {
	if p.Doc.Lang == "en" || f.Range.End >= len(p.Text) {
		return false
	}
	switch {
	case f.Kind == quantity.Age, f.Unit == "岁":
		return wordAt(p.Text, f.Range.End, ageTail) > 0
	case f.Unit == "级":
		c := p.Text[f.Range.End]
		r, _ := utf8.DecodeRuneInString(p.Text[f.Range.End:])
		return f.Han && c >= utf8.RuneSelf && !isPunct(r)
	case f.Kind == quantity.Ordinal:
		return strings.HasPrefix(p.Words(f.Range), "第") && wordAt(p.Text, f.Range.End, numberedBody) > 0
	}
	return false
}
