package rules_test

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/ruletest"
	"github.com/hegao/hegao/rules"
)

// corrected is a sentence with an error of wording that a writer put right.
type corrected struct {
	ID, Input string
	Expected  struct {
		Targets []string
		Tags    []string `json:"regex_tags"`
	}
}

func readCorrected(t *testing.T) []corrected {
	f, err := os.Open(shared(t, "corpus", "open", "spec-nacgec-figures-zh.jsonl.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var out []corrected
	for lines := bufio.NewScanner(z); lines.Scan(); {
		var c corrected
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		out = append(out, c)
	}
	return out
}

// mistagged are the sentences that a pattern tagged as hedging one number twice
// and that don't, with what stands there instead.
var mistagged = map[string]string{
	"zh-1a03810ee448:nacgec": "a superlative, no number",
	"zh-5ffac51c63b0:nacgec": "two hedges at two counts",
	"zh-68fe3ff71088:nacgec": "one hedge; the character before it ends a noun",
	"zh-7964feff7a78:nacgec": "a span up to now and a degree, at two numbers",
	"zh-7cbf50c29662:nacgec": "two hedges at two multiples, of which one is a fall by times",
	"zh-898b60efc0d7:nacgec": "a share and a degree of illness",
	"zh-8c4ac448a952:nacgec": "a span up to now and a superlative",
	"zh-96c3ff049e92:nacgec": "two hedges at a count and a share",
	"zh-a6f721f12282:nacgec": "two hedges at two counts",
}

// TestWording asks that doubled approximators and falls by times are found in
// sentences of native writers, and nothing above info in those put right. Tags
// that a pattern set where there is no such mistake are left out, one by one.
func TestWording(t *testing.T) {
	driver := ruletest.NewDriver(rules.All())
	check := func(text string) []finding.Finding {
		found, err := driver.Check(&ruletest.Example{Path: "x", Lang: "zh", Format: "txt"}, text)
		if err != nil {
			t.Fatal(err)
		}
		return found
	}
	rule := map[string]string{"double-approximation": "doubled-hedge", "decrease-by-times": "fall-by-times"}
	tagged, caught := map[string]int{}, map[string]int{}
	for _, c := range readCorrected(t) {
		for _, tag := range c.Expected.Tags {
			if tag == "double-approximation" && mistagged[c.ID] != "" {
				continue
			}
			tagged[tag]++
			if slices.ContainsFunc(check(c.Input), func(f finding.Finding) bool { return f.Rule == rule[tag] }) {
				caught[tag]++
			}
		}
		for _, text := range c.Expected.Targets {
			for _, f := range check(text) {
				if f.Severity > finding.Info && !(f.Rule == "until-for-as-of" && strings.Contains(c.Input, "截止")) {
					t.Errorf("%s: %s %s at %q: %s", c.ID, f.Severity, f.Rule, f.Text, f.Message)
				}
			}
		}
	}
	for tag, least := range map[string]int{"double-approximation": 95, "decrease-by-times": 95} {
		if n := caught[tag]; 100*n < least*tagged[tag] {
			t.Errorf("%s: %d of %d are found, want %d per cent", tag, n, tagged[tag], least)
		}
	}
}

var bracketed = regexp.MustCompile(`今天（(\d+)月(\d+)日）`)

// TestToday asks that 今天（9月28日） is taken for what it is where it is the day
// of publication, and found where it isn't.
func TestToday(t *testing.T) {
	driver := ruletest.NewDriver(rules.All())
	check := func(r *reckoned, text string) bool {
		found, err := driver.Check(&ruletest.Example{Path: "x", Lang: "zh", Format: "txt", Date: r.Date}, text)
		if err != nil {
			t.Fatal(err)
		}
		return slices.ContainsFunc(found, func(f finding.Finding) bool {
			return f.Rule == "relative-date-mismatch" && f.Severity > finding.Info && strings.Contains(f.Text+f.Message, "月")
		})
	}
	tried, caught := 0, 0
	for _, r := range readReckoned(t, "spec-today-dates-zh.jsonl") {
		if !r.Today() {
			continue
		}
		if check(&r, r.Input) {
			t.Errorf("%s is reported as it stands: %s", r.ID, r.Input)
		}
		day, err := time.Parse(time.DateOnly, r.Date)
		if err != nil {
			t.Fatal(err)
		}
		for _, by := range []int{-40, 3, 17} {
			other := day.AddDate(0, 0, by)
			text := bracketed.ReplaceAllString(r.Input, fmt.Sprintf("今天（%d月%d日）", other.Month(), other.Day()))
			if text == r.Input {
				continue
			}
			tried++
			if check(&r, text) {
				caught++
			}
		}
	}
	if tried < 300 || 100*caught < 95*tried {
		t.Errorf("%d of %d changed dates are found, want 95 per cent", caught, tried)
	}
}
