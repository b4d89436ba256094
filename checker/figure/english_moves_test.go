package figure

import (
	"strings"
	"testing"
)

// What English sentences say of levels that moved: from, to, by, rate, and the
// way that the words say it went. A dash stands for what isn't printed.
func TestEnglishMoves(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Revenue rose 6 percent to $1.27 billion from $1.15 billion.", "$1.15 billion → $1.27 billion by - at 6 percent +"},
		{"Capital spending fell $28 million to $92 million from $110 million.", "$110 million → $92 million by $28 million at - -"},
		{"Revenue of $1.27 billion was up 6 percent from $1.15 billion.", "$1.15 billion → $1.27 billion by - at 6 percent +"},
		{"Enrolment reached 412, up from 398.", "398 → 412 by - at - +"},
		{"Car output was 214,000 units, compared with 195,000 a year earlier, an increase of 19,000.", "195,000 → 214,000 units by 19,000 at - +"},
		{"The rate fell to 4.1 percent from 4.4 percent, a drop of 0.3 percentage points.", "4.4 percent → 4.1 percent by 0.3 percentage points at - -"},
		{"The crop was 31.2 million tonnes, 2.8 million tonnes more than last year's 28.4 million.", "28.4 million → 31.2 million tonnes by 2.8 million tonnes at - +"},
		{"The budget of $64 million is an increase of 3.5 percent over this year's $61.8 million.", "$61.8 million → $64 million by - at 3.5 percent +"},
		{"It hired 24 officers, bringing the force to 386 from 362.", "362 → 386 by 24 officers at - 0"},
		{"Offences rose 4.5 percent to 627; there were 600 a year earlier.", "600 → 627 by - at 4.5 percent 0"},
		{"Exports rose to $26 billion from $24 billion and imports to $21 billion from $20 billion.", "$24 billion → $26 billion by - at - +; $20 billion → $21 billion by - at - +"},
		// Another base, other things, ranges.
		{"Sales rose 8 percent from a year earlier to $26.0 billion, from $25.1 billion in October.", ""},
		{"Planted acres were lowered to 63 to 67 million from 67 to 69 million.", ""},
		{"Sales were 180 million, compared with 147 million for coffee, a drop of 42 percent from last year.", ""},
		{"Like-for-like sales rose 3 percent to $50 million from $45 million.", "$45 million → $50 million by - at - +"},
	} {
		p := readEnglishPage(t, c.text)
		words := func(k int) string {
			if k < 0 {
				return "-"
			}
			return p.Words(p.Figures[k].Range)
		}
		var got []string
		for _, m := range p.Movements {
			if m.From < 0 {
				continue
			}
			got = append(got, words(m.From)+" → "+words(m.To)+" by "+words(m.By)+" at "+words(m.Rate)+" "+[]string{"-", "0", "+"}[m.Sign+1])
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}
