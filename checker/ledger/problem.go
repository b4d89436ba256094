package ledger

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/source/excerpt"
)

// Pos is where something stands in a ledger: the file as messages name it, the
// line and the column from 1, the column in characters.
type Pos struct {
	File         string
	Line, Column int
}

// String returns "file:line:column"; a file of a pack has no line.
func (p Pos) String() string {
	if p.Line == 0 {
		return p.File
	}
	return p.File + ":" + strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Column)
}

func (p Pos) compare(q Pos) int {
	return cmp.Or(cmp.Compare(p.File, q.File), cmp.Compare(p.Line, q.Line), cmp.Compare(p.Column, q.Column))
}

// Problem is one mistake in a ledger.
type Problem struct {
	Pos  Pos
	Text finding.Text
	// Meant is the name that was probably meant; may be empty.
	Meant string
	// Excerpt is the line with a caret, as excerpt.Lines has it.
	Excerpt string
	// Also names another place that the problem rests on, with its excerpt;
	// zero where there is none.
	Also        Pos
	AlsoExcerpt string
}

// Format returns the problem for people in lang, "zh" or "en", over several
// lines, each ended by a line feed.
func (p Problem) Format(lang string) string {
	var b strings.Builder
	sep := "："
	if lang == "en" {
		sep = ": "
	}
	b.WriteString(p.Pos.String() + sep + p.Text.In(lang) + "\n" + p.Excerpt)
	if p.Meant != "" {
		b.WriteString("  " + didYouMean(p.Meant).In(lang) + "\n")
	}
	if p.Also != (Pos{}) {
		b.WriteString("  " + otherPlace.In(lang) + p.Also.String() + "\n" + p.AlsoExcerpt)
	}
	return b.String()
}

func didYouMean(name string) finding.Text {
	return finding.Text{ZH: "是不是想写“" + name + "”？", EN: "Did you mean “" + name + "”?"}
}

var otherPlace = finding.Text{ZH: "另一处：", EN: "The other place: "}

// limit bounds the problems that are reported of one ledger, so that a file
// that isn't a ledger at all doesn't bury its first mistake.
const limit = 1000

// problems collects what is wrong, with the texts that excerpts come from.
type problems struct {
	list  []Problem
	seen  map[string]bool
	lines map[string]*excerpt.Lines
	texts map[string]string
	meant map[string]string // word → suggestion, for the class of names at hand
}

// apart returns a collection of its own about the same texts, which join adds to
// this one.
func (ps *problems) apart() *problems {
	return &problems{seen: map[string]bool{}, lines: map[string]*excerpt.Lines{}, texts: ps.texts, meant: map[string]string{}}
}

// join adds what another collection holds and this one doesn't.
func (ps *problems) join(o *problems) {
	for _, p := range o.list {
		if key := problemKey(p.Pos, p.Text); !ps.seen[key] && len(ps.list) < limit {
			ps.seen[key] = true
			ps.list = append(ps.list, p)
		}
	}
}

// problemKey tells one problem from another.
func problemKey(at Pos, text finding.Text) string { return at.String() + "\x00" + text.ZH }

func (ps *problems) excerpt(p Pos, length int) string {
	if p.Line == 0 {
		return ""
	}
	lines := ps.lines[p.File]
	if lines == nil {
		text, ok := ps.texts[p.File]
		if !ok {
			return ""
		}
		lines = excerpt.New(text)
		ps.lines[p.File] = lines
	}
	return lines.Excerpt(excerpt.Place{Line: p.Line, Column: p.Column, Length: length})
}

// add reports a problem at a place of the given length in characters.
func (ps *problems) add(at Pos, length int, text finding.Text) *Problem {
	key := problemKey(at, text)
	if ps.seen[key] || len(ps.list) >= limit {
		return &Problem{}
	}
	ps.seen[key] = true
	ps.list = append(ps.list, Problem{Pos: at, Text: text, Excerpt: ps.excerpt(at, length)})
	return &ps.list[len(ps.list)-1]
}

// at reports a problem at a scalar.
func (ps *problems) at(s scalar, text finding.Text) *Problem {
	return ps.add(s.Pos, s.length(), text)
}

// both reports a problem at a scalar that a second place takes part in.
func (ps *problems) both(s scalar, text finding.Text, also scalar) {
	p := ps.at(s, text)
	p.Also, p.AlsoExcerpt = also.Pos, ps.excerpt(also.Pos, also.length())
}

// suggest names the candidate that was probably meant. The class keeps the
// memory of one sort of names apart from another's.
func (ps *problems) suggest(class, word string, candidates func() []string) string {
	key := class + "\x00" + word
	if s, ok := ps.meant[key]; ok {
		return s
	}
	if len(ps.meant) >= limit/5 { // enough for people; each costs a walk over all names
		return ""
	}
	s := ""
	if near := excerpt.Suggest(word, candidates()); len(near) > 0 {
		s = near[0]
	}
	ps.meant[key] = s
	return s
}

func (ps *problems) sorted() []Problem {
	slices.SortStableFunc(ps.list, func(a, b Problem) int {
		return cmp.Or(a.Pos.compare(b.Pos), cmp.Compare(a.Text.ZH, b.Text.ZH))
	})
	return ps.list
}
