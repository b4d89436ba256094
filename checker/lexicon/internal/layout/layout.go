// Package layout lays a set of words down as a double array: a trie in one flat
// table in which a step from a node along a character is one load and one
// comparison, whatever the character and however many children the node has.
//
// The children of a node stand at its base plus the number of their character,
// in a table whose size is a power of two; a cell says whose child it is along
// which character, so that a step into a cell of another's fails. The generator
// lays down the built-in words with it, and NewTrie those of a ledger.
//
// Most characters of a text begin no word, and most of those that might don't
// go on as one. So the first characters stand apart in a small table of heads,
// and the pairs that words begin with are a set of bits: what isn't in it never
// touches the large table.
package layout

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Head is a first character of words. Head 0 is none.
type Head struct{ Node }

// Cell is a later character of words.
type Cell struct {
	// Check is the step that leads here: see Step. Free cells have 0, as has cell 0,
	// which is never used.
	Check int64
	Node
}

// Step is the step along a character from a parent, by the number of its cell, or
// minus that of its head. The character is in it because characters farther apart
// than a table has cells would else lead to one cell.
func Step(parent int32, r rune) int64 { return int64(parent)<<32 | int64(r) }

// Node is what heads and cells have in common.
type Node struct {
	// Base plus a character, modulo the number of cells, is the cell of the
	// child along it; Leaf where there are no children.
	Base int32
	// Word is the number of the word that ends here plus one, 0 for none.
	Word int32
}

// Leaf is the base of a node without children.
const Leaf int32 = -1

// Firsts is how many characters can begin a word: those of the basic plane.
const Firsts = 0x10000

// Table is a laid-down set of words.
type Table struct {
	First []uint16 // of Firsts; the head of a character, 0 for none
	Heads []Head
	Cells []Cell // a power of two of them, so that Len-1 is a mask
	Pairs Pairs
	// Singles are the words of one character, each as 1<<(rune%64).
	Singles uint64
}

// Pairs is the set of the two characters that words begin with, by a hash of
// them: a pair that isn't one is taken for one about once in roomOfPair times.
type Pairs struct {
	Bits  []uint64 // a power of two of them
	Shift uint32
}

// roomOfPair is how many bits there are for each pair, at least.
const roomOfPair = 16

func newPairs(n int) Pairs {
	size := uint32(6)
	for 1<<size < roomOfPair*n {
		size++
	}
	return Pairs{make([]uint64, 1<<(size-6)), 32 - size}
}

// Has reports whether words may begin with two characters.
func (p *Pairs) Has(first, second rune) bool {
	h := hash(first, second) >> p.Shift
	return p.Bits[h/64]>>(h%64)&1 != 0
}

func (p *Pairs) add(first, second rune) {
	h := hash(first, second) >> p.Shift
	p.Bits[h/64] |= 1 << (h % 64)
}

func hash(first, second rune) uint32 { return (uint32(first)*0x9E3779B1 ^ uint32(second)) * 0x85EBCA6B }

// Words lays down a set of words, whose ASCII letters are in lower case; the
// number of a word is its index. Of equal words the first counts. Words that
// are empty, aren't UTF-8, or begin with a character beyond the basic plane are
// left out.
func Words(words []string) Table {
	b := builder{words: words, order: make([]int32, 0, len(words))}
	for i, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); w != "" && r < Firsts && utf8.ValidString(w) {
			b.order = append(b.order, int32(i))
		}
	}
	slices.SortFunc(b.order, func(x, y int32) int { return cmp.Or(strings.Compare(words[x], words[y]), cmp.Compare(x, y)) })
	b.nodes = append(make([]node, 0, b.count()), node{to: int32(len(b.order))})
	for i := 0; i < len(b.nodes); i++ {
		b.grow(i)
	}
	return b.lay()
}

// node is a node before it is laid down.
type node struct {
	char        rune
	word        int32
	at          int32 // bytes of the words that lead here
	from, to    int32 // those words: order[from:to]
	first, next int32 // children: nodes[first:next]
	cell, base  int32
}

type builder struct {
	words []string
	order []int32 // words, sorted
	nodes []node  // nodes[0] is the root, its children the heads
	cells []Cell
	free  int // no cell below it is free
}

// count returns how many nodes there will be: the root, and one for each character
// of a word that the word before it doesn't share from its beginning on.
func (b *builder) count() int {
	n, before := 1, ""
	for _, i := range b.order {
		w := b.words[i]
		same := 0
		for same < len(w) && same < len(before) && w[same] == before[same] {
			same++
		}
		for same > 0 && same < len(w) && !utf8.RuneStart(w[same]) {
			same--
		}
		n += utf8.RuneCountInString(w[same:])
		before = w
	}
	return n
}

// grow appends the children of node n, side by side.
func (b *builder) grow(n int) {
	at, from, to := b.nodes[n].at, b.nodes[n].from, b.nodes[n].to
	if from < to && len(b.words[b.order[from]]) == int(at) {
		b.nodes[n].word = b.order[from] + 1
	}
	for from < to && len(b.words[b.order[from]]) == int(at) {
		from++
	}
	b.nodes[n].first = int32(len(b.nodes))
	for from < to {
		head := b.words[b.order[from]][at:]
		r, size := utf8.DecodeRuneInString(head)
		end := from + 1
		for end < to && strings.HasPrefix(b.words[b.order[end]][at:], head[:size]) {
			end++
		}
		b.nodes = append(b.nodes, node{char: r, at: at + int32(size), from: from, to: end})
		from = end
	}
	b.nodes[n].next = int32(len(b.nodes))
}

