package quantity

import (
	"strings"
	"testing"

	"github.com/hegao/hegao/checker/source"
)

// Every figure of the text, as kind, value, unit and hedge; none is "".
var englishFigures = []struct{ text, want string }{
	{"The port handled 3,100 ships, or 7,502.3 tonnes", "count 3100 艘; measure 7502.3 t"},
	{"a plant worth $26 million to $31 million", "money 26000000..31000000 USD"},
	{"a plant worth $26-31 million", "money 26000000..31000000 USD"},
	{"over this year's $61.8 million and last year’s $58 million", "money 61800000 USD; money 58000000 USD"},
	{"It costs US$1.2bn, £3m, RMB5 million or 1.2 mln dlrs", "money 1200000000 USD; money 3000000 GBP; money 5000000 CNY; money 1200000 USD"},
	{"Coupons of 7-3/4 pct and 26 cents a share", "percent 7.75 %; money 26 cent/shares"},
	{"up 2.5 percentage points, then 125 basis points", "point 2.5 pp; point 125 bp"},
	{"two hundred and three thousand seats", "count 203000 seats"},
	{"half a million people and a dozen dogs", "count 500000 人; count 12 dogs"},
	{"one in five voters, two-thirds of them women", "fraction 0.2; fraction 2/3"},
	{"It lasted two and a half hours, not half an hour", "duration 2.5 h; duration 0.5 h"},
	{"between 3 and 5 million barrels a day", "measure 3000000..5000000 [bbl_us]/d"},
	{"rose to 12 percent from 10 percent", "percent 12 %; percent 10 %"},
	{"output rose from 10 tonnes to 12 tonnes", "measure 10 t; measure 12 t"},
	{"prices rose 5 percent to 3,100", "percent 5 %; number 3100"},
	{"by 10 to 12 percent", "percent 10..12 %"},
	{"ranked third among 31 provinces", "rank 3; count 31 provinces"},
	{"the world's third-largest port, No. 3 in Asia", "rank 3; rank 3"},
	{"the 138th Canton Fair", "edition 138"},
	{"Sales doubled, three times as many as in 2019", "multiple 2 times; multiple 3 times"},
	{"a 20-fold rise, twice the plan", "multiple 20 times; multiple 2 times"},
	{"Li, a 45-year-old farmer, walked 5 feet 6 inches", "age 45 岁; measure 5.5 [ft_i]"},
	{"people aged 45, aged 16 to 64 or aged under 16", "age 45 岁; age 16..64 岁; age 16 岁 under"},
	{"Tables 11 and 12, Chart 8.4 and Regulation No 691/2011", ""},
	{"reserves of 217 bcm", "measure 217000000000 m3"},
	{"passed by a 21-19 vote", "score 21"},
	{"It was minus sixty degrees, then -5 degrees Celsius", "measure -60 deg; measure -5 Cel"},
	{"about 200 towns, nearly 300 villages, more than 30 but less than 40 farms", "count 200 towns about; count 300 villages nearly; count 30..40 farms over"},
	{"500 or more came, 40 years or so later", "number 500 at-least; duration 40 a about"},
	{"one of the best, no one, this one, one another", ""},
	{"the first half, the second quarter, first time in the Third World", ""},
	{"Boeing 747, S&P 500, G20, Covid-19, iPhone 15, 401(k), 5G, 3D", ""},
	{"in 2019, on May 4, at 10:27 pm, 1986/87 results, 2019 earnings, the 1990s", ""},
	{"call +1-222-2222-2222 or 192.168.1.2", ""},
	// Currencies by the names that copy gives them, with the country and without.
	{"500 Thai baht, 50 rand, 44 Ukrainian hryvnia, 25 Angolan kwanza and 8 Peruvian soles", "money 500 THB; money 50 ZAR; money 44 UAH; money 25 AOA; money 8 PEN"},
	{"HK$120m, A$5bn, C$3.4 million, Rs 500 crore, DM 20 billion", "money 120000000 HKD; money 5000000000 AUD; money 3400000 CAD; money 5000000000 INR; money 20000000000 DEM"},
	{"10p, 50c, 2.5 pence per share", "money 10 pence; money 50 cent; money 2.5 pence/shares"},
	// A word between the number and what it counts.
	{"five consecutive years, 300 more jobs, 12 additional months", "duration 5 a; count 300 jobs; duration 12 mo"},
	// Heights and temperatures in the shapes of copy.
	{"a 5-foot-10 forward, a 6-foot-2-inch guard and a 6'3\" centre", "measure 35/6 [ft_i]; measure 37/6 [ft_i]; measure 6.25 [ft_i]"},
	{"Temperatures reached 40C (104F) in the shade", "measure 40 Cel; measure 104 [degF]"},
	{"in seat 12C of row 4F", ""},
	// Bounds that are part of the word.
	{"a sub-5% rate for sub-300 sq m flats", "percent 5 % under; measure 300 m2 under"},
	// Ages, votes and addresses.
	{"Jane Smith, 45, and Li Wei, 102, disagreed", "age 45 岁; age 102 岁"},
	{"The vote was 21 to 19, and Leeds won by 3 goals to 1", "score 21; count 3 goals; number 1"},
	{"at No. 10 Downing Street and 221 Baker Street, 500 Wall Street traders said", "number 500"},
	{"the 4x100 m relay", ""},
	{"at 221B Baker Street, the 24/7 service, after the 9/11 attacks, case No. 22-451, ISO 9001, H.R. 7521", ""},
	{"seven in 10 parents, nine out of ten dentists", "fraction 0.7; fraction 0.9"},
	{"16- to 24-year-olds", "age 16..24 岁"},
	{"offered at 125/132 dlrs, down to 2.0/2.5 mln bags, 99-31/32 pct", "money 125..132 USD; count 2000000..2500000 bags; percent 99.96875 %"},
	{"between 5.75 dlrs and 6.25 dlrs a share", "money 5.75..6.25 USD/shares"},
	{"from 76.83 billion in the previous month, a 12 in pipe", "number 76830000000; number 12"},
	{"hundreds of people, tens of thousands of trees", "count 100 人 several; count 10000 trees several"},
}

