// Package unitsymbol finds symbols of units in the wrong case or form.
package unitsymbol

import (
	_ "embed"
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports KG, Km/h, ug and 摄氏15度.
var Rule = rule.New(page, finding.Units, run, "UNI-08")

var (
	message = finding.Text{ZH: "单位符号“%s”应为“%s”。", EN: "The symbol “%s” should be “%s”."}
	degrees = finding.Text{ZH: "“%s”应为“%s”。", EN: "“%s” should be “%s”."}
	change  = finding.Text{ZH: "改为“%s”", EN: "change to “%s”"}
)

// symbols maps what is printed to the symbol of the International System of
// Units, where one thing alone can be meant.
var symbols = map[string]string{
	"Kg": "kg", "KG": "kg", "Km": "km", "KM": "km", "Cm": "cm", "CM": "cm", "Mm": "mm",
	"Km/h": "km/h", "KM/H": "km/h", "Km/H": "km/h", "KM/h": "km/h",
	"ug": "μg", "um": "μm", "KW": "kW", "Kw": "kW", "kw": "kW",
	"KWH": "kWh", "kwh": "kWh", "Kwh": "kWh", "KWh": "kWh", "kWH": "kWh",
	"Mw": "MW", "Gw": "GW", "MWH": "MWh", "Mwh": "MWh", "GWH": "GWh", "Gwh": "GWh",
	"Mhz": "MHz", "MHZ": "MHz", "Ghz": "GHz", "GHZ": "GHz", "Khz": "kHz", "KHZ": "kHz", "Hz.": "Hz",
	"MPA": "MPa", "Mpa": "MPa", "KPA": "kPa", "Kpa": "kPa", "HPA": "hPa", "Hpa": "hPa",
	"KV": "kV", "Kv": "kV", "kv": "kV", "Ml": "mL", "DB": "dB", "db": "dB", "Db": "dB",
	"Nm³": "m³",
}

func run(p *rule.Pass) {
	for i := range p.Page.Figures {
		f := &p.Page.Figures[i]
		r := symbolBehind(p.Page.Text, f.Number.End)
		if right, ok := symbols[p.Text(r)]; ok && r.Len() > 0 {
			report(p, r, message, right)
		} else if f.Unit != "" && strings.HasSuffix(p.Page.Text[:f.Range.Start], "摄氏") {
			celsius(p, f)
		}
	}
}

// symbolBehind returns the letters that stand at a number, as a unit would.
func symbolBehind(text string, at int) source.Range {
	if at < len(text) && text[at] == ' ' {
		at++
	}
	end := at
	for end < len(text) && (text[end] >= 'a' && text[end] <= 'z' || text[end] >= 'A' && text[end] <= 'Z' || text[end] == '/' && end > at) {
		end++
	}
	if end < len(text) && text[end] >= '0' && text[end] <= '9' {
		end = at // a model: KV62
	}
	return source.Range{Start: at, End: end}
}

// celsius reports 摄氏15度.
func celsius(p *rule.Pass, f *figure.Figure) {
	words := p.Text(f.Range)
	number, ok := strings.CutSuffix(words, "度")
	if !ok {
		return
	}
	report(p, source.Range{Start: f.Range.Start - len("摄氏"), End: f.Range.End}, degrees, number+"摄氏度")
}

func report(p *rule.Pass, r source.Range, message finding.Text, right string) {
	p.Report(rule.Problem{
		Range: r, Severity: finding.Info, Confidence: 0.9,
		Message: tell.Textf(message, p.Text(r), right),
		Fixes:   []rule.Fix{{Title: tell.Textf(change, right), Grade: finding.Safe, Edits: []rule.Edit{{Range: r, Text: right}}}},
	})
}
