package figure

import (
	"os"
	"strings"
	"testing"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/source"
)

// TestModality asks how the figures of plain sentences are meant.
func TestModality(t *testing.T) { checkModality(t, "modality-zh.txt", 82) }

func checkModality(t *testing.T, name string, least int) {
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	r := NewReader(ledger.WithPacks(nil))
	right, asked, sentences := 0, 0, 0
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		cols := strings.Split(line, "|")
		d, err := document.Read(&source.File{Path: "a.txt", Text: cols[0]}, document.Options{Format: "txt", Date: "2025-12-25"})
		if err != nil {
			t.Fatal(err)
		}
		p := r.Read(d)
		sentences++
		var got []string
		for i := range p.Figures {
			got = append(got, p.Figures[i].Modality.String())
		}
		bad := len(got) != len(cols)-1
		for i, want := range cols[1:] {
			if want == "-" {
				continue
			}
			asked++
			if i < len(got) && got[i] == want {
				right++
			} else {
				bad = true
			}
		}
		if bad {
			t.Logf("%s\n\tgot  %s\n\twant %s", cols[0], strings.Join(got, " "), strings.Join(cols[1:], " "))
		}
	}
	t.Logf("%d of %d modalities of %d sentences", right, asked, sentences)
	if right < least {
		t.Errorf("%d modalities of %s are right, want at least %d", right, name, least)
	}
}
