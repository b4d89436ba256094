package figure

import (
	"strings"
)

// tradeSums reads the identity 进出口 = 出口 + 进口 among the levels of a
// sentence and the one behind it.
func (p *Page) tradeSums(n int) {
	s := &p.Sentences[n]
	for k := s.FirstFig; k < s.AfterFig; k++ {
		t := &p.Figures[k]
		if !isLevel(t) || t.ListLen > 1 || tradeMember(t.Metric) != "进出口" {
			continue
		}
		end := s.AfterFig
		if n+1 < len(p.Sentences) && p.Sentences[n+1].Block == s.Block {
			end = p.Sentences[n+1].AfterFig
		}
		parts := [2]int{-1, -1}
		for j := k + 1; j < end; j++ {
			f := &p.Figures[j]
			if !isLevel(f) || f.Unit != t.Unit || f.ListLen > 1 {
				continue
			}
			m := tradeMember(f.Metric)
			if m == "进出口" {
				break // another total: its parts are not these
			}
			i := -1
			switch m {
			case "出口":
				i = 0
			case "进口":
				i = 1
			}
			if i < 0 {
				continue
			}
			if parts[i] >= 0 || !sameQualifiers(t.Metric, f.Metric) {
				break
			}
			parts[i] = j
			if parts[0] >= 0 && parts[1] >= 0 {
				p.judge(&Sum{Kind: Identity, Total: k, Parts: parts[:]})
				break
			}
		}
	}
}

// tradeMember returns which of 进出口, 出口, 进口 a phrase ends in, with or
// without 总值, 总额, 额.
func tradeMember(key string) string {
	if ex, im := strings.Contains(key, "exports"), strings.Contains(key, "imports"); ex || im {
		switch {
		case ex && im:
			return "进出口"
		case key == "exports":
			return "出口"
		case key == "imports":
			return "进口"
		}
		return ""
	}
	for _, w := range [...]string{"总值", "总额", "额", "规模", "值", "总量", "金额"} {
		key = strings.TrimSuffix(key, w)
	}
	for _, m := range [...]string{"进出口", "出口", "进口"} {
		if strings.HasSuffix(key, m) {
			return m
		}
	}
	return ""
}

// sameQualifiers reports whether a part's phrase names no other goods or
// partners than its total's: what is left of it without 出口 and 进口 is empty
// or ends the total's.
func sameQualifiers(total, part string) bool {
	rest := part
	for _, w := range [...]string{"总值", "总额", "金额", "额", "值", "规模", "总量"} {
		rest = strings.TrimSuffix(rest, w)
	}
	rest = strings.TrimSuffix(strings.TrimSuffix(rest, "出口"), "进口")
	if part == "exports" || part == "imports" {
		return true
	}
	return rest == "" || strings.HasPrefix(total, rest) || generic(rest)
}
