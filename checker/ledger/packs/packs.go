// Package packs holds what ships with the program: places and what they are
// within, and events with their editions. The texts are embedded and read on
// first use, so that they cost nothing at start-up.
package packs

import (
	_ "embed"
	"strings"

	"github.com/hegao/hegao/checker/lexicon/data"
)

// Events is a ledger of big expos with their editions, dates and cities.
//
//go:embed events.yaml
var Events string

// Region is a place and what it is within.
type Region struct {
	Name    string
	Kind    string // country, region, province, city or bloc
	Within  []string
	Aliases []string
}

// Regions reads the built-in places, in the order of their file.
func Regions() []Region {
	var list []Region
	for i, line := range strings.Split(data.Regions, "\n") {
		if i == 0 || line == "" {
			continue
		}
		col := strings.Split(strings.TrimRight(line, "\r"), "\t")
		for len(col) < 4 {
			col = append(col, "")
		}
		list = append(list, Region{col[0], col[1], split(col[2]), split(col[3])})
	}
	return list
}

func split(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}
