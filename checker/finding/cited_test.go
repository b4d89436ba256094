package finding

import "testing"

// English sentences cite Chinese words in quotation marks, and leave their own
// words and citations as they are.
func TestCited(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The parts add up to 27户.", "The parts add up to “27户”."},
		{"第七届 进博会 was held in 上海, which doesn't fit “11月”.", "“第七届 进博会” was held in “上海”, which doesn't fit “11月”."},
		{"no 十, 百 or 几 behind digits", "no “十”, “百” or “几” behind digits"},
		{"it is 0.5 percent, not “0.6%”", "it is 0.5 percent, not “0.6%”"},
		{"about 0.009公里, or 2,400户", "about “0.009公里”, or “2,400户”"},
		{"Hubei, 进出口总值: 80.6亿元", "Hubei, “进出口总值”: “80.6亿元”"},
	} {
		if got := Cited(c.text); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
	text := Text{ZH: "差27户", EN: "27户 apart"}
	if got := text.Said("zh") + " / " + text.Said("en"); got != "差27户 / “27户” apart" {
		t.Errorf("said %s", got)
	}
}
