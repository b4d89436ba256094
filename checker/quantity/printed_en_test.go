package quantity

import (
	"math/rand"
	"testing"
)

// englishStyles are quantities in the styles of English copy, with the least
// step between values that the style can print.
var englishStyles = []struct {
	text  string
	place int
}{
	{"3,100 ships", 0}, {"599 homes", 0}, {"1,250,000 people", 0}, {"45 shares", 0}, {"three people", 0}, {"twelve towns", 0}, {"two hundred people", 0},
	{"$26 million", 6}, {"$1.2bn", 8}, {"£3m", 6}, {"RMB5 million", 6}, {"HK$1,250", 0}, {"US$1,250.50", -2}, {"1.2 mln dlrs", 5}, {"26 cents", 0},
	{"3.5 trillion yen", 11}, {"two million euros", 6}, {"half a million people", 5},
	{"12.5 percent", -1}, {"0.3 pct", -1}, {"-5 per cent", 0}, {"4.10%", -2}, {"2.5 percentage points", -1}, {"25 basis points", 0},
	{"7502.3 tonnes", -1}, {"280,000 bpd", 0}, {"5.5 miles", -1}, {"40 degrees Celsius", 0}, {"15 minutes", 0}, {"45-year-old", 0}, {"$78.30 a barrel", -2},
	{"3,456.78", -2}, {"2.65 mln", 4},
}

// Whatever value is printed in the style of an English quantity is read back as
// the same value with the same unit.
func TestEnglishNumbersAreReadBack(t *testing.T) {
	rng := rand.New(rand.NewSource(13))
	for _, style := range englishStyles {
		like, err := Parse(style.text)
		if err != nil {
			t.Errorf("%s: %v", style.text, err)
			continue
		}
		for range 2000 {
			n := rng.Int63n([]int64{10, 100, 10_000, 1_000_000, 100_000_000}[rng.Intn(5)])
			if n == 0 || like.Kind == Age && n > 120 {
				continue
			}
			v := Dec(n, style.place)
			if like.Negative {
				v = v.Neg()
			}
			text := Render(style.text, &like, v)
			back, err := Parse(text)
			if err != nil || back.Value.Cmp(v) != 0 || back.Unit != like.Unit || back.Kind != like.Kind {
				t.Errorf("%s in the style of %s is %s, read back as %s (%v)", v, style.text, text, back.String(), err)
				break
			}
		}
	}
}

// Copy groups the digits of thousands and spells out what is below ten where
// the number before was spelt out.
func TestEnglishRenderFollowsTheStyle(t *testing.T) {
	for _, c := range []struct{ like, value, want string }{
		{"599 homes", "12345", "12,345 homes"}, {"3,100 ships", "310", "310 ships"}, {"three people", "5", "five people"},
		{"three people", "1234", "1,234 people"}, {"two million euros", "3000000", "three million euros"}, {"two million euros", "2500000", "2.5 million euros"},
		{"$26 million", "31500000", "$31.5 million"}, {"1.2 mln dlrs", "3400000", "3.4 mln dlrs"}, {"half a million people", "700000", "700,000 people"},
		{"7502.3 tonnes", "7520.3", "7520.3 tonnes"}, {"-5 per cent", "-3", "-3 per cent"},
	} {
		q, err := Parse(c.like)
		if err != nil {
			t.Errorf("%s: %v", c.like, err)
			continue
		}
		if got := Render(c.like, &q, num(c.value)); got != c.want {
			t.Errorf("%s in the style of %s: got %s, want %s", c.value, c.like, got, c.want)
		}
	}
}
