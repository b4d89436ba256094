package edition

import (
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/tell"
)

var (
	known = finding.Text{
		ZH: "%s%s是%s举行的，与稿中的“%s”对不上。",
		EN: "%s %s was held %s, which doesn't fit “%s”.",
	}
	unknown = finding.Text{
		ZH: "“%s”时举行的%s不是%s。",
		EN: "The %[2]s of “%[1]s” isn't the %[3]s.",
	}
	fitsOther = finding.Text{
		ZH: "届次、时间都对得上的是%s（%s），像是展会名写错。",
		EN: "%s (%s) fits all that is printed: the name looks wrong.",
	}
	fitsNumber = finding.Text{ZH: "那时举行的是第%d届", EN: "the one held then is number %d"}
	printedAs  = finding.Text{ZH: "与届次一起写出的时间", EN: "the time printed with the edition"}
	printedIn  = finding.Text{ZH: "与届次一起写出的地点", EN: "the place printed with the edition"}
	sameEvent  = finding.Text{ZH: "同一展会在这里写的年份", EN: "the year printed with the same event here"}
	change     = finding.Text{ZH: "改为“%s”", EN: "change to “%s”"}
)

func report(p *rule.Pass, m *mention, s *setting, v verdict) {
	printed := p.Text(m.fig.Range)
	name := p.Text(m.name)
	day := s.printed
	fields := p.Text(day)
	pr := rule.Problem{
		Range: m.fig.Range, Severity: v.severity, Confidence: tell.Confidence(v.severity),
		Related: []rule.Related{tell.Related(day, printedAs)},
	}
	if s.city != "" {
		fields += "、" + s.city
		pr.Related = append(pr.Related, tell.Related(s.cityRange, printedIn))
	}
	if v.own != nil {
		pr.Message = finding.Text{
			ZH: fmt.Sprintf(known.ZH, printed, name, held(p, v.own, "zh"), fields),
			EN: fmt.Sprintf(known.EN, printed, name, held(p, v.own, "en"), fields),
		}
		pr.Ledger = append(pr.Ledger, ref(p, m.event, v.own))
	} else {
		pr.Message = tell.Textf(unknown, fields, name, printed)
	}
	if v.other.event != nil {
		as := nameLike(m.event, v.other.event, name)
		extra := finding.Text{
			ZH: fmt.Sprintf(fitsOther.ZH, as, held(p, v.other.edition, "zh")),
			EN: " " + fmt.Sprintf(fitsOther.EN, as, held(p, v.other.edition, "en")),
		}
		pr.Message.ZH, pr.Message.EN = pr.Message.ZH+extra.ZH, pr.Message.EN+extra.EN
		pr.Ledger = append(pr.Ledger, ref(p, v.other.event, v.other.edition))
		pr.Fixes = append(pr.Fixes, fix(m.name, as, finding.Suggest))
		pr.Related = append(pr.Related, years(p, m)...)
	}
	if v.number.event != nil {
		grade := finding.Suggest
		if v.other.event != nil {
			grade = finding.Manual
		}
		pr.Evidence = append(pr.Evidence, tell.Textf(fitsNumber, v.number.edition.N))
		pr.Ledger = append(pr.Ledger, ref(p, v.number.event, v.number.edition))
		pr.Fixes = append(pr.Fixes, fix(m.fig.Range, ordinal(p, m, v.number.edition.N), grade))
	}
	p.Report(pr)
}

func fix(r source.Range, text string, grade finding.Grade) rule.Fix {
	return rule.Fix{Title: tell.Textf(change, text), Grade: grade, Edits: []rule.Edit{{Range: r, Text: text}}}
}

// ordinal prints another number in the manner of the mention's: 第七届 → 第八届.
func ordinal(p *rule.Pass, m *mention, n int) string {
	printed := p.Text(m.fig.Range)
	if printed[0] >= utf8.RuneSelf {
		return quantity.Render(p.Doc.View.Text, &m.fig.Quantity, quantity.Int(int64(n)))
	}
	return tell.Ordinal(n)
}

// nameLike returns the name of another event in the same form: short for short,
// full for full, of the same script.
func nameLike(event, other *ledger.Event, printed string) string {
	for i, a := range event.Aliases {
		if a == printed && i < len(other.Aliases) && (a[0] < utf8.RuneSelf) == (other.Aliases[i][0] < utf8.RuneSelf) {
			return other.Aliases[i]
		}
	}
	for _, a := range append([]string{other.Name}, other.Aliases...) {
		if (a[0] < utf8.RuneSelf) == (printed[0] < utf8.RuneSelf) {
			return a
		}
	}
	return other.Name
}

// held says when and where an edition was held.
func held(p *rule.Pass, e *ledger.Edition, lang string) string {
	city := strings.Join(e.Cities, "、")
	if lang == "en" {
		var cities []string
		for _, c := range e.Cities {
			cities = append(cities, tell.Place(p, c).EN)
		}
		if city = strings.Join(cities, " and "); city != "" {
			city = " in " + city
		}
		return ledger.PeriodWords(e.Period).EN + city
	}
	if city != "" {
		city = "在" + city
	}
	return ledger.PeriodWords(e.Period).ZH + city
}

// latin returns an event's name in Latin letters, where it has one.
func latin(event *ledger.Event) string {
	for _, a := range append([]string{event.Name}, event.Aliases...) {
		if a[0] < utf8.RuneSelf {
			return a
		}
	}
	return event.Name
}

func ref(p *rule.Pass, event *ledger.Event, e *ledger.Edition) finding.LedgerRef {
	edition := ""
	if e.N > 0 {
		edition = fmt.Sprintf(" · %d", e.N)
	}
	words := event.Name + edition
	return finding.LedgerRef{File: e.Pos.File, Line: e.Pos.Line, Figure: words + " · " + held(p, e, "zh"),
		English: finding.Cited(latin(event) + edition + " · " + held(p, e, "en"))}
}

// namesAround is how many names on either side are looked at for the event's
// year.
const namesAround = 200

// years returns the places where the copy prints a year right before the same
// event's name: 2025进博会.
func years(p *rule.Pass, m *mention) (list []rule.Related) {
	text := p.Doc.View.Text
	names := p.Page.Names
	first := sort.Search(len(names), func(i int) bool { return names[i].Range.Start >= m.name.Start })
	for i := max(0, first-namesAround); i < min(len(names), first+namesAround); i++ {
		r := p.Page.Names[i].Range
		before := strings.TrimSuffix(text[:r.Start], "年")
		n := len(before) - len(strings.TrimRight(before, "0123456789"))
		if n == 4 && len(list) < 3 && eventOf(p.Page, i) == m.event {
			list = append(list, tell.Related(source.Range{Start: len(before) - 4, End: r.End}, sameEvent))
		}
	}
	return list
}
