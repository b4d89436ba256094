package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/quantity"
)

// Conversion is a quantity with what the copy says it is in another unit:
// 30英尺（约9米）, 10亿美元，约合71亿元人民币.
type Conversion struct {
	A, B int // figures
	// Change says that the two are a change of temperature, to which the offset
	// of the scales doesn't apply.
	Change bool
}

// findConversions reads pairs of figures of one dimension in two units that
// brackets or words like 约合 tie together.
func (p *Page) findConversions() {
	for i := 1; i < len(p.Figures); i++ {
		a, b := &p.Figures[i-1], &p.Figures[i]
		if a.Sentence != b.Sentence || a.Unit == b.Unit || !p.restates(a, b) {
			continue
		}
		switch {
		case convertible(a.Unit, b.Unit), a.Kind == quantity.Money && b.Kind == quantity.Money && currency(a.Unit) && currency(b.Unit):
			p.Conversions = append(p.Conversions, Conversion{A: i - 1, B: i})
		case temperatures(a.Unit, b.Unit):
			p.Conversions = append(p.Conversions, Conversion{A: i - 1, B: i, Change: p.warms(a)})
		}
	}
}

func currency(unit string) bool { return len(unit) == 3 && !strings.Contains(unit, "/") }

func temperatures(a, b string) bool {
	return a == "Cel" && b == "[degF]" || a == "[degF]" && b == "Cel"
}

// restates reports whether b, right behind a, only says a in another unit: it
// stands in the bracket behind, or 合, 折合, 相当于, 即, 等于 leads to it.
func (p *Page) restates(a, b *Figure) bool {
	between := strings.TrimSpace(p.Text[a.Range.End:max(a.Range.End, b.Span().Start)])
	if len(between) > 24 {
		return false
	}
	bracket := strings.HasPrefix(between, "（") || strings.HasPrefix(between, "(")
	words := strings.Trim(between, "（()，, ")
	said := words + p.Words(b.Before) // 约合 is a hedge as well
	for _, w := range [...]string{"约", "约合", "大约", "about", "approximately", "around", "or", "人民币", "约人民币", "约合人民币"} {
		if words == w {
			words = ""
		}
	}
	if bracket {
		return words == "" || converts(words)
	}
	return said != "" && converts(said)
}

// converts reports whether words say that what follows is the same in another
// unit.
func converts(words string) bool {
	switch strings.TrimSuffix(strings.TrimPrefix(words, "约"), "约") {
	case "合", "折合", "相当于", "即", "等于", "合人民币", "折合人民币", "折", "=", "or about", "equivalent to", "the equivalent of":
		return true
	}
	return false
}

// warms reports whether a temperature is by how much it changes: 升温, 温差, 上升.
func (p *Page) warms(f *Figure) bool {
	words := strings.ToLower(p.Text[f.Clause.Start:f.Range.Start])
	if f.VerbTo || strings.HasSuffix(words, "至") || strings.HasSuffix(words, "到") || strings.HasSuffix(words, "to ") {
		return false
	}
	for _, w := range [...]string{"升温", "温差", "上升", "升高", "下降", "降低", "变暖", "回升", "偏高", "偏低", "warm", "rise", "rose", "drop", "fell", "increase", "difference"} {
		if strings.Contains(words, w) {
			return true
		}
	}
	return false
}
