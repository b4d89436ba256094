package hedge

import (
	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/tell"
)

var distant = finding.Text{
	ZH: "“%s”与前后文的“%s”相去太远，换一个近些的约数更准。",
	EN: "“%s” is far from “%s” elsewhere; a nearer round number would say more.",
}

// tooFar notes an approximator that holds but says little: 超50家 where another
// place prints 98. Half as much again is too far, or a third less.
func tooFar(p *rule.Pass, r *figure.Repeat) {
	a, b := &p.Page.Figures[r.A], &p.Page.Figures[r.B]
	if (a.Hedge == quantity.None) == (b.Hedge == quantity.None) || r.Verdict != figure.Same || r.Inferred > 0 {
		return
	}
	soft, hard := a, b
	if b.Hedge != quantity.None {
		soft, hard = b, a
	}
	x, y := soft.Value.Abs(), hard.Value.Abs()
	if apart(p, soft, hard) || soft.Kind != quantity.Count || hard.Kind != quantity.Count {
		return
	}
	switch soft.Hedge {
	case quantity.Over, quantity.Topped:
		if x.Mul(quantity.Int(3)).Cmp(y.Mul(quantity.Int(2))) > 0 {
			return
		}
	case quantity.Nearly, quantity.Under:
		if y.Mul(quantity.Int(3)).Cmp(x.Mul(quantity.Int(2))) > 0 {
			return
		}
	default:
		return
	}
	p.Report(rule.Problem{
		Range: soft.Range, Severity: finding.Info, Confidence: tell.Confidence(finding.Info),
		Message: tell.Textf(distant, p.Page.Words(soft.Full()), p.Page.Words(hard.Range)),
		Related: []rule.Related{tell.Related(hard.Range, tell.Textf(exact, p.Page.Words(hard.Range)))},
	})
}
