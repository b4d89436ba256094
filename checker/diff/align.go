package diff

import "slices"

// bead is a run of blocks of one side that renders a run of the other: half
// open, either may be empty.
type bead struct{ a1, a2, b1, b2 int }

// maxAlign bounds the pairs of blocks, and of facts, that are weighed. Beyond it
// the sides are parted in proportion, and facts are looked for near their place.
const maxAlign = 1_000_000

// proportional is how many blocks of the longer side make a bead then.
const proportional = 40

// shapes are how many blocks of either side may make a bead. A translator keeps
// the order of paragraphs and joins or parts some.
var beadShapes = [...][2]int{{1, 1}, {1, 0}, {0, 1}, {2, 1}, {1, 2}, {3, 1}, {1, 3}, {2, 2}}

// align parts two editions into beads, such that as much as possible of what
// the facts of either tell is found in the other's, in the same order.
func align(as, bs []*fact, blocksA, blocksB int) []bead {
	if blocksA*blocksB > maxAlign || len(as)*len(bs) > maxAlign {
		return inProportion(blocksA, blocksB)
	}
	a, b := byBlock(as, blocksA), byBlock(bs, blocksB)
	score := pairScores(a, b)
	width := blocksB + 1
	best, from := make([]int, (blocksA+1)*width), make([]int8, (blocksA+1)*width)
	for i := range blocksA + 1 {
		for j := range width {
			if i == 0 && j == 0 {
				continue
			}
			best[i*width+j] = -1
			for k, s := range beadShapes {
				if s[0] > i || s[1] > j {
					continue
				}
				v := best[(i-s[0])*width+j-s[1]] + beadScore(score, blocksB, bead{i - s[0], i, j - s[1], j}, k)
				if v > best[i*width+j] {
					best[i*width+j], from[i*width+j] = v, int8(k)
				}
			}
		}
	}
	var out []bead
	for i, j := blocksA, blocksB; i > 0 || j > 0; {
		s := beadShapes[from[i*width+j]]
		out = append(out, bead{i - s[0], i, j - s[1], j})
		i, j = i-s[0], j-s[1]
	}
	slices.Reverse(out)
	return out
}

// inProportion parts two editions that are too long to be weighed.
func inProportion(blocksA, blocksB int) (out []bead) {
	n := max(1, max(blocksA, blocksB)/proportional)
	for i := range n {
		out = append(out, bead{i * blocksA / n, (i + 1) * blocksA / n, i * blocksB / n, (i + 1) * blocksB / n})
	}
	return out
}

// beadScore is what the pairs of blocks in a bead tell, tenfold, with a little
// for the plain shape: paragraphs whose figures all differ are still paired.
func beadScore(score []int, width int, b bead, shape int) int {
	v := 0
	for i := b.a1; i < b.a2; i++ {
		for j := b.b1; j < b.b2; j++ {
			v += 10 * score[i*width+j]
		}
	}
	if shape == 0 {
		v += 3
	}
	return v
}

func byBlock(fs []*fact, blocks int) [][]*fact {
	out := make([][]*fact, blocks)
	for _, f := range fs {
		out[f.block] = append(out[f.block], f)
	}
	return out
}

// pairScores weighs what each pair of blocks has in common.
func pairScores(a, b [][]*fact) []int {
	score := make([]int, len(a)*len(b))
	for i, x := range a {
		for j, y := range b {
			for _, m := range agreeing(x, y) {
				score[i*len(b)+j] += min(m[0].weight(), m[1].weight())
			}
		}
	}
	return score
}

// agreeing pairs the facts of two lists that agree: those first that are
// printed alike and tell much, and of several partners the one that stands in
// the same place of its list, whose change goes the same way.
func agreeing(as, bs []*fact) [][2]*fact {
	type candidate struct {
		f, g *fact
		cost int
	}
	var all []candidate
	for i, f := range as {
		from, to := around(i, len(as), len(bs))
		for j := from; j < to; j++ {
			if g := bs[j]; f.agrees(g) {
				all = append(all, candidate{f, g, strain(f, g) + min(3*max(i-j, j-i), 60)})
			}
		}
	}
	slices.SortStableFunc(all, func(x, y candidate) int { return x.cost - y.cost })
	var pairs [][2]*fact
	taken := map[*fact]bool{}
	for _, k := range all {
		if !taken[k.f] && !taken[k.g] {
			taken[k.f], taken[k.g] = true, true
			pairs = append(pairs, [2]*fact{k.f, k.g})
		}
	}
	return pairs
}

// around returns where to look in a list of n for the partner of the i-th of m:
// everywhere, or in very long lists about the same place in proportion.
func around(i, m, n int) (from, to int) {
	if m*n <= maxAlign {
		return 0, n
	}
	at, reach := i*n/m, maxAlign/m
	return max(0, at-reach), min(n, at+reach+1)
}

// strain says how far two facts that agree are from being the same.
func strain(f, g *fact) int {
	n := 10 * (3 - min(f.weight(), g.weight()))
	if f.row.Sign*g.row.Sign < 0 {
		n += 40
	}
	if f.class != g.class {
		n += 10
	}
	if !f.exact(g) {
		n += 100
	}
	if f.row.Role != g.row.Role {
		n++
	}
	return n
}

// exact reports whether two facts name the same number, hedged alike.
func (f *fact) exact(g *fact) bool {
	return f.row.Hedge == g.row.Hedge && (f.date != "" || f.class != g.class || f.value.Cmp(g.value) == 0)
}
