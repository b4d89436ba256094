package edition

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules/internal/cue"
	"github.com/hegao/hegao/rules/internal/tell"
)

var (
	two = finding.Text{
		ZH: "“%s”与文中的“%s”说的像是同一届，届次不一。",
		EN: "“%s” and “%s” seem to speak of one edition, and the numbers differ.",
	}
	elsewhere = finding.Text{ZH: "文中另作“%s”", EN: "printed here as “%s”"}
)

// least is how many characters behind 届 two editions must share to be taken as
// of one event.
const least = 4

// mostMentions bounds how many mentions of one key are compared.
const mostMentions = 60

// repeats reports mentions of one event, by its printed name, that give
// different numbers though none of them is said to be another year's.
func repeats(p *rule.Pass, mentions []mention, found map[int]bool) {
	groups := map[string][]int{}
	var order []string
	for i := range mentions {
		m := &mentions[i]
		if m.fig.Kind != quantity.Edition || found[m.fig.Index] || !strings.HasPrefix(p.Text(m.fig.Range), "第") {
			continue // 十八届三中全会 is dated by its own number
		}
		key := prefix(p.Doc.View.Text[m.fig.Range.End:], least)
		if m.event != nil {
			key = m.event.Name
		}
		if key == "" {
			continue
		}
		if groups[key] == nil {
			order = append(order, key)
		}
		if len(groups[key]) == mostMentions {
			continue
		}
		groups[key] = append(groups[key], i)
	}
	for _, key := range order {
		for list := groups[key]; len(list) >= 2; {
			var same, rest []int
			for _, i := range list {
				if i == list[0] || sameName(p, &mentions[list[0]], &mentions[i]) {
					same = append(same, i)
				} else {
					rest = append(rest, i)
				}
			}
			compare(p, mentions, same)
			list = rest
		}
	}
}

// prefix returns the first n Han characters of a text, or "" where there are
// fewer.
func prefix(text string, n int) string {
	end := 0
	for range n {
		c, w := utf8.DecodeRuneInString(text[end:])
		if !unicode.Is(unicode.Han, c) {
			return ""
		}
		end += w
	}
	return text[:end]
}

// compare looks at the mentions of one event. The number that most of them give,
// or the first one, is held to be right.
func compare(p *rule.Pass, mentions []mention, list []int) {
	count := map[int]int{}
	for _, i := range list {
		count[mentions[i].n]++
	}
	if len(count) != 2 {
		return // one number, or a survey of many years
	}
	usual := list[0]
	for _, i := range list {
		if count[mentions[i].n] > count[mentions[usual].n] {
			usual = i
		}
	}
	a := &mentions[usual]
	for _, i := range list {
		b := &mentions[i]
		if b.n == a.n || b.fig.Sentence == a.fig.Sentence {
			continue
		}
		if historical(p, a) || historical(p, b) || a.event != nil && leadsUp(p, a) != leadsUp(p, b) {
			return
		}
		reportRepeat(p, a, b)
		return
	}
}

// sameName reports whether the words behind two editions name one event: they
// share a name that ends in a word for events, or twice as much as the key. Assemblies
// must share what follows as well (第三次会议): copy names their former terms.
func sameName(p *rule.Pass, a, b *mention) bool {
	if a.event != nil || b.event != nil {
		return a.event == b.event
	}
	x, y := p.Doc.View.Text[a.fig.Range.End:], p.Doc.View.Text[b.fig.Range.End:]
	n, runes, head := 0, 0, 0
	for n < len(x) && n < len(y) {
		c, w := utf8.DecodeRuneInString(x[n:])
		if d, _ := utf8.DecodeRuneInString(y[n:]); c != d || !unicode.Is(unicode.Han, c) && !strings.ContainsRune(inNames, c) {
			break
		}
		runes++
		if runes >= shortest && head == 0 && cue.Begins(x[n:n+w], cue.EventHead) {
			head = runes
		}
		n += w
		if runes == longest {
			break
		}
	}
	if cue.Begins(x, cue.Body) {
		return head > 0 && runes >= head+session
	}
	return head > 0 || runes >= 2*least
}

const (
	inNames  = "（）()“”·" // marks that stand inside names
	shortest = 3         // characters of the shortest name: 全运会
	longest  = 40        // characters of a name that are compared
	session  = 3         // characters that say which session of an assembly is meant
)

// historical reports whether the words around a mention place it in another
// year than that of the copy, or speak of several editions.
func historical(p *rule.Pass, m *mention) bool {
	words, start := cue.Clause(p.Page, m.fig.Sentence, m.fig.Range)
	if cue.In(words, cue.Historical) || inSeries(words, p.Doc.View.Text[m.fig.Range.End:]) {
		return true
	}
	for i := p.Page.Sentences[m.fig.Sentence].FirstDate; i < p.Page.Sentences[m.fig.Sentence].LastDate; i++ {
		d := &p.Page.Dates[i]
		if d.Start < start || d.Start > start+len(words) {
			continue
		}
		if d.Has(period.YearPrinted) && !p.Page.Published.IsZero() && d.Period.Known() && d.Period.End.Year != p.Page.Published.Year {
			return true
		}
	}
	return false
}

// leadsUp reports whether the clause of a mention speaks of what leads up to an
// edition; that of the next one falls into the time of this one.
func leadsUp(p *rule.Pass, m *mention) bool {
	words, _ := cue.Clause(p.Page, m.fig.Sentence, m.fig.Range)
	return cue.In(words, cue.Branch) || cue.In(words, cue.Next)
}

// inSeries reports whether a clause names several editions of what the text
// behind 届 names: 首届进博会到第八届进博会, 第七届、第八届.
func inSeries(words, behind string) bool {
	key := prefix(behind, least+2)
	if key == "" {
		key = prefix(behind, least)
	}
	return strings.Count(words, "届"+key) > 1 || strings.Contains(words, "届、") || strings.Contains(words, "届和") || strings.Contains(words, "届至")
}

func reportRepeat(p *rule.Pass, a, b *mention) {
	wa, wb := p.Text(a.fig.Range), p.Text(b.fig.Range)
	p.Report(rule.Problem{
		Range: b.fig.Range, Severity: finding.Warning, Confidence: 0.7,
		Message: tell.Textf(two, wb, wa),
		Related: []rule.Related{tell.Related(a.fig.Range, tell.Textf(elsewhere, wa))},
		Fixes:   []rule.Fix{fix(b.fig.Range, wa, finding.Manual), fix(a.fig.Range, wb, finding.Manual)},
	})
}
