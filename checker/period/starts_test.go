package period

import "testing"

func TestEachStartIsEveryStart(t *testing.T) {
	var set [0x10000]bool
	EachStart(func(r rune) { set[r] = true })
	for r := range set {
		if set[r] != Starts(rune(r)) {
			t.Errorf("%q: EachStart %v, Starts %v", rune(r), set[r], Starts(rune(r)))
		}
	}
}

// What no expression may begin with must not be read as one.
func TestReadsOnlyWhereItStarts(t *testing.T) {
	for i := range words {
		w := words[i].text
		if _, _, ok := Read(w, 0); ok && !Starts([]rune(w)[0]) {
			t.Errorf("%q is read, though nothing starts with its first character", w)
		}
	}
}
