package app

import (
	"bufio"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/report"
)

// together checks all inputs as the parts of one page, or one edition, and
// writes their results in order. Each is checked by its own configuration, and
// with the others by that of the first file that can be read.
func (a *App) together(inputs []input, seats []*desk, o *options, r report.Renderer, w *bufio.Writer, t *tally) error {
	var jobs []job
	a.jobs(inputs, seats, o, func(j job) bool {
		jobs = append(jobs, j)
		return true
	})
	results := make([]checker.Result, len(jobs))
	var docs []*document.Document
	var own []checker.Result
	var at []int
	var first *desk
	for i, j := range jobs {
		doc, fail := a.document(j, o)
		if fail != nil {
			results[i] = checker.Unreadable(j.id(), j.path, fail.In(a.inputLang(j, o)))
			continue
		}
		if first == nil {
			first = j.desk
		}
		docs, at = append(docs, doc), append(at, i)
		own = append(own, j.desk.session.Check(doc))
	}
	if len(docs) > 0 {
		first.session.CheckAcross(docs, own)
		for k, res := range own {
			results[at[k]] = res
			o.sieve.apply(&jobs[at[k]], &results[at[k]])
		}
	}
	t.progress.clear()
	if err := r.Begin(); err != nil {
		return err
	}
	for i := range results {
		t.add(&checked{results[i], a.failLevel(jobs[i].desk, o)})
		for _, fault := range results[i].Faults {
			a.complain(faultHead.In(a.lang) + "\n" + fault)
		}
		if err := r.File(&results[i]); err != nil {
			return err
		}
	}
	if err := r.End(); err != nil {
		return err
	}
	return w.Flush()
}
