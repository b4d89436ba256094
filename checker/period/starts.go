package period

// Starts reports whether an expression of time may begin with the rune, so
// that callers try Read only there.
func Starts(r rune) bool {
	if r < 0x80 {
		return isDigit(byte(r)) || isLetter(byte(r))
	}
	return hanDigit(r) >= 0 || r >= '０' && r <= '９' || r == '“' || r == '「' || r == '公' || len(group(r)) > 0
}
