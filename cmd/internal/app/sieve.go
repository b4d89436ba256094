package app

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/source"
)

// sieve keeps back findings that a run doesn't want: known ones of a baseline,
// and those that touch no changed line. Its zero value keeps back nothing.
type sieve struct {
	baseline *baseline // that the command line names
	changes  *changes
	// configured says that the baseline of the configuration holds, where the
	// command line names none.
	configured bool
}

// set reads the flags of a command that say what a run doesn't want.
func (s *sieve) set(c *cli.Context) (err error) {
	since, staged := c.IsSet("since"), c.Bool("staged")
	switch {
	case since && staged:
		return usagef(finding.Text{ZH: "--since 和 --staged 只能用一个", EN: "--since and --staged exclude each other"})
	case since || staged:
		s.changes = newChanges(c.String("since"), staged)
	}
	if file := c.String("baseline"); file != "" {
		s.baseline, _, err = readBaseline(file)
	}
	return err
}

// apply takes findings out of a document's result. What can't be read is always
// reported.
func (s *sieve) apply(j *job, r *checker.Result) {
	known := s.baseline
	if known == nil && j.desk != nil {
		known = j.desk.baseline
	}
	if known != nil {
		known.visit(r)
		r.Findings = slices.DeleteFunc(r.Findings, func(f finding.Finding) bool {
			return f.Category != finding.Input && known.knows(r, &f)
		})
	}
	if j.lines != nil && !j.lines.all {
		t := touched{lines: j.lines, item: j.line, file: r.File}
		r.Findings = slices.DeleteFunc(r.Findings, func(f finding.Finding) bool {
			return f.Category != finding.Input && !t.finding(&f)
		})
	}
}

// touched decides whether findings of one document touch a changed line.
type touched struct {
	lines *lineSet
	item  int // the line of a JSON Lines document, or 0
	file  *source.File
}

// finding reports whether the finding, or a place that it rests on, is on a
// changed line: when one of two figures is edited, the contradiction counts
// wherever it is reported.
func (t *touched) finding(f *finding.Finding) bool {
	if t.item > 0 {
		return t.lines.touches(t.item, t.item)
	}
	return t.span(f.Span) || slices.ContainsFunc(f.Related, func(r finding.Related) bool { return r.File == nil && t.span(r.Span) })
}

// span reports whether a span touches a changed line, as git counts lines: in
// bytes on disk.
func (t *touched) span(s source.Span) bool {
	start, end := t.file.DiskSpan(s)
	disk := t.file.Disk()
	start, end = min(start, len(disk)), min(end, len(disk))
	first := 1 + bytes.Count(disk[:start], []byte{'\n'})
	return t.lines.touches(first, first+bytes.Count(disk[start:max(start, end-1)], []byte{'\n'}))
}

// changedInputs leaves those inputs that changed, each with its lines. Without
// paths, they are all the copy that changed below the current folder.
func (a *App) changedInputs(o *options, c *changes) ([]input, error) {
	inputs := resolve(o.paths)
	if len(o.paths) > 0 && len(inputs) == 0 {
		return nil, noCopy()
	}
	if len(o.paths) == 0 {
		var err error
		if inputs, err = c.copy(); err != nil {
			return nil, err
		}
	}
	var kept []input
	for _, in := range inputs {
		if in.fail != nil {
			kept = append(kept, in)
			continue
		}
		if in.path == stdin {
			return nil, usagef(finding.Text{ZH: "标准输入没有改动记录可查", EN: "standard input has no history to compare with"})
		}
		lines, err := c.linesOf(in.path)
		if err != nil {
			return nil, err
		}
		if lines != nil && (lines.all || len(lines.ranges) > 0) {
			in.lines = lines
			kept = append(kept, in)
		}
	}
	return kept, nil
}

// copy lists the changed files below the current folder that are copy.
func (c *changes) copy() ([]input, error) {
	here, err := realPath(".")
	if err != nil {
		return nil, err
	}
	r, err := c.around(here, here)
	if err != nil {
		return nil, err
	}
	below, err := filepath.Rel(r.root, here)
	if err != nil {
		return nil, err
	}
	prefix := ""
	if below != "." {
		prefix = filepath.ToSlash(below) + "/"
	}
	var out []input
	for _, name := range r.names() {
		if rest, ok := strings.CutPrefix(name, prefix); ok && isCopy(name) {
			out = append(out, input{path: filepath.FromSlash(rest)})
		}
	}
	return out, nil
}

// isCopy reports whether a file below a folder would be taken for copy.
func isCopy(name string) bool {
	parts := strings.Split(name, "/")
	for _, folder := range parts[:len(parts)-1] {
		if strings.HasPrefix(folder, ".") || slices.Contains(skippedFolders, folder) {
			return false
		}
	}
	return slices.Contains(copyExtensions, strings.ToLower(filepath.Ext(name)))
}
