package excerpt_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"github.com/hegao/hegao/checker/source/excerpt"
)

func TestExcerpt(t *testing.T) {
	long := strings.Repeat("字", 200) + "错" + strings.Repeat("字", 200)
	tests := []struct {
		name, text string
		place      excerpt.Place
		want       string
	}{
		{"plain", "a: 1\nbb: 2\n", excerpt.Place{Line: 2, Column: 1, Length: 2},
			"  2 | bb: 2\n    | ^^\n"},
		{"wide characters", "metric: 进出囗总值", excerpt.Place{Line: 1, Column: 11, Length: 1},
			"  1 | metric: 进出囗总值\n    |             ^^\n"},
		{"emoji and a character beyond the basic plane", "𠮷🎉: x", excerpt.Place{Line: 1, Column: 5, Length: 1},
			"  1 | 𠮷🎉: x\n    |       ^\n"},
		{"tab", "a\tb: 1", excerpt.Place{Line: 1, Column: 3, Length: 1},
			"  1 | a   b: 1\n    |     ^\n"},
		{"the tab itself", "\tb: 1", excerpt.Place{Line: 1, Column: 1, Length: 1},
			"  1 |     b: 1\n    | ^^^^\n"},
		{"carriage returns", "a\r\nbc\rd", excerpt.Place{Line: 3, Column: 1, Length: 1},
			"  3 | d\n    | ^\n"},
		{"byte order mark", "\ufeffab", excerpt.Place{Line: 1, Column: 2, Length: 1},
			"  1 | ab\n    |  ^\n"},
		{"behind the end of the line", "ab", excerpt.Place{Line: 1, Column: 3},
			"  1 | ab\n    |   ^\n"},
		{"a line that isn't there", "ab", excerpt.Place{Line: 9, Column: 1},
			"  9 | \n    | ^\n"},
		{"long line", long, excerpt.Place{Line: 1, Column: 201, Length: 1},
			"  1 | …" + strings.Repeat("字", 19) + "错" + strings.Repeat("字", 29) + "…\n    | " +
				strings.Repeat(" ", 39) + "^^\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := excerpt.New(tt.text).Excerpt(tt.place); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func TestPlace(t *testing.T) {
	text := "\ufeff甲乙\n𠮷🎉丙丁\n"
	start := strings.Index(text, "丙")
	got := excerpt.New(text).Place(start, start+len("丙丁\n"))
	if want := (excerpt.Place{Line: 2, Column: 3, Length: 2}); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestSuggest(t *testing.T) {
	keys := []string{"metric", "value", "growth", "period", "within", "aliases"}
	metrics := []string{"进出口总值", "出口总值", "进口总值", "对外承包工程完成营业额", "地区生产总值"}
	tests := []struct {
		word  string
		names []string
		first string
	}{
		{"metirc", keys, "metric"},
		{"Value", keys, "value"},
		{"growht", keys, "growth"},
		{"ｐｅｒｉｏｄ", keys, "period"},
		{"进出囗总值", metrics, "进出口总值"},
		{"对外承包工程营业额", metrics, "对外承包工程完成营业额"},
		{"生产总值", metrics, "地区生产总值"},
		{"社会消费品零售总额", metrics, ""},
		{"x", keys, ""},
		{"", keys, ""},
		{"value", []string{"value"}, ""},
	}
	for _, tt := range tests {
		got := excerpt.Suggest(tt.word, tt.names)
		if tt.first == "" && len(got) > 0 || tt.first != "" && (len(got) == 0 || got[0] != tt.first) {
			t.Errorf("Suggest(%q) = %q, want %q first", tt.word, got, tt.first)
		}
	}
}

func FuzzExcerpt(f *testing.F) {
	f.Add("a: 1\n\tb：2 🎉𠮷", 2, 3, 2)
	f.Add("\ufeff\xff\xfe\r\r\n", 2, -1, 1<<30)
	f.Add(strings.Repeat("字\t", 5000), 1, 4000, 300)
	f.Fuzz(func(t *testing.T, text string, line, column, length int) {
		got := excerpt.New(text).Excerpt(excerpt.Place{Line: line, Column: column, Length: length})
		if strings.Count(got, "\n") != 2 || !utf8.ValidString(got) {
			t.Fatalf("not two lines of valid text: %q", got)
		}
		for _, l := range strings.Split(got, "\n") {
			if uniseg.StringWidth(l) > 140 {
				t.Fatalf("too wide: %q", l)
			}
		}
	})
}