// lay finds a place for the children of every node, the largest families
// first, in a table of twice the size wherever one doesn't suffice.
func (b *builder) lay() Table {
	size := 64
	for size < len(b.nodes)+len(b.nodes)/4 {
		size *= 2
	}
	parents := b.parents()
	for !b.place(parents, size) {
		size *= 2
	}
	return b.table()
}

// parents returns the nodes that have children, the root apart, the largest
// families first and those of one size in order.
func (b *builder) parents() []int32 {
	var size []int // how many families of each size there are, then where they begin
	total := 0
	for i := 1; i < len(b.nodes); i++ {
		if n := int(b.nodes[i].next - b.nodes[i].first); n > 0 {
			for len(size) <= n {
				size = append(size, 0)
			}
			size[n]++
			total++
		}
	}
	for n, at := len(size)-1, 0; n > 0; n-- {
		at, size[n] = at+size[n], at
	}
	out := make([]int32, total)
	for i := 1; i < len(b.nodes); i++ {
		if n := int(b.nodes[i].next - b.nodes[i].first); n > 0 {
			out[size[n]] = int32(i)
			size[n]++
		}
	}
	return out
}

func (b *builder) children(n int32) []node { return b.nodes[b.nodes[n].first:b.nodes[n].next] }

// place finds room for all families in a table of size cells; false where some
// family finds none.
func (b *builder) place(parents []int32, size int) bool {
	b.cells = make([]Cell, size)
	b.cells[0].Check = taken
	b.free = 1
	for _, p := range parents {
		base, ok := b.room(b.children(p))
		if !ok {
			return false
		}
		b.nodes[p].base = base
	}
	return true
}

// table writes down what was placed. The heads are the children of the root.
func (b *builder) table() Table {
	t := Table{First: make([]uint16, Firsts), Heads: make([]Head, 1, len(b.children(0))+1), Cells: b.cells}
	t.Cells[0].Check = 0
	t.Heads[0].Base = Leaf
	write := func(n *node, parent int32) Node {
		if n.first == n.next {
			return Node{Leaf, n.word}
		}
		for _, child := range b.nodes[n.first:n.next] {
			t.Cells[child.cell].Check = Step(parent, child.char)
		}
		return Node{n.base, n.word}
	}
	heads := b.nodes[0].next
	pairs := 0
	for i := b.nodes[0].first; i < heads; i++ {
		pairs += len(b.children(i))
	}
	t.Pairs = newPairs(pairs)
	for i := b.nodes[0].first; i < heads; i++ {
		n := &b.nodes[i]
		h := Head{Node: write(n, -int32(len(t.Heads)))}
		for _, child := range b.children(i) {
			t.Pairs.add(n.char, child.char)
		}
		if n.word != 0 {
			t.Singles |= 1 << (n.char % 64)
		}
		t.First[n.char] = uint16(len(t.Heads))
		t.Heads = append(t.Heads, h)
	}
	for i := heads; i < int32(len(b.nodes)); i++ {
		n := &b.nodes[i]
		t.Cells[n.cell].Node = write(n, n.cell)
	}
	return t
}

// taken marks a cell until its parent's number is known.
const taken int64 = -1 << 63

// tries is how many places are tried for a family before the table is said to
// be too small.
const tries = 1 << 14

// room finds a base for a family and gives each child its cell.
func (b *builder) room(children []node) (base int32, ok bool) {
	mask := int32(len(b.cells) - 1)
	at := b.free
	for range tries {
		cell := b.nextFree(at)
		if cell == 0 {
			return 0, false
		}
		base := (cell - children[0].char) & mask
		if b.fits(children[1:], base) {
			return base, b.settle(children, base)
		}
		at = int(cell) + 1
	}
	return 0, false
}

// settle gives each child its cell; false where two of them, farther apart than
// the table has cells, come to share one, as they then do at any base.
func (b *builder) settle(children []node, base int32) bool {
	mask := int32(len(b.cells) - 1)
	for i := range children {
		cell := (base + children[i].char) & mask
		if b.cells[cell].Check != 0 {
			return false
		}
		children[i].cell = cell
		b.cells[cell].Check = taken
	}
	return true
}

func (b *builder) fits(children []node, base int32) bool {
	mask := int32(len(b.cells) - 1)
	for i := range children {
		if b.cells[(base+children[i].char)&mask].Check != 0 {
			return false
		}
	}
	return true
}

// nextFree returns the first free cell from a place on, 0 where there is none.
func (b *builder) nextFree(at int) int32 {
	start := at
	for at < len(b.cells) && b.cells[at].Check != 0 {
		at++
	}
	if start == b.free {
		b.free = at
	}
	if at == len(b.cells) {
		return 0
	}
	return int32(at)
}
