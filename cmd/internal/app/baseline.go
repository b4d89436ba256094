package app

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"github.com/urfave/cli/v2"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/report"
)

// baselineSchema names the form of a baseline file.
const baselineSchema = "hegao/baseline/v1"

// defaultBaseline is the file that `hegao baseline` writes unless told
// otherwise.
const defaultBaseline = ".hegao-baseline.json"

// baselineFile is a baseline on disk: findings that are known and not reported
// again, in the order of paths and fingerprints, one a line.
type baselineFile struct {
	Schema   string          `json:"schema"`
	Findings []baselineEntry `json:"findings"`
}

// baselineEntry is one known finding. Path is relative to the baseline's folder,
// with slashes; ID names a document within a file of many. Rule and Message are
// for people.
type baselineEntry struct {
	Path        string `json:"path"`
	ID          string `json:"id,omitempty"`
	Rule        string `json:"rule"`
	Fingerprint string `json:"fingerprint"`
	Message     string `json:"message"`
}

// baselineKey is what a finding is known by.
type baselineKey struct{ path, id, fingerprint string }

func (e *baselineEntry) key() baselineKey { return baselineKey{e.Path, e.ID, e.Fingerprint} }

// baseline is a set of known findings. Its methods are safe for concurrent use.
type baseline struct {
	folder string // of the file, absolute
	known  map[baselineKey]bool

	mu      sync.Mutex
	checked map[[2]string]bool // documents that were checked, by path and ID
	seen    map[baselineKey]bool
}

func newBaseline(file string) (*baseline, error) {
	abs, err := filepath.Abs(file)
	if err != nil {
		return nil, err
	}
	return &baseline{folder: filepath.Dir(abs), known: map[baselineKey]bool{},
		checked: map[[2]string]bool{}, seen: map[baselineKey]bool{}}, nil
}

// readBaseline reads a baseline file.
func readBaseline(file string) (*baseline, *baselineFile, error) {
	b, err := newBaseline(file)
	if err != nil {
		return nil, nil, err
	}
	data, err := os.ReadFile(file)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil, nil, usagef(finding.Text{ZH: "找不到基线 " + file, EN: "there is no baseline " + file}).
				hint(finding.Text{ZH: "hegao baseline 写一个", EN: "hegao baseline writes one"})
		}
		t := readFailure(err)
		return nil, nil, usagef(finding.Text{ZH: file + "：" + t.ZH, EN: file + ": " + t.EN})
	}
	var content baselineFile
	err = json.Unmarshal(data, &content)
	if err == nil && content.Schema != baselineSchema {
		err = fmt.Errorf("schema %q", content.Schema)
	}
	if err != nil {
		return nil, nil, usagef(finding.Text{
			ZH: file + " 不是 " + baselineSchema + " 格式的基线：" + err.Error(),
			EN: file + " isn't a baseline of the form " + baselineSchema + ": " + err.Error()})
	}
	for i := range content.Findings {
		b.known[content.Findings[i].key()] = true
	}
	return b, &content, nil
}

// entry returns a finding as the baseline has it.
func (b *baseline) entry(r *checker.Result, f *finding.Finding) baselineEntry {
	path, id := b.name(r)
	return baselineEntry{Path: path, ID: id, Rule: f.Rule, Fingerprint: f.Fingerprint, Message: f.Message}
}

func (b *baseline) name(r *checker.Result) (path, id string) {
	path = r.Path
	if abs, err := filepath.Abs(filepath.FromSlash(path)); err == nil && path != stdin {
		if rel, err := filepath.Rel(b.folder, abs); err == nil {
			path = filepath.ToSlash(rel)
		}
	}
	if r.ID != r.Path {
		id = r.ID
	}
	return path, id
}

