package figure

import (
	"fmt"
	"strings"
	"testing"
)

// The totals of English sentences with their parts, and whether they add up.
func TestEnglishParts(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"It has 640 beds: North with 210, Mercy with 190 and St. Anne with 230.", "640 beds: 210 190 230 no"},
		{"The council will spend £3.4m on a library.\n\nThe money will come from three sources: a £1.5m grant, £900,000 from developers and £800,000 from reserves.", "£3.4m: £1.5m £900,000 £800,000 no"},
		{"Of the 148 patients, 96 were children under 5, 31 were aged between 5 and 17, and 21 were adults.", "148 patients: 96 31 21 yes"},
		{"Some 640 residents responded. Of these, 422, or two-thirds, were in favour, 156 were against and the remaining 52 had no view.", "640 residents: 422 156 52 no"},
		{"The force has 1,812 officers, 1,204 men and 618 women.", "1,812 officers: 1,204 men 618 women no"},
		{"The cabinet of 18 (10 men and seven women) met.", "18: 10 men seven women no"},
		{"There were 18 men and 23 women, 41 in all.", "41: 18 men 23 women yes"},
		{"The council has closed five of its 16 libraries, leaving 12.", "16 libraries: five 12 no"},
		{"In all 1.84 million people were reached. First doses went to 1.02 million, second doses to 610,000 and boosters to 310,000.", "1.84 million people: 1.02 million 610,000 310,000 no"},
		{"Forty-three of the authority's 41 members took part.", "41 members: Forty-three no"},
		// Selections, other things, ranges.
		{"It has 640 beds, among them 210 at North and 190 at Mercy.", ""},
		{"Of the 148 patients, 96 had been there before and 12 came twice.", ""},
		{"The crew of 40 sailed for 12 days with 30 tonnes of grain.", ""},
	} {
		p := readEnglishPage(t, c.text)
		var got []string
		for i := range p.Sums {
			s := &p.Sums[i]
			if s.Kind == Listed && len(s.Parts) == 1 && !s.Over {
				continue
			}
			words := p.Words(p.Figures[s.Total].Range) + ":"
			for _, k := range s.Parts {
				words += " " + p.Words(p.Figures[k].Range)
			}
			got = append(got, words+map[bool]string{true: " yes", false: " no"}[s.Holds])
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}

// The shares of English sentences with their parts and wholes.
func TestEnglishShares(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Of the homes, 312 of the 1,240, or one-quarter, are empty.", "312/1,240 = one-quarter"},
		{"It holds 1.2 million shares, or 80 percent, of the 1.5 million outstanding.", "1.2 million shares/1.5 million = 80 percent"},
		{"The 310 empty homes make up 25 percent of the 1,240 on the island.", "310/1,240 = 25 percent"},
		{"Two-thirds of the country's 54,000 farms are family-owned, 36,000 in all.", "36,000/54,000 farms = Two-thirds"},
		{"Some 780,000 residents were born abroad; 41 percent of those, about 320,000, came from Europe.", "320,000/780,000 residents = 41 percent"},
		{"Police solved 22 of the 25 cases, a clear-up rate of 88 percent.", "22/25 cases = 88 percent"},
		{"Exports reached 12 million tonnes, with Egypt taking 3.6 million tonnes, or 30 percent, Indonesia 2.4 million tonnes (20 percent) and Kenya 1.5 million tonnes (15 percent).",
			"3.6 million tonnes/12 million tonnes = 30 percent; 2.4 million tonnes/12 million tonnes = 20 percent; 1.5 million tonnes/12 million tonnes = 15 percent"},
		// Of something else, a choice.
		{"The museum sold 96 of the 240 prints, or 45 percent of what it had hoped for.", ""},
		{"The fine is 4 percent of the $900,000 contract, or $50,000, whichever is greater.", ""},
	} {
		p := readEnglishPage(t, c.text)
		var got []string
		for _, s := range p.Shares {
			w := func(k int) string { return p.Words(p.Figures[k].Range) }
			got = append(got, fmt.Sprintf("%s/%s = %s", w(s.Part), w(s.Whole), w(s.Share)))
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}
