package main

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/hegao/hegao/checker/finding"
)

// class is what findings are counted by: rule, severity and proof.
type class struct {
	rule  string
	sev   finding.Severity
	proof string
}

// tally counts by class how many findings were right and how many wrong, and at
// what confidence they were reported.
type tally map[class]*counts

type counts struct {
	right, wrong int
	said         float64 // the confidence that was reported with them
}

func (t tally) add(f *found, right bool) {
	k := class{f.rule, f.severity, f.proof}
	c := t[k]
	if c == nil {
		c = &counts{}
		t[k] = c
	}
	c.said = f.confidence
	if right {
		c.right++
	} else {
		c.wrong++
	}
}

// verdicts are the findings on published copy that were read and are right: real
// slips, by article and rule. A rule with * for its article is right by its form,
// as one that only says what is printed twice.
type verdicts map[[2]string]bool

func (v verdicts) has(id string, f *found) bool {
	return v[[2]string{id, f.rule}] || v[[2]string{"*", f.rule}] && f.severity == finding.Info
}

func readVerdicts(path string) (verdicts, error) {
	v := verdicts{}
	if path == "" {
		return v, nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	for line := range strings.Lines(string(data)) {
		if c := strings.Split(strings.TrimSpace(line), "\t"); len(c) >= 3 && c[0][0] != '#' && c[2] == "right" {
			v[[2]string{c[0], c[1]}] = true
		}
	}
	return v, nil
}

// enough is how many findings a proof must have been counted of to get a line of
// its own.
const enough = 10

// weight is how many findings of its severity a rule is reckoned to have had
// before any was counted, so that a few right ones don't make it certain.
const weight = 8

// calibration is the data of rules/calibration.tsv: for every rule and severity
// that was met, and for every proof with enough findings, how many were right and
// the share to expect of the next ones.
func (o *outcome) calibration() string {
	sum := tally{}
	all := map[finding.Severity]*counts{finding.Error: {}, finding.Warning: {}, finding.Info: {}}
	for k, c := range o.sure {
		keys := []class{{k.rule, k.sev, ""}}
		if k.proof != "" {
			keys = append(keys, k)
		}
		for _, key := range keys {
			if sum[key] == nil {
				sum[key] = &counts{}
			}
			sum[key].right, sum[key].wrong = sum[key].right+c.right, sum[key].wrong+c.wrong
		}
		all[k.sev].right += c.right
		all[k.sev].wrong += c.wrong
	}
	prior := map[finding.Severity]float64{}
	for s, c := range all {
		prior[s] = float64(c.right+1) / float64(c.right+c.wrong+2)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "# How sure findings are: of those that errors put into %d articles in Chinese and %d in English brought about,\n", o.Articles["zh"], o.Articles["en"])
	b.WriteString("# and those on the articles as they stand, how many were right; written by `make measure`.\n")
	b.WriteString("# rule\tseverity\tproof\tright\twrong\tconfidence\n")
	for _, s := range []finding.Severity{finding.Error, finding.Warning, finding.Info} {
		fmt.Fprintf(&b, "*\t%s\t\t%d\t%d\t%.2f\n", s, all[s].right, all[s].wrong, unmeasured(s, prior[s]))
	}
	keys := slices.SortedFunc(maps.Keys(sum), func(x, y class) int {
		return cmp.Or(cmp.Compare(x.rule, y.rule), cmp.Compare(y.sev, x.sev), cmp.Compare(x.proof, y.proof))
	})
	for _, k := range keys {
		c := sum[k]
		if k.proof != "" && c.right+c.wrong < enough {
			continue
		}
		fmt.Fprintf(&b, "%s\t%s\t%s\t%d\t%d\t%.2f\n", k.rule, k.sev, k.proof, c.right, c.wrong, expect(c, prior[k.sev]))
	}
	return b.String()
}

// expect returns the share of right findings to expect where so many were
// counted and so many more of the common share.
func expect(c *counts, prior float64) float64 {
	return min(0.99, (float64(c.right)+weight*prior)/float64(c.right+c.wrong+weight))
}

// unmeasured is the confidence of findings of rules that copy has shown nothing
// of: less than that of those it has, and the less the weaker their proof.
func unmeasured(s finding.Severity, prior float64) float64 {
	less := map[finding.Severity]float64{finding.Error: 0.05, finding.Warning: 0.1, finding.Info: 0.2}
	return max(0.5, prior-less[s])
}

// bin is the findings that were reported at about one confidence.
type bin struct {
	Said  float64 `json:"said"` // to a tenth; 1 for 0.95 and more
	Right int     `json:"right"`
	Wrong int     `json:"wrong"`
}

// bins sums the findings up by the confidence they were reported at.
func (t tally) bins() []bin {
	by := map[int]*bin{}
	for _, c := range t {
		n := int(c.said*10 + 0.5)
		if by[n] == nil {
			by[n] = &bin{Said: float64(n) / 10}
		}
		by[n].Right += c.right
		by[n].Wrong += c.wrong
	}
	var out []bin
	for _, n := range slices.Sorted(maps.Keys(by)) {
		out = append(out, *by[n])
	}
	return out
}
