package figure

import "testing"

// In the first months of a year its figures are those of the year before: so is
// the year's end, unless something is to come.
func TestYearEndOfReports(t *testing.T) {
	for _, c := range []struct{ text, date, figure, period string }{
		{"年末全市常住人口1024.6万人。", "2026-01-20", "1024.6万人", "2025-12-31"},
		{"年末全市常住人口1024.6万人。", "2025-12-31", "1024.6万人", "2025-12-31"},
		{"到年末，全市将建成充电桩3000个。", "2026-01-20", "3000个", "2026-12-31"},
		{"年末全市常住人口1024.6万人。", "2026-06-20", "1024.6万人", "2026-12-31"},
		{"2025年全市生产总值3亿元。年末人口3万人。全年价格上涨0.3%。", "2026-01-20", "0.3%", ""},
	} {
		p := readOn(t, c.text, c.date)
		found := false
		for i := range p.Figures {
			if f := &p.Figures[i]; p.Words(f.Range) == c.figure {
				found = true
				if got := f.Period.String(); got != c.period {
					t.Errorf("%s (%s): %s, want %s", c.text, c.date, got, c.period)
				}
			}
		}
		if !found {
			t.Errorf("%s isn't read in %s", c.figure, c.text)
		}
	}
}
