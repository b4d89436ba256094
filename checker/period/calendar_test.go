package period

import (
	"testing"

	"github.com/6tail/lunar-go/HolidayUtil"
	"github.com/6tail/lunar-go/calendar"
)

// TestLunarRoundTrip walks every day of two centuries, with lunar-go as the
// oracle on some of them.
func TestLunarRoundTrip(t *testing.T) {
	var last Lunar
	for d := (Date{1900, 1, 1}); d.Year <= 2100; d = d.AddDays(1) {
		l, ok := ToLunar(d)
		if !ok {
			t.Fatalf("%v has no lunar date", d)
		}
		if back, ok := FromLunar(l); !ok || back != d {
			t.Fatalf("%v is %v, which is %v", d, l, back)
		}
		if last.Day != 0 && l.Day != last.Day+1 && l.Day != 1 {
			t.Fatalf("%v follows %v", l, last)
		}
		last = l
		if d.Serial()%17 == 0 {
			want := calendar.NewSolarFromYmd(d.Year, d.Month, d.Day).GetLunar()
			m := l.Month
			if l.Leap {
				m = -m
			}
			if want.GetYear() != l.Year || want.GetMonth() != m || want.GetDay() != l.Day {
				t.Fatalf("%v is %v, lunar-go says %s", d, l, want)
			}
		}
	}
}

func TestLunarThatIsNot(t *testing.T) {
	for _, l := range []Lunar{{2025, 5, 30, false}, {2025, 4, 1, true}, {2025, 13, 1, false}, {2025, 0, 1, false}, {1800, 1, 1, false}, {2025, 1, 31, false}, {3000, 1, 1, false}, {-1, 1, 1, false}} {
		if d, ok := FromLunar(l); ok {
			t.Errorf("%v is %v", l, d)
		}
	}
	if _, ok := FromLunar(Lunar{2025, 6, 1, true}); !ok {
		t.Error("2025 has a second sixth month")
	}
	for _, d := range []Date{{}, {0, 12, 25}, {2025, 2, 30}, {1600, 1, 1}, {2025, 13, 1}} {
		if l, ok := ToLunar(d); ok {
			t.Errorf("%v is %v", d, l)
		}
	}
}

// TestTerms compares every solar term of two centuries with lunar-go.
func TestTerms(t *testing.T) {
	for y := 1900; y <= 2100; y++ {
		table := calendar.NewLunarFromYmd(y, 6, 1).GetJieQiTable()
		for n := range 24 {
			s := table[calendar.JIE_QI_IN_USE[n+2]]
			d, ok := Term(y, n)
			if !ok || d != (Date{s.GetYear(), s.GetMonth(), s.GetDay()}) {
				t.Fatalf("%s of %d is %v, lunar-go says %s", TermName(n), y, d, s.ToYmd())
			}
			if m, ok := TermOn(d); !ok || m != n {
				t.Fatalf("%v: %d, want %d", d, m, n)
			}
		}
	}
	if n, ok := TermOn(Date{2025, 12, 21}); !ok || TermName(n) != "冬至" {
		t.Error("the winter solstice of 2025 was on 21 December")
	}
}

func TestFestivals(t *testing.T) {
	for _, c := range []struct {
		name string
		want Date
	}{
		{"春节", Date{2023, 1, 22}}, {"春节", Date{2025, 1, 29}}, {"除夕", Date{2025, 1, 28}}, {"元宵节", Date{2025, 2, 12}},
		{"大年三十", Date{2024, 2, 9}}, {"清明节", Date{2025, 4, 4}}, {"端午", Date{2025, 5, 31}}, {"七夕", Date{2025, 8, 29}},
		{"中秋节", Date{2025, 10, 6}}, {"重阳节", Date{2025, 10, 29}}, {"国庆", Date{2025, 10, 1}}, {"劳动节", Date{2025, 5, 1}},
		{"元旦", Date{2026, 1, 1}}, {"母亲节", Date{2025, 5, 11}}, {"Thanksgiving", Date{2025, 11, 27}}, {"Easter", Date{2025, 4, 20}},
		{"Good Friday", Date{2024, 3, 29}}, {"Memorial Day", Date{2025, 5, 26}}, {"Labor Day", Date{2025, 9, 1}}, {"Christmas", Date{2025, 12, 25}},
	} {
		if d, ok := Festival(c.name, c.want.Year); !ok || d != c.want {
			t.Errorf("%s %d: %v, want %v", c.name, c.want.Year, d, c.want)
		}
	}
	if _, ok := Festival("春运", 2025); ok {
		t.Error("春运 is no festival")
	}
}

// TestHolidays compares the notices with the table of lunar-go, day by day.
func TestHolidays(t *testing.T) {
	for _, h := range Holidays() {
		for d := h.Off.Start; !d.After(h.Off.End); d = d.AddDays(1) {
			got := HolidayUtil.GetHolidayByYmd(d.Year, d.Month, d.Day)
			if got == nil && d.Weekday() < 6 || got != nil && got.IsWork() {
				t.Errorf("%s %d: %v is no day off for lunar-go", h.Name, h.Year, d)
			}
		}
		for _, d := range h.Work {
			if got := HolidayUtil.GetHolidayByYmd(d.Year, d.Month, d.Day); got == nil || !got.IsWork() {
				t.Errorf("%s %d: %v is no day of work for lunar-go", h.Name, h.Year, d)
			}
			if d.Weekday() < 6 {
				t.Errorf("%s %d: %v isn't at a weekend", h.Name, h.Year, d)
			}
		}
	}
	if h, ok := HolidayOf("国庆", 2025); !ok || h.Off.DayCount() != 8 {
		t.Errorf("the National Day holiday of 2025 has 8 days: %v", h)
	}
	if _, ok := HolidayOf("春节", 2031); ok {
		t.Error("nobody knows the holidays of 2031")
	}
}

func TestPlans(t *testing.T) {
	for n, want := range map[int]string{1: "1953/1957", 2: "1958/1962", 3: "1966/1970", 13: "2016/2020", 14: "2021/2025", 15: "2026/2030"} {
		if p, ok := Plan(n); !ok || p.String() != want {
			t.Errorf("plan %d: %v, want %s", n, p, want)
		}
	}
	if _, ok := Plan(0); ok {
		t.Error("there is no plan 0")
	}
}
