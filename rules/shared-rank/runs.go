package sharedrank

import (
	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

var (
	outOfPlace = finding.Text{
		ZH: "位次依次排下来，这里应是第%d，“%s”与别处重了。",
		EN: "By the order of the ranks this is number %d; “%s” is there twice.",
	}
	dealt = finding.Text{
		ZH: "前面列出%d个，“%s”却不是这么多个位次。",
		EN: "%d are named, and “%s” isn't as many ranks.",
	}
	order = finding.Text{ZH: "这一串位次", EN: "the ranks"}
	named = finding.Text{ZH: "列出的各项", EN: "those named"}
)

// runOf reports a rank out of place in a run, and ranks that are dealt out over a
// list of another length.
func runOf(p *rule.Pass, r *figure.RankRun) {
	message, what := tell.Textf(outOfPlace, r.Want, p.Text(r.Rank)), order
	if r.Dealt {
		message, what = tell.Textf(dealt, r.Want, p.Text(r.Rank)), named
	}
	p.Report(rule.Problem{
		Range: r.Rank, Severity: finding.Warning, Confidence: tell.Confidence(finding.Warning), Message: message,
		Related: []rule.Related{tell.Related(r.Run, what)},
	})
}
