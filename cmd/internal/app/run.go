package app

import (
	"bufio"
	"io"
	"os"

	"github.com/urfave/cli/v2"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/report"
	"github.com/hegao/hegao/rules"
)

// windowPerJob is how many documents per worker may wait for the one before
// them to be written.
const windowPerJob = 16

// check is `hegao check`.
func (a *App) check(c *cli.Context) error { return a.run(c, report.Check, true) }

// figures is `hegao figures`.
func (a *App) figures(c *cli.Context) error { return a.run(c, report.Figures, false) }

// newRenderer makes the renderer of a format.
type newRenderer func(format string, w io.Writer, o report.Options) (report.Renderer, error)

// run reads, checks and reports copy; judged says that findings decide the
// exit code.
func (a *App) run(c *cli.Context, render newRenderer, judged bool) error {
	o, err := a.options(c)
	if err != nil {
		return err
	}
	o.pages = judged && report.ShowsPage(o.format)
	o.countsOnly, o.sieve.configured = judged && !o.pages, judged
	t, err := a.survey(o, func(w io.Writer, failOn string) (report.Renderer, error) {
		ro := a.reportOptions(o)
		ro.FailOn = failOn
		return render(o.format, w, ro)
	})
	if err != nil {
		return err
	}
	a.mentionGone(t.baselines)
	return t.exit(judged)
}

// survey checks the copy of a run and hands the results to a renderer, which
// writes to the run's output. The renderer is told from which severity on
// findings fail the run; where the command line doesn't say, the configuration
// of the first copy does.
func (a *App) survey(o *options, render func(w io.Writer, failOn string) (report.Renderer, error)) (*tally, error) {
	go checker.Prepare() // takes as long as it takes to find the inputs and read their configuration
	inputs, err := a.inputs(o)
	if err != nil {
		return nil, err
	}
	seats, err := a.seat(inputs, o)
	if err != nil {
		return nil, err
	}
	out, err := a.output(o)
	if err != nil {
		return nil, err
	}
	w := bufio.NewWriterSize(out, 1<<16)
	var first *desk
	if len(seats) > 0 {
		first = seats[0]
	}
	r, err := render(w, a.failLevel(first, o))
	if err != nil {
		return nil, err
	}
	t := &tally{progress: a.newProgress(o, inputs), baselines: baselines(o, seats)}
	write := a.stream
	if o.together {
		write = a.together
	}
	if err := write(inputs, seats, o, r, w, t); err != nil {
		return nil, writeFailure(err)
	}
	if err := out.Close(); err != nil {
		return nil, writeFailure(err)
	}
	return t, nil
}

// inputs returns the files that the paths of a command line stand for.
func (a *App) inputs(o *options) ([]input, error) {
	if o.sieve.changes != nil {
		return a.changedInputs(o, o.sieve.changes)
	}
	inputs := resolve(o.paths)
	if len(inputs) == 0 {
		return nil, noCopy()
	}
	return inputs, nil
}

// noCopy says that folders were named in vain.
func noCopy() error {
	return usagef(finding.Text{
		ZH: "这些文件夹里没有稿件（.txt、.md、.jsonl）",
		EN: "there is no copy in these folders (.txt, .md, .jsonl)"})
}

// corpusGC is the collector's percentage while documents are small: the heap
// is a few megabytes then, and collecting it at every doubling is what costs.
// A document of largeDocument bytes makes a heap of its own size, which must
// not be let grow fivefold: largeGC holds from then on.
const (
	corpusGC      = 400
	largeGC       = 40
	largeDocument = 4 << 20
)

