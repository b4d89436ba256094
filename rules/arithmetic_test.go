package rules_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/ruletest"
	"github.com/hegao/hegao/rules"
)

// reckoned is one sentence of others whose figures are known to hold, or not.
type reckoned struct {
	ID, Date, Input string
	Expected        struct {
		Kind       string
		Consistent *bool
		Within     *bool `json:"within_rounding_interval"`
		Today      *bool `json:"consistent_with_article_date"`
	}
}

// Today reports whether 今天 and the date in brackets are the day of the article.
func (r *reckoned) Today() bool { return r.Expected.Today != nil && *r.Expected.Today }

func (r *reckoned) holds() bool {
	return (r.Expected.Consistent == nil || *r.Expected.Consistent) && (r.Expected.Within == nil || *r.Expected.Within)
}

// readReckoned reads a set of the shared corpus. It skips the test where the
// corpus isn't there.
func readReckoned(t *testing.T, name string) []reckoned {
	dir := os.Getenv("HEGAO_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared")
	}
	f, err := os.Open(filepath.Join(dir, "corpus", "open", name))
	if err != nil {
		t.Skipf("%s isn't here: set HEGAO_SHARED to the folder that holds corpus/open", name)
	}
	defer f.Close()
	var out []reckoned
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		var r reckoned
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		out = append(out, r)
	}
	if len(out) == 0 {
		t.Fatalf("%s is empty", name)
	}
	return out
}

// arithmetic are the rules that reckon.
var arithmetic = []string{"total-parts-mismatch", "part-exceeds-total", "share-mismatch", "growth-mismatch", "change-direction-mismatch",
	"contribution-mismatch", "gap-mismatch", "impossible-percentage"}

func arithmeticFindings(t *testing.T, driver *ruletest.Driver, r *reckoned, text string) []finding.Finding {
	found, err := driver.Check(&ruletest.Example{Lang: "zh", Date: r.Date, Format: "txt"}, text)
	if err != nil {
		t.Fatalf("%s: %v", r.ID, err)
	}
	return slices.DeleteFunc(found, func(f finding.Finding) bool {
		return f.Severity < finding.Warning || !slices.Contains(arithmetic, f.Rule)
	})
}

// amount is a number with a scale and unit; the levels, changes and rates that
// the sentences reckon with.
var amount = regexp.MustCompile(`\d+(?:\.\d+)?(?:万亿|亿|万)?(?:元|美元|吨|斤|亩|%)`)

// levelAmount leaves growth rates out.
var levelAmount = regexp.MustCompile(`\d+(?:\.\d+)?(?:万亿|亿|万)?元`)

// moved changes a number beyond what rounding allows: its second digit by
// three, or of one with a single digit that digit.
func moved(number string) string {
	b := []byte(number)
	seen := 0
	for i, c := range b {
		if c < '0' || c > '9' {
			continue
		}
		if c == '0' && seen == 0 {
			continue
		}
		if seen++; seen == 2 || !strings.ContainsAny(number[i+1:], "0123456789") {
			b[i] = '0' + (c-'0'+4)%10
			break
		}
	}
	return string(b)
}

// TestReckoned asks that sentences whose figures hold are left alone, and that
// they are reported once one of their terms is changed.
func TestReckoned(t *testing.T) {
	for _, set := range []struct {
		name  string
		terms *regexp.Regexp
	}{
		{"spec-trade-sums-zh.jsonl", levelAmount},
		{"spec-growth-arithmetic-zh.jsonl", amount},
	} {
		t.Run(strings.TrimSuffix(set.name, ".jsonl"), func(t *testing.T) {
			driver := ruletest.NewDriver(rules.All())
			changed, caught := 0, 0
			for _, r := range readReckoned(t, set.name) {
				found := arithmeticFindings(t, driver, &r, r.Input)
				if len(found) > 0 && r.holds() && !looseTimes(r.Input) {
					t.Errorf("%s holds and is reported: %s", r.ID, found[0].Message)
				}
				for _, at := range set.terms.FindAllStringIndex(r.Input, -1) {
					term := r.Input[at[0]:at[1]]
					if !sensitive(&r, term) {
						continue
					}
					changed++
					text := r.Input[:at[0]] + moved(term) + r.Input[at[1]:]
					if len(arithmeticFindings(t, driver, &r, text)) > 0 {
						caught++
					} else {
						t.Logf("%s: nothing is reported in %s", r.ID, text)
					}
				}
			}
			if caught*100 < changed*95 {
				t.Errorf("%d of %d changed terms are reported", caught, changed)
			}
		})
	}
}

// looseTimes reports whether a sentence prints growth in 倍, where the ratio of
// the levels is often what is meant: a finding is right, and so is none.
func looseTimes(s string) bool { return strings.Contains(s, "倍") }

// sensitive reports whether a change of a term shows in the others: the level
// beside a small change hardly moves the rate.
func sensitive(r *reckoned, term string) bool {
	if r.Expected.Kind != "level-change-growth" || strings.HasSuffix(term, "%") {
		return true
	}
	return !strings.HasPrefix(r.Input, term)
}
