package rules_test

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/ruletest"
	"github.com/hegao/hegao/rules"
)

// flash is a wire flash: its headline and its body.
type flash struct {
	ID, Input string
	Expected  struct{ Headline string }
}

// readFlashes reads the flashes of the shared corpus. It skips the test where
// the corpus isn't there.
func readFlashes(t *testing.T) (out []flash) {
	dir := os.Getenv("HEGAO_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared")
	}
	f, err := os.Open(filepath.Join(dir, "corpus", "open", "spec-finna-headline-body-zh.jsonl.gz"))
	if err != nil {
		t.Skip("the flashes aren't here: set HEGAO_SHARED to the folder that holds corpus/open")
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var x flash
		if err := json.Unmarshal(lines.Bytes(), &x); err != nil {
			t.Fatal(err)
		}
		out = append(out, x)
	}
	if len(out) == 0 {
		t.Fatal("there are no flashes")
	}
	return out
}

// printed is a number with its scale and unit, as headlines print it.
var printed = regexp.MustCompile(`\d+(?:\.\d+)?(?:万亿|亿|万)?(?:美元|元|吨|股|人次|人|家|个|%)`)

// twoDigits tells figures that one slip can be told in from single digits, which
// any other would do for.
var twoDigits = regexp.MustCompile(`[1-9]\.?\d|\d\.\d*[1-9]\d`)

// apartFromNumbers reports whether a body prints a figure by itself, not as the
// end of a longer number.
func apartFromNumbers(body, figure string) bool {
	for at := 0; ; {
		i := strings.Index(body[at:], figure)
		if i < 0 {
			return false
		}
		if at += i; at == 0 || !strings.ContainsRune("0123456789.,", rune(body[at-1])) {
			return true
		}
		at++
	}
}

// TestHeadlines asks that headlines whose figures the body bears out are left
// alone, and that one changed digit of a figure that the body prints is found.
func TestHeadlines(t *testing.T) {
	driver := ruletest.NewDriver(rules.All())
	check := func(f *flash, headline string) (atHeadline int) {
		text := "# " + headline + "\n\n" + f.Input + "\n"
		found, err := driver.Check(&ruletest.Example{Lang: "zh", Format: "md"}, text)
		if err != nil {
			t.Fatalf("%s: %v", f.ID, err)
		}
		for _, x := range found {
			if x.Severity >= finding.Warning && x.Category == finding.Layout && x.Span.Start < len(headline)+2 {
				atHeadline++
			}
		}
		return atHeadline
	}
	changed, caught := 0, 0
	alone := 0
	for _, f := range readFlashes(t) {
		head := f.Expected.Headline
		if check(&f, head) > 0 {
			alone++
			t.Logf("%s is reported: %s", f.ID, head)
		}
		for _, at := range printed.FindAllStringIndex(head, -1) {
			term := head[at[0]:at[1]]
			if at[0] > 0 && strings.ContainsRune("0123456789.,-—~至", rune(head[at[0]-1])) || !twoDigits.MatchString(term) || !apartFromNumbers(f.Input, term) {
				continue
			}
			changed++
			if check(&f, head[:at[0]]+moved(term)+head[at[1]:]) > 0 {
				caught++
			} else {
				t.Logf("%s: nothing is reported for %s in %s | %.300s", f.ID, moved(term), head, f.Input)
			}
		}
	}
	if alone > 2 {
		t.Errorf("%d headlines as they stand are reported", alone)
	}
	if changed < 100 || caught*100 < changed*90 {
		t.Errorf("of %d changed figures %d are reported", changed, caught)
	}
	t.Logf("of %d changed figures %d are reported", changed, caught)
}
