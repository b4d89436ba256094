// Package wrongdimension finds measures that are counted in a unit of something
// else.
package wrongdimension

import (
	_ "embed"
	"maps"
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports 用电量120万千瓦 and 供暖面积22.8万户.
var Rule = rule.New(page, finding.Units, run, "UNI-04")

var (
	message = finding.Text{
		ZH: "“%s”不用“%s”计量，应是%s。",
		EN: "“%s” isn't counted in “%s” but in %s.",
	}
	name = finding.Text{ZH: "所计量的", EN: "what is measured"}
)

// measures says of each measure which units it is surely not counted in, and
// in what it is.
var measures = []struct {
	cue   figure.Cue
	wrong map[string]bool
	unit  finding.Text
}{
	{figure.MeasureEnergy, set("kW", "MW", "GW", "W"), finding.Text{ZH: "千瓦时", EN: "kilowatt-hours"}},
	{figure.MeasurePower, set("kW.h", "MW.h", "GW.h"), finding.Text{ZH: "千瓦", EN: "kilowatts"}},
	{figure.MeasureArea, set("户", "km", "m", "t", "kg", "人", "家", "kW", "m3"), finding.Text{ZH: "面积单位", EN: "units of area"}},
	{figure.MeasureLength, set("km2", "m2", "ha", "亩", "m3", "t"), finding.Text{ZH: "长度单位", EN: "units of length"}},
	{figure.MeasureVolume, set("m2", "km2", "m", "km", "ha"), finding.Text{ZH: "体积单位", EN: "units of volume"}},
	{figure.MeasureRain, set("mL", "L", "m3", "cm3"), finding.Text{ZH: "毫米", EN: "millimetres"}},
	{figure.MeasurePeople, set("t", "kg"), finding.Text{ZH: "人次", EN: "passengers"}},
	{figure.MeasureFreight, set("人次", "人"), finding.Text{ZH: "吨", EN: "tonnes"}},
}

func set(units ...string) map[string]bool {
	m := map[string]bool{}
	for _, u := range units {
		m[u] = true
	}
	return m
}

// doubtful are the units that are wrong for some measure.
var doubtful = func() map[string]bool {
	m := map[string]bool{}
	for i := range measures {
		maps.Copy(m, measures[i].wrong)
	}
	return m
}()

func run(p *rule.Pass) {
	for i := range p.Page.Figures {
		f := &p.Page.Figures[i]
		if f.Unit == "" || f.UnitRange.Len() == 0 || f.ListLen > 1 || !doubtful[f.Unit] {
			continue
		}
		at := before(p, f)
		for k := range measures {
			m := &measures[k]
			if !m.wrong[f.Unit] {
				continue
			}
			if w, ok := p.Page.CueBefore(m.cue, at); ok && !strings.HasPrefix(p.Page.Text[f.UnitRange.End:], "小时") {
				report(p, f, w, m.unit)
				break
			}
		}
	}
}

// before steps back over hedges, links and spaces before a figure.
func before(p *rule.Pass, f *figure.Figure) int {
	at := f.Range.Start
	if f.Before.Len() > 0 {
		at = f.Before.Start
	}
	for range 3 {
		for at > 0 && p.Page.Text[at-1] == ' ' {
			at--
		}
		w, ok := p.Page.CueBefore(figure.MeasureLink, at)
		if !ok {
			break
		}
		at = w.Start
	}
	return at
}

func report(p *rule.Pass, f *figure.Figure, w source.Range, unit finding.Text) {
	p.Report(rule.Problem{
		Range: f.UnitRange, Severity: finding.Warning, Confidence: tell.Confidence(finding.Warning),
		Message: finding.Text{
			ZH: tell.Textf(message, p.Text(w), p.Text(f.UnitRange), unit.ZH).ZH,
			EN: tell.Textf(message, p.Text(w), p.Text(f.UnitRange), unit.EN).EN,
		},
		Related: []rule.Related{tell.Related(w, name)},
	})
}
