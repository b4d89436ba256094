package ledger_test

import (
	"testing"

	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/period"
)

// A figure stands on a day as the newest version that had come out by then.
func TestOn(t *testing.T) {
	const head = "hegao: ledger/v1\nmetrics: [{name: 出口总值, unit: 元}]\nfigures:\n"
	tests := []struct{ name, figures, day, value, growth string }{
		{"no day of release", "  - {metric: 出口总值, period: 2025, value: 3亿元, replaced: [{value: 2亿元, as_of: 2026-01-01}]}\n", "2025-06-01", "3亿元", ""},
		{"before it came out", "  - {metric: 出口总值, period: 2025, value: 3亿元, released: 2026-01-18}\n", "2026-01-17", "", ""},
		{"on the day", "  - {metric: 出口总值, period: 2025, value: 3亿元, released: 2026-01-18}\n", "2026-01-18", "3亿元", ""},
		{"today", "  - {metric: 出口总值, period: 2025, value: 3亿元, released: 2026-01-18}\n", "", "3亿元", ""},
		{"of two older versions the newer one, in whatever order", "  - {metric: 出口总值, period: 2025, value: 3亿元, released: 2026-05-01, replaced: [{value: 1亿元, released: 2026-01-18}, {value: 2亿元, released: 2026-03-01}]}\n", "2026-04-01", "2亿元", ""},
		{"the older one before that", "  - {metric: 出口总值, period: 2025, value: 3亿元, released: 2026-05-01, replaced: [{value: 2亿元, released: 2026-03-01}, {value: 1亿元, released: 2026-01-18}]}\n", "2026-02-01", "1亿元", ""},
		{"as_of serves where there is no day of release", "  - {metric: 出口总值, period: 2025, value: 3亿元, released: 2026-05-01, replaced: [{value: 2亿元, as_of: 2026-03-01}]}\n", "2026-04-01", "2亿元", ""},
		{"one version without any day came first", "  - {metric: 出口总值, period: 2025, value: 3亿元, released: 2026-05-01, replaced: [2亿元]}\n", "2026-04-01", "2亿元", ""},
		{"two without a day leave open which", "  - {metric: 出口总值, period: 2025, value: 3亿元, released: 2026-05-01, replaced: [2亿元, 1亿元]}\n", "2026-04-01", "", ""},
		{"rows of one fact are its versions; what isn't said again stands", "  - {metric: 出口总值, period: 2025, value: 3亿元, released: 2026-05-01}\n  - {metric: 出口总值, period: 2025, value: 2亿元, growth: +5%, released: 2026-03-01}\n", "2026-06-01", "3亿元", "+5%"},
		{"two rows of one day are one version", "  - {metric: 出口总值, period: 2025, value: 3亿元, growth: +6%, released: 2026-05-01}\n  - {metric: 出口总值, period: 2025, value: 2亿元, released: 2026-03-01}\n  - {metric: 出口总值, period: 2025, growth: +5%, released: 2026-03-01}\n", "2026-04-01", "2亿元", "+5%"},
		{"the day of the defaults", "  - {metric: 出口总值, period: 2025, value: 3亿元}\ndefaults: {released: 2026-01-18}\n", "2026-01-01", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			led, problems := ledger.Load([]ledger.File{{Name: "l.yaml", Text: head + tt.figures}}, ledger.Options{})
			if len(problems) > 0 || len(led.Figures) != 1 {
				t.Fatalf("%d figures, %v", len(led.Figures), problems)
			}
			var on period.Date
			if tt.day != "" {
				p, err := period.ParseISO(tt.day)
				if err != nil {
					t.Fatal(err)
				}
				on = p.Start
			}
			value, growth := "", ""
			if f := led.Figures[0].On(on); f != nil {
				value = f.Value.Text
				if len(f.Growth) > 0 {
					growth = f.Growth[0].Amount.Text
				}
			}
			if value != tt.value || growth != tt.growth {
				t.Errorf("%s: got %q %q, want %q %q", tt.day, value, growth, tt.value, tt.growth)
			}
		})
	}
}

// Two rows that came out on one day contradict each other.
func TestTwoReleasesOfOneDay(t *testing.T) {
	_, problems := ledger.Load([]ledger.File{{Name: "l.yaml", Text: "hegao: ledger/v1\nmetrics: [{name: 出口总值, unit: 元}]\nfigures:\n" +
		"  - {metric: 出口总值, period: 2025, value: 3亿元, released: 2026-05-01}\n  - {metric: 出口总值, period: 2025, value: 2亿元, released: 2026-05-01}\n"}}, ledger.Options{})
	if len(problems) != 1 {
		t.Errorf("got %v", problems)
	}
}
