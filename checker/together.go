package checker

import (
	"slices"
	"strings"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
)

// acrossFiles are the categories of problems that two files of one page may make
// with each other. A total isn't looked for in another file than its parts.
var acrossFiles = map[finding.Category]bool{
	finding.Repeat: true, finding.Layout: true, finding.Units: true, finding.Approximators: true, finding.Ranks: true, finding.Events: true,
}

// CheckTogether checks documents as the parts of one page or one edition: each
// by itself, and all of one language with each other. What differs between two
// of them is reported in the one that is most likely wrong; the related places
// name the files of the others. The results are in the order of the documents.
func (s *Session) CheckTogether(docs []*document.Document) []Result {
	out := make([]Result, len(docs))
	for i, d := range docs {
		out[i] = s.Check(d)
	}
	s.CheckAcross(docs, out)
	return out
}

// CheckAcross adds what documents contradict in each other to the results of
// each by itself, which may come from sessions of their own. Documents of two
// months aren't compared: what they call this year or the month before differs.
func (s *Session) CheckAcross(docs []*document.Document, out []Result) {
	type group struct{ lang, month string }
	month := ""
	for _, d := range docs {
		if month == "" && len(d.Date) >= len("2006-01") {
			month = d.Date[:len("2006-01")] // what says no day of its own goes with the first
		}
	}
	by := map[group][]int{}
	var order []group
	for i, d := range docs {
		g := group{"zh", month}
		if d.Lang == "en" {
			g.lang = "en"
		}
		if len(d.Date) >= len("2006-01") {
			g.month = d.Date[:len("2006-01")]
		}
		if by[g] == nil {
			order = append(order, g)
		}
		by[g] = append(by[g], i)
	}
	for _, g := range order {
		if len(by[g]) > 1 {
			s.across(docs, by[g], out)
		}
	}
}

// across adds what the given documents contradict in each other to their
// results.
func (s *Session) across(docs []*document.Document, parts []int, out []Result) {
	// The longest file is the story that the others are taken from: it comes
	// first, and what departs from it is reported where it departs.
	slices.SortStableFunc(parts, func(a, b int) int { return len(docs[b].View.Text) - len(docs[a].View.Text) })
	members := make([]*document.Document, len(parts))
	for k, i := range parts {
		members[k] = docs[i]
	}
	joined := document.Join(members)
	c := &check{session: s, doc: joined, lang: s.lang(joined)}
	c.result.ID = "together"
	var page *figure.Page
	c.guard("figure", func() { page = s.reader.Read(joined) })
	if page == nil {
		page = new(figure.Page)
	}
	c.runAll(page)
	c.guard("checker", func() {
		own := map[int]bool{}
		for _, p := range decide(merge(c.problems)) {
			at := joined.Part(p.Range.Start)
			if !acrossFiles[p.Category] || p.rule.Category == finding.Layout && p.Category != finding.Layout || !p.spans(joined) {
				continue
			}
			if s.allowed(members[at], p, joined.Parts[at], &out[parts[at]]) {
				continue
			}
			f := c.together(p, members, joined)
			if v, ok := s.opts.Severities[f.Rule]; ok {
				f.Severity = v
			}
			if keep := s.opts.Categories; keep != nil && !keep[f.Category] {
				continue
			}
			r := &out[parts[at]]
			if known(r.Findings, &f) {
				continue
			}
			r.Findings = append(r.Findings, f)
			own[parts[at]] = true
		}
		for i := range own {
			finding.Sort(out[i].Findings)
			finding.Identify(docs[i].File, out[i].Findings)
		}
	})
	out[parts[0]].Faults = append(out[parts[0]].Faults, c.result.Faults...)
	s.reader.Release(page)
}

// known reports whether a file's own check already reports a rule at a place.
func known(list []finding.Finding, f *finding.Finding) bool {
	return slices.ContainsFunc(list, func(g finding.Finding) bool { return g.Rule == f.Rule && g.Span == f.Span })
}

// spans reports whether a problem rests on places of several parts.
func (p *problem) spans(d *document.Document) bool {
	at := d.Part(p.Range.Start)
	return slices.ContainsFunc(p.Related, func(r rule.Related) bool { return d.Part(r.Range.Start) != at })
}

// allowed reports whether a directive of the file that leads a problem allows
// it there. Such a directive is needed, although the file by itself has nothing
// that it silences.
func (s *Session) allowed(doc *document.Document, p problem, from int, own *Result) bool {
	at := p.Range.Start - from
	for _, d := range doc.Directives {
		if d.Verb != "allow" || strings.TrimSpace(d.Reason) == "" || s.names[d.Rule] != p.rule || at < d.Scope.Start || at >= d.Scope.End {
			continue
		}
		own.Findings = slices.DeleteFunc(own.Findings, func(f finding.Finding) bool {
			return f.Rule == DirectiveRule && f.Severity == finding.Info && f.Span == d.Span
		})
		return true
	}
	return false
}

// together maps a problem of joined documents to the file that it leads in. Its
// fixes are those that change no other file.
func (c *check) together(p problem, members []*document.Document, joined *document.Document) finding.Finding {
	home := joined.Part(p.Range.Start)
	local := func(r source.Range) (int, source.Range) {
		k := joined.Part(r.Start)
		return k, source.Range{Start: r.Start - joined.Parts[k], End: r.End - joined.Parts[k]}
	}
	one := &check{session: c.session, doc: members[home], lang: c.lang}
	mine := p
	_, mine.Range = local(p.Range)
	mine.Related, mine.Fixes = nil, nil
	for _, x := range p.Fixes {
		edits := make([]rule.Edit, 0, len(x.Edits))
		for _, e := range x.Edits {
			if k, r := local(e.Range); k == home {
				edits = append(edits, rule.Edit{Range: r, Text: e.Text})
			}
		}
		if len(edits) == len(x.Edits) && len(edits) > 0 {
			mine.Fixes = append(mine.Fixes, rule.Fix{Title: x.Title, Grade: x.Grade, Edits: edits})
		}
	}
	f := one.finding(&mine)
	for _, r := range p.Related {
		k, at := local(r.Range)
		doc := members[k]
		span := doc.View.Span(at)
		other := finding.Related{Span: span, Text: doc.File.Slice(span), Message: r.Message.Said(c.lang)}
		if k != home {
			other.File = doc.File
		}
		f.Related = append(f.Related, other)
	}
	return f
}
