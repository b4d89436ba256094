package quantity

import "github.com/hegao/hegao/checker/source"

// readFeet reads feet and inches in the shapes that people and things are
// measured in: 5-foot-10, 6-foot-2-inch, 6'2", 5ft10. at is behind the unit of
// feet; the value is in feet.
func (q *Quantity) readFeet(text string, at int, n *english) int {
	i := at
	if runeByte(text, i) == '-' {
		i++
	}
	k := digitRun(text, i)
	if i == at && at > 0 && isLatin(text[at-1]) && k > 0 && text[at-1] != 't' || k == 0 || k > 2 || n.frac || n.decimals > 0 {
		return at
	}
	inches, end := smallInt(text[i:i+k]), i+k
	if inches >= 12 {
		return at
	}
	switch _, e := inchesUnit(text, end); {
	case e > end:
		end = e
	case gluedLetter(text, end) || runeByte(text, end) == '.' && isDigit(runeByte(text, end+1)):
		return at
	}
	f, _ := n.lo.Mul(Int(12)).Add(Int(inches)).Div(Int(12))
	n.set(f, 0, end)
	q.Value, n.frac = f, true
	q.UnitRange = source.Range{Start: q.UnitRange.Start, End: end}
	return end
}

// inchesUnit returns the offset behind a unit of inches, with a hyphen perhaps
// before it.
func inchesUnit(text string, at int) (string, int) {
	i := at
	if runeByte(text, i) == '-' {
		i++
	}
	if runeByte(text, at) == '"' {
		return "[in_i]", at + 1
	}
	if s, e := englishUnit(text, i); e > i && s.Code == "[in_i]" && text[i:e] != "in" {
		return s.Code, e
	}
	return "", at
}

// primes reads 6'2": digits with the marks of feet and inches. It returns the
// offset behind them, or the place itself.
func (q *Quantity) primes(text string, at int, n *english) int {
	if runeByte(text, at) != '\'' || n.words || n.decimals > 0 || n.grouped || n.lo.Cmp(Int(10)) >= 0 || !isDigit(runeByte(text, at+1)) {
		return at
	}
	end := at + 1 + digitRun(text, at+1)
	if runeByte(text, end) != '"' && gluedLetter(text, end) {
		return at
	}
	q.Kind, q.Unit, q.UnitRange = Measure, "[ft_i]", source.Range{Start: at, End: at + 1}
	if e := q.readFeet(text, at+1, n); e > at+1 {
		return e
	}
	q.Kind, q.Unit, q.UnitRange = Number, "", source.Range{}
	return at
}
