package figure

import (
	"strings"
	"testing"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/source"
)

func readEnglishPage(t *testing.T, text string) *Page {
	t.Helper()
	d, err := document.Read(&source.File{Path: "a.txt", Text: text}, document.Options{Format: "txt", Date: "2025-12-25"})
	if err != nil {
		t.Fatal(err)
	}
	return NewReader(&ledger.Ledger{}).Read(d)
}

// Every figure of a sentence with the words that say what it measures and the
// period that it is of; "from" marks the base of a comparison, "by" a change.
func TestEnglishMetrics(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Exports rose 5.2 percent to $26.3 billion in November from a year earlier.",
			"5.2 percent: by exports 2025-11; $26.3 billion: exports 2025-11"},
		{"The unemployment rate edged down to 4.1% in the third quarter, and imports fell 2% to $20 billion.",
			"4.1%: unemployment rate 2025-Q3; 2%: by imports 2025-Q3; $20 billion: imports 2025-Q3"},
		{"In October, the output of the three northern mills was 412 tonnes, against 395 tonnes in October 2024.",
			"three: output 2025-10; 412 tonnes: output northern mills 2025-10; 395 tonnes: from output northern mills 2024-10"},
		{"Retail sales grew to 4.1 million in 2024 from 3.8 million in 2023; online sales reached 1.2 million.",
			"4.1 million: retail sales 2024; 3.8 million: from retail sales 2023; 1.2 million: online sales 2024"},
		{"There were 26.4 million households in Wales, 254,000 more than in 2013.",
			"26.4 million households: households; 254,000: by households wales"},
		{"Harlow Mills, which employs 1,240 people, expects to earn 3.2 million dlrs this year.",
			"1,240 people: harlow mills employs people 2025; 3.2 million dlrs: harlow mills earn 2025"},
		{"The board said profit was £3.4 million, the company announced.", "£3.4 million: profit"},
	} {
		p := readEnglishPage(t, c.text)
		var got []string
		for i := range p.Figures {
			f, x := &p.Figures[i], &p.facts[i]
			if qualifies(f) {
				continue
			}
			words := x.words
			words.n = x.lead
			s := p.Words(f.Range) + ": "
			if x.base {
				s += "from "
			}
			if moves(f, x) {
				s += "by "
			}
			s += p.keyOf(&words)
			if f.PeriodOrigin > Unknown {
				s += " " + f.Period.String()
			}
			got = append(got, s)
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}

// Whether two figures of a text are found to contradict each other.
func TestEnglishRepeats(t *testing.T) {
	for _, c := range []struct {
		text  string
		found bool
	}{
		{"The population of Ardmore grew to 64.1 million in mid-2024.\n\nOfficials met on Monday. The population of Ardmore grew to 61.4 million in mid-2024.", true},
		{"Shipments of grain reached 12.5 million tonnes in May, up from 11.8 million.\n\nTraders were pleased. Grain shipments were 15.2 million tonnes in May.", true},
		// Other periods, things, sources, directions, parts of a table.
		{"Shipments of grain reached 12.5 million tonnes in May.\n\nShipments of grain reached 15.2 million tonnes in June.", false},
		{"Shipments of grain reached 12.5 million tonnes in May.\n\nShipments of coal reached 15.2 million tonnes in May.", false},
		{"The number of unemployed men aged 25 to 49 fell by 12,400 to reach 471,000 in May.\n\nThe number of unemployed men aged 16 to 24 fell by 12,100 to reach 477,000 in May.", false},
		{"Smith expects output of 12.5 million tonnes in 2026.\n\nBrown expects output of 12.9 million tonnes in 2026.", false},
		{"Output rose by 12,500 tonnes in May.\n\nOutput fell by 12,900 tonnes in May.", false},
		{"Shr 39 cts vs 50 cts\nNet 1,231,000 vs 1,531,000\nRevs 19.1 mln vs 15.5 mln\nYear\nShr 1.39 dlrs vs 1.50 dlrs\nNet 4,231,000 vs 4,531,000\nRevs 69.1 mln vs 64.3 mln", false},
		{"The report is at the link (28.5 Kb).\n\nThe report is at the link (23.5 Kb).", false},
	} {
		found := false
		p := readEnglishPage(t, c.text)
		for i := range p.Repeats {
			found = found || !p.Repeats[i].Agrees
		}
		if found != c.found {
			t.Errorf("%s\nfound %v, want %v", c.text, found, c.found)
		}
	}
}

// Months and weekdays without a year are to come where the clause says so.
func TestEnglishDatesToCome(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The bridge will open to traffic in March.", "2026-03"},
		{"The bridge opened to traffic in March.", "2025-03"},
		{"Talks are planned with the owners on Monday.", "2025-12-29"},
		{"Talks were held with the owners on Monday.", "2025-12-22"},
	} {
		p := readEnglishPage(t, c.text)
		if len(p.Dates) != 1 || p.Dates[0].Period.String() != c.want {
			t.Errorf("%s: got %v, want %s", c.text, p.Dates, c.want)
		}
	}
}
