package checker

import (
	"cmp"
	"slices"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/source"
)

// valueProofs are the categories that prove a value wrong by another mention
// of the same fact: several of them at one place are one contradiction.
var valueProofs = map[finding.Category]bool{
	finding.Ledger: true, finding.Repeat: true, finding.Layout: true, finding.Units: true,
}

// formOnly are the categories that say nothing of facts: what they report at a
// place stands beside whatever else is wrong there.
var formOnly = map[finding.Category]bool{finding.Style: true, finding.Grammar: true, finding.Terms: true}

// maxSamePlace bounds the problems at one place that are compared pairwise.
const maxSamePlace = 64

// merge makes one problem of those that report one contradiction: the same
// places, whichever of them leads; or one place whose value several proofs
// show to be wrong. The gravest one stays, then the ledger's, then the one
// that can be fixed, then that of the earlier rule; it takes over the related
// places and the evidence of the others. The order of what stays is kept.
func merge(problems []problem) []problem {
	if len(problems) < 2 {
		return problems
	}
	var room []source.Range
	places := func(p *problem) uint64 {
		room = appendPlaces(room[:0], p)
		return hashPlaces(room)
	}
	problems = mergeBy(problems, places)
	problems = mergeBy(problems, func(p *problem) uint64 { return hashPlaces([]source.Range{p.Range}) })
	// What took over the places of another may now rest on those of a third.
	return mergeBy(problems, places)
}

// mergeBy merges within the groups of problems that share a key. Problems of
// one key need not share what it is made from: each pair is compared.
func mergeBy(problems []problem, key func(*problem) uint64) []problem {
	first := make(map[uint64]int32, len(problems))
	groups := map[int32][]int{} // by the first: those of two problems and more
	for i := range problems {
		k := key(&problems[i])
		f, known := first[k]
		switch {
		case !known:
			first[k] = int32(i)
		case groups[f] == nil:
			groups[f] = []int{int(f), i}
		default:
			groups[f] = append(groups[f], i)
		}
	}
	if len(groups) == 0 {
		return problems
	}
	gone := make([]bool, len(problems))
	for _, group := range groups { // they share no problem: their order doesn't matter
		mergeGroup(problems, group[:min(len(group), maxSamePlace)], gone)
	}
	kept := problems[:0]
	for i, p := range problems {
		if !gone[i] {
			kept = append(kept, p)
		}
	}
	return kept
}

func mergeGroup(problems []problem, group []int, gone []bool) {
	for a, i := range group {
		for _, j := range group[a+1:] {
			if gone[i] {
				break
			}
			if gone[j] || !sameContradiction(&problems[i], &problems[j]) {
				continue
			}
			if better(problems[j], problems[i]) {
				problems[j].absorb(problems[i])
				gone[i] = true
			} else {
				problems[i].absorb(problems[j])
				gone[j] = true
			}
		}
	}
}

// appendPlaces appends the set of places that a problem rests on, sorted.
func appendPlaces(out []source.Range, p *problem) []source.Range {
	out = append(out, p.Range)
	for i := range p.Related {
		out = append(out, p.Related[i].Range)
	}
	slices.SortFunc(out, compareRanges)
	return slices.Compact(out)
}

// hashPlaces returns one number for a set of places; others may share it. It
// mixes as FNV-1a does, whole numbers at a time.
func hashPlaces(places []source.Range) uint64 {
	const offset, prime = 14695981039346656037, 1099511628211
	h := uint64(offset)
	for _, r := range places {
		h = (h ^ uint64(r.Start)) * prime
		h = (h ^ uint64(r.End)) * prime
		h ^= h >> 29
	}
	return h
}

// samePlaces reports whether two problems rest on the same places.
func samePlaces(a, b *problem) bool {
	return slices.Equal(appendPlaces(nil, a), appendPlaces(nil, b))
}

func compareRanges(a, b source.Range) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
}

// sameContradiction decides for two problems that share their leading place or
// all of their places.
func sameContradiction(a, b *problem) bool {
	if formOnly[a.Category] != formOnly[b.Category] {
		return false
	}
	if samePlaces(a, b) {
		// Form: a place may offend against two rules of form.
		return a.rule != b.rule && !formOnly[a.Category] || a.Message == b.Message
	}
	return a.rule != b.rule && a.Range == b.Range && valueProofs[a.Category] && valueProofs[b.Category]
}

func better(a, b problem) bool {
	rank := func(p problem) [3]int {
		r := [3]int{int(p.Severity), len(p.Ledger), len(p.Fixes)}
		return [3]int{r[0], min(r[1], 1), min(r[2], 1)}
	}
	ra, rb := rank(a), rank(b)
	return slices.Compare(ra[:], rb[:]) > 0
}

// absorb takes over the places and evidence of a problem that says the same.
func (p *problem) absorb(q problem) {
	known := map[source.Range]bool{p.Range: true}
	for _, r := range p.Related {
		known[r.Range] = true
	}
	p.Related = slices.Clip(p.Related)
	for _, r := range q.Related {
		if !known[r.Range] {
			known[r.Range] = true
			p.Related = append(p.Related, r)
		}
	}
	p.Evidence = slices.Clip(p.Evidence)
	for _, e := range q.Evidence {
		if !slices.Contains(p.Evidence, e) {
			p.Evidence = append(p.Evidence, e)
		}
	}
	if len(p.Ledger) == 0 {
		p.Ledger = q.Ledger
	}
}
