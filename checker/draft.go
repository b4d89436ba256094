package checker

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/ledger/table"
	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/quantity"
)

// Draft proposes ledger entries for the figures of a document: levels with the
// growth, change, rank and contribution that are said of them, and growth that
// stands alone. What lacks a period, or differs from an entry of the same fact,
// is doubtful. Every entry carries its sentence for the person who reviews it.
func (s *Session) Draft(doc *document.Document) *table.Draft {
	page := s.reader.Read(doc)
	defer s.reader.Release(page)
	d := &drafter{page: page, doc: doc, lang: s.lang(doc), draft: &table.Draft{}, entry: map[int]int{}, known: map[string]int{}, units: map[string]string{}}
	for i := range page.Figures {
		d.figure(&page.Figures[i])
	}
	return d.finish()
}

type drafter struct {
	page  *figure.Page
	doc   *document.Document
	lang  string
	draft *table.Draft
	list  []table.Entry
	entry map[int]int    // figure → its entry in list
	known map[string]int // fact → entry
	units map[string]string
}

func (d *drafter) figure(f *figure.Figure) {
	if f.Quotation || f.Bare || f.Modality == figure.Denied || f.Modality == figure.Quoted || f.ListLen > 1 && f.Subject == "" {
		return
	}
	switch f.Role {
	case figure.Level, figure.Total, figure.Part:
		if f.Kind == quantity.Number || f.Kind == quantity.Range || f.Digits < 1 || f.Start {
			return
		}
		if e, ok := d.frame(f); ok {
			e.Value = &table.Amount{Text: d.page.Words(f.Full())}
			if d.units[e.Metric] == "" && f.UnitRange.Len() > 0 {
				d.units[e.Metric] = d.page.Words(f.UnitRange)
			}
			d.add(f, e)
		}
	case figure.Growth:
		basis := f.Basis
		if basis == "同比" || basis == "比上年" {
			basis = "" // what a ledger means where it says nothing
		}
		d.onto(f, func(e *table.Entry) {
			if !slices.ContainsFunc(e.Growth, func(g table.Growth) bool { return g.Basis == basis }) {
				e.Growth = append(e.Growth, table.Growth{Basis: basis, Amount: table.Amount{Text: d.signed(f)}})
			}
		})
	case figure.Change:
		if f.Of >= 0 && (f.Basis == "" || f.Basis == "同比") {
			d.onto(f, func(e *table.Entry) {
				if e.Change == nil {
					e.Change = &table.Amount{Text: d.signed(f)}
				}
			})
		}
	case figure.RankRole:
		if n, ok := f.Value.Int64(); ok && f.Scope != "" && f.Of >= 0 {
			d.onto(f, func(e *table.Entry) {
				if !slices.ContainsFunc(e.Rank, func(r table.Rank) bool { return r.Scope == f.Scope }) {
					e.Rank = append(e.Rank, table.Rank{Scope: f.Scope, Amount: table.Amount{Text: strconv.FormatInt(n, 10)}})
				}
			})
		}
	}
}

// signed writes a growth or a change with its sign.
func (d *drafter) signed(f *figure.Figure) string {
	words := d.page.Words(f.Full())
	switch {
	case f.Negative || f.Hedge != quantity.None:
		return words
	case f.Sign < 0:
		return "-" + words
	case f.Role == figure.Growth:
		return "+" + words
	}
	return words
}

// onto adds what a figure says to the entry of the figure that it is said of;
// growth that stands alone gets an entry of its own.
func (d *drafter) onto(f *figure.Figure, add func(*table.Entry)) {
	if f.Of >= 0 {
		if i, ok := d.entry[f.Of]; ok {
			add(&d.list[i])
			d.entry[f.Index] = i
		}
		return
	}
	if f.Role != figure.Growth {
		return
	}
	if e, ok := d.frame(f); ok {
		add(&e)
		d.add(f, e)
	}
}

// frame says what a figure is of; ok is false where its words name no metric.
func (d *drafter) frame(f *figure.Figure) (e table.Entry, ok bool) {
	b := d.page.Bound(f)
	metric := b.Metric.Value
	if metric == "" || strings.Contains(metric, "/") || b.Metric.Origin < figure.Inherited {
		return e, false
	}
	e.Metric, e.Entity = strings.ReplaceAll(metric, " · ", ""), b.Entity.Value
	if b.Entity.Origin == figure.Guessed && d.page.OfOffice(f) {
		e.Entity = officeOf(e.Entity)
	}
	if figure.Local(e.Entity) {
		e.Entity = "" // 全省, of which nobody said which
	}
	if f.Role == figure.Growth && qualifies(e.Metric) {
		return e, false // 名义增长5.2%: of what, the words before say
	}
	for _, s := range f.Slots {
		e.Slots = append(e.Slots, table.Slot{Breakdown: s.Breakdown.Name, Member: s.Member.Name})
	}
	if f.Subject != "" && len(f.Slots) == 0 {
		e.Metric = f.Subject + d.behindSubjects(f, e.Metric)
	}
	if f.Period.Known() && !f.Period.IsZero() {
		e.Period = f.Period.String()
	}
	switch f.Modality {
	case figure.Planned:
		e.Modality = "target"
	case figure.Forecast:
		e.Modality = "forecast"
	}
	e.Comment = d.where(f)
	if b.Entity.Origin == figure.Guessed && e.Entity != "" {
		e.Comment += finding.Text{ZH: "；地区是推断的", EN: "; the place is inferred"}.In(d.lang)
	}
	if f.PeriodOrigin == figure.Guessed && e.Period != "" {
		e.Comment += finding.Text{ZH: "；时间是推断的", EN: "; the period is inferred"}.In(d.lang)
	}
	return e, true
}