// knows reports whether a finding is in the baseline.
func (b *baseline) knows(r *checker.Result, f *finding.Finding) bool {
	e := b.entry(r, f)
	k := e.key()
	if !b.known[k] {
		return false
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.seen[k] = true
	return true
}

// visit notes that a document was checked.
func (b *baseline) visit(r *checker.Result) {
	path, id := b.name(r)
	b.mu.Lock()
	defer b.mu.Unlock()
	b.checked[[2]string{path, id}] = true
}

// gone returns how many known findings of the documents that were checked
// didn't occur any more.
func (b *baseline) gone() int {
	n := 0
	for k := range b.known {
		if !b.seen[k] && b.checked[[2]string{k.path, k.id}] {
			n++
		}
	}
	return n
}

func (a *App) baselineCommand(paths string) *cli.Command {
	flags := append([]cli.Flag{a.ledgerFlag()}, a.inputFlags()...)
	flags = append(flags, a.selectionFlags()...)
	flags = append(flags,
		&cli.StringFlag{Name: "output", Value: defaultBaseline, Usage: a.say(finding.Text{ZH: "`文件` 写到这个文件（默认 " + defaultBaseline + "）", EN: "`FILE` write there (default " + defaultBaseline + ")"})},
		&cli.BoolFlag{Name: "prune", Usage: a.say(finding.Text{ZH: "只去掉已经改好的，不添新的", EN: "only take out what has been fixed; add nothing"})},
	)
	return a.command("baseline", paths, finding.Text{ZH: "把现有的问题记作基线，check --baseline 不再报", EN: "record the findings there are, for check --baseline to leave out"}, a.writeBaseline, flags...)
}

// baselines lists the baselines that hold for a run.
func baselines(o *options, seats []*desk) (found []*baseline) {
	if o.sieve.baseline != nil {
		return []*baseline{o.sieve.baseline}
	}
	for _, d := range seats {
		if d != nil && d.baseline != nil && !slices.Contains(found, d.baseline) {
			found = append(found, d.baseline)
		}
	}
	return found
}

// mentionGone says that known findings were fixed: the baseline may let go of
// them.
func (a *App) mentionGone(bs []*baseline) {
	n := 0
	for _, b := range bs {
		n += b.gone()
	}
	if n > 0 {
		a.complain(fmt.Sprintf(a.say(finding.Text{
			ZH: "基线里有%d处已经改好：hegao baseline --prune 去掉它们",
			EN: "fixed since the baseline was written: %d; hegao baseline --prune takes them out"}), n))
	}
}

// writeBaseline is `hegao baseline`.
func (a *App) writeBaseline(c *cli.Context) error {
	o, err := a.options(c)
	if err != nil {
		return err
	}
	file, err := a.baselinePath(c)
	if err != nil {
		return err
	}
	o.output, o.countsOnly = "", true
	b, err := newBaseline(file)
	if err != nil {
		return err
	}
	old := &baselineFile{}
	prune := c.Bool("prune")
	if prune {
		if b, old, err = readBaseline(file); err != nil {
			return err
		}
	}
	w := &baselineWriter{baseline: b, errs: a.Stderr}
	t, err := a.survey(o, func(io.Writer, string) (report.Renderer, error) { return w, nil })
	if err != nil {
		return err
	}
	entries := w.entries
	if prune {
		entries = slices.DeleteFunc(old.Findings, func(e baselineEntry) bool {
			return b.checked[[2]string{e.Path, e.ID}] && !b.seen[e.key()]
		})
	}
	data, err := encodeBaseline(entries)
	if err != nil {
		return err
	}
	if err := os.WriteFile(file, data, 0o644); err != nil {
		return writeFailure(err)
	}
	if _, err := fmt.Fprintf(a.Stdout, a.say(finding.Text{ZH: "%s：记下%d处\n", EN: "%s: findings recorded: %d\n"}), file, len(entries)); err != nil {
		return err
	}
	return t.exit(false)
}

// baselinePath returns the file to write: the flag's, else that of the
// configuration for the current folder, else the default.
func (a *App) baselinePath(c *cli.Context) (string, error) {
	if c.IsSet("output") {
		return c.String("output"), nil
	}
	d := a.newDesks(&options{config: c.String("config")})
	file, err := d.configFile(stdin)
	if err != nil {
		return "", err
	}
	cfg, err := d.readConfig(file)
	if err != nil || cfg.Baseline == "" {
		return defaultBaseline, err
	}
	return filepath.FromSlash(cfg.Resolve(cfg.Baseline)), nil
}

// encodeBaseline returns the bytes of a baseline file: one finding a line, in
// an order of their own, so that two of them compare well.
func encodeBaseline(entries []baselineEntry) ([]byte, error) {
	entries = slices.Clone(entries)
	slices.SortFunc(entries, func(a, b baselineEntry) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Fingerprint, b.Fingerprint))
	})
	var out bytes.Buffer
	out.WriteString("{\"schema\": \"" + baselineSchema + "\",\n\"findings\": [")
	for i := range entries {
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteByte('\n')
		e := json.NewEncoder(&out)
		e.SetEscapeHTML(false)
		if err := e.Encode(&entries[i]); err != nil {
			return nil, err
		}
		out.Truncate(out.Len() - 1)
	}
	out.WriteString("\n]}\n")
	return out.Bytes(), nil
}

// baselineWriter gathers the findings of a run.
type baselineWriter struct {
	baseline *baseline
	errs     io.Writer
	entries  []baselineEntry
}

func (w *baselineWriter) Begin() error { return nil }
func (w *baselineWriter) End() error   { return nil }

func (w *baselineWriter) File(r *checker.Result) error {
	w.baseline.visit(r)
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.Category == finding.Input { // never known: it must be seen to
			fmt.Fprintln(w.errs, r.Path+": "+f.Message)
			continue
		}
		w.baseline.knows(r, f)
		w.entries = append(w.entries, w.baseline.entry(r, f))
	}
	return nil
}
