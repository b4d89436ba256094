package quantity

import "strings"

// englishUnits are the numbers that copy spells out where it spells them out at
// all.
var englishUnits = [...]string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}

// renderWords writes a number in the style of one in English words: up to nine
// in words, in digits beyond, with the scale word of the other where there is
// one and the number fills it.
func renderWords(like *Quantity, number string, value Num) string {
	scale, k := lastScale(number)
	scaled := value.Shift(-k)
	if k > 0 && scaled.Abs().Cmp(Int(1)) < 0 {
		scale, k, scaled = "", 0, value
	}
	decimals := 0
	for decimals < 12 && !scaled.Shift(decimals).IsInt() {
		decimals++
	}
	digits := group(scaled.Decimal(decimals))
	if n, ok := scaled.Int64(); ok && scaled.IsInt() && 0 <= n && n < int64(len(englishUnits)) {
		digits = englishUnits[n]
	}
	if scale != "" {
		return digits + " " + scale
	}
	return digits
}

// lastScale returns the scale word that closes a number in words, and its
// exponent of ten.
func lastScale(number string) (string, int) {
	i := strings.LastIndexAny(number, " -") + 1
	if s, e := numeralWord(number, i); e == len(number) && s.Code == "scale" {
		return number[i:], int(s.Num)
	}
	return "", 0
}

// groupsThousands reports whether copy in the style of a printed quantity puts
// commas into thousands: English copy does, unless the number printed has four
// digits or more without.
func groupsThousands(text, number string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] >= 0x80 {
			if r, _ := runeAt(text, i); r >= 0x2E80 {
				return false
			}
		}
	}
	k := digitRun(number, 0)
	return 0 < k && k < 4 && strings.IndexFunc(text, func(r rune) bool { return r < 0x80 && isLatin(byte(r)) || r == '$' || r == '£' || r == '€' }) >= 0
}
