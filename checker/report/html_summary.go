package report

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"github.com/hegao/hegao/checker/finding"
)

// summary writes what was found in all, with two small charts.
func (h *htmlRenderer) summary(p *page) {
	c := h.sum.Counts
	p.line(`<header class="summary"><div class="title"><h1>`, esc(say(h.lang, msgReportTitle)), `</h1>`)
	p.line(`<p class="verdict">`, h.verdict(), `</p>`)
	p.line(`<p class="scope">`, esc(say(h.lang, msgFiles, h.sum.Files)), ` · `, esc(say(h.lang, msgFigures, c.Figures)), `</p>`)
	p.line(`<p class="tools"><button type="button" data-do="theme">`, esc(say(h.lang, msgTheme)), `</button> <button type="button" data-do="print">`, esc(say(h.lang, msgPrint)), `</button></p></div>`)
	h.ring(p)
	h.bars(p)
	p.line(`</header>`)
}

// verdict says how many of each severity there are.
func (h *htmlRenderer) verdict() string {
	out := ""
	for _, n := range []struct {
		class string
		m     message
		n     int
	}{{"error", msgErrors, h.sum.Error}, {"warning", msgWarnings, h.sum.Warning}, {"info", msgInfos, h.sum.Info}, {"error", msgFaults, h.sum.Faults}} {
		if n.n > 0 {
			out += `<span class="` + n.class + `">` + esc(say(h.lang, n.m, n.n)) + `</span> `
		}
	}
	if out == "" {
		return `<span class="clean">` + esc(say(h.lang, msgNothing)) + `</span>`
	}
	return out
}

// ring draws the figures by status as a ring, with its key.
func (h *htmlRenderer) ring(p *page) {
	c := h.sum.Counts
	if c.Figures == 0 {
		return
	}
	parts := []struct {
		status string
		n      int
	}{{"confirmed", c.Confirmed}, {"consistent", c.Consistent}, {"contradicted", c.Contradicted}, {"unchecked", c.Unchecked}}
	const around = 100 // the circle's length, by its radius
	p.line(`<figure class="ring"><svg viewBox="0 0 42 42" role="img" aria-label="`, esc(say(h.lang, msgByStatus)), `">`)
	done := 0
	for _, part := range parts {
		if part.n == 0 {
			continue
		}
		length, start := float64(part.n*around)/float64(c.Figures), float64(done*around)/float64(c.Figures)
		gap := 0.0
		if part.n < c.Figures {
			gap = min(0.7, length/3)
		}
		p.line(fmt.Sprintf(`<circle class="%s" cx="21" cy="21" r="15.9155" fill="none" stroke-width="4" stroke-dasharray="%.2f %.2f" stroke-dashoffset="%.2f"/>`,
			part.status, length-gap, around-length+gap, 25-start))
		done += part.n
	}
	p.line(`<text x="21" y="21.5" text-anchor="middle" class="total">`, strconv.Itoa(c.Figures), `</text><text x="21" y="26.5" text-anchor="middle" class="of">`, esc(say(h.lang, msgFiguresShort)), `</text></svg>`)
	p.line(`<figcaption>`)
	for _, part := range parts {
		p.line(`<span class="key `, part.status, `"><i></i>`, esc(inWords(statusNames, part.status, h.lang)), ` <b>`, strconv.Itoa(part.n), `</b></span>`)
	}
	p.line(`</figcaption></figure>`)
}

// maxBars is how many categories the chart has room for.
const maxBars = 8

// bars draws the findings by category, the gravest part first.
func (h *htmlRenderer) bars(p *page) {
	type bar struct {
		category finding.Category
		n        [3]int
		all      int
	}
	var bars []bar
	most := 1
	for _, c := range finding.Categories() {
		if n := h.categories[c]; n != nil {
			bars = append(bars, bar{c, *n, n[0] + n[1] + n[2]})
			most = max(most, n[0]+n[1]+n[2])
		}
	}
	if len(bars) == 0 {
		return
	}
	slices.SortStableFunc(bars, func(a, b bar) int { return cmp.Compare(b.all, a.all) })
	bars = bars[:min(len(bars), maxBars)]
	const left, full, step = 76, 150, 20
	p.line(fmt.Sprintf(`<figure class="bars"><svg viewBox="0 0 %d %d" role="img" aria-label="%s">`, left+full+24, len(bars)*step+2, esc(say(h.lang, msgByCategory))))
	for i, b := range bars {
		y := i*step + 2
		p.line(fmt.Sprintf(`<text class="label" x="%d" y="%d" text-anchor="end">%s</text>`, left-8, y+12, esc(inWords(categoryNames, string(b.category), h.lang))))
		x := float64(left)
		for s := int(finding.Error); s >= 0; s-- {
			if b.n[s] == 0 {
				continue
			}
			w := float64(b.n[s]*full) / float64(most)
			p.line(fmt.Sprintf(`<rect class="%s" x="%.1f" y="%d" width="%.1f" height="13" rx="1.5"/>`, finding.Severity(s), x, y+1, max(w-1, 1)))
			x += w
		}
		p.line(fmt.Sprintf(`<text class="n" x="%.1f" y="%d">%d</text>`, x+5, y+12, b.all))
	}
	p.line(`</svg></figure>`)
}
