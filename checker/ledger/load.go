package ledger

import (
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"github.com/hegao/hegao/checker/ledger/table"
	"github.com/hegao/hegao/checker/source/excerpt"
)

// File is one ledger file, decoded to UTF-8. The ending of the name says what
// it is: ".csv" and ".tsv" are tables, everything else is YAML unless it has a Sheet.
type File struct {
	Name string // as messages name it; slashes part folders
	Text string
	// Sheet is the table of a spreadsheet, whose bytes are no text; nil for
	// every other file.
	Sheet *table.Sheet
}

// Options says how a ledger is read. The zero value reads no includes.
type Options struct {
	// Read returns a file that another one includes, by its name: the
	// including file's folder joined with what it wrote. Nil refuses.
	Read func(name string) (File, error)
}

// includeDepth bounds the chain of files that include one another.
const includeDepth = 100

// Load reads the files as one ledger. Their order doesn't matter. When there
// are problems the ledger is nil; they are sorted by file, line and column.
func Load(files []File, opts Options) (*Ledger, []Problem) {
	ps := &problems{seen: map[string]bool{}, lines: map[string]*excerpt.Lines{},
		texts: map[string]string{}, meant: map[string]string{}}
	l := loader{problems: ps, read: opts.Read, state: map[string]int{}}
	files = slices.Clone(files)
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	for _, f := range files {
		ps.texts[path.Clean(f.Name)] = f.Text
	}
	for _, f := range files {
		l.load(f, nil)
	}
	slices.SortFunc(l.files, func(a, b *rawFile) int { return a.Hegao.Pos.compare(b.Hegao.Pos) })
	if l.broken {
		for _, v := range l.validations {
			v.report()
		}
		return nil, ps.sorted()
	}
	// What the tags say of a big ledger takes a processor as long as building it.
	told := ps.apart()
	led := build(told, l.files)
	for _, v := range l.validations {
		v.report()
	}
	ps.join(told)
	if len(ps.list) > 0 {
		return nil, ps.sorted()
	}
	return led, nil
}

// loader follows includes and gathers the raw files.
type loader struct {
	*problems
	read   func(string) (File, error)
	state  map[string]int // 1 while a file is being read, 2 once it is done
	files  []*rawFile
	broken bool

	validations []*validation // that run
}

const (
	reading = 1
	done    = 2
)

// load reads a file and what it includes; chain names the files that led here.
func (l *loader) load(f File, chain []string) {
	f.Name = path.Clean(f.Name)
	if l.state[f.Name] != 0 {
		return
	}
	l.state[f.Name] = reading
	defer func() { l.state[f.Name] = done }()
	l.texts[f.Name] = f.Text
	r := &fileReader{problems: l.problems, name: f.Name, sheet: f.Sheet, budget: nodeBudget}
	raws := r.readFile(f.Text)
	l.broken = l.broken || r.broken
	l.validations = append(l.validations, r.validations...)
	chain = append(slices.Clip(chain), f.Name)
	for _, raw := range raws {
		l.files = append(l.files, raw)
		for _, inc := range raw.Include {
			l.include(inc, chain)
		}
	}
}

func (l *loader) include(inc scalar, chain []string) {
	from := chain[len(chain)-1]
	if !inc.set() || path.IsAbs(inc.Text) || strings.Contains(inc.Text, `\`) {
		l.at(inc, say(msgIncludePath, inc.Text))
		return
	}
	name := path.Join(path.Dir(from), inc.Text)
	if i := slices.Index(chain, name); i >= 0 {
		l.at(inc, say(msgSelfInclude, strings.Join(append(slices.Clone(chain[i:]), name), " → ")))
		l.broken = true
		return
	}
	if l.state[name] == done {
		return
	}
	if text, ok := l.texts[name]; ok {
		l.load(File{Name: name, Text: text}, chain)
		return
	}
	if l.read == nil || len(chain) > includeDepth {
		l.at(inc, say(msgCantInclude, inc.Text, "…"))
		l.broken = true
		return
	}
	f, err := l.read(name)
	if err != nil {
		l.at(inc, say(msgCantInclude, inc.Text, err.Error()))
		l.broken = true
		return
	}
	f.Name = name
	l.load(f, chain)
}

// readFile turns a file's text into raw records and validates them.
func (r *fileReader) readFile(text string) []*rawFile {
	if r.sheet != nil {
		return r.readSheet(r.sheet)
	}
	if i := invalidAt(text); i >= 0 {
		r.broken = true
		at := excerpt.New(text[:i]).Place(i, i)
		r.add(Pos{r.name, at.Line, at.Column}, 1, msgInvalidText)
		return nil
	}
	if ext := strings.ToLower(path.Ext(r.name)); ext == ".csv" || ext == ".tsv" {
		return r.readTable(text)
	}
	docs := r.parse(text)
	var files []*rawFile
	for _, d := range docs {
		if len(d.Content) == 0 || d.Content[0].Kind == yaml.ScalarNode && !r.scalarOf(d.Content[0]).set() {
			continue
		}
		if raw := r.readDocument(d.Content[0], false); raw != nil {
			files = append(files, raw)
		}
	}
	if len(files) == 0 && !r.broken {
		r.broken = true
		r.add(Pos{r.name, 1, 1}, 1, msgEmpty)
	}
	return files
}

// readDocument decodes a document and begins to validate it; implied says that
// its names declare themselves.
func (r *fileReader) readDocument(root *yaml.Node, implied bool) *rawFile {
	raw := &rawFile{Implied: implied}
	r.decode(root, raw)
	if r.broken {
		if len(r.list) == 0 {
			r.add(r.pos(root), 1, msgDeep)
		}
		return nil
	}
	if raw.Hegao.Pos.Line == 0 {
		raw.Hegao.Pos = r.pos(root)
	}
	r.validations = append(r.validations, r.validate(raw, root))
	return raw
}

// invalidAt returns the offset of the first invalid byte, or -1.
func invalidAt(text string) int {
	if utf8.ValidString(text) {
		return -1
	}
	for i, c := range text {
		if c == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(text[i:]); size == 1 {
				return i
			}
		}
	}
	return -1
}
