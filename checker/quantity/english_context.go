package quantity

import "github.com/hegao/hegao/checker/lexicon"

// prevWord returns the word before a place, with only spaces or a hyphen
// between; empty where something else stands there. Dots and ampersands inside
// count as parts of it: Aug., S&P.
func prevWord(text string, at int) string {
	i := at
	for i > 0 && at-i < 4 && isSpace(text[i-1]) {
		i--
	}
	j := i
	for j > 0 && i-j < 24 && (isLatin(text[j-1]) || text[j-1] == '.' || text[j-1] == '&' || text[j-1] == '\'') {
		j--
	}
	return text[j:i]
}

// nextWord returns the word that stands behind a place and spaces.
func nextWord(text string, at int) string {
	i := skipSpace(text, at)
	return text[i:skipWord(text, i)]
}

// skipWord returns the offset behind the letters at a place.
func skipWord(text string, at int) int {
	for at < len(text) && isLatin(text[at]) {
		at++
	}
	return at
}

// followedBy reports whether the next word, in small letters, is the one named.
func followedBy(text string, at int, word string) bool {
	i := skipSpace(text, at)
	e := i + len(word)
	return i > at && e <= len(text) && text[i:e] == word && !gluedLetter(text, e)
}

// wordRole reports whether the lexicon gives a word a role beside numbers.
func wordRole(word, role string) bool {
	if word == "" {
		return false
	}
	w := lexicon.Exact(word)
	if w < 0 {
		return false
	}
	for _, s := range lexicon.Senses(w) {
		if s.Class == lexicon.ClassEnglishContext && s.Code == role {
			return true
		}
	}
	return false
}

// latin reports whether the copy around a number is English: the first letter
// behind it, or else before it, is Latin and no Han character stands nearer.
func latin(text string, at int) bool {
	i, letters := at, false
	for i < len(text) && i < at+48 {
		c := text[i]
		if c >= 0x80 {
			r, w := runeAt(text, i)
			if r >= 0x2E80 {
				return false
			}
			i += w
			continue
		}
		if isLatin(c) {
			letters = true
		} else if letters {
			return true
		} else if c == '\n' || c == '(' || c == '"' || c == ';' {
			break
		}
		i++
	}
	if letters {
		return true
	}
	for i = at; i > 0 && i > at-48; i-- {
		c := text[i-1]
		if isLatin(c) {
			return true
		}
		if c >= 0xE2 && i+1 < len(text) { // the lead byte of a character
			if r, _ := runeAt(text, i-1); r >= 0x2E80 && r != '￥' {
				return false
			}
		}
	}
	return true
}

// ordinalBefore reports whether the word before a place is an ordinal, in words
// or digits: second half, 1st half.
func ordinalBefore(text string, at int, before string) bool {
	if len(before) == 2 {
		i := skipBack(text, at) - 2
		return i > 0 && isDigit(text[i-1]) && ordinalSuffix(text, i) > i
	}
	s, e := numeralWord(before, 0)
	return e == len(before) && s.Code == "ordinal"
}

// skipBack steps back over spaces.
func skipBack(text string, at int) int {
	for at > 0 && isSpace(text[at-1]) {
		at--
	}
	return at
}

// joined reports whether what stands before a place makes a number there part
// of a name, an address or a longer number.
func joined(text string, at int) bool {
	if at == 0 {
		return false
	}
	c, p := text[at-1], byte(0)
	if at > 1 {
		p = text[at-2]
	}
	switch c {
	case '_', '#', '@', '=', '&', '\\', '^', '?':
		return true
	case '/', ':', '.', ',':
		return isDigit(p) || isLatin(p) || p == '/'
	case '%':
		return isDigit(text[at])
	case ')', ']':
		return isDigit(text[at]) || text[at] == '.'
	case '-':
		if isLatin(p) && isDigit(text[at]) && wordRole(prevWord(text, at-1), "number-prefix") {
			return false
		}
		return isDigit(p) || isLatin(p) || p == ')'
	case '\'':
		return isDigit(text[at])
	}
	if c == 0x99 && at > 2 && text[at-3:at] == "’" {
		return isDigit(text[at])
	}
	if c == 0x93 && at > 3 && text[at-3:at] == "–" || c == 0x92 && at > 3 && text[at-3:at] == "−" {
		return isDigit(text[at-4]) || isLatin(text[at-4])
	}
	return isLatin(c) || isDigit(c)
}

