package meanabove

import (
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/vocab"
)

// end is what the words before a figure make it: the highest, the lowest or the
// mean of something.
type end struct {
	fig  int
	sign int // 1 highest, -1 lowest, 0 mean
	// thing is what the words say is highest; elliptic that they name it no more
	// than by 最高的 or 最高达, so that it is what was spoken of before.
	thing    string
	elliptic bool
	whole    bool // a word like 单日最高, that goes with any mean a day
}

// endOf reads the words between the figure before and this one.
func endOf(words string, fig int) (e end, ok bool) {
	words = strings.ToLower(words)
	if !strings.Contains(words, "最") && !vocab.In(words, "peak") && !vocab.In(words, "trough") && !vocab.In(words, "mean") {
		return e, false
	}
	words = words[strings.LastIndexAny(words, "；;。")+1:]
	at, size := -1, 0
	take := func(i, n, sign int, whole bool) {
		if i >= 0 && (i+n > at+size || i+n == at+size && n > size) {
			at, size, e.sign, e.whole = i, n, sign, whole
		}
	}
	i, n := vocab.Last(words, "peak")
	take(i, n, 1, true)
	i, n = vocab.Last(words, "trough")
	take(i, n, -1, true)
	i, n = vocab.Last(words, "mean")
	take(i, n, 0, true)
	if i := strings.LastIndex(words, "最"); i >= 0 {
		behind := i + len("最")
		if n := vocab.Begins(words[behind:], "most-adjectives"); n > 0 {
			take(i, len("最")+n, 1, false)
		}
		if n := vocab.Begins(words[behind:], "least-adjectives"); n > 0 {
			take(i, len("最")+n, -1, false)
		}
	}
	if at < 0 {
		return e, false
	}
	e.fig = fig
	before, behind := words[:at], words[at+size:]
	e.thing, e.elliptic = nounBefore(behind)
	if e.thing == "" {
		e.thing = strings.TrimSpace(before[strings.LastIndexAny(before, "，、：:,")+1:])
		if r, n := utf8.DecodeLastRuneInString(before); n > 0 && (r == '，' || r == ',') {
			e.thing = ""
		}
	}
	return e, true
}

// nounBefore returns the words up to the first link; elliptic that a link, a mark
// or nothing comes first.
func nounBefore(behind string) (noun string, elliptic bool) {
	cut := len(behind)
	if i, _ := vocab.First(behind, "end-links"); i >= 0 {
		cut = i
	}
	noun = strings.TrimSpace(behind[:cut])
	return noun, noun == ""
}

// of reports whether two ends are of one thing, as their words have it.
func (e end) of(o end) bool {
	if e.sign == 0 {
		e, o = o, e
	}
	switch {
	case e.whole && o.whole:
		return true
	case e.thing != "" && o.thing != "" && (strings.Contains(e.thing, o.thing) || strings.Contains(o.thing, e.thing)):
		return true
	case o.sign == 0:
		return e.elliptic
	}
	return e.elliptic && o.elliptic || e.thing == "" || o.thing == ""
}

// summit bounds, in bytes, the words behind a figure that call it the highest.
const summit = 48

// isHighest reports whether the clause right behind a figure calls it the
// highest of its kind: 8.1万人次，为年内单月最高.
func isHighest(p *figure.Page, f *figure.Figure, until int) bool {
	behind := p.Words(source.Range{Start: f.Range.End, End: max(f.Range.End, min(until, f.Range.End+summit))})
	lead := vocab.Begins(behind, "it-is-the")
	rest := behind[lead:]
	i := strings.IndexAny(rest, "，。；")
	return lead > 0 && i >= 0 && vocab.Ends(strings.TrimRight(rest[:i], "值的水平"), "highest") > 0
}
