package rules_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules"
)

// TestManyRepeats prints one fact dozens of times: each place that differs is
// still reported, beside no more other places than a person would look at, and
// places that agree are each tied to another.
func TestManyRepeats(t *testing.T) {
	const times, most = 40, 8
	for _, x := range []struct {
		name  string
		value func(i int) int
	}{
		{"alike", func(i int) int { return 1200 }},
		{"unlike", func(i int) int { return 1200 + i }},
	} {
		t.Run(x.name, func(t *testing.T) {
			var b strings.Builder
			for i := range times {
				fmt.Fprintf(&b, "全市全年的粮食总产量达到%d.5万吨。\n", x.value(i))
			}
			s, err := checker.New(checker.Options{Rules: rules.All(), Pages: true})
			if err != nil {
				t.Fatal(err)
			}
			f, err := source.Decode("a.txt", []byte(b.String()), "")
			if err != nil {
				t.Fatal(err)
			}
			doc, err := document.Read(f, document.Options{})
			if err != nil {
				t.Fatal(err)
			}
			r := s.Check(doc)
			found := 0
			for i := range r.Findings {
				if f := &r.Findings[i]; f.Rule == "repeated-figure-mismatch" {
					found++
					if n := len(f.Related); n == 0 || n > most {
						t.Errorf("%q stands beside %d other places", f.Text, n)
					}
				}
			}
			tied := map[int]int{}
			for _, tie := range r.Ties {
				for _, span := range tie.Spans {
					tied[span.Start]++
				}
			}
			switch {
			case x.name == "unlike" && found != times-1:
				t.Errorf("%d of %d places were reported", found, times-1)
			case x.name == "alike" && (found > 0 || len(tied) != times):
				t.Errorf("%d findings; %d of %d places are tied to another", found, len(tied), times)
			case x.name == "alike" && len(r.Ties) > times*most:
				t.Errorf("%d ties between %d places", len(r.Ties), times)
			}
		})
	}
}
