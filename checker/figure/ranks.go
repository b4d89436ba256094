package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/lexicon"
)

// rankBehind reads the scope and the metric behind a rank ("third nationwide
// in vegetable exports"), or the metric before it.
func (p *Page) rankBehind(s *Sentence, f *Figure) {
	end := p.offsetOf(s, p.clauseEnd(s, f.Token))
	for i := f.Token + 1; i < s.AfterTok && int(p.Tokens[i].Start) < end; i++ {
		t := p.Tokens[i]
		if t.Kind == Quantity {
			end = int(t.Start)
			break
		}
		if t.Kind != Word {
			continue
		}
		if sc, ok := lexicon.Has(t.Ref, lexicon.ClassScope); ok {
			f.Scope = sc.Code
			break
		}
	}
	own := strings.TrimSpace(dropWords(f.Metric, "province", "city", "county", "ranked", "ranks", "ranking", "ranked the", "was", "placed", "came"))
	behind := p.Text[f.Range.End:end]
	if at := strings.Index(behind, " in "); own == "" && at >= 0 {
		from := f.Range.End + at + len(" in ")
		own = strings.TrimSuffix(p.phraseOf(from, end, p.tokenFrom(from)).key, " and")
	}
	if own != "" && f.Of < 0 {
		f.Metric = own
	}
}

// dropWords leaves words out of a phrase whose words spaces part.
func dropWords(key string, words ...string) string {
	fields := strings.Fields(key)
	n := 0
	for _, w := range fields {
		drop := false
		for _, d := range words {
			drop = drop || w == d
		}
		if !drop {
			fields[n] = w
			n++
		}
	}
	return strings.Join(fields[:n], " ")
}