// plainNoun returns the end of a plural noun in small letters that stands at a
// place, the thing that a number counts, or 0.
func plainNoun(text string, at int) int {
	e := at
	for e < len(text) && 'a' <= text[e] && text[e] <= 'z' {
		e++
	}
	if e-at < 4 || text[e-1] != 's' || text[e-2] == 's' || text[e-2] == 'u' || text[e-2] == 'i' || text[e-2] == '\'' {
		return 0
	}
	if e < len(text) && (text[e] == '-' || isLatin(text[e]) || text[e] == '\'') || wordRole(text[at:e], "not-noun") {
		return 0
	}
	return e
}

// isName reports whether digits without a unit are part of a name, a date or a
// time rather than a figure.
func isName(text string, at, end int, v Num, grouped bool) bool {
	before := prevWord(text, at)
	if isNamed(text, at, before) {
		return true
	}
	if s, e := numeralWord(before, 0); e == len(before) && e > 0 && s.Code == "number" && runeByte(text, end) == '-' {
		return true // No. 22-451
	}
	if isMonth(before) && end-at == 5 && isYear(text, at, at+4) {
		return true // March 20143: a year and the number of a footnote
	}
	day := v.Sign() > 0 && v.Cmp(Int(31)) <= 0
	after := nextWord(text, end)
	if day && (isMonth(before) || isMonth(after)) {
		return true
	}
	if end < len(text) {
		c := text[end]
		if isLatin(c) || c == '_' {
			return true
		}
		if (c == ':' || c == '/' && !slashRange(text, at, end)) && end+1 < len(text) && isDigit(text[end+1]) || c == '\'' && end+1 < len(text) && text[end+1] == 's' {
			return true
		}
		if c == '(' && end+2 < len(text) && isLatin(text[end+1]) && text[end+2] == ')' {
			return true
		}
		if c == '.' && end+1 < len(text) && isDigit(text[end+1]) {
			return true
		}
	}
	if isClock(text, end) || isAddress(text, end) {
		return true
	}
	return !grouped && isYear(text, at, end) && !yearIsCount(text, end, before)
}

// inNumberChain reports whether digits go on behind two hyphens or more, as in
// telephone numbers and serial numbers.
func inNumberChain(text string, at int) bool {
	i, links := at, 0
	for i < len(text) && text[i] == '-' {
		k := digitRun(text, i+1)
		if k == 0 {
			return false
		}
		i += k + 1
		links++
	}
	return links >= 2
}

// telephone reports whether digits are those of a telephone number as North
// America prints it, 555-0123 behind a word for it or an area code, or that code
// in brackets.
func telephone(text string, at, end int) bool {
	switch {
	case end-at != 3:
		return false
	case runeByte(text, end) == ')' && at > 0 && text[at-1] == '(':
		j := skipSpace(text, end+1)
		return digitRun(text, j) == 3 && runeByte(text, j+3) == '-' && digitRun(text, j+4) == 4
	case runeByte(text, end) != '-' || digitRun(text, end+1) != 4:
		return false
	}
	i := skipBack(text, at)
	return text[end+1] == '0' || i > 4 && text[i-1] == ')' && isDigit(text[i-2]) && text[i-5] == '(' || wordRole(prevWord(text, at), "phone-lead")
}

