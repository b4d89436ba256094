package checker_test

import (
	"testing"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules"
)

// A report that shows the page gets its blocks, what bears out what, and the
// ledger's words; others don't pay for it.
func TestPages(t *testing.T) {
	copy := "# 外贸\n\n前11个月，全市进出口总值850.5亿元，其中出口512.3亿元、进口338.2亿元。\n"
	read := func(o checker.Options) checker.Result {
		o.Rules = rules.All()
		s, err := checker.New(o)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := document.Read(&source.File{Path: "a.md", Text: copy}, document.Options{})
		if err != nil {
			t.Fatal(err)
		}
		return s.Check(doc)
	}
	r := read(checker.Options{Pages: true})
	if len(r.Blocks) != 2 || r.Blocks[0].Kind != document.Headline || r.Blocks[0].Pieces[0].Text != "外贸" {
		t.Errorf("blocks %+v", r.Blocks)
	}
	if len(r.Ties) == 0 || len(r.Ties[0].Spans) != 3 || r.File.Slice(r.Ties[0].Spans[0]) != "850.5亿元" {
		t.Errorf("ties %+v", r.Ties)
	}
	if r := read(checker.Options{}); r.Blocks != nil || r.Ties != nil {
		t.Error("blocks without being asked for")
	}
}
