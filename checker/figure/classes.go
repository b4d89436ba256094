package figure

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/hegao/hegao/checker/source"
)

//go:embed data/classes.txt
var classesText string

// classes are the sets of classes that together are all there are: sets of
// members, of names; and the names of sets as a whole.
type classes struct {
	sets  [][][]string
	joint []jointName
}

// jointName names all members of a set at once.
type jointName struct {
	words   string
	members int
}

var knownClasses = sync.OnceValue(func() (c classes) {
	for line := range strings.Lines(classesText) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		fields := strings.Fields(line)
		if names, ok := strings.CutPrefix(line, "+"); ok {
			n := int(fields[len(fields)-1][0] - '0')
			for name := range strings.SplitSeq(strings.Fields(names)[0], "|") {
				c.joint = append(c.joint, jointName{name, n})
			}
			continue
		}
		var set [][]string
		for _, m := range fields {
			set = append(set, strings.Split(m, "|"))
		}
		c.sets = append(c.sets, set)
	}
	return c
})

// jointly returns the phrase behind the name of a whole set of n members in the
// words before a cue: 第一、二、三产业新设经营主体分别为.
func (p *Page) jointly(s *Sentence, cue source.Range, n int) (key string, ok bool) {
	tok := p.tokenFrom(cue.Start)
	from := s.Range.Start
	words := p.Text[from:cue.Start]
	for _, j := range knownClasses().joint {
		at := strings.LastIndex(words, j.words)
		if at < 0 || j.members != n || strings.ContainsAny(words[at+len(j.words):], "，；：") {
			continue
		}
		at += from + len(j.words)
		return p.phraseOf(at, cue.Start, min(tok, p.tokenFrom(at))).key, true
	}
	return "", false
}

// completeSet reports whether figures are of the members of one set of classes,
// each of another member and every member there.
func (p *Page) completeSet(figs []int) bool {
	for _, set := range knownClasses().sets {
		if len(set) == len(figs) && p.covers(set, figs) {
			return true
		}
	}
	return false
}

func (p *Page) covers(set [][]string, figs []int) bool {
	taken := make([]bool, len(set))
	for _, k := range figs {
		m := p.memberOf(set, &p.Figures[k])
		if m < 0 || taken[m] {
			return false
		}
		taken[m] = true
	}
	return true
}

// memberOf returns the one member of a set that a figure's words name, or -1
// where they name none or several. Of names within each other the longer counts.
func (p *Page) memberOf(set [][]string, f *Figure) int {
	words := f.Subject
	if words == "" {
		words = p.Words(f.MetricRange)
	}
	found, best := -1, 0
	for m, names := range set {
		for _, name := range names {
			exact, is := strings.CutPrefix(name, "=")
			if is && words != exact || !is && !strings.Contains(words, name) || len(name) < best {
				continue
			}
			if len(name) == best && found != m {
				found = -1
				continue
			}
			found, best = m, len(name)
		}
	}
	return found
}
