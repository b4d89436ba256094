package figure

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/hegao/hegao/checker/ledger"
)

//go:embed data/abbreviations.txt
var abbreviationText string

// abbreviation is a well-known metric, or the words of one, and what copy calls
// it for short.
type abbreviation struct {
	full  string
	whole bool // the full words must be all of the name
	short []string
}

var abbreviations = sync.OnceValue(func() (list []abbreviation) {
	for line := range strings.Lines(abbreviationText) {
		full, short, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || full[0] == '#' {
			continue
		}
		name, whole := strings.CutPrefix(full, "=")
		list = append(list, abbreviation{name, whole, strings.Split(short, "|")})
	}
	return list
})

// abbreviated adds the well-known short forms of the metrics among a ledger's
// names, in the order of their texts. What is a name already stays what it is.
func abbreviated(list []ledger.Name) []ledger.Name {
	taken := map[string]bool{}
	for i := range list {
		taken[list[i].Text] = true
	}
	n := len(list)
	for _, a := range abbreviations() {
		for i := range n {
			m := list[i]
			if m.Kind != ledger.MetricName || m.Discouraged || !strings.Contains(m.Text, a.full) || a.whole && m.Text != a.full {
				continue
			}
			m.Alias = true
			for _, s := range a.short {
				if m.Text = strings.Replace(list[i].Text, a.full, s, 1); !taken[m.Text] {
					taken[m.Text] = true
					list = append(list, m)
				}
			}
		}
	}
	if len(list) > n {
		slices.SortStableFunc(list, func(a, b ledger.Name) int { return strings.Compare(a.Text, b.Text) })
	}
	return list
}
