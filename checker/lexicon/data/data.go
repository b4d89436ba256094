// Package data embeds those of the lexicon's data files that are read as they
// stand; the others become tables of package lexicon.
package data

import _ "embed"

// Regions is regions.tsv: a head line, then name, kind, what it is within and
// other names, parted by tabs; several of one sort are parted by |.
//
//go:embed regions.tsv
var Regions string
