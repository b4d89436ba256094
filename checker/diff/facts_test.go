package diff

import (
	"testing"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/quantity"
)

// read returns the fact that a few words state.
func read(t *testing.T, text, kind, hedge string) *fact {
	t.Helper()
	var qs []quantity.Quantity
	quantity.Scan(text, nil, func(q *quantity.Quantity) bool {
		qs = append(qs, *q)
		return true
	})
	if len(qs) != 1 {
		t.Fatalf("%q holds %d quantities", text, len(qs))
	}
	f := &fact{row: &checker.Figure{Text: text, Kind: kind, Hedge: hedge, Unit: qs[0].Unit, Quantity: qs[0]}}
	f.classify()
	return f
}

// What two languages print of one number.
func TestAgrees(t *testing.T) {
	tests := []struct {
		zh, zhKind, zhHedge string
		en, enKind, enHedge string
		want                bool
	}{
		{"7502.3亿元", "money", "", "750.23 billion yuan", "money", "", true},
		{"7502.3亿元", "money", "", "75.023 billion yuan", "money", "", false},
		{"7502.3亿元", "money", "", "750.24 billion yuan", "money", "", false},
		{"7502.3亿元", "money", "", "750 billion yuan", "money", "", true},
		{"7502.3亿元", "money", "", "751 billion yuan", "money", "", false},
		{"80.6亿美元", "money", "", "8.06 billion yuan", "money", "", false},
		{"45210元", "money", "", "45,210 yuan", "money", "", true},
		{"45210元", "money", "", "45,211 yuan", "money", "", false},
		{"3.5万亩", "measure", "", "2,333 hectares", "measure", "", true},
		{"3.5万亩", "measure", "", "3,500 hectares", "measure", "", false},
		{"25公里", "measure", "", "25 km", "measure", "", true},
		{"3.9亿斤", "measure", "", "195,000 tonnes", "measure", "", true},
		{"19.3%", "percent", "", "19.3 percent", "percent", "", true},
		{"19.3%", "percent", "", "19.4 percent", "percent", "", false},
		{"1.4倍", "multiple", "", "140 percent", "percent", "", true},
		{"1.4倍", "multiple", "", "240 percent", "percent", "", false},
		{"1.3倍", "multiple", "", "1.27", "number", "", false},
		{"3倍", "multiple", "", "3", "number", "", true},
		{"三分之一", "fraction", "", "one third", "fraction", "", true},
		{"12.1个百分点", "point", "", "12.1 percent", "percent", "", false},
	}
	for _, tt := range tests {
		f, g := read(t, tt.zh, tt.zhKind, tt.zhHedge), read(t, tt.en, tt.enKind, tt.enHedge)
		if f.agrees(g) != tt.want || g.agrees(f) != tt.want {
			t.Errorf("%s and %s: %v, %v", tt.zh, tt.en, f.agrees(g), g.agrees(f))
		}
	}
}

// A number with decimals tells much, however small; a small count doesn't.
func TestWeight(t *testing.T) {
	for text, want := range map[string]int{"1.72": 3, "0.8": 2, "3": 0, "12": 2, "1234": 3} {
		if got := read(t, text, "number", "").weight(); got != want {
			t.Errorf("%s: %d, want %d", text, got, want)
		}
	}
}

func TestSlip(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want int
	}{{"75023", "75023", 2}, {"75023", "75203", 1}, {"75023", "75024", 1}, {"75023", "7523", 1}, {"75023", "57032", 0}, {"3", "4", 0}, {"411", "141", 1}, {"12", "345", 0}} {
		if got := slip(tt.a, tt.b); got != tt.want || slip(tt.b, tt.a) != got {
			t.Errorf("%s and %s: %d", tt.a, tt.b, got)
		}
	}
}

func TestSameDate(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{{"2025-12-16", "2025-12-16", true}, {"XXXX-12-16", "2025-12-16", true}, {"XXXX-12-16", "2025-12-17", false}, {"2025-12", "2025-12-16", false}, {"", "", true}, {"2025", "2024", false}} {
		if got := sameDate(tt.a, tt.b); got != tt.want {
			t.Errorf("%s and %s: %v", tt.a, tt.b, got)
		}
	}
}
