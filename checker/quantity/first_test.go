package quantity

import "testing"

// The first place and the first edition are numbered when another takes their
// place.
func TestRenderFirst(t *testing.T) {
	for text, want := range map[string]string{"首届博览会": "第八届", "居全省首位": "第八位"} {
		q, ok := first(t, text)
		if got := Render(text, &q, Int(8)); !ok || got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// The first places of a ranking are a range; days and months behind 前 aren't.
func TestTopPlaces(t *testing.T) {
	for text, want := range map[string]string{
		"前三名": "rank 1..3 名", "进入全国前十": "rank 1..10", "前5位": "rank 1..5 位", "跻身前三行列": "rank 1..3",
		"前三天": "duration 3 d", "目前三家企业": "count 3 家", "前一名队员": "", "以前三个人": "count 3 个",
	} {
		got := ""
		if q, ok := first(t, text); ok {
			got = q.String()
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// Ordinals that share their noun are of its kind: the sectors of the economy are
// names, phases are numbered, and only places are ranks.
func TestOrdinalsInLists(t *testing.T) {
	for text, want := range map[string]string{
		"第一、第二、第三产业": "", "第二、三产业": "", "完成第二和第三阶段": "ordinal 2", "列第一、第二位": "rank 1", "居全国第二、第三": "rank 2",
	} {
		got := ""
		if q, ok := first(t, text); ok {
			got = q.String()
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// A value far below the last printed place is written in a smaller scale.
func TestRenderSmaller(t *testing.T) {
	for _, c := range []struct {
		text string
		v    Num
		want string
	}{
		{"32.8亿元", Int(328_000), "32.8万元"},
		{"3万亿元", Int(120_000_000), "1.2亿元"},
		{"$3.2 billion", Int(4_000_000), "$4.0 million"},
	} {
		q, ok := first(t, c.text)
		if got := Render(c.text, &q, c.v); !ok || got != c.want {
			t.Errorf("%s in the style of %s is %s, want %s", c.v, c.text, got, c.want)
		}
	}
}
