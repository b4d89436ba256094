package figure

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/source"
)

// slotNames are the columns of the tables of bindings behind a figure's text.
var slotNames = [...]string{"role", "metric", "entity", "breakdown", "period", "basis", "modality"}

// originMarks say where a slot comes from.
var originMarks = map[Origin]string{Unknown: "", Guessed: "?", Inherited: "~", Printed: ""}

// boundTo returns the slots of a figure as the tables write them.
func boundTo(p *Page, f *Figure) [len(slotNames)]string {
	b := p.Bound(f)
	slot := func(s Slot) string {
		if s.Value == "" {
			return ""
		}
		return originMarks[s.Origin] + s.Value
	}
	period := ""
	if !f.Period.IsZero() {
		period = originMarks[p.PeriodSource(f)] + f.Period.String()
	}
	modality := f.Modality.String()
	if f.Modality == Asserted {
		modality = ""
	}
	return [...]string{b.Role.String(), slot(b.Metric), slot(b.Entity), b.Breakdown.Value, period, f.Basis, modality}
}

// fits reports whether a slot holds what a table wants: of a metric the head, of
// which the words before it may be more.
func fits(name, got, want string) bool {
	if got == want || want == "-" {
		return true
	}
	if name != "metric" || want == "" {
		return false
	}
	mark := func(s string) string { return s[:len(s)-len(strings.TrimLeft(s, "~?"))] }
	if mark(got) != mark(want) {
		return false
	}
	got, want = strings.TrimLeft(got, "~?"), strings.TrimLeft(want, "~?")
	for side := range strings.SplitSeq(got, " · ") {
		if strings.HasSuffix(side, want) {
			return true
		}
	}
	part, whole, ok := strings.Cut(want, "/")
	gotPart, gotWhole, _ := strings.Cut(got, "/")
	return strings.HasSuffix(gotPart, part) && (!ok || strings.HasSuffix(gotWhole, whole))
}

// slotScore is how many slots of a table are right, by column.
type slotScore struct{ right, asked [len(slotNames)]int }

// scoreSlots reads a table and counts the slots that are bound as it wants.
func scoreSlots(t *testing.T, name, lang string) (s slotScore) {
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	r := NewReader(ledger.WithPacks(nil))
	var p *Page
	next := 0
	text := ""
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		cols := strings.Split(line, "|")
		if len(cols) == 1 {
			d, err := document.Read(&source.File{Path: "a.txt", Text: line}, document.Options{Format: "txt", Date: "2025-12-25"})
			if err != nil {
				t.Fatal(err)
			}
			if d.Lang != lang {
				t.Errorf("%s: read as %q", line, d.Lang)
			}
			p, next, text = r.Read(d), 0, line
			continue
		}
		at := next
		for at < len(p.Figures) && p.Words(p.Figures[at].Range) != cols[0] {
			at++
		}
		if at == len(p.Figures) {
			t.Logf("%s\n\t%s isn't read", text, cols[0])
			for i := range slotNames {
				s.asked[i]++
			}
			continue
		}
		next = at + 1
		got := boundTo(p, &p.Figures[at])
		var wrong []string
		for i, name := range slotNames {
			want := ""
			if i+1 < len(cols) {
				want = cols[i+1]
			}
			s.asked[i]++
			if fits(name, got[i], want) {
				s.right[i]++
			} else {
				wrong = append(wrong, fmt.Sprintf("%s %q, want %q", name, got[i], want))
			}
		}
		if len(wrong) > 0 {
			t.Logf("%s\n\t%s: %s", text, cols[0], strings.Join(wrong, "; "))
		}
	}
	return s
}

// checkSlots holds the score of a table against the least that must be right.
func checkSlots(t *testing.T, name, lang string, least int) {
	s := scoreSlots(t, name, lang)
	right, asked := 0, 0
	for i, name := range slotNames {
		t.Logf("%-9s %d of %d", name, s.right[i], s.asked[i])
		right += s.right[i]
		asked += s.asked[i]
	}
	t.Logf("all       %d of %d: %.1f %%", right, asked, 100*float64(right)/float64(asked))
	if right < least {
		t.Errorf("%d slots of %s are right, want at least %d", right, name, least)
	}
}

// TestSlots asks for every slot of the figures of plain Chinese sentences.
func TestSlots(t *testing.T) { checkSlots(t, "slots-zh.txt", "zh", 1545) }

// TestSlotsEnglish asks the same of English sentences.
func TestSlotsEnglish(t *testing.T) { checkSlots(t, "slots-en.txt", "en", 272) }