// officeOf returns the place that an office is of, as its name has it: 滨海市 of
// 滨海市统计局; "" where it has none.
func officeOf(name string) string {
	end := 0
	for i, r := range name {
		switch r {
		case '省', '市', '县', '区', '州', '盟', '旗':
			end = i + utf8.RuneLen(r)
		}
	}
	return name[:end]
}

// qualifies reports whether the words of a growth only say at what prices it is
// reckoned: 名义, 扣除价格因素实际.
func qualifies(metric string) bool {
	for i := range metric {
		if s, end := lexicon.MatchClass(metric, i, lexicon.ClassContrast); end == len(metric) && s.Code == realOrNominal {
			return true
		}
	}
	return false
}

// realOrNominal is the lexicon's set of words for prices of one year and prices
// of the day.
const realOrNominal = "名实"

// behindSubjects returns what a metric phrase says behind the list of subjects
// that 分别 deals out: 产量 of 粮食、棉花产量.
func (d *drafter) behindSubjects(f *figure.Figure, metric string) string {
	rest := metric
	for k := f.ListHead; k < f.ListHead+f.ListLen && k < len(d.page.Figures); k++ {
		subject := strings.ReplaceAll(d.page.Figures[k].Subject, " ", "")
		if i := strings.LastIndex(rest, subject); subject != "" && i >= 0 {
			rest = rest[i+len(subject):]
		}
	}
	return rest
}

// longestSentence bounds what a comment repeats of a sentence, in characters.
const longestSentence = 40

// where names the line of a figure with the words before it.
func (d *drafter) where(f *figure.Figure) string {
	span := d.doc.View.Span(f.Range)
	at := d.doc.File.Position(span.Start, span.Field)
	from := d.page.Sentences[f.Sentence].Range.Start
	words := []rune(strings.TrimSpace(d.page.Text[from:f.Full().End]))
	dots := ""
	if n := len(words) - longestSentence; n > 0 {
		words, dots = words[n:], "…"
	}
	line := strconv.Itoa(at.Line)
	return finding.Text{ZH: "第" + line + "行：" + dots + string(words), EN: "line " + line + ": " + dots + string(words)}.In(d.lang)
}

func (d *drafter) add(f *figure.Figure, e table.Entry) {
	d.entry[f.Index] = len(d.list)
	d.list = append(d.list, e)
}

// finish sorts the entries into those that stand and those that are doubtful.
func (d *drafter) finish() *table.Draft {
	for i := range d.list {
		e := &d.list[i]
		if e.Period == "" {
			e.Comment += finding.Text{ZH: "；没有读出时间", EN: "; no period was read"}.In(d.lang)
			d.draft.Doubtful = append(d.draft.Doubtful, *e)
			continue
		}
		key := e.Fact()
		if k, ok := d.known[key]; ok {
			if !agree(&d.draft.Entries[k], e) {
				e.Comment += finding.Text{ZH: "；与上面同一数据的不同", EN: "; differs from the entry above"}.In(d.lang)
				d.draft.Doubtful = append(d.draft.Doubtful, *e)
			}
			continue
		}
		d.known[key] = len(d.draft.Entries)
		d.declare(e)
		d.draft.Entries = append(d.draft.Entries, *e)
	}
	return d.draft
}

// agree reports whether a second mention of a fact adds nothing to the first.
func agree(a, b *table.Entry) bool {
	if b.Value != nil && (a.Value == nil || a.Value.Text != b.Value.Text) {
		return false
	}
	for _, g := range b.Growth {
		if !slices.ContainsFunc(a.Growth, func(h table.Growth) bool { return h.Basis == g.Basis && h.Text == g.Text }) {
			return false
		}
	}
	return true
}

// declare notes the names that an entry uses.
func (d *drafter) declare(e *table.Entry) {
	if !slices.ContainsFunc(d.draft.Metrics, func(m table.Metric) bool { return m.Name == e.Metric }) {
		d.draft.Metrics = append(d.draft.Metrics, table.Metric{Name: e.Metric, Unit: d.units[e.Metric]})
	}
	if e.Entity != "" && !slices.Contains(d.draft.Entities, e.Entity) {
		d.draft.Entities = append(d.draft.Entities, e.Entity)
	}
	for _, s := range e.Slots {
		if !slices.Contains(d.draft.Members, s) {
			d.draft.Members = append(d.draft.Members, s)
		}
	}
}
