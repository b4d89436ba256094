package excerpt

import (
	"sort"
	"unicode"
)

// Suggest returns the candidates that someone who wrote word probably meant,
// the nearest first and at most three: those within one slip for every three
// characters (a missing, added, wrong or swapped character), and those that
// hold the word or are held by it. Letter case and full-width forms don't
// count. An equal candidate is no suggestion.
func Suggest(word string, candidates []string) []string {
	type near struct {
		name     string
		distance int
	}
	folded := fold(word)
	var found []near
	seen := map[string]bool{word: true}
	for _, c := range candidates {
		if seen[c] {
			continue
		}
		seen[c] = true
		if d, ok := distance(folded, fold(c)); ok {
			found = append(found, near{c, d})
		}
	}
	sort.SliceStable(found, func(i, j int) bool {
		if found[i].distance != found[j].distance {
			return found[i].distance < found[j].distance
		}
		return found[i].name < found[j].name
	})
	var names []string
	for _, f := range found[:min(len(found), 3)] {
		names = append(names, f.name)
	}
	return names
}

// fold brings a name to the form in which names are compared: lower case,
// half-width.
func fold(s string) []rune {
	runes := make([]rune, 0, len(s))
	for _, r := range s {
		switch {
		case r >= 0xff01 && r <= 0xff5e:
			r -= 0xff01 - '!'
		case r == 0x3000:
			r = ' '
		}
		runes = append(runes, unicode.ToLower(r))
	}
	return runes
}

// longest bounds the names that are compared, in characters.
const longest = 64

// distance returns how far apart two folded names are, and whether that is near
// enough to suggest one for the other.
func distance(a, b []rune) (int, bool) {
	if len(a) == 0 || len(b) == 0 || len(a) > longest || len(b) > longest {
		return 0, false
	}
	limit := (max(len(a), len(b)) + 2) / 3
	if d, ok := contained(a, b); ok {
		return d, true
	}
	if diff := len(a) - len(b); diff > limit || -diff > limit {
		return 0, false
	}
	d := slips(a, b)
	return d, d <= limit && d < max(len(a), len(b))
}

// contained accepts two names of which one holds the other, when the shorter
// has at least two characters. What is left over counts as one slip, or as what
// it is when it is more than the shorter name.
func contained(a, b []rune) (int, bool) {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 2 {
		return 0, false
	}
	for i := 0; i+len(a) <= len(b); i++ {
		if equal(a, b[i:i+len(a)]) {
			if rest := len(b) - len(a); rest > len(a) {
				return rest, true
			}
			return 1, true
		}
	}
	return 0, false
}

func equal(a, b []rune) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// slips is the restricted Damerau-Levenshtein distance (optimal string
// alignment): insertions, deletions, substitutions and swaps of neighbours.
func slips(a, b []rune) int {
	var rows [3][longest + 1]int
	two, one, now := &rows[0], &rows[1], &rows[2]
	for j := range len(b) + 1 {
		one[j] = j
	}
	for i := 1; i <= len(a); i++ {
		now[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			now[j] = min(one[j]+1, now[j-1]+1, one[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				now[j] = min(now[j], two[j-2]+1)
			}
		}
		two, one, now = one, now, two
	}
	return one[len(b)]
}
