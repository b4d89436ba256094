// Package agemismatch compares ages with the years of birth and death that copy
// prints.
package agemismatch

import (
	_ "embed"
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/tell"
	"github.com/hegao/hegao/rules/internal/vocab"
)

//go:embed doc.md
var page string

// Rule reports an age that the year of birth contradicts.
var Rule = rule.New(page, finding.Dates, run, "DAT-07")

var (
	message = finding.Text{
		ZH: "%d年出生，到%d年应为%d岁或%d岁，与“%s”不符。",
		EN: "Born in %d, one is %[3]d or %[4]d in %[2]d, not “%[5]s”.",
	}
	past = finding.Text{
		ZH: "“%s”出生，到见报日已满%d岁，与“%s”不符。",
		EN: "Born in “%s”, one is %d by the day of publication, not “%s”.",
	}
	birth = finding.Text{ZH: "生年", EN: "the year of birth"}
)

func run(p *rule.Pass) {
	told := map[int]bool{}
	report := p.Report
	p.Report = func(x rule.Problem) { told[x.Range.Start] = true; report(x) }
	defer func() { p.Report = report }()
	for n := range p.Page.Sentences {
		s := &p.Page.Sentences[n]
		if f := oneAge(p, s); f != nil {
			sentence(p, s, f)
		}
	}
	for i := range p.Page.Ages {
		if a := &p.Page.Ages[i]; !told[p.Page.Figures[a.Figure].Range.Start] {
			tied(p, a)
		}
	}
	for i := range p.Page.Careers {
		career(p, &p.Page.Careers[i])
	}
}

// oneAge returns the age of a sentence that has just one.
func oneAge(p *rule.Pass, s *figure.Sentence) *figure.Figure {
	var age *figure.Figure
	for i := s.FirstFig; i < s.AfterFig; i++ {
		if f := &p.Page.Figures[i]; f.Kind == quantity.Age {
			if age != nil || f.Hedge != quantity.None || f.Decimals > 0 {
				return nil
			}
			age = f
		}
	}
	return age
}

// sentence compares an age with the birth and, where a life is told, the death
// of its sentence.
func sentence(p *rule.Pass, s *figure.Sentence, f *figure.Figure) {
	_, died := p.Page.CueBefore(figure.DiedAge, f.Range.Start)
	var born *figure.Date
	from, to := 0, p.Page.Published.Year
	for i := s.FirstDate; i < s.LastDate; i++ {
		d := &p.Page.Dates[i]
		y := d.Period
		switch {
		case y.IsZero() || y.Start.Year == 0:
			return
		case died && y.Grain == period.Year && y.Start.Year < y.End.Year-9 && d.Has(period.YearPrinted):
			born, from, to = d, y.Start.Year, y.End.Year
		case d.Has(period.YearPrinted) && isBirth(p, d):
			if from > 0 {
				return
			}
			born, from = d, y.Start.Year
		case died && d.Has(period.YearPrinted):
			to = y.Start.Year
		case !died && d.Start > f.Range.End && present(p, f):
			// what is told behind an age of today isn't its time
		case d.Has(period.YearPrinted) || d.Has(period.YearRelative) && y.Start.Year != to:
			return // the age of another time
		}
	}
	if from == 0 || to == 0 || !died && !present(p, f) {
		return
	}
	judge(p, f, born, from, to, died)
}

// isBirth reports whether an expression says when somebody was born.
func isBirth(p *rule.Pass, d *figure.Date) bool {
	near := source.Range{Start: max(0, d.Start-9), End: d.End + 7}
	return len(p.Page.CuesIn(figure.Born, near)) == 1
}

// present reports whether an age is that of the day of publication: 现年, 今年,
// "is 30 years old".
func present(p *rule.Pass, f *figure.Figure) bool {
	before := strings.TrimRight(p.Page.Text[max(0, f.Range.Start-12):f.Range.Start], " 已")
	return vocab.Ends(before, "of-the-day") > 0
}

// judge allows the two ages that a year has, and one more by the old reckoning,
// where one is born at one; two for the dead.
func judge(p *rule.Pass, f *figure.Figure, born *figure.Date, from, to int, died bool) {
	n, ok := f.Value.Int64()
	age, most := to-from, to-from+1
	if died {
		most++
	}
	if p.Doc.Lang == "en" {
		most = age
	}
	if !ok || age < 1 {
		return
	}
	if int(n) == age-1 && !died && birthdayPast(p, born) {
		p.Report(rule.Problem{
			Range: f.Range, Severity: finding.Info, Confidence: tell.Confidence(finding.Info),
			Message: tell.Textf(past, p.Text(born.Range()), age, p.Text(f.Range)),
			Related: []rule.Related{tell.Related(born.Range(), birth)},
		})
		return
	}
	if int(n) >= age-1 && int(n) <= most {
		return
	}
	p.Contradict(f.Index)
	p.Report(rule.Problem{
		Range: f.Range, Severity: finding.Warning, Confidence: tell.Confidence(finding.Warning),
		Message: tell.Textf(message, from, to, age-1, age, p.Text(f.Range)),
		Related: []rule.Related{tell.Related(born.Range(), birth)},
	})
}

// birthdayPast reports whether the month of birth that copy prints is over in
// the year of publication.
func birthdayPast(p *rule.Pass, born *figure.Date) bool {
	return born.Has(period.MonthPrinted) && !born.Has(period.LunarDate) && born.Period.Start.Month > 0 && p.Page.Published.Month > born.Period.End.Month
}