// dialled reports whether digits belong to a telephone number with the code of
// its country: +44 (0)20 7946 0123, +1-212-555-0123.
func dialled(text string, at int) bool {
	if at >= len(text) {
		return false
	}
	i := at
	for text[at] != '+' && i > 0 && at-i < 24 && (isDigit(text[i-1]) || text[i-1] == ' ' || text[i-1] == '-' || text[i-1] == '(' || text[i-1] == ')') {
		i--
	}
	if i > 0 && text[i-1] == '+' {
		i--
	}
	if text[i] != '+' || i > 0 && isDigit(text[i-1]) {
		return false
	}
	digits, groups := 0, 0
	for i++; i < len(text) && digits <= 15; i++ {
		switch c := text[i]; {
		case isDigit(c):
			digits++
		case c == ' ' || c == '-' || c == '(' || c == ')':
			if isDigit(text[i-1]) {
				groups++
			}
		default:
			return digits >= 9 && groups >= 2
		}
	}
	return digits >= 9 && groups >= 2
}

// isNamed reports whether the word before a number makes it the number of a
// thing and not an amount: Chart 8.4, Tables 11 and 12.
func isNamed(text string, at int, before string) bool {
	if wordRole(before, "name-list") {
		i := skipBack(text, skipBack(text, at)-len(before))
		j := i
		for j > 0 && i-j < 8 && (isDigit(text[j-1]) || text[j-1] == '.') {
			j--
		}
		if j == i {
			return false
		}
		before = prevWord(text, j)
	}
	return wordRole(before, "name-before") && (before[0] < 'a' || before[0] > 'z' || len(before) > 3)
}

// isAge reports whether a number is an age by the word before it: aged 45, aged
// from 16, aged under 16.
func isAge(text string, at int) bool {
	before := prevWord(text, at)
	if wordRole(before, "bound") || wordRole(before, "range-from") || wordRole(before, "between") {
		before = prevWord(text, skipBack(text, at)-len(before))
	}
	return wordRole(before, "age-lead")
}

// isApposed reports whether a number stands between commas behind a name, as
// the age of somebody does: Jane Smith, 45, said.
func isApposed(text string, at, end int) bool {
	if at < 8 || end-at != 2 && end-at != 3 || runeByte(text, end) != ',' || runeByte(text, end+1) != ' ' || text[at-1] != ' ' || text[at-2] != ',' {
		return false
	}
	i := at - 2
	for range 2 { // two words with capitals
		j := i
		for j > 0 && (isLatin(text[j-1]) || text[j-1] == '\'' || text[j-1] == '-') {
			j--
		}
		if i-j < 2 || text[j] < 'A' || text[j] > 'Z' || text[j+1] < 'a' || wordRole(text[j:i], "month") || wordRole(text[j:i], "name-before") {
			return false
		}
		if i = j - 1; i < 0 || text[i] != ' ' {
			return j == 0 || i >= 0 && text[i] == '\n'
		}
	}
	return isLatin(nextByteOfWord(text, end+2))
}

// nextByteOfWord returns the first byte behind spaces.
func nextByteOfWord(text string, at int) byte { return runeByte(text, skipSpace(text, at)) }

func isClock(text string, at int) bool {
	i := skipSpace(text, at)
	if i >= len(text) || !isLatin(text[i]) {
		return false
	}
	s, e := lexicon.MatchClass(text, i, lexicon.ClassEnglishContext)
	return e > i && s.Code == "clock"
}

// isMonth reports whether a word is the name of a month with a capital, as
// "may" and "march" need it.
func isMonth(w string) bool {
	return len(w) >= 3 && (w[0] < 'a' || len(w) != 3 && w != "march") && wordRole(w, "month")
}

// isYear reports whether four digits can be a year.
func isYear(text string, at, end int) bool {
	if end-at != 4 || digitRun(text, at) < 4 {
		return false
	}
	y := smallInt(text[at:end])
	return 1800 <= y && y < 2100
}

// yearIsCount reports whether four digits that could be a year count something:
// a plural noun follows, and no word that leads a year stands before.
func yearIsCount(text string, end int, before string) bool {
	if wordRole(before, "year-lead") || wordRole(before, "month") || text[end-4] != '1' || text[end-3] != '8' {
		return false // copy prints 2,019 jobs, and 2019 earnings
	}
	i := skipSpace(text, end)
	return i > end && plainNoun(text, i) > 0
}
