package table

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"
)

//go:embed data/leads.txt
var leadsText string

// leads are the words before the names of rows that aren't part of them.
var leads = sync.OnceValue(func() (out []string) {
	for line := range strings.Lines(leadsText) {
		if line = strings.TrimRight(line, "\r\n"); line != "" && !strings.HasPrefix(line, "# ") {
			out = append(out, line)
		}
	}
	return out
})

// listNumber is the number of a row in a list, with the rest of its name: 一、
// （二） 1. 3)
var listNumber = regexp.MustCompile(`^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十0-9]+[）)]|[0-9]{1,2}[、．)]|[0-9]{1,2}\.\s)\s*(.+)$|^[0-9]{1,2}\.([^0-9\s].*)$`)

// bareName takes off the name of a row what only says where it stands in its
// table: 　其中：出口总值 is 出口总值, 一、地区生产总值 is 地区生产总值.
func bareName(name string) string {
	const blanks = " \t\u3000\u00a0"
	name = strings.Trim(name, blanks)
	if m := listNumber.FindStringSubmatch(name); m != nil {
		name = m[1] + m[2]
	}
	for _, lead := range leads() {
		if len(name) > len(lead) && strings.EqualFold(name[:len(lead)], lead) {
			return strings.Trim(name[len(lead):], blanks)
		}
	}
	return name
}
