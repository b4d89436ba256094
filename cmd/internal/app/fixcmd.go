package app

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/fix"
	"github.com/hegao/hegao/checker/source"
)

func (a *App) fixCommand(paths string) *cli.Command {
	flags := append([]cli.Flag{a.ledgerFlag()}, a.readingFlags()...)
	flags = append(flags, a.selectionFlags()...)
	flags = append(flags,
		&cli.BoolFlag{Name: "suggested", Usage: a.say(finding.Text{ZH: "也改台账或算式能证明的数字，不只改写法", EN: "also change what the ledger or the arithmetic backs, not only form"})},
		&cli.BoolFlag{Name: "interactive", Usage: a.say(finding.Text{ZH: "在终端上逐处询问", EN: "ask about each place, on a terminal"})},
		&cli.BoolFlag{Name: "dry-run", Usage: a.say(finding.Text{ZH: "不写文件，只打印补丁（git apply 可用）", EN: "write nothing; print a patch that git apply takes"})},
	)
	return a.command("fix", paths, finding.Text{ZH: "改正稿件：默认只改写法，不动事实", EN: "apply fixes: of form only, unless told otherwise"}, a.fix, flags...)
}

// fix is `hegao fix`.
func (a *App) fix(c *cli.Context) error {
	o, err := a.options(c)
	if err != nil {
		return err
	}
	o.countsOnly = true
	m := &mender{app: a, opts: o, suggested: c.Bool("suggested"), dry: c.Bool("dry-run")}
	if c.Bool("interactive") {
		if err := m.sitDown(); err != nil {
			return err
		}
	}
	inputs, err := a.inputs(o)
	if err != nil {
		return err
	}
	seats, err := a.seat(inputs, o)
	if err != nil {
		return err
	}
	for i, in := range inputs {
		if m.ask != nil && m.ask.left {
			break
		}
		m.input(in, seats[i])
	}
	return m.finish()
}

// mender is one run of `hegao fix`.
type mender struct {
	app            *App
	opts           *options
	suggested, dry bool
	ask            *interview // nil unless interactive

	places, files int  // what was changed
	offered       int  // places that --suggested would change besides
	failed, fault bool // some input couldn't be changed; a fault of ours
}

// maxRounds bounds how often a file is looked at again after it was changed. A
// fix may bring a mistake to light that another fix mends.
const maxRounds = 10

// mended is a file's content after its fixes, with what was changed.
type mended struct {
	content []byte
	edits   []string // each as "place  before → after"
}

func (m *mender) input(in input, d *desk) {
	switch {
	case in.fail != nil:
		m.refuse(in.path, *in.fail)
		return
	case isJSONL(in.path, m.opts.from):
		// Copy within JSON has no bytes of its own to change.
		if slices.Contains(m.opts.paths, in.path) {
			m.refuse(in.path, finding.Text{ZH: "JSON Lines 里的稿件不能直接改", EN: "copy in JSON Lines can't be changed in place"})
		}
		return
	}
	raw, err := m.app.readAll(in.path)
	if err != nil {
		m.refuse(in.path, readFailure(err))
		return
	}
	out, err := m.mend(in.path, raw, d)
	if err == nil {
		err = m.deliver(in.path, raw, out)
	}
	if err != nil {
		m.refuse(in.path, told(err))
	}
}

// refuse reports a file that can't be read or changed; the others go on.
func (m *mender) refuse(path string, t finding.Text) {
	m.failed = true
	m.app.complain(path + m.app.say(finding.Text{ZH: "：", EN: ": "}) + m.app.say(t))
}

// mend returns what becomes of a file. It looks at the file again after each
// round of fixes, so that a second run finds nothing to do.
func (m *mender) mend(path string, raw []byte, d *desk) (*mended, error) {
	out := &mended{content: raw}
	encoding := m.opts.encoding
	seen := map[string]bool{string(raw): true}
	choose := m.unasked
	if m.ask != nil {
		choose = m.ask.file()
	}
	for round := 0; m.ask != nil || round < maxRounds; round++ {
		r, err := m.check(path, out.content, encoding, d)
		if err != nil {
			return nil, err
		}
		encoding = r.File.Encoding
		edits := choose(r)
		if len(edits) == 0 {
			m.count(r)
			return out, nil
		}
		changes, err := fix.Changes(r.File, edits)
		if err != nil {
			return nil, err
		}
		out.content = fix.Splice(r.File.Disk(), changes)
		out.edits = append(out.edits, describeEdits(r, edits)...)
		if seen[string(out.content)] && m.ask == nil {
			break
		}
		seen[string(out.content)] = true
	}
	return nil, usagef(finding.Text{
		ZH: "几处改法互相抵消，稿件没有改动",
		EN: "some fixes undo each other; the copy was left alone"})
}

