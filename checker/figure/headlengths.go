package figure

import (
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/quantity"
)

// headLengths compares lengths of time in the headline with those of the copy: one
// that the copy doesn't print, beside one in the same unit that stands behind the
// same two characters or says how long the event goes on.
func (p *Page) headLengths() {
	if p.Doc.Lang == "en" || p.joined() {
		return
	}
	for k := range p.Figures {
		h := &p.Figures[k]
		if p.Doc.Blocks[h.Block].Kind != document.Headline {
			return // headlines come first
		}
		if h.Kind == quantity.Duration && h.Hedge == quantity.None {
			if rival := p.rivalLength(h); rival >= 0 {
				p.Headings = append(p.Headings, Heading{Head: k, Rival: rival, Slip: NoSlip, Weight: 4})
			}
		}
	}
}

// rivalLength returns the length of the copy that one of the headline ought to
// repeat, -1 for none, or where the copy has the same one.
func (p *Page) rivalLength(h *Figure) int {
	rival := -1
	lead := hanBefore(p.Text[:h.Range.Start], 2)
	for k := h.Index + 1; k < len(p.Figures) && k < h.Index+mostBelow; k++ {
		f := &p.Figures[k]
		if f.Kind != quantity.Duration || f.Unit != h.Unit || p.Doc.Blocks[f.Block].Kind == document.Headline {
			continue
		}
		if f.Value.Cmp(h.Value) == 0 || f.Hedge != quantity.None && f.Set.Meets(h.Set) {
			return -1
		}
		alike := lead != "" && lead == hanBefore(p.Text[:f.Span().Start], 2)
		if event, ok := p.wentOn(f); f.Hedge == quantity.None && (alike || ok && event && h.Unit == "d") && rival < 0 {
			rival = k
		}
	}
	return rival
}

// hanBefore returns the last n characters of a text where all are Han.
func hanBefore(s string, n int) string {
	at := len(s)
	for range n {
		r, w := utf8.DecodeLastRuneInString(s[:at])
		if r < 0x4E00 || r > 0x9FFF {
			return ""
		}
		at -= w
	}
	return strings.TrimSpace(s[at:])
}
