package led

import (
	"testing"

	"github.com/hegao/hegao/checker/period"
)

func TestPeriod(t *testing.T) {
	for _, c := range []struct{ iso, zh, en string }{
		{"2025", "2025年", "2025"},
		{"2025-H1", "2025年上半年", "the first half of 2025"},
		{"2025-Q3", "2025年三季度", "Q3 2025"},
		{"2025-11", "2025年11月", "November 2025"},
		{"2025-01/2025-11", "2025年1至11月", "January to November 2025"},
		{"2025-11-30", "2025年11月30日", "November 30, 2025"},
		{"2025-11-05/2025-11-10", "2025年11月5日至10日", "November 5 to 10, 2025"},
		{"2025-10-30/2025-11-02", "2025年10月30日至11月2日", "October 30 to November 2, 2025"},
		{"2024-12-30/2025-01-02", "2024年12月30日至2025年1月2日", "December 30, 2024 to January 2, 2025"},
		{"2024-12/2025-02", "2024年12月至2025年2月", "December 2024 to February 2025"},
		{"2021/2025", "2021至2025年", "2021 to 2025"},
		{"XXXX-11", "XXXX-11", "XXXX-11"},
	} {
		p, err := period.ParseISO(c.iso)
		if err != nil {
			t.Fatal(err)
		}
		if got := Period(p); got.ZH != c.zh || got.EN != c.en {
			t.Errorf("%s is %q and %q, want %q and %q", c.iso, got.ZH, got.EN, c.zh, c.en)
		}
	}
}
