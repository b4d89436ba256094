package app

import (
	"fmt"
	"io"
	"time"

	"github.com/hegao/hegao/checker/finding"
)

const (
	progressAfter = time.Second            // shorter runs show nothing
	progressEvery = 100 * time.Millisecond // between two redraws
)

var progressText = finding.Text{ZH: "已核 %d / %d", EN: "checked %d of %d"}

// progress is the line on standard error that says how far a long run has
// come. A nil progress shows nothing.
type progress struct {
	w           io.Writer
	now         func() time.Time
	text        string
	done, total int
	start, last time.Time
	shown       bool
}

// newProgress returns the progress of a run, nil where nobody is watching or
// where there is but one input.
func (a *App) newProgress(o *options, inputs []input) *progress {
	if !a.StderrTTY || a.Now == nil || len(inputs) < 2 {
		return nil
	}
	for _, in := range inputs {
		if isJSONL(in.path, o.from) {
			return nil // nobody knows how many documents there are
		}
	}
	now := a.Now()
	return &progress{w: a.Stderr, now: a.Now, text: a.say(progressText), total: len(inputs), start: now, last: now}
}

// step counts one more document.
func (p *progress) step() {
	if p == nil {
		return
	}
	p.done++
	now := p.now()
	if now.Sub(p.start) < progressAfter || now.Sub(p.last) < progressEvery && p.shown {
		return
	}
	p.last, p.shown = now, true
	fmt.Fprintf(p.w, "\r"+p.text, p.done, p.total)
}

// clear takes the line away, so that a report can be written in its place.
func (p *progress) clear() {
	if p != nil && p.shown {
		p.shown = false
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
