package period

import (
	"strconv"
	"testing"
)

var (
	lunarMonths = [...]string{"", "正月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "冬月", "腊月"}
	lunarTens   = [...]string{"初", "十", "廿", "三十"}
	lunarOnes   = [...]string{"十", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
)

// lunarWords writes a lunar date as copy does: 农历2025年闰六月初一.
func lunarWords(l Lunar) string {
	s := "农历" + strconv.Itoa(l.Year) + "年"
	if l.Leap {
		s += "闰"
	}
	s += lunarMonths[l.Month]
	switch d := l.Day; {
	case d == 10:
		return s + "初十"
	case d == 20:
		return s + "二十"
	case d == 30:
		return s + "三十"
	default:
		return s + lunarTens[d/10] + lunarOnes[d%10]
	}
}

// Every day of two centuries is read back from its lunar date in words.
func TestLunarWordsAreReadBack(t *testing.T) {
	for d := (Date{1900, 1, 31}); d.Year <= 2100; d = d.AddDays(1) {
		l, ok := ToLunar(d)
		if !ok {
			t.Fatalf("%v has no lunar date", d)
		}
		words := lunarWords(l)
		e, end, ok := Read(words, 0)
		if !ok || end != len(words) {
			t.Fatalf("%s isn't read to its end", words)
		}
		if p := Resolve(&e, Context{Published: Date{2025, 12, 25}}); p != Point(d) {
			t.Fatalf("%s is %v, read as %v", words, d, p)
		}
	}
}
