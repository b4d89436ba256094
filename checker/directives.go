package checker

import (
	"slices"
	"sort"
	"strings"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/source/excerpt"
)

// DirectiveRule is the ID under which mistakes in directives are reported, and
// InputRule that of inputs which can't be read. No rule of that name runs.
const (
	DirectiveRule = "allow-directive"
	InputRule     = "unreadable-input"
)

// applyDirectives returns which problems the copy itself allows, and reports
// the directives that have no reason, name no rule, or silence nothing.
func (c *check) applyDirectives() []bool {
	silenced := make([]bool, len(c.problems))
	if len(c.doc.Directives) == 0 {
		return silenced
	}
	order := make([]int, len(c.problems))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return c.problems[i].Range.Start - c.problems[j].Range.Start })
	for _, d := range c.doc.Directives {
		c.applyDirective(d, order, silenced)
	}
	return silenced
}

// applyDirective silences the problems of a directive's rule within its scope.
// order lists the problems by where they begin.
func (c *check) applyDirective(d document.Directive, order []int, silenced []bool) {
	r := c.session.names[d.Rule]
	switch {
	case d.Verb != "allow":
		c.directiveFinding(d, finding.Warning, finding.Text{
			ZH: "没有 “" + d.Verb + "” 这种标记，只能写 “允许”",
			EN: "there is no directive “" + d.Verb + "”; the only one is “allow”"})
		return
	case r == nil:
		c.directiveFinding(d, finding.Warning, c.unknownRule(d.Rule))
		return
	case strings.TrimSpace(d.Reason) == "":
		c.directiveFinding(d, finding.Warning, finding.Text{
			ZH: "允许 “" + d.Rule + "” 须在冒号后写明理由，没有理由不起作用",
			EN: "allowing “" + d.Rule + "” takes a reason after a colon; without one it does nothing"})
		return
	case !slices.Contains(c.session.rules, r):
		return // it doesn't run this time: nobody can say whether it is needed
	}
	used := false
	first := sort.Search(len(order), func(k int) bool { return c.problems[order[k]].Range.Start >= d.Scope.Start })
	for _, i := range order[first:] {
		p := c.problems[i]
		if p.Range.Start >= d.Scope.End {
			break
		}
		if p.rule == r {
			silenced[i], used = true, true
		}
	}
	if !used {
		c.directiveFinding(d, finding.Info, finding.Text{
			ZH: "这里已经没有 “" + d.Rule + "” 的问题，标记可以删去",
			EN: "“" + d.Rule + "” finds nothing here any more; the directive can go"})
	}
}

func (c *check) unknownRule(name string) finding.Text {
	t := finding.Text{ZH: "没有 “" + name + "” 这条规则", EN: "there is no rule “" + name + "”"}
	names := make([]string, 0, len(c.session.names))
	for n := range c.session.names {
		names = append(names, n)
	}
	slices.Sort(names)
	if near := excerpt.Suggest(name, names); len(near) > 0 {
		t.ZH += "，是不是想写 “" + near[0] + "”？"
		t.EN += "; did you mean “" + near[0] + "”?"
	}
	return t
}

func (c *check) directiveFinding(d document.Directive, s finding.Severity, t finding.Text) {
	c.result.Findings = append(c.result.Findings, finding.Finding{
		Rule: DirectiveRule, Category: finding.Style, Severity: s, Confidence: 1,
		Message: t.In(c.lang), Span: d.Span, Text: c.doc.File.Slice(d.Span),
	})
}