// stream checks all documents and writes each as soon as those before it are
// written.
func (a *App) stream(inputs []input, seats []*desk, o *options, r report.Renderer, w *bufio.Writer, t *tally) error {
	if err := r.Begin(); err != nil {
		return err
	}
	err := ordered(o.jobs, o.jobs*windowPerJob,
		func(yield func(job) bool) { a.jobs(inputs, seats, o, yield) },
		func(j job) checked { return checked{a.work(j, o), a.failLevel(j.desk, o)} },
		func(done checked) error {
			t.add(&done)
			for _, fault := range done.result.Faults {
				a.complain(faultHead.In(a.lang) + "\n" + fault)
			}
			t.progress.clear()
			if err := r.File(&done.result); err != nil {
				return err
			}
			if a.StdoutTTY && o.output == "" {
				if err := w.Flush(); err != nil {
					return err
				}
			}
			t.progress.step()
			return nil
		})
	t.progress.clear()
	if err != nil {
		return err
	}
	if err := r.End(); err != nil {
		return err
	}
	return w.Flush()
}

// seat finds the desk of every input before the first is read: a mistake in a
// configuration or a ledger ends the run with nothing half reported.
func (a *App) seat(inputs []input, o *options) ([]*desk, error) {
	d := a.newDesks(o)
	seats := make([]*desk, len(inputs))
	for i, in := range inputs {
		if in.fail != nil {
			continue
		}
		var err error
		if seats[i], err = d.of(in.path); err != nil {
			return nil, err
		}
	}
	return seats, nil
}

// checked is a document's result with the level at which it fails the run.
type checked struct {
	result checker.Result
	fail   string
}

// failLevel returns the severity from which findings fail the run: the flag's,
// else the configuration's, else error.
func (a *App) failLevel(d *desk, o *options) string {
	switch {
	case o.failOn != "":
		return o.failOn
	case d != nil && d.config.FailOn != "":
		return d.config.FailOn
	}
	return finding.Error.String()
}

// tally gathers what the exit code depends on.
type tally struct {
	progress                 *progress
	failed, unreadable, ours bool
	baselines                []*baseline // those that hold
}

func (t *tally) add(c *checked) {
	level, judged := finding.ParseSeverity(c.fail)
	for i := range c.result.Findings {
		f := &c.result.Findings[i]
		switch {
		case f.Category == finding.Input:
			t.unreadable = true
		case judged && f.Severity >= level:
			t.failed = true
		}
	}
	t.ours = t.ours || len(c.result.Faults) > 0
}

// exit returns the exit code, the gravest first: our own fault, what couldn't
// be read, what was found.
func (t *tally) exit(judged bool) error {
	switch {
	case t.ours:
		return exit(ExitFault)
	case t.unreadable:
		return exit(ExitUsage)
	case t.failed && judged:
		return exit(ExitFindings)
	}
	return nil
}

// output opens what --output names, or standard output.
func (a *App) output(o *options) (io.WriteCloser, error) {
	if o.output == "" || o.output == stdin {
		return nopCloser{a.Stdout}, nil
	}
	f, err := os.Create(o.output)
	if err != nil {
		return nil, writeFailure(err)
	}
	return f, nil
}

type nopCloser struct{ io.Writer }

func (nopCloser) Close() error { return nil }

func writeFailure(err error) error {
	t := unwritable(err)
	return usagef(finding.Text{ZH: "报告写不出去：" + t.ZH, EN: "the report can't be written: " + t.EN})
}

// widest is how many columns a report takes at most: longer lines are hard to
// read.
const widest = 140

// width returns the columns that a report is fitted into, 0 for the usual.
func (a *App) width() int {
	if !a.StdoutTTY {
		return 0
	}
	return min(a.Columns, widest)
}

func (a *App) reportOptions(o *options) report.Options {
	color := a.StdoutTTY && o.output == "" && a.Getenv("NO_COLOR") == "" && a.Getenv("TERM") != "dumb"
	// A patch is read before it is applied, so it may hold what the ledger backs.
	return report.Options{Lang: o.lang, Color: color, Suggested: true, Width: a.width(), Rules: append(rules.All(), a.extra...), Version: a.Version}
}
