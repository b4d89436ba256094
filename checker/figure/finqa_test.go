package figure

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/source"
)

// sharedCorpus returns the folder of the shared corpus, or skips the test with
// a plain word where it isn't there.
func sharedCorpus(t testing.TB) string {
	t.Helper()
	dir := os.Getenv("HEGAO_SHARED")
	if dir == "" {
		dir = "../../../shared"
	}
	dir = filepath.Join(dir, "corpus", "open")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the shared corpus isn't here: set HEGAO_SHARED to its folder")
	}
	return dir
}

// question is one case: a text, a question about it, and where the answer
// stands.
type question struct {
	ID, Input string
	Expected  struct {
		Question, Answer string
		Start            int // in characters
	}
}

func questions(t testing.TB) (out []question) {
	f, err := os.Open(filepath.Join(sharedCorpus(t), "spec-finqa-figures-zh.jsonl.gz"))
	if err != nil {
		t.Skip("there are no questions: ", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	in := bufio.NewScanner(z)
	in.Buffer(nil, 1<<22)
	for in.Scan() {
		var q question
		if err := json.Unmarshal(in.Bytes(), &q); err != nil {
			t.Fatal(err)
		}
		out = append(out, q)
	}
	return out
}

// asked is what the words of a question say about the figure that it asks for.
type asked struct {
	who   string   // whose figure it is
	words string   // what is measured: the event and the slot
	kinds []string // of figure; empty where it asks for no figure
	per   bool     // a price of one
	share bool     // a part of a whole
	grew  bool     // how much it changed
}

// ask reads a question of the form “X的Y事件对应的Z是什么”: Z says the kind of figure,
// X whom it is about, Y and Z what is measured.
func ask(q string) (a asked) {
	head, slot, ok := strings.Cut(q, "事件对应的")
	if !ok {
		return a
	}
	slot = strings.TrimRight(slot, "？?")
	for _, tail := range []string{"是什么", "是多少", "有哪些", "为多少"} {
		slot = strings.TrimSuffix(slot, tail)
	}
	// Where a name ends and what happened begins, the question doesn't say.
	a.who, a.words = head, slot
	if n := len(head); n > 12 {
		a.words = head[n-12:] + slot
	} else {
		a.words = head + slot
	}
	switch {
	case strings.HasSuffix(slot, "比例"), strings.HasSuffix(slot, "比"), strings.HasSuffix(slot, "比重"), strings.HasSuffix(slot, "率"):
		a.kinds, a.share = []string{"percent", "range"}, true
	case strings.HasSuffix(slot, "变化"), strings.HasSuffix(slot, "增速"), strings.HasSuffix(slot, "幅度"):
		a.kinds, a.grew = []string{"percent", "multiple", "range"}, true
	case strings.HasSuffix(slot, "价格"), strings.HasSuffix(slot, "价"):
		a.kinds, a.per = []string{"money", "range"}, true
	case strings.HasSuffix(slot, "金额"), strings.HasSuffix(slot, "亏损"), strings.HasSuffix(slot, "利润"), strings.HasSuffix(slot, "市值"), strings.HasSuffix(slot, "收入"):
		a.kinds = []string{"money", "range"}
	case strings.HasSuffix(slot, "数量"), strings.HasSuffix(slot, "数"):
		a.kinds = []string{"count", "number", "range"}
	}
	return a
}

// likes returns how well the binding of a figure fits a question, below zero
// for not at all. Only what is bound to the figure counts, never the text
// around it.
func (a *asked) likes(f *Figure) float64 {
	kind := f.Kind
	fits := false
	for _, k := range a.kinds {
		fits = fits || k == kind.String()
	}
	if kind == quantity.Range {
		kind = f.PartKind
		part := false
		for _, k := range a.kinds {
			part = part || k == kind.String()
		}
		fits = part
	}
	bound := f.Metric + f.Noun + f.Object
	if f.Negative {
		bound = strings.ReplaceAll(bound, "利润", "亏损") // a profit below nought is a loss
	}
	if strings.HasSuffix(a.words, "数量") && strings.Contains(a.words, "股") && f.Unit != "股" {
		fits = false
	}
	if !fits {
		return -1
	}
	score := overlap(a.words, bound) + min(overlap(a.who, bound), 4)/4
	if contrasted(a.words, bound) {
		score -= 2
	}
	if f.Modality != Asserted {
		score--
	}
	if a.share {
		if f.Role != Share {
			score -= 5
		}
		part, whole, _ := strings.Cut(f.Metric, "/")
		_, of, ok := strings.Cut(a.words, "占")
		if ok {
			score += overlap(of, whole)
		}
		_ = part
	}
	if a.grew != (f.Role == Growth) && !a.share {
		score -= 5
	}
	if a.per != f.priceOfOne() {
		score -= 5
	}
	return 10 + score
}

// priceOfOne reports whether a figure is the price of one thing.
func (f *Figure) priceOfOne() bool {
	return f.Mean || strings.Contains(f.Unit, "/") || strings.Contains(f.Metric, "每") || strings.HasSuffix(f.Metric, "价") || strings.HasSuffix(f.Metric, "价格") || strings.Contains(f.Metric, "单价")
}

// overlap counts the pairs of characters that two texts share, and half of the
// single ones.
func overlap(question, bound string) (n float64) {
	seen := map[string]bool{}
	var last string
	for _, r := range bound {
		s := string(r)
		if strings.Contains(question, s) && !seen[s] {
			seen[s] = true
			n += 0.5
		}
		if pair := last + s; last != "" && strings.Contains(question, pair) && !seen[pair] {
			seen[pair] = true
			n++
		}
		last = s
	}
	return n
}

// TestQuestions measures metric binding: of the questions that ask for a
// figure, how many are answered by the figure whose binding fits the words of
// the question best. A figure counts as the answer when it stands where the
// answer stands or states the same value, rounded perhaps.
func TestQuestions(t *testing.T) {
	qs := questions(t)
	r := NewReader(&ledger.Ledger{})
	asking, right := 0, 0
	for _, q := range qs {
		a := ask(q.Expected.Question)
		if len(a.kinds) == 0 {
			continue
		}
		d, err := document.Read(&source.File{Path: "a.txt", Text: q.Input}, document.Options{Format: "txt"})
		if err != nil {
			t.Fatal(err)
		}
		p := r.Read(d)
		asking++
		start := byteOf(q.Input, q.Expected.Start)
		end := start + len(q.Expected.Answer)
		best, score := -1, -1.0
		var answer []int
		for i := range p.Figures {
			f := &p.Figures[i]
			at := d.View.Span(f.Range)
			if at.Start < end && at.End > start {
				answer = append(answer, i)
			}
			if s := a.likes(f); s > score {
				best, score = i, s
			}
		}
		ok := false
		for _, i := range answer {
			f := &p.Figures[i]
			if best >= 0 {
				g := &p.Figures[best]
				ok = ok || i == best || f.Kind == g.Kind && Agree(f, g)
			}
		}
		if ok {
			right++
		} else if testing.Verbose() {
			t.Logf("%s\n   want %s", q.Expected.Question, q.Expected.Answer)
			show := func(name string, i int) {
				f := &p.Figures[i]
				t.Logf("   %s %s: %s %s metric=%q noun=%q %.1f | %s", name, p.Words(f.Range), f.Kind, f.Role, f.Metric, f.Noun, a.likes(f), p.Words(f.Clause))
			}
			if best >= 0 {
				show("got", best)
			}
			for _, i := range answer {
				show("answer", i)
			}
		}
	}
	if 100*right < 85*asking {
		t.Errorf("fewer than 85 in a hundred")
	}
	t.Logf("%d of %d questions that ask for a figure: %.1f %%", right, asking, 100*float64(right)/float64(max(asking, 1)))
}

func byteOf(s string, chars int) int {
	at := 0
	for ; chars > 0 && at < len(s); chars-- {
		_, w := utf8.DecodeRuneInString(s[at:])
		at += w
	}
	return at
}
