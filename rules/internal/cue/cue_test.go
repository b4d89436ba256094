package cue_test

import (
	"testing"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/cue"
)

func read(t *testing.T, text string) *figure.Page {
	t.Helper()
	doc, err := document.Read(&source.File{Path: "a.txt", Text: text}, document.Options{Format: "txt", Lang: "zh", Date: "2025-12-25"})
	if err != nil {
		t.Fatal(err)
	}
	return figure.NewReader(&ledger.Ledger{}).Read(doc)
}

// TestGroups asks that every group the rules name has words, and that none is
// empty: an empty word would be in every sentence.
func TestGroups(t *testing.T) {
	for _, g := range []cue.Group{cue.Past, cue.Future, cue.FutureStrict, cue.DeadlineBefore, cue.DeadlineSentence, cue.AsOfAlone,
		cue.NoSuchDay, cue.SpanOfHours, cue.LookBack, cue.LookAhead, cue.WillAdverb, cue.Announced, cue.Held, cue.Branch,
		cue.Historical, cue.DayWord, cue.Body, cue.EventHead, cue.Next, cue.Ongoing} {
		n := 0
		for w := range cue.Words(g) {
			n++
			if w == "" || !cue.In("甲"+w+"乙", g) || !cue.Begins(w+"乙", g) || !cue.Ends("甲"+w, g) {
				t.Errorf("%s: the word %q isn't found", g, w)
			}
		}
		if n == 0 {
			t.Errorf("%s has no words", g)
		}
	}
}

// TestAround asks that sentences, clauses and quotations are found at the right
// offsets among characters of four bytes.
func TestAround(t *testing.T) {
	page := read(t, "😀前一句。𠮷开头，12月5日举办（共3天）；他说：“12月6日再来。”完了。\n")
	if len(page.Dates) != 2 {
		t.Fatalf("%d dates, want 2", len(page.Dates))
	}
	d := &page.Dates[0]
	words, start := cue.Clause(page, d.Sentence, d.Range())
	if want := "12月5日举办（共3天）"; words != want || page.Text[start:start+len(words)] != words {
		t.Errorf("the clause is %q at %d, want %q", words, start, want)
	}
	words, start = cue.Sentence(page, d.Sentence, d.Start)
	if page.Text[start:start+len(words)] != words || words[:len("𠮷开头")] != "𠮷开头" {
		t.Errorf("the sentence is %q at %d", words, start)
	}
	if cue.Quoted(page, d.Sentence, d.Start) {
		t.Error("the first date isn't quoted")
	}
	if e := &page.Dates[1]; !cue.Quoted(page, e.Sentence, e.Start) {
		t.Error("the second date is quoted")
	}
	if got := cue.SentenceAt(page, d.Start); got != d.Sentence {
		t.Errorf("the date is in sentence %d, want %d", got, d.Sentence)
	}
}
