package diff_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/hegao/hegao/checker/diff"
)

func TestTokensKeepFiguresWhole(t *testing.T) {
	for text, want := range map[string]string{
		"总值7502.3亿元，增长12.1个百分点": "总|值|，|增|长|7502.3亿元|12.1个百分点",
		"2025年12月25日15时30分":     "2025年12月25日15时30分",
		"2025-12-25、8:30":       "2025-12-25|、|8:30",
		"1,234 firms":           "1,234 firms",
		"$7.5 billion, B2B":     "$7.5 billion|,| |B2B",
		"12.4% of 5 percent":    "12.4%| |of|5 percent",
		"第三届、第12位":              "第三届|、|第12位",
		"2000多个，近200家":          "2000多个|，|近|200家",
		"三成多，三分之一":              "三成多|，|三分之一",
		"２０２５年，７．５％":            "２０２５年|，|７．５％",
		"一带一路":                  "一带一路",
		"👩‍🌾🇨🇳é𠮷1人":             "👩‍🌾|𠮷|1人",
		"don't re-export":       "don't| |re-export",
	} {
		got := diff.Tokens(text)
		if strings.Join(got, "") != text {
			t.Errorf("%q: tokens %q lose text", text, got)
		}
		for _, token := range strings.Split(want, "|") {
			if !slices.Contains(got, token) {
				t.Errorf("%q: no token %q in %q", text, token, got)
			}
		}
	}
}

func TestInline(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"", "", ""},
		{"同", "同", "同"},
		{"", "新", "{+新+}"},
		{"旧", "", "[-旧-]"},
		{"7502.3亿元", "7520.3亿元", "[-7502.3亿元-]{+7520.3亿元+}"},
		{"增长123.4", "增长124.3", "增长[-123.4-]{+124.3+}"},
		{"80.6亿美元，", "80.6亿元，", "[-80.6亿美元-]{+80.6亿元+}，"},
		{"增长20.6%、41.1%。", "增长20.9%、41.2%。", "增长[-20.6%-]{+20.9%+}、[-41.1%-]{+41.2%+}。"},
		{"12月16日开幕", "12月18日开幕", "[-12月16日-]{+12月18日+}开幕"},
		{"居全国第三", "居全国第四", "居全国[-第三-]{+第四+}"},
		{"rose 12.4% last year", "rose 14.2% last year", "rose [-12.4%-]{+14.2%+} last year"},
		{"净增加的学校", "净减少的学生", "净[-增加-]{+减少+}的学[-校-]{+生+}"},
		{"甲乙丙", "丁乙戊", "[-甲乙丙-]{+丁乙戊+}"},
		{"𠮷县1人😀", "吉县2人😀", "[-𠮷-]{+吉+}县[-1人-]{+2人+}😀"},
	} {
		if got := marked(diff.Inline(c.old, c.new)); got != c.want {
			t.Errorf("%q → %q: got %s, want %s", c.old, c.new, got, c.want)
		}
	}
}

func marked(ops []diff.Op) string {
	var b strings.Builder
	for _, op := range ops {
		switch op.Kind {
		case diff.Delete:
			b.WriteString("[-" + op.Text + "-]")
		case diff.Insert:
			b.WriteString("{+" + op.Text + "+}")
		default:
			b.WriteString(op.Text)
		}
	}
	return b.String()
}

// check fails unless the pieces are exactly the two texts, in normal form.
func check(t *testing.T, old, new string) {
	t.Helper()
	ops := diff.Inline(old, new)
	var a, b strings.Builder
	for i, op := range ops {
		if op.Kind != diff.Insert {
			a.WriteString(op.Text)
		}
		if op.Kind != diff.Delete {
			b.WriteString(op.Text)
		}
		if op.Text == "" {
			t.Fatalf("%q → %q: an empty piece in %v", old, new, ops)
		}
		if i > 0 && (ops[i-1].Kind == op.Kind || ops[i-1].Kind == diff.Insert && op.Kind == diff.Delete) {
			t.Fatalf("%q → %q: pieces out of order in %v", old, new, ops)
		}
	}
	if a.String() != old || b.String() != new {
		t.Fatalf("%q → %q: pieces %v join to %q and %v", old, new, ops, a.String(), b.String())
	}
}

func TestInlineIsExact(t *testing.T) {
	pieces := []string{"12.4%", "7502.3亿元", "，", "出口", "全省", "𠮷", "😀", " ", "第三", "\n", "exports", "\xff", "了", "2025年1月"}
	rnd := rand.New(rand.NewPCG(7, 7))
	text := func() string {
		var b strings.Builder
		for range rnd.IntN(14) {
			b.WriteString(pieces[rnd.IntN(len(pieces))])
		}
		return b.String()
	}
	for range 3000 {
		check(t, text(), text())
	}
}

func FuzzInline(f *testing.F) {
	f.Add("总值7502.3亿元😀", "总值7520.3亿元𠮷")
	f.Add("a\xffb", "a\u200d")
	f.Add("第", "第三，三")
	f.Fuzz(func(t *testing.T, old, new string) { check(t, old, new) })
}

// The cost is bounded however large and different the texts are.
func TestInlineOfLargeTexts(t *testing.T) {
	var a, b strings.Builder
	for i := range 200_000 {
		a.WriteRune(rune('一' + i%7000))
		b.WriteRune(rune('一' + (i*31+5)%7000))
	}
	start := time.Now()
	check(t, a.String(), b.String())
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("took %v", took)
	}
}

func BenchmarkInline(b *testing.B) {
	const old = "今年前11个月，全省进出口总值7502.3亿元，同比增长19.3%，其中对东盟进出口1582.7亿元。"
	new := strings.Replace(old, "7502.3", "7520.3", 1)
	b.SetBytes(int64(len(old)))
	for b.Loop() {
		diff.Inline(old, new)
	}
}
