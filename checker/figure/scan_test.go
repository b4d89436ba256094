package figure

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/source"
)

// scanSeeds hold a little of everything that the scanner knows, and what it is
// likely to stumble over.
var scanSeeds = []string{
	"", "1", "一", "、", "分别", "“", "”", "\n", "\x00", "\xff\xfe", "１２３", "😀12万吨𠮷",
	"前11个月，我国进出口7500.5亿元，同比增长20.5%，其中出口5000亿元、进口2500亿元，分别增长12%、近三成。",
	"2025年12月25日，第八届进博会在上海举行，意向成交超过834.9亿美元，比上届增长4.4%。",
	"3至5亿元，15%~20%，二〇二五年三月，三分之二，百分之五，半数以上，几十万，十余家，两三千，一带一路，世界500强。",
	"Exports rose 12.5 percent to $34.2 billion in the three months to March 31, 1987, up from 3-1/2 mln dlrs a year ago.",
	"one in five, the first half of 2025, Q3 FY25, 1,234,567.89 tonnes, -5 pct, €3.2bn, 10^5, 1e+9, COVID-19, 002603.SZ",
	"上午9时30分至11时，1978—2024年，“十四五”期间，春节假期，农历正月初一，近十年来，去年同期，今明两年。",
	strings.Repeat("9", 400), strings.Repeat("三千", 200), strings.Repeat("2025年", 100), strings.Repeat("1.", 300), strings.Repeat("to ", 200),
}

// FuzzScan holds what the scanner reads against the text: whatever the text,
// tokens stand in order and apart, and every range lies within the text on the
// borders of characters.
func FuzzScan(f *testing.F) {
	for _, s := range scanSeeds {
		f.Add(s)
	}
	r := NewReader(ledger.WithPacks(nil))
	f.Fuzz(func(t *testing.T, text string) {
		doc := document.FromText(text)
		p := r.Scan(doc)
		checkScan(t, p)
		r.Release(p)
	})
}

func TestScanOfHalves(t *testing.T) {
	r := NewReader(ledger.WithPacks(nil))
	for _, a := range scanSeeds {
		for _, b := range scanSeeds {
			text := a[:len(a)/2] + b[len(b)/2:] // cut anywhere, in the midst of characters too
			p := r.Scan(document.FromText(text))
			checkScan(t, p)
			r.Release(p)
		}
	}
}

// checkScan reports every range of a page that lies beyond the view or within a
// character, and tokens that overlap.
func checkScan(t *testing.T, p *Page) {
	t.Helper()
	valid := utf8.ValidString(p.Text)
	check := func(what string, r source.Range) {
		if r.Start < 0 || r.End < r.Start || r.End > len(p.Text) {
			t.Fatalf("%s %v is beyond the text of %d bytes: %q", what, r, len(p.Text), p.Text)
		}
		for _, at := range [...]int{r.Start, r.End} {
			if valid && at < len(p.Text) && !utf8.RuneStart(p.Text[at]) {
				t.Fatalf("%s %v ends within a character: %q", what, r, p.Text)
			}
		}
	}
	last := 0
	for i, tok := range p.Tokens {
		check("token", tok.Range())
		if tok.Range().Len() == 0 || int(tok.Start) < last {
			t.Fatalf("token %d, %v, is empty or overlaps the one before: %q", i, tok.Range(), p.Text)
		}
		last = int(tok.End)
		switch tok.Kind {
		case Quantity:
			if f := &p.Figures[tok.Ref]; f.Token != i {
				t.Fatalf("figure %d says that it is token %d, not %d", tok.Ref, f.Token, i)
			}
		case DateTok:
			if d := &p.Dates[tok.Ref]; d.Token != i {
				t.Fatalf("date %d says that it is token %d, not %d", tok.Ref, d.Token, i)
			}
		}
	}
	for i := range p.Figures {
		q := &p.Figures[i].Quantity
		for what, r := range map[string]source.Range{"quantity": q.Range, "number": q.Number, "hedge before": q.Before, "hedge after": q.After, "unit": q.UnitRange} {
			check(what, r)
		}
		if q.Number.Start < q.Range.Start || q.Number.End > q.Range.End || q.Before.Len() > 0 && q.Before.End > q.Range.Start {
			t.Fatalf("quantity %v, number %v, hedge %v: %q", q.Range, q.Number, q.Before, p.Text)
		}
	}
	for i := range p.Dates {
		d := &p.Dates[i]
		check("date", d.Range())
		check("weekday", source.Range{Start: d.WeekdayStart, End: d.WeekdayEnd})
		if d.Body < d.Start || d.Body > d.End {
			t.Fatalf("date %v begins at %d: %q", d.Range(), d.Body, p.Text)
		}
	}
	for i := range p.Names {
		check("name", p.Names[i].Range)
	}
}

// What looks for small counts passes over everything that begins otherwise.
func TestHanDigitsBeginWithTwoBytes(t *testing.T) {
	for _, r := range hanDigits {
		if b := string(r)[0]; b != "一"[0] && b != "八"[0] {
			t.Errorf("%c begins with %#x", r, b)
		}
	}
}
