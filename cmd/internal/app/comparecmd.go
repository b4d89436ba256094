package app

import (
	"bufio"
	"io"

	"github.com/urfave/cli/v2"

	"github.com/hegao/hegao/checker/diff"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/report"
)

// compareFormats are the formats of `hegao compare`; the first is the default.
var compareFormats = []string{"diff", "json"}

func (a *App) compareCommand() *cli.Command {
	flags := append([]cli.Flag{a.ledgerFlag()}, a.readingFlags()...)
	flags = append(flags,
		a.choiceFlag("format", compareFormats, finding.Text{ZH: "输出格式", EN: "output format"}),
		a.outputFlag(),
		a.choiceFlag("fail-on", failLevels, finding.Text{ZH: "有这一级及以上的差异时退出码为 1（默认 error：两种文本的数字不一致）", EN: "exit with 1 on differences of this severity or above (default error: two editions contradict each other)"}),
	)
	return a.command("compare", a.say(finding.Text{ZH: "旧稿 新稿", EN: "OLD NEW"}), finding.Text{ZH: "比较两稿或中英两种文本的数字", EN: "compare the figures of two drafts, or of two language editions"}, a.compare, flags...)
}

// compare is `hegao compare OLD NEW`.
func (a *App) compare(c *cli.Context) error {
	o, err := a.options(c)
	if err != nil {
		return err
	}
	if len(o.paths) != 2 {
		return usagef(finding.Text{ZH: "要写明两个文件：旧稿和新稿，或中文稿和英文稿", EN: "name two files: the old draft and the new one, or two editions"}).
			hint(finding.Text{ZH: "例如 hegao compare 初稿.md 二稿.md", EN: "as in hegao compare draft1.md draft2.md"})
	}
	desks := a.newDesks(o)
	var sides [2]*diff.Side
	for i, path := range o.paths {
		if sides[i], err = a.side(path, desks); err != nil {
			return err
		}
	}
	if a.failedFaults(sides) {
		return exit(ExitFault)
	}
	comparison := diff.Compare(sides[0], sides[1])
	if err := a.writeComparison(comparison, o); err != nil {
		return err
	}
	level := o.failOn
	if level == "" {
		level = finding.Error.String()
	}
	if severity, judged := finding.ParseSeverity(level); judged {
		for _, ch := range comparison.Changes {
			if ch.Severity >= severity {
				return exit(ExitFindings)
			}
		}
	}
	return nil
}

// side reads one of the two drafts.
func (a *App) side(path string, desks *desks) (*diff.Side, error) {
	d, err := desks.of(path)
	if err != nil {
		return nil, err
	}
	doc, fail := a.document(job{desk: d, path: path}, desks.opts)
	if fail != nil {
		return nil, usagef(finding.Text{ZH: path + "：" + fail.ZH, EN: path + ": " + fail.EN})
	}
	r := d.session.Check(doc)
	return &diff.Side{Doc: doc, Result: &r}, nil
}

// failedFaults tells of faults of the program itself.
func (a *App) failedFaults(sides [2]*diff.Side) (failed bool) {
	for _, s := range sides {
		for _, f := range s.Result.Faults {
			a.complain(faultHead.In(a.lang) + "\n" + f)
			failed = true
		}
	}
	return failed
}

func (a *App) writeComparison(c *diff.Comparison, o *options) error {
	out, err := a.output(o)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(out)
	render := func(w io.Writer, c *diff.Comparison, o report.Options) error { return report.ComparisonText(w, c, o) }
	if o.format == "json" {
		render = report.ComparisonJSON
	}
	if err := render(w, c, a.reportOptions(o)); err != nil {
		return writeFailure(err)
	}
	if err := w.Flush(); err != nil {
		return writeFailure(err)
	}
	if err := out.Close(); err != nil {
		return writeFailure(err)
	}
	return nil
}