// unasked chooses the fixes that need no person.
func (m *mender) unasked(r *checker.Result) []finding.Edit {
	edits, _ := fix.Select(r.Findings, m.suggested)
	return fix.OfField(edits, source.FieldText)
}

// count counts the places that would be changed besides, with --suggested.
func (m *mender) count(r *checker.Result) {
	if m.ask != nil || m.suggested {
		return
	}
	for i := range r.Findings {
		if fix.Choose(r.Findings[i].Fixes, true) != nil {
			m.offered++
		}
	}
}

// check looks for what is wrong with the content of a file.
func (m *mender) check(path string, content []byte, encoding string, d *desk) (*checker.Result, error) {
	doc, err := parse(path, content, encoding, m.opts)
	if err != nil {
		return nil, err
	}
	if doc.Date == "" {
		doc.Date = d.config.Date
	}
	r := d.session.Check(doc)
	for _, f := range r.Faults {
		m.fault = true
		m.app.complain(faultHead.In(m.app.lang) + "\n" + f)
	}
	r.Findings = fix.Possible(r.File, r.Findings)
	return &r, nil
}

// describeEdits says of each edit where it is and what it changes.
func describeEdits(r *checker.Result, edits []finding.Edit) []string {
	var out []string
	for _, e := range edits {
		at := r.File.Position(e.Span.Start, source.FieldText)
		out = append(out, fmt.Sprintf("%s:%d:%d  %s → %s", r.Path, at.Line, at.Column, brief(r.File.Slice(e.Span)), brief(e.Text)))
	}
	return out
}

// brief returns words of the copy for one line of a message.
func brief(s string) string {
	const longest = 40
	s = strings.Join(strings.Fields(s), " ")
	if runes := []rune(s); len(runes) > longest {
		s = string(runes[:longest]) + "…"
	}
	if s == "" {
		return "∅"
	}
	return s
}

// deliver writes what became of a file: to its place, to standard output where
// it came from standard input, or as a patch.
func (m *mender) deliver(path string, raw []byte, out *mended) error {
	changed := !bytes.Equal(raw, out.content)
	switch {
	case m.dry:
		if changed {
			if _, err := m.app.Stdout.Write(fix.Unified(path, path, raw, out.content, 3)); err != nil {
				return err
			}
		}
	case path == stdin:
		if _, err := m.app.Stdout.Write(out.content); err != nil {
			return err
		}
	case changed:
		if err := replaceFile(path, raw, out.content); err != nil {
			return err
		}
	}
	if changed {
		m.files++
		m.places += len(out.edits)
		for _, line := range out.edits {
			if _, err := fmt.Fprintln(m.notes(path), line); err != nil {
				return err
			}
		}
	}
	return nil
}

// notes is where it is told what was changed: where copy or a patch goes to
// standard output, it must stay by itself.
func (m *mender) notes(path string) io.Writer {
	if m.dry || path == stdin {
		return m.app.Stderr
	}
	return m.app.Stdout
}

// finish tells how much was changed and returns the exit code.
func (m *mender) finish() error {
	told := finding.Text{ZH: "改正%d处，涉及%d篇", EN: "places changed: %d, in documents: %d"}
	if m.dry {
		told = finding.Text{ZH: "可改%d处，涉及%d篇；没有写入", EN: "places to change: %d, in documents: %d; nothing was written"}
	}
	fmt.Fprintf(m.app.Stderr, m.app.say(told)+"\n", m.places, m.files)
	if m.offered > 0 {
		fmt.Fprintf(m.app.Stderr, m.app.say(finding.Text{
			ZH: "另有%d处台账或算式能说明该改成什么：加 --suggested 改，先加 --dry-run 看\n",
			EN: "for %d more the ledger or the arithmetic says what is right: --suggested changes them, --dry-run shows them first\n"}), m.offered)
	}
	switch {
	case m.fault:
		return exit(ExitFault)
	case m.failed:
		return exit(ExitUsage)
	}
	return nil
}