func figuresOf(text string) (qs []Quantity) {
	Scan(text, nil, func(q *Quantity) bool { qs = append(qs, *q); return true })
	return qs
}

func TestEnglishFigures(t *testing.T) {
	for _, c := range englishFigures {
		for _, lead := range []string{"", "😀 𠮷\n"} {
			var got []string
			for _, q := range figuresOf(lead + c.text) {
				got = append(got, q.String())
			}
			if s := strings.Join(got, "; "); s != c.want {
				t.Errorf("%s%s\n got %s\nwant %s", lead, c.text, s, c.want)
			}
		}
	}
}

func TestEnglishRangesCoverTheirWords(t *testing.T) {
	text := "😀 𠮷 worth $26 million to $31 million, or two-thirds"
	qs := figuresOf(text)
	want := []string{"$26 million to $31 million", "two-thirds"}
	if len(qs) != len(want) {
		t.Fatalf("got %d figures, want %d", len(qs), len(want))
	}
	for i, q := range qs {
		if got := text[q.Range.Start:q.Range.End]; got != want[i] {
			t.Errorf("got %q, want %q", got, want[i])
		}
	}
	high := qs[0].High
	if got := text[high.Range.Start:high.Range.End]; got != "$31 million" {
		t.Errorf("the right end covers %q", got)
	}
}

func FuzzEnglish(f *testing.F) {
	for _, c := range englishFigures {
		f.Add(c.text)
		f.Add("😀" + c.text + "𠮷")
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, q := range figuresOf(text) {
			for _, r := range []source.Range{q.Range, q.Number, q.UnitRange, q.Before, q.After} {
				if r.Start < 0 || r.End < r.Start || r.End > len(text) {
					t.Fatalf("%q: range %v out of bounds", text, r)
				}
			}
			if q.Range.Start < last || q.Range.End == q.Range.Start {
				t.Fatalf("%q: range %v overlaps or is empty", text, q.Range)
			}
			last = q.Range.End
		}
	})
}

// A word that begins no number must cost next to nothing.
func BenchmarkEnglishNoNumber(b *testing.B) {
	text := "government officials announced the measures on behalf of the ministry"
	b.ReportAllocs()
	for b.Loop() {
		if _, _, ok := Read(text, 0); ok {
			b.Fatal("read a figure in a word")
		}
	}
}

// Forms that names, numbers and fractions of their own kinds have in English.
func TestEnglishForms(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"It took three one-thousandths of a second, or one one-hundredth", "fraction 0.003; fraction 0.01"},
		{"Call 555-1234 or (212) 555-0100", ""},
		{"A range of 500-1000 people", "count 500..1000 人"},
		{"a six-figure sum for two people", "count 2 人"},
		{"It was 100 F (38 C) in the sun", "measure 100 [degF]; measure 38 Cel"},
		{"a budget of ¥500 billion", "money 500000000000 JPY"},
	} {
		var got []string
		for _, q := range figuresOf(c.text) {
			got = append(got, q.String())
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s\n got  %s\n want %s", c.text, s, c.want)
		}
	}
}

// About a part of something is a share around it, not one of the last place of
// the fraction.
func TestAboutFraction(t *testing.T) {
	q, ok := first(t, "约三分之一的人")
	if q.SetBefore(About, q.Range); !ok || !q.Set.HasLo || q.Set.Lo.Sign() <= 0 || q.Set.Hi.Cmp(Int(1)) >= 0 {
		t.Errorf("about a third is %v", q.Set)
	}
}

// Numbers of telephones are no figures, with or without the code of a country.
func TestTelephones(t *testing.T) {
	for _, s := range []string{"Tel: +44 (0)20 7946 0123.", "+1-212-555-0123", "call (212) 555-0123 now"} {
		for _, q := range figuresOf(s) {
			t.Errorf("%s: read as %s", s, q.String())
		}
	}
	if got := figuresOf("up +44 percent, +225,000 and +105,000"); len(got) != 3 {
		t.Errorf("signed numbers: %v", got)
	}
	if got := figuresOf("10-"); len(got) != 1 { // a range that breaks off
		t.Errorf("10-: %v", got)
	}
}
