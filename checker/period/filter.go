package period

import "unicode/utf8"

// hopeless reports, at little cost, that no expression of time begins at a
// place, so that the grammar isn't tried at every number and word of a text.
func hopeless(s string, at int) bool {
	c := s[at]
	if isDigit(c) {
		return hopelessNumber(s, at)
	}
	if c < utf8.RuneSelf {
		if !isLetter(c) {
			return false
		}
		_, end := find(s, at, allRoles)
		return end == at
	}
	r, _ := utf8.DecodeRuneInString(s[at:])
	if hanDigit(r) >= 0 || r >= '０' && r <= '９' || r == '“' || r == '「' || r == '公' {
		return false
	}
	_, end := find(s, at, allRoles)
	return end == at
}

const allRoles = ^uint64(0)

// hopelessNumber looks at what stands behind a run of digits: a sign of a date
// or time, a word of them, or something that could be one of two ends.
func hopelessNumber(s string, at int) bool {
	i := at
	for i < len(s) && isDigit(s[i]) {
		i++
	}
	n := i - at
	if i == len(s) {
		return n != 4 && n != 8
	}
	switch c := s[i]; {
	case c == '.' || c == '-' || c == '/':
		return n > 4 && n != 8 || c == '.' && n != 4 && n != 2 && n != 1
	case c == ',':
		return n == 3 || n > 4
	case c < utf8.RuneSelf:
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	switch r {
	case '亿', '万', '元', '％', '人', '家', '项', '件', '户', '条', '台', '座', '名', '位', '倍', '股', '吨', '千', '百', '种', '所', '米', '公', '平', '亩', '英', '美', '欧', '岁', '场', '届', '份', '辆', '只', '头', '部', '处', '套':
		return true
	}
	return false
}
