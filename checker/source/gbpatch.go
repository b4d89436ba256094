package source

// gbRun is a run of two-byte codes of GB18030 that follow one another and so
// do the characters that they stand for.
type gbRun struct {
	code  uint16
	char  rune
	count uint16
}

// gbMissing holds the two-byte codes that golang.org/x/text decodes to U+FFFD,
// but for the user-defined areas: vertical forms and the ideographs that
// GB 18030-2005 and -2022 gave a place in Unicode, and what the standard leaves
// in the private use area. Sorted by code.
var gbMissing = []gbRun{
	{0xA2AB, 0xE766, 6}, {0xA2E4, 0xE76D, 1}, {0xA2EF, 0xE76E, 2}, {0xA2FD, 0xE770, 2},
	{0xA4F4, 0xE772, 11}, {0xA5F7, 0xE77D, 8}, {0xA6B9, 0xE785, 8},
	{0xA6D9, 0xFE10, 1}, {0xA6DA, 0xFE12, 1}, {0xA6DB, 0xFE11, 1}, {0xA6DC, 0xFE13, 4},
	{0xA6EC, 0xFE17, 2}, {0xA6F3, 0xFE19, 1}, {0xA6F6, 0xE797, 9},
	{0xA7C2, 0xE7A0, 15}, {0xA7F2, 0xE7AF, 13}, {0xA896, 0xE7BC, 11}, {0xA8BC, 0x1E3F, 1},
	{0xA8C1, 0xE7C9, 4}, {0xA8EA, 0xE7CD, 21}, {0xA958, 0xE7E2, 1}, {0xA95B, 0xE7E3, 1},
	{0xA95D, 0xE7E4, 3}, {0xA997, 0xE7F4, 13}, {0xA9F0, 0xE801, 15}, {0xD7FA, 0xE810, 5},
	{0xFE51, 0x20087, 1}, {0xFE52, 0x20089, 1}, {0xFE53, 0x200CC, 1}, {0xFE59, 0x9FB4, 1},
	{0xFE61, 0x9FB5, 1}, {0xFE66, 0x9FB6, 2}, {0xFE6C, 0x215D7, 1}, {0xFE6D, 0x9FB8, 1},
	{0xFE76, 0x2298F, 1}, {0xFE7E, 0x9FB9, 1}, {0xFE90, 0x9FBA, 1}, {0xFE91, 0x241FE, 1},
	{0xFEA0, 0x9FBB, 1},
}

// gbArea is one of the user-defined areas: rows of codes that stand for a run
// of the private use area, row by row.
type gbArea struct {
	firstRow, lastRow   byte
	firstCell, lastCell byte
	char                rune
}

var gbAreas = []gbArea{
	{0xAA, 0xAF, 0xA1, 0xFE, 0xE000}, {0xF8, 0xFE, 0xA1, 0xFE, 0xE234}, {0xA1, 0xA7, 0x40, 0xA0, 0xE4C6},
}

// cells returns how many codes a row has; 7F is never used.
func (a gbArea) cells() rune {
	n := rune(a.lastCell-a.firstCell) + 1
	if a.firstCell < 0x7F {
		n--
	}
	return n
}

// gbPatch returns the character of a two-byte code that the library lacks.
func gbPatch(code uint16) (rune, bool) {
	for _, run := range gbMissing {
		if code >= run.code && code-run.code < run.count {
			return run.char + rune(code-run.code), true
		}
	}
	row, cell := byte(code>>8), byte(code)
	for _, a := range gbAreas {
		if row < a.firstRow || row > a.lastRow || cell < a.firstCell || cell > a.lastCell || cell == 0x7F {
			continue
		}
		n := rune(cell - a.firstCell)
		if a.firstCell < 0x7F && cell > 0x7F {
			n--
		}
		return a.char + rune(row-a.firstRow)*a.cells() + n, true
	}
	return 0, false
}

// gbUnpatch returns the two-byte code that gbPatch reads as r.
func gbUnpatch(r rune) (uint16, bool) {
	if r < 0x1E3F || r > 0x1E3F && r < 0x9FB4 {
		return 0, false
	}
	for _, run := range gbMissing {
		if r >= run.char && r-run.char < rune(run.count) {
			return run.code + uint16(r-run.char), true
		}
	}
	for _, a := range gbAreas {
		n := r - a.char
		if n < 0 || n >= a.cells()*rune(a.lastRow-a.firstRow+1) {
			continue
		}
		row, cell := n/a.cells(), n%a.cells()+rune(a.firstCell)
		if a.firstCell < 0x7F && cell >= 0x7F {
			cell++
		}
		return uint16(rune(a.firstRow)+row)<<8 | uint16(cell), true
	}
	return 0, false
}
