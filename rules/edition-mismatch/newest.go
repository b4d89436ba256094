package edition

import (
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

var (
	notNewest = finding.Text{
		ZH: "到稿件刊发时，%s最近一届是第%d届（%s），稿中说的是%s上的事，又没有写明是往届。",
		EN: "By the day of publication the latest %s was number %d (%s); the copy tells of the %s without saying that it is past.",
	}
)

// mostDays is how long an edition counts as the newest: an event that skips a
// year isn't meant by what is told of the last one.
const mostDays = 400

// againstNewest compares an edition without a date of its own with the newest
// one that had been held by the day of publication: copy that tells what went
// on at an event, 第五届消博会上，…, and doesn't date it, means that one. What is
// further back than a year says so.
func againstNewest(p *rule.Pass, m *mention) bool {
	behind := p.Page.Text[m.name.End:]
	if !p.Page.Published.Known() || !strings.HasPrefix(behind, "上，") && !strings.HasPrefix(behind, "期间，") || m.n == 1 && strings.HasPrefix(p.Text(m.fig.Range), "首") {
		return false
	}
	e := newest(m.event, p.Page.Published)
	if e == nil || e.N == 0 || e.N == m.n || p.Page.Published.Serial()-e.Period.End.Serial() > mostDays {
		return false
	}
	if m.fig.PeriodOrigin == figure.Printed && m.fig.Period.Known() && m.fig.Period.End.Before(e.Period.Start) {
		return false // 2024年第七届…上: the clause says when
	}
	printed := p.Text(m.fig.Range)
	pr := rule.Problem{
		Range: m.fig.Range, Severity: finding.Warning, Confidence: tell.Confidence(finding.Warning),
		Message: finding.Text{
			ZH: tell.Textf(notNewest, p.Text(m.name), e.N, held(p, e, "zh"), printed+p.Text(m.name)).ZH,
			EN: tell.Textf(notNewest, p.Text(m.name), e.N, held(p, e, "en"), printed+" "+p.Text(m.name)).EN,
		},
		Related: years(p, m),
		Ledger:  []finding.LedgerRef{ref(p, m.event, e)},
	}
	pr.Fixes = append(pr.Fixes, fix(m.fig.Range, ordinal(p, m, e.N), finding.Manual))
	p.Report(pr)
	return true
}

// newest returns the last edition that had begun by a day; nil where the table
// may not know it.
func newest(event *ledger.Event, day period.Date) (last *ledger.Edition) {
	for i := range event.Editions {
		e := &event.Editions[i]
		if !e.Period.Start.After(day) && (last == nil || e.Period.Start.After(last.Period.Start)) {
			last = e
		}
	}
	return last
}
