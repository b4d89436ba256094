package app

import (
	"bufio"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/fix"
	"github.com/hegao/hegao/checker/report"
	"github.com/hegao/hegao/checker/source"
)

// interview asks a person at a terminal about each place.
type interview struct {
	mender  *mender
	answers *bufio.Reader
	left    bool // the person has had enough
}

// sitDown prepares the interview; it takes a terminal.
func (m *mender) sitDown() error {
	switch {
	case slices.Contains(m.opts.paths, stdin):
		return usagef(finding.Text{ZH: "稿件从标准输入来时，没法逐处询问", EN: "copy from standard input leaves no way to ask"})
	case !m.app.StdinTTY:
		return usagef(finding.Text{ZH: "--interactive 要在终端上用", EN: "--interactive needs a terminal"})
	}
	m.ask = &interview{mender: m, answers: bufio.NewReader(m.app.Stdin)}
	return nil
}

// file returns what chooses the edits of one file: those of the next finding to
// which the person agrees, none when there are no more. What was declined isn't
// asked again.
func (v *interview) file() func(*checker.Result) []finding.Edit {
	declined := map[string]bool{} // fingerprints
	all := false                  // the person agreed to the rest
	return func(r *checker.Result) []finding.Edit {
		for i := range r.Findings {
			f := &r.Findings[i]
			if v.left || declined[f.Fingerprint] || len(f.Fixes) == 0 || f.Span.Field != source.FieldText {
				continue
			}
			chosen := fix.Choose(f.Fixes, true)
			if !all {
				chosen, all = v.question(r, f)
			}
			if chosen != nil {
				edits, _ := fix.Merge(chosen.Edits)
				return edits
			}
			declined[f.Fingerprint] = true
		}
		return nil
	}
}

var askText = finding.Text{
	ZH: "改吗？[y 改 / n 不改 / a 这篇余下的都改 / q 到此为止] ",
	EN: "change it? [y yes / n no / a all the rest of this copy / q stop here] ",
}

var askWhichText = finding.Text{
	ZH: "改成哪种？[1-%d / n 不改 / q 到此为止] ",
	EN: "which one? [1-%d / n none / q stop here] ",
}

// question shows a finding and returns the fix that the person wants, nil for
// none; rest says that the others of the file are agreed to as well.
func (v *interview) question(r *checker.Result, f *finding.Finding) (chosen *finding.Fix, rest bool) {
	if v.show(r, f) != nil {
		v.left = true
		return nil, false
	}
	for {
		if n := len(f.Fixes); n > 1 {
			fmt.Fprintf(v.mender.app.Stdout, v.say(r, askWhichText), n)
		} else {
			fmt.Fprint(v.mender.app.Stdout, v.say(r, askText))
		}
		line, err := v.answers.ReadString('\n')
		answer := strings.ToLower(strings.TrimSpace(line))
		switch {
		case err != nil && answer == "", answer == "q":
			v.left = true
			return nil, false
		case answer == "n":
			return nil, false
		case answer == "y" && len(f.Fixes) == 1:
			return &f.Fixes[0], false
		case answer == "a" && len(f.Fixes) == 1:
			return &f.Fixes[0], true
		}
		if n, err := strconv.Atoi(answer); err == nil && 1 <= n && n <= len(f.Fixes) {
			return &f.Fixes[n-1], false
		}
	}
}

// show prints one finding as `hegao check` does.
func (v *interview) show(r *checker.Result, f *finding.Finding) error {
	w := v.mender.app.Stdout
	if _, err := fmt.Fprintln(w); err != nil {
		return err
	}
	return report.Finding(w, v.mender.app.reportOptions(v.mender.opts), r, f)
}

// say returns a question in the language in which the findings of a document are
// told.
func (v *interview) say(r *checker.Result, t finding.Text) string {
	if lang := v.mender.opts.lang; lang != "" {
		return t.In(lang)
	}
	return t.In(r.Lang)
}
