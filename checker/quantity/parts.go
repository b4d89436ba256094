package quantity

import (
	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/source"
)

// parts holds how many of a smaller unit make a larger one, for figures that
// print both.
var parts = map[[2]string]int64{
	{"km", "m"}: 1000, {"m", "cm"}: 100, {"cm", "mm"}: 10, {"m", "mm"}: 1000, {"kg", "g"}: 1000, {"t", "kg"}: 1000,
	{"[mi_i]", "[yd_i]"}: 1760, {"[mi_i]", "[ft_i]"}: 5280, {"[yd_i]", "[ft_i]"}: 3, {"[ft_i]", "[in_i]"}: 12, {"[yd_i]", "[in_i]"}: 36,
	{"[stone_av]", "[lb_av]"}: 14, {"[lb_av]", "[oz_av]"}: 16, {"L", "mL"}: 1000,
	{"a", "mo"}: 12, {"wk", "d"}: 7, {"d", "h"}: 24, {"h", "min"}: 60, {"min", "s"}: 60, {"deg", "'"}: 60, {"'", "''"}: 60,
}

// tenths are the units that Chinese measures go on with, ten of which make one:
// 六斤八两 is 6.8斤, 5亩3分 is 5.3亩.
var tenths = map[string]string{"斤": "两", "亩": "分", "丈": "尺", "尺": "寸"}

// readTenths reads the tenths of a unit that stand behind it as a unit of their
// own.
func (q *Quantity) readTenths(text string, at int, n *numeral, of string) int {
	if n.scale > 0 || n.decimals > 0 || n.vague || n.more {
		return at
	}
	d, w := oneDigit(text, at)
	if d < 1 {
		return at
	}
	s, e := lexicon.MatchClass(text, at+w, lexicon.ClassUnit)
	if s.Code != of || maskEnd(text, at+w) > e {
		return at
	}
	part := Dec(int64(d), -1)
	n.lo, n.hi, n.named = n.lo.Add(part), n.hi.Add(part), n.named.Add(part)
	n.place, n.decimals = -1, 1
	q.Value, q.Place, q.Decimals = n.named, -1, 1
	return e
}

// readParts adds smaller units that follow, 2小时30分, 1米85厘米, 3分28秒: the
// whole is in the smallest unit. 一天八小时 and 一周五天 say how much there is of
// the one in the other, and aren't added.
func (q *Quantity) readParts(text string, at int, n *numeral) int {
	if n.scale > 0 || n.decimals > 0 || n.vague || n.more || n.frac || q.Kind != Duration && q.Kind != Measure {
		return at
	}
	end := at
	for range 2 {
		i := end
		joined := hasPrefixAt(text, i, "零") || hasPrefixAt(text, i, "又")
		if joined {
			i += len("零")
		}
		if i >= len(text) || !isDigitAt(text, i) && hanDigit(firstOf(text, i)) < 0 && hanUnit(firstOf(text, i)) == 0 {
			break
		}
		m, ok := readNumeral(text, i)
		if !ok || m.scale > 0 || m.vague || m.more || m.frac || m.perBase > 0 || m.bareScale {
			break
		}
		s, e := lexicon.MatchClass(text, m.end, lexicon.ClassUnit)
		code := partCode(q.Unit, s.Code)
		k := parts[[2]string{q.Unit, code}]
		if e == m.end || k == 0 || m.lo.Cmp(Int(k)) >= 0 || maskEnd(text, m.end) > e {
			break
		}
		one := n.han && n.lo.Cmp(Int(1)) == 0
		if code == "d" || one && !joined && (code == "mo" || code == "h") {
			break
		}
		v := n.lo.Mul(Int(k)).Add(m.lo)
		n.lo, n.hi, n.named, n.place, n.decimals = v, v, v, m.place, m.decimals
		n.arabic, n.han = n.arabic && m.arabic, n.han && m.han
		q.Value, q.Place, q.Decimals, q.Unit = v, m.place, m.decimals, code
		q.UnitRange = source.Range{Start: m.end, End: e}
		end = e
		if code == "s" && n.arabic && hasPrefixAt(text, m.end, "秒") {
			return q.readHundredths(text, end, n)
		}
	}
	return end
}

// partCode returns the code of a unit as a part of another: 分 is of an hour
// behind 小时, of an angle behind 度.
func partCode(whole, code string) string {
	switch {
	case code == "分" && whole == "h":
		return "min"
	case whole == "deg" && (code == "分" || code == "min"):
		return "'"
	case whole == "'" && code == "s":
		return "''"
	}
	return code
}
