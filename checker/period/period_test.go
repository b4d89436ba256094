package period

import (
	"testing"
	"time"
)

func TestSerialAgainstTime(t *testing.T) {
	for s := time.Date(1582, 1, 1, 0, 0, 0, 0, time.UTC); s.Year() < 2400; s = s.AddDate(0, 0, 13) {
		d := Date{s.Year(), int(s.Month()), s.Day()}
		if n := d.Serial(); n != int(s.Unix()/86400) && s.Unix() >= 0 || FromSerial(n) != d {
			t.Fatalf("%v: serial %d back %v", d, n, FromSerial(n))
		}
		if w := int(d.Weekday()) % 7; w != int(s.Weekday()) {
			t.Fatalf("%v: weekday %d, want %v", d, w, s.Weekday())
		}
		y, w := s.ISOWeek()
		if gy, gw := d.ISOWeek(); gy != y || gw != w {
			t.Fatalf("%v: week %d-%d, want %d-%d", d, gy, gw, y, w)
		}
	}
}

func TestISORoundTrip(t *testing.T) {
	for _, s := range []string{"2025", "2025-11", "2025-Q3", "2025-H1", "2025-W46", "2025-01/2025-11", "2025-11-30",
		"2021/2025", "XXXX-12-25", "XXXX", "XXXX-11", "XXXX-Q1", "XXXX-H2", "XXXX-01/XXXX-11", "XXXX-12-20/XXXX-01-05",
		"XXXX-XX-07", "2020-W53", "1990/1999", "2025-11-05/2025-11-10", "2024-12/2025-03", "0706-01-01"} {
		p, err := ParseISO(s)
		if err != nil || p.String() != s {
			t.Errorf("%s: %q, %v", s, p, err)
		}
	}
	for in, want := range map[string]string{"2025-Q1/2025-Q3": "2025-01/2025-09", "2025-H1/2025-H2": "2025-01/2025-12",
		"2008-03/2009": "2008-03/2009-12", "2025-12-30/2026": "2025-12-30/2026-12-31"} {
		p, err := ParseISO(in)
		if err != nil || p.String() != want {
			t.Errorf("%s: %q, %v; want %s", in, p, err, want)
		}
	}
	for _, s := range []string{"", "25", "2025-13", "2025-00", "2025-11-31", "2023-02-29", "2025-Q5", "2025-H3", "2025-W53",
		"2025-1", "2025-11-1", "2025/2024", "20251130", "2025-", "XXXX/2025", "0000", "2025-Q", "2025年", "2025-11-30T10:00", "XXXX-XX"} {
		if p, err := ParseISO(s); err == nil {
			t.Errorf("%s was read as %v", s, p)
		}
	}
}

func iso(t testing.TB, s string) Period {
	t.Helper()
	p, err := ParseISO(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestRelations(t *testing.T) {
	for _, c := range []struct{ p, previousYear, previous string }{
		{"2025-01/2025-11", "2024-01/2024-11", "2024-02/2024-12"},
		{"2025-Q1", "2024-Q1", "2024-Q4"},
		{"2025-H2", "2024-H2", "2025-H1"},
		{"2025", "2024", "2024"},
		{"2025-02", "2024-02", "2025-01"},
		{"2024-02", "2023-02", "2024-01"},
		{"2024-02-29", "2023-02-28", "2024-02-28"},
		{"2025-W46", "2024-W46", "2025-W45"},
		{"2020-W53", "2019-W52", "2020-W52"},
		{"2021/2025", "2020/2024", "2016/2020"},
		{"2025-11-05/2025-11-10", "2024-11-05/2024-11-10", "2025-10-30/2025-11-04"},
	} {
		p := iso(t, c.p)
		if got := p.PreviousYear().String(); got != c.previousYear {
			t.Errorf("%s a year before: %s, want %s", c.p, got, c.previousYear)
		}
		if got := p.Previous().String(); got != c.previous {
			t.Errorf("before %s: %s, want %s", c.p, got, c.previous)
		}
	}
	for _, c := range []struct {
		p, q string
		want Answer
	}{
		{"2025-Q1", "2025-01/2025-03", Agree},
		{"2025-01/2025-11", "2025-01/2025-10", Conflict},
		{"XXXX-12-25", "2025-12-25", CannotTell},
		{"XXXX-12-25", "2025-12-26", Conflict},
		{"XXXX-XX-25", "2025-12-25", CannotTell},
		{"XXXX-XX-25", "2025-12-26", Conflict},
		{"XXXX-02", "2025-02", CannotTell},
		{"XXXX-11", "XXXX-11", CannotTell},
	} {
		if got := iso(t, c.p).Compare(iso(t, c.q)); got != c.want {
			t.Errorf("%s, %s: %d, want %d", c.p, c.q, got, c.want)
		}
		if got := iso(t, c.q).Compare(iso(t, c.p)); got != c.want {
			t.Errorf("%s, %s: not symmetrical", c.p, c.q)
		}
	}
	if y := iso(t, "2025"); !y.Contains(iso(t, "2025-Q3")) || y.Contains(iso(t, "2024-12/2025-01")) || !y.Overlaps(iso(t, "2024-12/2025-01")) || y.Contains(iso(t, "XXXX-Q3")) {
		t.Error("a year contains its quarters, overlaps what runs into it, and knows nothing of other years")
	}
	if n := iso(t, "2024-03/2025-02").MonthCount(); n != 12 {
		t.Errorf("March to February has %d months", n)
	}
	if n := iso(t, "2025-11-01/2025-11-30").MonthCount(); n != 0 {
		t.Errorf("a span of days has %d months", n)
	}
}

func FuzzParseISO(f *testing.F) {
	for _, s := range []string{"2025-W46", "XXXX-XX-07", "2021/2025", "2025-Q1/2025-Q3", "𠮷😀"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := ParseISO(s)
		if err != nil {
			return
		}
		if !p.Valid() {
			t.Fatalf("%q: %v isn't valid", s, p)
		}
		q, err := ParseISO(p.String())
		if err != nil || !q.Equal(p) {
			t.Fatalf("%q: %v came back as %v, %v", s, p, q, err)
		}
		p.PreviousYear()
		p.Previous()
	})
}
