package fix_test

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"testing"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/fix"
	"github.com/hegao/hegao/checker/source"
)

// decoded returns a file that holds text in an encoding.
func decoded(t *testing.T, text, encoding string) *source.File {
	t.Helper()
	raw, err := (&source.File{Encoding: encoding}).EncodeFragment(text)
	if err != nil {
		t.Fatal(err)
	}
	file, err := source.Decode("page.txt", raw, encoding)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// onCharacters keeps the edits that cut no character and no CR LF in two.
func onCharacters(file *source.File, edits []finding.Edit) []finding.Edit {
	var out []finding.Edit
	for _, e := range edits {
		if file.Whole(e.Span) {
			out = append(out, e)
		}
	}
	return out
}

// Changing the bytes on disk comes to the same as changing the text and
// encoding all of it.
func TestChangesAgreeWithEncoding(t *testing.T) {
	rnd := rand.New(rand.NewPCG(11, 12))
	for _, encoding := range []string{"utf-8", "gb18030", "utf-16le", "utf-16be"} {
		for range 200 {
			file := decoded(t, randomText(rnd)+"𠮷12%", encoding)
			edits := onCharacters(file, randomEdits(rnd, file.Text))
			changes, err := fix.Changes(file, edits)
			if err != nil {
				t.Fatal(err)
			}
			got := fix.Splice(file.Disk(), changes)
			text, err := fix.Apply(file.Text, edits)
			if err != nil {
				t.Fatal(err)
			}
			want, err := file.Encode(text)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got, want) {
				t.Fatalf("%s: %q with %v gives\n%q, not\n%q", encoding, file.Text, edits, got, want)
			}
		}
	}
}

func TestChangesThatCannotBeEncoded(t *testing.T) {
	file := decoded(t, "吉县30家", "gbk")
	bad, good := edit(0, 3, "𠮷"), edit(6, 8, "40")
	var missing *source.UnencodableError
	if _, err := fix.Changes(file, []finding.Edit{bad, good}); !errors.As(err, &missing) || missing.Char != '𠮷' {
		t.Errorf("got %v", err)
	}
	one := func(e ...finding.Edit) finding.Fix { return finding.Fix{Grade: finding.Safe, Edits: e} }
	fs := []finding.Finding{{Fixes: []finding.Fix{one(bad, good), one(good), one(edit(4, 8, "x")), one(edit(3, 99, "x"))}}}
	if got := fix.Possible(file, fs)[0].Fixes; len(got) != 1 || got[0].Edits[0] != good {
		t.Errorf("possible fixes: %v", got)
	}
	if len(fs[0].Fixes) != 4 {
		t.Error("the findings themselves were changed")
	}
}
