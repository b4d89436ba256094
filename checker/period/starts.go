package period

// Starts reports whether an expression of time may begin with the rune, so
// that callers try Read only there.
func Starts(r rune) bool {
	if r < 0x80 {
		return isDigit(byte(r)) || isLetter(byte(r))
	}
	return hanDigit(r) >= 0 || r >= '０' && r <= '９' || r == '“' || r == '「' || r == '公' || group(r).roles&zhStartRoles != 0
}

// hanNumerals are the characters that hanDigit knows.
const hanNumerals = "〇零○Ｏ一二两兩三四五六七八九十百千廿卅"

// EachStart calls f for every rune that Starts says yes to; for some more than
// once. Callers make a table of them.
func EachStart(f func(r rune)) {
	for r := rune('0'); r <= '9'; r++ {
		f(r)
		f(r - '0' + '０')
	}
	for r := rune('a'); r <= 'z'; r++ {
		f(r)
		f(r - 'a' + 'A')
	}
	for _, r := range hanNumerals + "“「公" {
		f(r)
	}
	for i := range wordIndex {
		if g := &wordIndex[i]; g.roles&zhStartRoles != 0 && g.first >= 0x80 {
			f(g.first)
		}
	}
}
