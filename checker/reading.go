package checker

import (
	"strconv"
	"strings"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/source"
)

// Reason says what one part of a figure's reading comes from.
type Reason struct {
	Slot string // numeral, unit, hedge, bounds, rule, role, metric, entity, breakdown, period, basis, modality
	Text string // in the language of the messages
}

// reason explains one slot of a figure; ok is false where there is nothing to
// say about it.
type reason struct {
	slot string
	of   func(*figure.Page, *figure.Figure) (t finding.Text, ok bool)
}

// reasons are what a figure's reading consists of, in the order of reading: the
// number first, then what binds it.
var reasons = [...]reason{
	{"numeral", numeralReason},
	{"unit", unitReason},
	{"hedge", hedgeReason},
	{"bounds", boundsReason},
	{"role", roleReason},
	{"metric", metricReason},
	{"entity", entityReason},
	{"breakdown", breakdownReason},
	{"period", periodReason},
	{"basis", basisReason},
	{"modality", modalityReason},
}

// reading lists why a figure was read as it was.
func (c *check) reading(page *figure.Page, f *figure.Figure) (out []Reason) {
	for i := range reasons {
		if t, ok := reasons[i].of(page, f); ok {
			out = append(out, Reason{reasons[i].slot, t.In(c.lang)})
		}
	}
	return out
}

// dateReading lists by what rules a date was reckoned out.
func (c *check) dateReading(page *figure.Page, d *figure.Date) (out []Reason) {
	for _, r := range d.Explain(period.Context{Published: page.Published, Future: d.Ahead}) {
		out = append(out, Reason{"rule", finding.Text{ZH: r.ZH, EN: r.EN}.In(c.lang)})
	}
	return out
}

// quoted returns the words of a range in quotation marks.
func quoted(page *figure.Page, r source.Range) finding.Text {
	words := page.Text[r.Start:r.End]
	return finding.Text{ZH: "“" + words + "”", EN: "“" + words + "”"}
}

func says(t finding.Text, zh, en string) finding.Text {
	return finding.Text{ZH: t.ZH + zh, EN: t.EN + en}
}

func numeralReason(page *figure.Page, f *figure.Figure) (finding.Text, bool) {
	t := quoted(page, f.Number)
	if f.Kind == quantity.Range && f.Low != nil && f.High != nil {
		ends := f.Low.Value.String() + "–" + f.High.Value.String()
		t = says(t, "读作"+ends, " is "+ends)
		if f.Low.Borrowed {
			t = says(t, "，前一个数随后一个数的单位", ", the first end in the unit of the second")
		}
		return t, true
	}
	t = says(t, "读作"+f.Value.String(), " is "+f.Value.String())
	if f.Scale > 0 {
		t = says(t, "（×10^"+strconv.Itoa(f.Scale)+"）", " (×10^"+strconv.Itoa(f.Scale)+")")
	}
	return t, true
}

func unitReason(page *figure.Page, f *figure.Figure) (finding.Text, bool) {
	switch {
	case f.Unit == "":
		return finding.Text{}, false
	case f.Borrowed || f.UnitRange.Len() == 0:
		return finding.Text{ZH: "单位" + f.Unit + "随同列的数", EN: "unit " + f.Unit + " from a figure of the same list"}, true
	}
	t := quoted(page, f.UnitRange)
	if words := page.Text[f.UnitRange.Start:f.UnitRange.End]; words == f.Unit {
		return finding.Text{ZH: "单位" + t.ZH, EN: "unit " + t.EN}, true
	}
	return finding.Text{ZH: "单位" + t.ZH + "即" + f.Unit, EN: "unit " + t.EN + " is " + f.Unit}, true
}

// hedgeSays is what each hedge says of its number.
var hedgeSays = map[quantity.Hedge]finding.Text{
	quantity.About: {ZH: "表示约数", EN: " means about it"}, quantity.Nearly: {ZH: "表示不到这个数", EN: " means below it"},
	quantity.Over: {ZH: "表示超过这个数", EN: " means above it"}, quantity.Topped: {ZH: "表示达到或超过", EN: " means at or above it"},
	quantity.AtLeast: {ZH: "表示不少于", EN: " means at least it"}, quantity.Under: {ZH: "表示不到这个数", EN: " means below it"},
	quantity.AtMost: {ZH: "表示不超过", EN: " means at most it"}, quantity.Somewhat: {ZH: "是概数", EN: " is a vague number"},
	quantity.UpTo: {ZH: "表示到了这一级", EN: " means of that order"},
}

func hedgeReason(page *figure.Page, f *figure.Figure) (finding.Text, bool) {
	say, ok := hedgeSays[f.Hedge]
	if !ok {
		return finding.Text{}, false
	}
	at := f.Number
	switch {
	case f.Pre == f.Hedge && f.Before.Len() > 0:
		at = f.Before
	case f.Post == f.Hedge && f.After.Len() > 0:
		at = f.After
	case f.Inside == f.Hedge:
		at = f.Range
	}
	return says(quoted(page, at), say.ZH, say.EN), true
}

func boundsReason(_ *figure.Page, f *figure.Figure) (finding.Text, bool) {
	set := interval(f.Set)
	switch {
	case f.Hedge != quantity.None:
		return finding.Text{ZH: "取值" + set, EN: "so it is in " + set}, true
	case f.Set.HasLo && f.Set.HasHi && f.Set.Lo.Cmp(f.Set.Hi) == 0:
		return finding.Text{ZH: "按准数", EN: "taken as exact"}, true
	case f.Kind == quantity.Range:
		return finding.Text{}, false
	}
	return finding.Text{ZH: "按末位四舍五入，取值" + set, EN: "rounded to its last digit: in " + set}, true
}

