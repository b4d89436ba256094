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
		// Lengths of time and what they are reckoned from.
		{"closed two years ago, opens in May; a fortnight ago", "two years ago = 2023-12-25; in May = 2025-05; a fortnight ago = 2025-12-11"},
		{"1 month and 21 days ago", "1 month and 21 days ago = 2025-11-04"},
		{"five days before Christmas; 3 days after tomorrow", "five days before Christmas = 2025-12-20; 3 days after tomorrow = 2025-12-29"},
		{"16 days from 01/02/2018", "16 days from 01/02/2018 = 2018-01-18"},
		{"in the six months to June 30, 2025", "in the six months to June 30, 2025 = 2025-01/2025-06"},
		{"the three months to September 2025", "the three months to September 2025 = 2025-07/2025-09"},
		{"the quarter ended March 31, 2025; the year ended June 30 1987", "the quarter ended March 31, 2025 = 2025-01/2025-03; the year ended June 30 1987 = 1986-07/1987-06"},
		{"the week ended Nov 14, 2025", "the week ended Nov 14, 2025 = 2025-11-08/2025-11-14"},
		{"the week of Nov. 3, 2025, a week starting tomorrow", "the week of Nov. 3, 2025 = 2025-11-03/2025-11-09; a week starting tomorrow = 2025-12-26/2026-01-01"},
		{"over the next couple of weeks and the past 5 years", "the next couple of weeks = 2025-12-26/2026-01-08; the past 5 years = 2020-12-25/2025-12-24"},
		{"two days after the vote, three weeks from the date", ""},
		// Parts of the present unit.
		{"for the rest of the year; later this month; earlier in the week", "the rest of the year = 2025-12-25/2025-12-31; later this month = 2025-12-25/2025-12-31; earlier in the week = 2025-12-22/2025-12-24"},
		{"early next week, by the end of next week, mid-November", "early next week = 2025-12-29/2025-12-31; the end of next week = 2026-01-01/2026-01-04; mid-November = 2025-11-10/2025-11-20"},
		{"the third month of 2021", "the third month of 2021 = 2021-03"},
		// Spans that say a month or year but once.
		{"from 4 to 22 this month", "4 to 22 this month = 2025-12-04/2025-12-22"},
		{"from 4 to January 22, 1995", "4 to January 22, 1995 = 1995-01-04/1995-01-22"},
		{"between the ninth and the seventeenth of April", "the ninth and the seventeenth of April = 2025-04-09/2025-04-17"},
		{"April the ninth till the seventeenth", "April the ninth till the seventeenth = 2025-04-09/2025-04-17"},
		{"Nov 18-Dec 19, 2015; Nov-Feb 5th, 2017", "Nov 18-Dec 19, 2015 = 2015-11-18/2015-12-19; Nov-Feb 5th, 2017 = 2016-11-01/2017-02-05"},
		{"10/1-11/2/2017", "10/1-11/2/2017 = 2017-10-01/2017-11-02"},
		{"from next Monday to Thursday", "next Monday to Thursday = 2025-12-29/2026-01-01"},
		// Years in words.
		{"in nineteen ninety-six, since two thousand and fifteen", "in nineteen ninety-six = 1996; two thousand and fifteen = 2015-01-01/2025-12-25"},
		{"in two thousand cases, to nineteen eighty people", ""},
		{"in seventeen hundred and thirty three", "in seventeen hundred and thirty three = 1733"},
		{"the nineteen seventies, the noughties, the nineties", "the nineteen seventies = 1970/1979; the noughties = 2000/2009; the nineties = 1990/1999"},
		// Holidays.
		{"next Christmas, last Easter, Black Friday 2010", "next Christmas = 2026-12-25; last Easter = 2025-04-20; Black Friday 2010 = 2010-11-26"},
		{"over the Labor Day weekend; the weekend of Thanksgiving 2023", "the Labor Day weekend = 2025-08-30/2025-09-01; the weekend of Thanksgiving 2023 = 2023-11-23/2023-11-26"},
		{"on New Year's Day", "on New Year's Day = 2026-01-01"},
		{"this past Wednesday", "this past Wednesday = 2025-12-24"},
		{"in the '90s and mid-1990s, www.example.com/2024/05/", "in the '90s = 1990/1999; mid-1990s = 1990/1999"},
		{"record May one. Aug 60 stg, August 99.", "May one = 2025-05-01; August 99 = 1999-08"},
		{"ended Sept 30 of 25 cts a share, April three to 15 mln", "Sept 30 = 2025-09-30; April three = 2025-04-03"},
		{"the year earlier month, announced last February 28 in Lima, earlier in the month", "last February 28 = 2025-02-28; earlier in the month = 2025-12-01/2025-12-24"},
		{"a room on the 3rd floor, held on the 3rd", "on the 3rd = 2025-12-03"},
		{"early 2025, late March", "early 2025 = 2025-H1; late March = 2025-03-16/2025-03-31"},
		// What comes again and again is no day; a weekday may lie off a day.
		{"every Tuesday, every other Friday, the third Tuesday of each month, every March 3, each Christmas", ""},
		{"on the third Tuesday of January; moved to the third Tuesday.", "on the third Tuesday of January = 2026-01-20; the third Tuesday = 2025-12-16"},
		{"Monday two weeks from now, Friday a week ago", "Monday two weeks from now = 2026-01-05; Friday a week ago = 2025-12-19"},
		{"on Friday 20 people came; won Friday 7-6", "on Friday = 2025-12-19; Friday = 2025-12-19"},
		// At the most a length off.
		{"less than two weeks after Dec. 1; within three days from today", "two weeks after Dec. 1 = 2025-12-01/2025-12-14; three days from today = 2025-12-25/2025-12-27"},
		{"less than a week ago; within the next three years", "a week ago = 2025-12-18/2025-12-24; the next three years = 2025-12-25/2028-12-24"},
		{"over the last 3 months and 2 weeks", "the last 3 months and 2 weeks = 2025-09-11/2025-12-24"},
		{"in two weeks' time, in a fortnight’s time", "in two weeks' time = 2026-01-08; in a fortnight’s time = 2026-01-08"},
		// Parts of periods and ages.
		{"the last two weeks of May; the first ten days of June 2024; the last three days of this month", "the last two weeks of May = 2025-05-19/2025-06-01; the first ten days of June 2024 = 2024-06-01/2024-06-10; the last three days of this month = 2025-12-29/2025-12-31"},
		{"the first half of the 20th century, late 19th century, the second half of the 1990s", "the first half of the 20th century = 1901-01/1950-12; late 19th century = 1851-01/1900-12; the second half of the 1990s = 1995-01/1999-12"},
		{"in the year 267, this year 267 people", "in the year 267 = 0267; this year = 2025"},
		{"in the two thousand and tens; the nineteen-tens of thousands", "in the two thousand and tens = 2010/2019"},
		{"October, 1st. In October, 1st Battalion", "October, 1st = 2025-10-01; In October = 2025-10"},
		// Ends of spans.
		{"between Jan 22 and now", "Jan 22 and now = 2025-01-22/2025-12-24"},
		{"between the end of 2007 and the end of 2008; from the end of March to mid-May", "the end of 2007 and the end of 2008 = 2008-01-01/2008-12-31; the end of March to mid-May = 2025-04-01/2025-05-15"},
		{"the 2024-25 season, in 2013-14, the 2009-10 season, 2009-10", "2024-25 = 2024/2025; 2013-14 = 2013/2014; 2009-10 = 2009/2010; 2009-10 = 2009-10"},
		{"dated 20251224, no 20251324", "20251224 = 2025-12-24"},
		{"over the past decade, two and a half years ago", "the past decade = 2015-12-25/2025-12-24; two and a half years ago = 2023-06-25"},
		{"the December 2024 quarter, the March quarter, FY2024-25", "the December 2024 quarter = 2024-10/2024-12; the March quarter = 2025-01/2025-03; FY2024-25 = 2024/2025"},
		{"a three-day weekend, the weekend", "the weekend = 2025-12-27/2025-12-28"},
		{"in 79 AD, in 44 BC, in the fifth century BC", "in 79 AD = 0079; in 44 BC = ; in the fifth century BC = "},
		{"in the January-March first quarter, on March first", "in the January-March = 2025-01/2025-03; first quarter = 2025-Q1; on March first = 2025-03-01"},
		{"last night, this morning, the last night of the fair", "last night = 2025-12-24; this morning = 2025-12-25"},
	})
}

func TestReadClock(t *testing.T) {
	for text, want := range map[string][4]int{
		"2 to 4 p.m.": {14, 0, 16, 0}, "9:30-11 a.m.": {9, 30, 11, 0}, "11 to 1 p.m.": {11, 0, 13, 0}, "noon": {12, 0, 0, 0}, "12 midnight": {0, 0, 0, 0},
	} {
		e, end, ok := Read(text, 0)
		if got := [4]int{e.Hour, e.Minute, e.EndHour, e.EndMinute}; !ok || end != len(text) || e.Kind != KindTime || got != want {
			t.Errorf("%s: %v up to %d, %v expected", text, got, end, want)
		}
	}
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
