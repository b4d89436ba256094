package fix

import (
	"bytes"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// maxDiffLines bounds the lines that Unified compares with each other. Beyond
// it the differing part is written as one change: the comparison is quadratic
// in the number of differences, and its library fails on more than 1,114,112
// different lines.
const maxDiffLines = 8_000

// Unified returns the unified diff between two contents of a file, with as many
// unchanged lines around each change as context says. It is empty when they are
// equal. When the edits between the two are known, UnifiedChanges is exact and
// faster.
func Unified(oldName, newName string, old, new []byte, context int) []byte {
	return UnifiedChanges(oldName, newName, old, lineChanges(old, new), context)
}

// lineChanges returns the lines that differ. What precedes the first and
// follows the last difference isn't compared any further.
func lineChanges(old, new []byte) []Change {
	all := lineChange{start: 0, end: len(old), text: new}.trim(old)
	middle := old[all.start:all.end]
	if len(middle) == 0 && len(all.text) == 0 {
		return nil
	}
	if bytes.Count(middle, []byte{'\n'})+bytes.Count(all.text, []byte{'\n'}) > maxDiffLines {
		return []Change{{all.start, all.end, all.text}}
	}
	return diffLines(middle, all.text, all.start)
}

// diffLines compares two texts line by line; offset is where old begins.
func diffLines(old, new []byte, offset int) []Change {
	ids := make(map[string]rune)
	a, b := lineRunes(old, ids), lineRunes(new, ids)
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0 // a result that depends on the clock isn't one
	var changes []Change
	oldAt, newAt := 0, 0
	open := false
	for _, d := range dmp.DiffMainRunes(a, b, false) {
		n := len([]rune(d.Text))
		if d.Type == diffmatchpatch.DiffEqual {
			oldAt += linesLen(old[oldAt:], n)
			newAt += linesLen(new[newAt:], n)
			open = false
			continue
		}
		if !open {
			changes = append(changes, Change{Start: offset + oldAt, End: offset + oldAt})
			open = true
		}
		c := &changes[len(changes)-1]
		if d.Type == diffmatchpatch.DiffDelete {
			oldAt += linesLen(old[oldAt:], n)
			c.End = offset + oldAt
		} else {
			size := linesLen(new[newAt:], n)
			c.Text = append(c.Text, new[newAt:newAt+size]...)
			newAt += size
		}
	}
	return changes
}

// lineRunes gives each different line a character of its own, skipping the
// surrogates, which a string can't hold.
func lineRunes(text []byte, ids map[string]rune) []rune {
	var out []rune
	for len(text) > 0 {
		line := firstLine(text)
		id, ok := ids[string(line)]
		if !ok {
			id = rune(len(ids) + 1)
			if id >= 0xD800 {
				id += 0x800
			}
			ids[string(line)] = id
		}
		out = append(out, id)
		text = text[len(line):]
	}
	return out
}

// linesLen returns the length in bytes of the first n lines of text.
func linesLen(text []byte, n int) int {
	size := 0
	for range n {
		size += len(firstLine(text[size:]))
	}
	return size
}
