package figure

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/source"
)

// Worded is a growth that words describe as well as a figure: 保持两位数增长，
// 同比增长9.6%.
type Worded struct {
	At   source.Range // the words
	Fig  int          // the growth
	Said quantity.Interval
}

// wordedGrowth is a wording of growth with the growths that it allows, in per
// cent. What must follow the words is in behind, none for anything.
type wordedGrowth struct {
	words  string
	lo, hi quantity.Num
	behind []string
}

var (
	growthWords   = []string{"增长", "增幅", "增速", "的增长", "以上增长", "涨幅", "上涨", "增势", " growth", " rise", " increase", " gain"}
	wordedGrowths = []wordedGrowth{
		{"两位数", quantity.Dec(995, -2), quantity.Dec(99995, -3), growthWords},
		{"双位数", quantity.Dec(995, -2), quantity.Dec(99995, -3), growthWords},
		{"个位数", quantity.Int(0), quantity.Dec(9995, -3), growthWords},
		{"基本持平", quantity.Int(-3), quantity.Int(3), nil},
		{"double-digit", quantity.Dec(995, -2), quantity.Dec(99995, -3), growthWords},
		{"single-digit", quantity.Int(0), quantity.Dec(9995, -3), growthWords},
		{"basically flat", quantity.Int(-3), quantity.Int(3), nil},
	}
)

// findWorded ties wordings of growth to the growth that is printed beside them,
// in the same clause or the next, with no figure between.
func (p *Page) findWorded() {
	chinese := len(p.Cues(growthInWords)) > 0
	for i := range wordedGrowths {
		w := &wordedGrowths[i]
		if !chinese && w.words[0] >= utf8.RuneSelf {
			continue
		}
		for at := 0; ; {
			n := strings.Index(p.Text[at:], w.words)
			if n < 0 {
				break
			}
			at += n
			r := source.Range{Start: at, End: at + len(w.words)}
			at = r.End
			if len(w.behind) > 0 && !hasAnyPrefix(p.Text[r.End:], w.behind...) {
				continue
			}
			if k := p.growthBeside(r); k >= 0 {
				p.Wordings = append(p.Wordings, Worded{At: r, Fig: k, Said: quantity.Closed(w.lo, w.hi)})
			}
		}
	}
}

// growthBeside returns the growth in per cent that stands right behind words in
// their clause or the next one, or right before them in their clause; -1 for
// none, and for one of another thing.
func (p *Page) growthBeside(r source.Range) int {
	k := sort.Search(len(p.Figures), func(i int) bool { return p.Figures[i].Range.Start >= r.End })
	if k < len(p.Figures) {
		f := &p.Figures[k]
		between := p.Text[r.End:max(r.End, min(f.Span().Start, len(p.Text)))]
		if p.plainGrowth(f) && len(between) <= 60 && strings.Count(between, "，")+strings.Count(between, ", ") <= 1 && !strings.ContainsAny(between, "。；;：\n、") && f.MetricOrigin < Printed {
			return k
		}
	}
	if k > 0 {
		f := &p.Figures[k-1]
		between := p.Text[min(f.Range.End, r.Start):r.Start]
		if p.plainGrowth(f) && f.Range.End <= r.Start && len(between) <= 24 && !strings.ContainsAny(between, "，。；;：\n、,") {
			return k - 1
		}
	}
	return -1
}

func (p *Page) plainGrowth(f *Figure) bool {
	return f.Role == Growth && f.Kind == quantity.Percent && f.ListLen == 1 && !f.Mean && f.Hedge == quantity.None
}
