package figure

import (
	"slices"
	"strings"

	"github.com/hegao/hegao/checker/source"
)

// Slot is one part of what a figure is bound to.
type Slot struct {
	Value  string
	Origin Origin
	// At are the words that gave it; empty where they aren't one run of text.
	At source.Range
	// From is the figure that it was taken over from, or -1.
	From int
}

// Binding is what a figure is bound to, as the fact sheet shows it.
type Binding struct {
	Role                      Role
	Metric, Entity, Breakdown Slot
}

// Bound returns what a figure is bound to. The metric is the ledger's where the
// words name one and nothing else, else the words themselves with what is
// counted behind the number.
func (p *Page) Bound(f *Figure) Binding {
	if len(p.facts) > f.Index {
		return p.boundEnglish(f)
	}
	b := Binding{Role: p.roleOf(f), Metric: p.boundMetric(f), Entity: p.boundEntity(f), Breakdown: p.boundBreakdown(f)}
	if f.Role == Gap {
		p.boundGap(f, &b)
	}
	p.boundPortion(f, &b)
	return b
}

// boundPortion binds a rate to the things of which it says how many.
func (p *Page) boundPortion(f *Figure, b *Binding) {
	if noun, at := p.thingsOf(f); noun != "" && b.Role == Level {
		b.Role, b.Metric = Share, Slot{Value: noun, Origin: Printed, At: at, From: -1}
	}
}

// boundGap binds a gap to the rate before it, which is how far from the place or
// the time that its own words name.
func (p *Page) boundGap(f *Figure, b *Binding) {
	k := f.Index - 1
	if k < p.Sentences[f.Sentence].FirstFig || p.cutBetween(p.Figures[k].Token, f.Token) {
		return
	}
	g := &p.Figures[k]
	b.Metric, b.Entity = p.boundMetric(g), p.boundEntity(g)
	b.Metric.Origin, b.Entity.Origin = min(b.Metric.Origin, Inherited), min(b.Entity.Origin, Inherited)
	b.Metric.From = k
	if f.Region != "" {
		b.Breakdown = Slot{Value: f.Region, Origin: f.RegionOrigin, From: -1}
	}
}

func (p *Page) boundMetric(f *Figure) Slot {
	from := -1
	if f.Of >= 0 && f.MetricOrigin < Printed {
		from = f.Of
	}
	if f.List > 0 && f.MetricOrigin == Inherited {
		from = f.ListHead
	}
	if f.Declared != nil && f.Extra == "" && f.DeclaredOrigin >= Inherited {
		if f.DeclaredOrigin == Printed {
			from = -1
		}
		return Slot{f.Declared.Name, f.DeclaredOrigin, f.DeclaredRange, from}
	}
	s := Slot{strings.Trim(p.afterSubjects(f), "/"), f.MetricOrigin, f.MetricRange, from}
	if f.Noun != "" && (f.Role == Level || f.Role == Total || f.Role == Change || f.Role == Part) {
		if s.Value == "" {
			return Slot{f.Noun, Printed, f.NounRange, from}
		}
		s.Value += " · " + f.Noun
	} else if f.Object != "" {
		s.Value = strings.Trim(s.Value+" · "+f.Object, " ·")
	}
	return s
}

// afterSubjects returns what a figure measures, without the list of subjects that
// 分别 deals it out over.
func (p *Page) afterSubjects(f *Figure) string {
	if f.Subject == "" || f.SubjectRange.End > f.MetricRange.End || f.SubjectRange.Start < f.MetricRange.Start {
		return f.measured()
	}
	for i := range p.Respectively {
		r := &p.Respectively[i]
		if last := r.Subjects[len(r.Subjects)-1]; slices.Contains(r.Subjects, f.SubjectRange) && last.End <= f.MetricRange.End {
			if key := p.phraseOf(last.End, f.MetricRange.End, p.tokenFrom(last.End)).key; key != "" {
				return key
			}
		}
	}
	return f.measured()
}

func (p *Page) boundEntity(f *Figure) Slot {
	if f.Entity != nil && f.EntityOrigin >= f.WhereOrigin {
		return Slot{Value: f.Entity.Name, Origin: f.EntityOrigin, From: -1}
	}
	if f.Body > 0 && (f.BodyOrigin >= f.WhereOrigin || f.BodyOrigin == Inherited) {
		return Slot{Value: p.BodyName(f), Origin: f.BodyOrigin, At: f.BodyRange, From: -1}
	}
	return Slot{Value: f.Where, Origin: f.WhereOrigin, From: -1}
}

// boundBreakdown returns what the figure is a part by: the subject that 分别
// deals to it, else the members of breakdowns that its words name.
func (p *Page) boundBreakdown(f *Figure) Slot {
	if len(f.Slots) > 0 {
		var names []string
		for _, s := range f.Slots {
			names = append(names, s.Member.Name)
		}
		return Slot{strings.Join(names, " · "), f.SlotsOrigin, f.SubjectRange, -1}
	}
	if f.Subject != "" {
		return Slot{f.Subject, Inherited, f.SubjectRange, -1}
	}
	if f.Partner != "" {
		return Slot{f.Partner, f.RegionOrigin, source.Range{}, -1}
	}
	return Slot{From: -1}
}

// PeriodSource says where the period of a figure comes from, as the fact sheet
// shows it: what stands before another figure of the sentence governs the ones
// behind that by inheritance.
func (p *Page) PeriodSource(f *Figure) Origin {
	if f.PeriodOrigin != Printed || f.PeriodDate < 0 {
		return f.PeriodOrigin
	}
	if k := f.Index - 1; k >= p.Sentences[f.Sentence].FirstFig && p.Figures[k].Range.Start > p.Dates[f.PeriodDate].End {
		return Inherited
	}
	return Printed
}

// roleOf returns the role of a figure with what the page's claims say of it: a
// sum's total and parts, the count of a list.
func (p *Page) roleOf(f *Figure) Role {
	if f.Role != Level && f.Role != Total {
		return f.Role
	}
	if p.roles == nil {
		p.roles = map[int]Role{}
		for i := range p.Sums {
			if !p.Sums[i].Holds {
				continue
			}
			p.roles[p.Sums[i].Total] = Total
			for _, k := range p.Sums[i].Parts {
				p.roles[k] = Part
			}
		}
		k := 0
		for i := range p.Announced {
			for k < len(p.Figures) && p.Figures[k].Range.Start < p.Announced[i].Count.Start {
				k++
			}
			if k < len(p.Figures) && p.Announced[i].Count.Contains(p.Figures[k].Range) {
				p.roles[k] = ListCount
			}
		}
	}
	if r, ok := p.roles[f.Index]; ok {
		return r
	}
	if f.Among {
		return Part
	}
	return f.Role
}
