package quantity

import (
	"strings"

	"github.com/hegao/hegao/checker/lexicon"
)

// readsAs reports whether a text is read back as the quantity that a value like
// another is.
func readsAs(text string, like *Quantity, value Num) bool {
	q, err := Parse(text)
	return err == nil && q.Value.Cmp(value) == 0 && q.Unit == like.Unit && (q.Kind == like.Kind || like.Kind == Fraction)
}

// pair is a numeral and the unit behind it.
type pair struct{ unit, code string }

// pairsOf splits a compound quantity into its units: 2小时30分, 3元5角.
func pairsOf(text string, like *Quantity) (ps []pair) {
	whole := ""
	for i := like.Number.Start; i < like.Range.End; {
		n, ok := readNumeral(text, i)
		if !ok {
			return nil
		}
		j := n.end
		s, e := lexicon.MatchClass(text, j, lexicon.ClassUnit)
		code := partCode(whole, s.Code)
		if s.Alt == "minor" {
			code = minor(text, j)
		}
		ps = append(ps, pair{text[j:e], code})
		whole, i = code, e
		for _, w := range [...]string{"零", "又", "半", "多", "余"} {
			if hasPrefixAt(text, i, w) {
				i += len(w)
			}
		}
	}
	return ps
}

func minor(text string, at int) string {
	for _, u := range minorUnits {
		if hasPrefixAt(text, at, u.word) {
			return u.word
		}
	}
	return ""
}

// renderPair writes a value in the two units of a compound: 150 minutes as
// 2小时30分, 3.6 yuan as 3元6角.
func renderPair(text string, like *Quantity, value Num) (string, bool) {
	ps := pairsOf(text, like)
	if len(ps) != 2 || value.Sign() < 0 {
		return "", false
	}
	k := Int(10)
	switch n, ok := parts[[2]string{ps[0].code, ps[1].code}]; {
	case ok:
		k = Int(n)
	case tenths[ps[0].code] == ps[1].code, like.Kind == Money:
		value = value.Mul(k)
	default:
		return "", false
	}
	n, whole := value.Int64()
	d, _ := k.Int64()
	if !whole {
		return "", false
	}
	s := ""
	if n/d > 0 {
		s = writeInt(like, n/d) + ps[0].unit
	}
	if n%d > 0 || s == "" {
		unit := ps[1].unit
		if s == "" && unit == "分" {
			unit = "分钟" // 分 alone is a point
		}
		s += writeInt(like, n%d) + unit
	}
	return s, true
}

// writeInt writes a whole number in the characters of a quantity.
func writeInt(like *Quantity, n int64) string {
	if h, ok := HanNumber(Int(n)); ok && like.Han {
		return h
	}
	return Int(n).Decimal(0)
}

// renderPlain writes a value in Arabic digits with the scale that suits it and
// the one word of the text that is its unit.
func renderPlain(text string, like *Quantity, value Num) string {
	prefix := ""
	if like.UnitRange.End <= like.Number.Start {
		prefix = text[like.UnitRange.Start:like.UnitRange.End]
	}
	unit := ""
	for _, p := range pairsOf(text, like) {
		if p.code == like.Unit {
			unit = p.unit
		}
	}
	if unit == "分" && like.Unit == "min" {
		unit = "分钟"
	}
	switch {
	case unit != "" || prefix != "":
	case like.Unit == "CNY":
		unit = "元"
	case like.Unit == "%":
		unit = "%"
	case like.UnitRange.Len() > 0:
		unit = strings.Replace(text[like.UnitRange.Start:like.UnitRange.End], "半", "", 1)
	}
	scale, word := 0, ""
	for _, w := range [...]struct {
		exp  int
		word string
	}{{8, "亿"}, {4, "万"}} {
		if value.Abs().Cmp(Dec(1, w.exp)) >= 0 && value.Shift(4-w.exp).IsInt() {
			scale, word = w.exp, w.word
			break
		}
	}
	v := value.Shift(-scale)
	decimals := 0
	for decimals < 6 && !v.Shift(decimals).IsInt() {
		decimals++
	}
	return prefix + v.Decimal(decimals) + word + unit
}
