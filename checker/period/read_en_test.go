package period

import "testing"

func TestReadEnglish(t *testing.T) {
	base, _ := ParseISO("2025-Q3")
	table(t, Context{Published: published, Base: base}, [][2]string{
		{"opened on November 5, 2025 in Shanghai", "on November 5, 2025 = 2025-11-05"},
		{"5 Nov 2025; Nov. 5; 5th of November", "5 Nov 2025 = 2025-11-05; Nov. 5 = 2025-11-05; 5th of November = 2025-11-05"},
		{"held on the 5th", "on the 5th = 2025-12-05"},
		{"from November 5-10, 2025", "November 5-10, 2025 = 2025-11-05/2025-11-10"},
		{"January-November trade", "January-November = 2025-01/2025-11"},
		{"in January to November 2024", "in January to November 2024 = 2024-01/2024-11"},
		{"the first 11 months, the first 11 months of 2024", "the first 11 months = 2025-01/2025-11; the first 11 months of 2024 = 2024-01/2024-11"},
		{"H1 2025, Q3, the third quarter of 2024", "H1 2025 = 2025-H1; Q3 = 2025-Q3; the third quarter of 2024 = 2024-Q3"},
		{"fiscal 2025 and FY25", "fiscal 2025 = 2025; FY25 = 2025"},
		{"last year, this week, next Monday, last Friday", "last year = 2024; this week = 2025-W52; next Monday = 2025-12-29; last Friday = 2025-12-19"},
		{"the 2010-2015 plan", "2010-2015 = 2010/2015"},
		{"in the 1990s", "in the 1990s = 1990/1999"},
		{"year to date", "year to date = 2025-01-01/2025-12-25"},
		{"by the end of November", "the end of November = 2025-11-30"},
		{"as of November 30, 2025", "November 30, 2025 = 2025-11-30"},
		{"since January 2020", "January 2020 = 2020-01-01/2025-12-25"},
		{"on Christmas, yesterday", "on Christmas = 2025-12-25; yesterday = 2025-12-24"},
		{"up from the same period last year", "the same period last year = 2024-Q3"},
		{"than a year earlier", "a year earlier = 2024-Q3"},
		{"in 2024, sales rose", "in 2024 = 2024"},
		{"between 2021 and 2025.", "2021 and 2025 = 2021/2025"},
		{"in the 2023/24 season", "2023/24 = 2023/2024"},
		{"early 2025, late March", "early 2025 = 2025-H1; late March = 2025-03-16/2025-03-31"},
	})
}

func TestReadEnglishNot(t *testing.T) {
	for _, s := range []string{
		"it may rise", "this may help", "a march on the city", "2024 people came", "version 1.2.3", "won 21-19", "call 555-1212", "in 2018 people",
		"the second largest", "her thirties", "the sun set", "he sat down", "10.5 percent", "first place", "3.15 million", "one may say",
	} {
		for _, e := range scan(s) {
			t.Errorf("%s: %q was read as time", s, s[e.Start:e.End])
		}
	}
}
