package lexicon

// LatinKeys is how many keys LatinKey returns: one for every three letters, or
// fewer and the end of the word.
const LatinKeys = 27 * 27 * 27

// letterNumber numbers the ASCII letters from 1, both cases alike.
var letterNumber = func() (table [256]uint8) {
	for c := 'a'; c <= 'z'; c++ {
		table[c], table[c-'a'+'A'] = uint8(c-'a'+1), uint8(c-'a'+1)
	}
	return table
}()

// LatinKey returns a number for the first three letters of the Latin word at an
// offset, below LatinKeys and 0 where no letter stands there. In Latin script the
// first letter says little about what a word may be; the first three dismiss most
// words at one load from a table by this key.
func LatinKey(text string, at int) int {
	a := letterNumber[text[at]]
	if a == 0 {
		return 0
	}
	key := int(a) * 27 * 27
	if at+1 >= len(text) || letterNumber[text[at+1]] == 0 {
		return key
	}
	key += int(letterNumber[text[at+1]]) * 27
	if at+2 < len(text) {
		key += int(letterNumber[text[at+2]])
	}
	return key
}

// EachLatinKey calls f for the key of every built-in word that begins with an
// ASCII letter.
func EachLatinKey(f func(key int)) {
	for _, w := range wordTable {
		if key := LatinKey(w, 0); key != 0 {
			f(key)
		}
	}
}
