package rule

import (
	"testing"

	"github.com/hegao/hegao/checker/finding"
)

func TestNew(t *testing.T) {
	page := "# weekday-mismatch · 星期不符\n\n日期与星期对不上。\n"
	r := New(page, finding.Dates, func(*Pass) {}, "DAT-01", "DAT-15").Optional().With(Option{Name: "style"})
	if r.ID != "weekday-mismatch" || r.NameZH != "星期不符" || r.Category != finding.Dates || len(r.Kinds) != 2 || r.Doc != page || r.Run == nil || !r.Off || len(r.Options) != 1 {
		t.Errorf("got %+v", r)
	}
}
