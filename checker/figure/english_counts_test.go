package figure

import (
	"fmt"
	"strings"
	"testing"
)

// What English sentences say of votes, games, margins, records, years and of what
// came before the nth.
func TestEnglishCounts(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The board voted 7-4 to approve it. All 12 members were present.", "tally 12 members: 11 no"},
		{"The council voted 21 to 19 in favour with two abstentions. Forty-two members took part.", "tally Forty-two members: 42 yes"},
		{"The Falcons beat the Kings 104-97, winning the quarters 28-21, 24-26, 25-25 and 27-23.", "tally 104-97: 95 no"},
		{"The team won 22, drew 9 and lost 11 of its 42 games.", "tally 42 games: 42 yes"},
		{"Marsh polled 18,244 votes to 18,207 for Pratt, a margin of 37.", "move 18,207 18,244 votes 0"},
		{"The attendance of 18,412 was a record, beating the 18,640 of the cup tie.", "move 18,640 18,412 +"},
		{"The 412 millimetres were the second-highest since 1974, behind the 398 millimetres of 1983.", "move 398 millimetres 412 millimetres -"},
		{"It was her third title, following victories in Doha, Miami and Rome.", "third after 3: Doha, Miami and Rome"},
		{"The library, which opened in 1931, marked its 93rd anniversary this year.", "93rd from 1931 to 2025: 94-94"},
		{"He has led the party since 2016, nine years.", "nine years from 2016 to 2025: 8-9"},
		// Contests that the lowest wins, names, a rank with those before it.
		{"He took 65 strokes in the final round, beating the 66 of 2019.", ""},
		{"The county is the third largest, after Kern, Inyo and Mono.", ""},
		{"The hall, which opened in 1931, was rebuilt in 1954 and marked its 50th anniversary.", ""},
	} {
		p := readEnglishPage(t, c.text)
		w := func(k int) string { return p.Words(p.Figures[k].Range) }
		var got []string
		for _, x := range p.Tallies {
			got = append(got, fmt.Sprintf("tally %s: %s %s", w(x.Total), x.Sum, map[bool]string{true: "yes", false: "no"}[x.Holds]))
		}
		for _, m := range p.Movements {
			got = append(got, fmt.Sprintf("move %s %s %s", w(m.From), w(m.To), []string{"-", "0", "+"}[m.Sign+1]))
		}
		for _, x := range p.Sequels {
			got = append(got, fmt.Sprintf("%s after %d: %s", w(x.Nth), x.N, p.Words(x.Past)))
		}
		for _, x := range p.Elapsed {
			got = append(got, fmt.Sprintf("%s from %d to %d: %d-%d", w(x.Figure), x.From, x.To, x.Least, x.Most))
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}
