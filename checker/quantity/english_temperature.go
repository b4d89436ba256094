package quantity

import "github.com/hegao/hegao/checker/source"

// readDegrees reads the letter of a scale of temperature behind digits: 40C,
// 104 F. A letter alone may number a seat or a flat, so that a word of heat
// or cold, or the same temperature on the other scale, must stand near.
func (q *Quantity) readDegrees(text string, at int, n *english) int {
	from := at
	if runeByte(text, at) == ' ' {
		at++
	}
	c := runeByte(text, at)
	if c != 'C' && c != 'F' || n.words || n.scale > 0 || gluedLetter(text, at+1) || isDigit(runeByte(text, at+1)) || n.lo.Abs().Cmp(Int(3000)) > 0 {
		return from
	}
	if r := runeByte(text, at+1); at > from && (r == '.' || r == ' ' && isLatin(runeByte(text, at+2))) && !otherScale(text, at+1, c) && !heatNear(text, n.start) {
		return from
	}
	if !heatNear(text, n.start) && !otherScale(text, at+1, c) && !afterScale(text, n.start) {
		return from
	}
	q.Kind, q.Unit = Measure, "Cel"
	if c == 'F' {
		q.Unit = "[degF]"
	}
	q.UnitRange = source.Range{Start: at, End: at + 1}
	return at + 1
}

// heatNear reports whether one of the twelve words before a place is of heat or
// cold.
func heatNear(text string, at int) bool {
	for i, n := at, 0; i > 0 && n < 12; n++ {
		for i > 0 && !isLatin(text[i-1]) {
			if c := text[i-1]; c == '\n' || at-i > 80 {
				return false
			}
			i--
		}
		e := i
		for i > 0 && isLatin(text[i-1]) {
			i--
		}
		if wordRole(text[i:e], "temperature-lead") {
			return true
		}
	}
	return false
}

// otherScale reports whether a temperature of the other scale follows in
// brackets or behind a slash: 40C (104F).
func otherScale(text string, at int, c byte) bool {
	i := skipSpace(text, at)
	if b := runeByte(text, i); b != '(' && b != '/' {
		return false
	}
	i++
	if runeByte(text, i) == '-' {
		i++
	}
	k := digitRun(text, i)
	if runeByte(text, i+k) == '.' {
		k += 1 + digitRun(text, i+k+1)
	}
	if k > 0 && runeByte(text, i+k) == ' ' {
		i++
	}
	o := runeByte(text, i+k)
	return k > 0 && (o == 'C' || o == 'F') && o != c && !gluedLetter(text, i+k+1)
}

// afterScale reports whether the number at a place stands in brackets behind a
// temperature: (104F) behind 40C.
func afterScale(text string, at int) bool {
	if at > 0 && text[at-1] == '-' {
		at--
	}
	if at < 3 || text[at-1] != '(' && text[at-1] != '/' {
		return false
	}
	i := skipBack(text, at-1)
	return i > 1 && (text[i-1] == 'C' || text[i-1] == 'F') && (isDigit(text[i-2]) || i > 2 && text[i-2] == ' ' && isDigit(text[i-3]))
}
