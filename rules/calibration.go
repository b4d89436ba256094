package rules

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"github.com/hegao/hegao/checker/finding"
)

//go:embed calibration.tsv
var calibrationText string

// class is what confidences are known by; an empty proof stands for all of a
// rule's and * for all rules.
type class struct{ rule, severity, proof string }

var calibration = sync.OnceValue(func() map[class]float64 {
	all := map[class]float64{}
	for line := range strings.Lines(calibrationText) {
		c := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		if len(c) != 6 || c[0][0] == '#' {
			continue
		}
		if v, err := strconv.ParseFloat(c[5], 64); err == nil {
			all[class{c[0], c[1], c[2]}] = v
		}
	}
	return all
})

// Confidence returns the share of findings like this one that were right when
// the rules were measured on real copy: of the rule's with this proof, else of
// the rule's of this severity, else of all of this severity. calibration.tsv has
// the counts; errors were put into about half of the articles, so that where
// copy has fewer errors a finding is somewhat less sure than it says.
func Confidence(rule string, s finding.Severity, proof string) (float64, bool) {
	t := calibration()
	for _, k := range [...]class{{rule, s.String(), proof}, {rule, s.String(), ""}, {"*", s.String(), ""}} {
		if v, ok := t[k]; ok {
			return v, true
		}
	}
	return 0, false
}