// interval writes a set of numbers with square brackets where an end belongs to
// it and round ones where it doesn't.
func interval(v quantity.Interval) string {
	var b strings.Builder
	switch {
	case !v.HasLo:
		b.WriteString("(−∞")
	case v.OpenLo:
		b.WriteString("(" + v.Lo.String())
	default:
		b.WriteString("[" + v.Lo.String())
	}
	b.WriteString(", ")
	switch {
	case !v.HasHi:
		b.WriteString("∞)")
	case v.OpenHi:
		b.WriteString(v.Hi.String() + ")")
	default:
		b.WriteString(v.Hi.String() + "]")
	}
	return b.String()
}

// originSays is where a slot that isn't printed beside the figure comes from.
var originSays = map[figure.Origin]finding.Text{
	figure.Printed:   {ZH: "本句", EN: "printed with it"},
	figure.Inherited: {ZH: "承前", EN: "from what stands before"},
	figure.Guessed:   {ZH: "推断", EN: "inferred"},
}

func slotReason(zh, en, value string, origin figure.Origin) (finding.Text, bool) {
	from := originSays[origin]
	if value == "" || from.ZH == "" {
		return finding.Text{}, false
	}
	return finding.Text{ZH: zh + "“" + value + "”（" + from.ZH + "）", EN: en + " “" + value + "” (" + from.EN + ")"}, true
}

// bindingReason says what a slot is, which words gave it, and where it was
// taken over from.
func bindingReason(page *figure.Page, zh, en string, s figure.Slot) (finding.Text, bool) {
	from := originSays[s.Origin]
	if s.Value == "" || from.ZH == "" {
		return finding.Text{}, false
	}
	t := finding.Text{ZH: zh + "“" + s.Value + "”（" + from.ZH, EN: en + " “" + s.Value + "” (" + from.EN}
	if words := strings.TrimSpace(page.Words(s.At)); words != "" && words != s.Value && len(words) <= longestQuote {
		t = says(t, "“"+words+"”", " in “"+words+"”")
	}
	if s.From >= 0 && s.From < len(page.Figures) {
		words := page.Words(page.Figures[s.From].Range)
		t = says(t, "，随“"+words+"”", ", with “"+words+"”")
	}
	return says(t, "）", ")"), true
}

// longestQuote bounds the words that a reason repeats, in bytes.
const longestQuote = 90

func roleReason(page *figure.Page, f *figure.Figure) (finding.Text, bool) {
	t, ok := roleSays[page.Bound(f).Role]
	return t, ok
}

// roleSays names the roles that aren't plain from the figure itself.
var roleSays = map[figure.Role]finding.Text{
	figure.Level: {ZH: "水平", EN: "a level"}, figure.Change: {ZH: "增减量", EN: "a change"}, figure.Growth: {ZH: "增速", EN: "growth"},
	figure.Share: {ZH: "占比", EN: "a share"}, figure.Contribution: {ZH: "贡献", EN: "a contribution"}, figure.RankRole: {ZH: "位次", EN: "a rank"},
	figure.Part: {ZH: "分项", EN: "a part"}, figure.Total: {ZH: "总数", EN: "a total"}, figure.EditionRole: {ZH: "届次", EN: "an edition"},
	figure.ListCount: {ZH: "列举的个数", EN: "the count of a list"},
}

func metricReason(page *figure.Page, f *figure.Figure) (finding.Text, bool) {
	return bindingReason(page, "指标", "metric", page.Bound(f).Metric)
}

func entityReason(page *figure.Page, f *figure.Figure) (finding.Text, bool) {
	return bindingReason(page, "地区或主体", "whose", page.Bound(f).Entity)
}

func breakdownReason(page *figure.Page, f *figure.Figure) (finding.Text, bool) {
	return bindingReason(page, "分组", "part", page.Bound(f).Breakdown)
}

// modalitySays is how a figure is meant that doesn't state what is.
var modalitySays = map[figure.Modality]finding.Text{
	figure.Quoted: {ZH: "引述，不作为事实比较", EN: "quoted: not compared with facts"}, figure.Denied: {ZH: "被否定的说法", EN: "denied"},
	figure.Planned: {ZH: "计划或目标", EN: "planned"}, figure.Forecast: {ZH: "预测", EN: "a forecast"}, figure.Historical: {ZH: "用来对比的往年数", EN: "of another time, compared with"},
}

func modalityReason(_ *figure.Page, f *figure.Figure) (finding.Text, bool) {
	t, ok := modalitySays[f.Modality]
	return t, ok
}

func periodReason(page *figure.Page, f *figure.Figure) (finding.Text, bool) {
	words := f.Period.String()
	if f.PeriodDate >= 0 && f.PeriodDate < len(page.Dates) && words != "" {
		d := &page.Dates[f.PeriodDate]
		words = page.Words(d.Range())
	}
	return slotReason("时期", "period", words, page.PeriodSource(f))
}

func basisReason(_ *figure.Page, f *figure.Figure) (finding.Text, bool) {
	return slotReason("基准", "basis", f.Basis, f.BasisOrigin)
}
