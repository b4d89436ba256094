package table

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/period"
	"github.com/hegao/hegao/checker/quantity"
	"github.com/hegao/hegao/checker/source/excerpt"
)

// column is what a column of a table is.
type column struct {
	head   Cell
	key    string        // of the ledger; "skip"
	metric string        // that the column's cells are of, where each column is a metric
	as     string        // the quantity that the cells are, for metric and period columns
	unit   string        // in the header's brackets
	period period.Period // where each column is a period
	dated  bool
}

// converter turns one sheet into a draft.
type converter struct {
	file    string
	m       *Mapping
	sheet   *Sheet
	columns []column
	unit    string // above the headers: 单位：亿元
	year    string // above the headers: 2025年11月主要数据
	draft   *Draft
	metrics map[string]int
	seen    map[string]bool
}

// Convert turns a sheet into a draft. What the mapping doesn't say is read off
// the headers; a column that says nothing is a mistake, so that no figure comes
// in under a wrong name.
func Convert(file string, s *Sheet, m *Mapping) (*Draft, *Mistake) {
	if m == nil {
		m = &Mapping{}
	}
	c := &converter{file: file, m: m, sheet: s, draft: &Draft{}, metrics: map[string]int{}, seen: map[string]bool{}}
	at, wrong := c.findHeader()
	if wrong != nil {
		return nil, wrong
	}
	c.findYear(at)
	body, wrong := c.readHeader(at)
	if wrong != nil {
		return nil, wrong
	}
	for _, row := range s.Rows[body:] {
		if wrong := c.row(row); wrong != nil {
			return nil, wrong
		}
	}
	return c.draft, nil
}

// headerRows bounds how far down the headers are looked for.
const headerRows = 30

// findHeader returns the index of the row of the headers: the one that the
// mapping names, else the first with two cells of which most are no numbers.
func (c *converter) findHeader() (int, *Mistake) {
	if h := c.m.Header; h > 0 {
		if h > len(c.sheet.Rows) {
			return 0, &Mistake{File: c.file, Text: finding.Text{ZH: "表里没有第" + strconv.Itoa(h) + "行", EN: "the table has no row " + strconv.Itoa(h)}}
		}
		return h - 1, nil
	}
	for i, row := range c.sheet.Rows[:min(headerRows, len(c.sheet.Rows))] {
		words, cells := 0, 0
		for _, cell := range row {
			if cell.Text == "" {
				continue
			}
			cells++
			if _, dated := when(cell.Text, AsPrinted); dated || !isNumber(cell.Text) {
				words++
			}
			if u, ok := strings.CutPrefix(strings.ReplaceAll(cell.Text, ":", "："), "单位："); ok {
				if u, ok := unitOf(u); ok {
					c.unit = u
				}
				cells--
			}
		}
		if cells >= 2 && 2*words > cells {
			return i, nil
		}
	}
	return 0, &Mistake{File: c.file, Text: finding.Text{ZH: "找不到表头", EN: "there is no row of headers"},
		Tip: finding.Text{ZH: "用 --header 行号 指明", EN: "say where it is with --header ROW"}}
}

// isNumber reports whether a cell holds a quantity and nothing else.
func isNumber(text string) bool {
	_, ok := amountOf(text, "")
	return ok
}

// readHeader decides what each column is, and returns the index of the first
// row behind the headers.
func (c *converter) readHeader(at int) (int, *Mistake) {
	row := c.sheet.Rows[at]
	first := at + 1
	tops := c.spread(at)
	if tops != nil {
		row, first = c.sheet.Rows[at+1], at+2
	}
	body := c.sheet.Rows[first:]
	used := map[string]string{}
	for i, head := range row {
		col, done := c.under(tops, i, head)
		if !done {
			if tops != nil && head.Text == "" && i < len(tops) {
				head = tops[i]
			}
			var wrong *Mistake
			if col, wrong = c.columnOf(i, head, body); wrong != nil {
				return 0, wrong
			}
		}
		c.columns = append(c.columns, col)
		if col.key != "" && col.key != "skip" {
			used[col.key] = head.Text
		}
	}
	for _, name := range slices.Sorted(maps.Keys(c.m.Columns)) {
		if !slices.ContainsFunc(row, func(h Cell) bool { return folded(h.Text) == folded(name) }) {
			m := &Mistake{File: c.file, Text: finding.Text{ZH: "表里没有“" + name + "”这一列", EN: "the table has no column “" + name + "”"}}
			if near := excerpt.Suggest(name, texts(row)); len(near) > 0 {
				m.Meant = near[0]
			}
			return 0, m
		}
	}
	if wrong := c.growths(); wrong != nil {
		return 0, wrong
	}
	if used["period"] == "" && c.m.Set["period"] == "" {
		c.sharePeriods()
	}
	return first, c.complete(used)
}

func texts(row []Cell) (out []string) {
	for _, c := range row {
		out = append(out, c.Text)
	}
	return out
}

// columnOf reads one header: by the mapping, as a key, as a period, as the name
// of a metric where its cells are numbers.
func (c *converter) columnOf(i int, head Cell, body [][]Cell) (column, *Mistake) {
	col := column{head: head}
	for name, key := range c.m.Columns {
		if folded(name) == folded(head.Text) {
			_, col.unit = parted(head.Text)
			col.key, col.metric, _ = strings.Cut(key, ":")
			return c.asMetric(col), nil
		}
	}
	name, unit := parted(head.Text)
	col.unit = unit
	if mean, ok := c.meaning(head.Text); ok {
		if mean.Skip {
			col.key = "skip"
		}
		col.metric = head.Text
		return col, nil
	}
	if head.Text == "" {
		col.key = "skip"
		if holdsWords(i, body) {
			col.key = "metric" // the corner above the names of rows
		}
		return col, nil
	}
	if key, ok := headers()[folded(head.Text)]; ok {
		col.key = key
		return c.asMetric(col), nil
	}
	if key, ok := headers()[folded(name)]; ok {
		col.key = key
		return c.asMetric(col), nil
	}
	if IsKey(name) {
		col.key = name
		return col, nil
	}
	if p, ok := c.when(head.Text); ok {
		col.period, col.dated = p, true
		return col, nil
	}
	if holdsNumbers(i, body) {
		col.metric = name
		return col, nil
	}
	if places(i, body) {
		col.key = "entity"
		return col, nil
	}
	m := &Mistake{File: c.file, Line: head.Line, Column: head.Column,
		Text:  finding.Text{ZH: "看不出“" + head.Text + "”这一列是什么", EN: "it isn't clear what the column “" + head.Text + "” is"},
		Meant: suggestKey(head.Text),
		Tip: finding.Text{ZH: "用 --column '" + head.Text + "=键' 指明，不要它就写 skip；键可以是 " + strings.Join(Keys(), "、"),
			EN: "say so with --column '" + head.Text + "=KEY', or =skip to leave it out; KEY is one of " + strings.Join(Keys(), ", ")}}
	return col, m
}

// asMetric leaves the quantities of a column to the row's metric.
func (c *converter) asMetric(col column) column {
	if isFacet(col.key) {
		col.as = col.key
	}
	return col
}

func (c *converter) meaning(name string) (Meaning, bool) {
	if m, ok := c.m.Metrics[name]; ok {
		return m, true
	}
	plain, _ := parted(name)
	m, ok := c.m.Metrics[plain]
	return m, ok
}

// sampled is how many rows are looked at to see what a column holds.
const sampled = 50

func holdsNumbers(i int, body [][]Cell) bool {
	n, words := 0, 0
	for _, row := range body[:min(sampled, len(body))] {
		if i >= len(row) || noValue(row[i].Text) {
			continue
		}
		if isNumber(row[i].Text) {
			n++
		} else {
			words++
		}
	}
	return n > 0 && words*4 <= n
}

func holdsWords(i int, body [][]Cell) bool {
	for _, row := range body[:min(sampled, len(body))] {
		if i < len(row) && row[i].Text != "" && !noValue(row[i].Text) {
			return !isNumber(row[i].Text)
		}
	}
	return false
}

// places reports whether most cells of a column name places.
func places(i int, body [][]Cell) bool {
	n, other := 0, 0
	for _, row := range body[:min(sampled, len(body))] {
		if i >= len(row) || row[i].Text == "" {
			continue
		}
		if isPlace(row[i].Text) {
			n++
		} else {
			other++
		}
	}
	return n > other
}

// growths gives a column of growth, rank or change that stands behind a
// metric's column to that metric: 出口总值（亿元） | 同比（%）. Where several metrics
// stand before one such column, whose it is must be said.
func (c *converter) growths() *Mistake {
	metric, run := "", 0
	wide := slices.ContainsFunc(c.columns, func(col column) bool { return col.metric != "" })
	for i := range c.columns {
		col := &c.columns[i]
		switch {
		case col.key == "skip":
		case col.metric != "" && col.as == "":
			col.metric, col.as = c.growthOf(col.metric)
			if metric = col.metric; col.as == "value" {
				run++
			}
		case col.metric != "":
			run = 0
		case wide && col.as != "" && run > 1:
			m := &Mistake{File: c.file, Line: col.head.Line, Column: col.head.Column,
				Text: finding.Text{ZH: "看不出“" + col.head.Text + "”是哪个指标的", EN: "it isn't clear which metric “" + col.head.Text + "” is of"}}
			m.Tip = finding.Text{ZH: "用 --column '" + col.head.Text + "=" + col.as + ":" + metric + "' 指明", EN: "say so with --column '" + col.head.Text + "=" + col.as + ":" + metric + "'"}
			return m
		case wide && col.as != "" && metric != "":
			col.metric, run = metric, 0
		}
	}
	return nil
}

// sharePeriods gives a column of growth, rank or change that stands behind columns
// of periods the last of these: 2024年 | 2025年 | 同比增长（%）.
func (c *converter) sharePeriods() {
	var last *column
	run := false
	for i := range c.columns {
		col := &c.columns[i]
		switch {
		case col.key == "skip":
		case col.dated:
			if last == nil || !run || col.period.End.After(last.period.End) {
				last = col
			}
			run = true
		case col.as != "" && last != nil:
			col.period, col.dated, run = last.period, true, false
		}
	}
}

// growthOf parts what a header says about a metric from the metric: 出口增速 is
// the growth of 出口, where 出口 is a column too; else the header is the metric.
func (c *converter) growthOf(name string) (metric, as string) {
	if _, ok := c.meaning(name); ok {
		return name, "value"
	}
	for _, tail := range longestFirst() {
		key := headers()[tail]
		if !isFacet(key) || key == "value" || len(tail) < 6 && tail != "yoy" {
			continue
		}
		head, ok := strings.CutSuffix(folded(name), tail)
		if !ok || head == "" {
			continue
		}
		for _, col := range c.columns {
			if plain, _ := parted(col.head.Text); folded(plain) == head {
				return plain, key
			}
		}
	}
	return name, "value"
}

// complete asks for what a table lacks: the metric, the period, a quantity.
func (c *converter) complete(used map[string]string) *Mistake {
	dated, metric, amount := c.m.Set["period"] != "", c.m.Set["metric"] != "", false
	for _, col := range c.columns {
		dated = dated || col.dated || col.key == "period"
		metric = metric || col.metric != "" || col.key == "metric"
		amount = amount || col.dated || col.as != "" || col.metric != ""
	}
	lacks := func(zh, en, key string) *Mistake {
		return &Mistake{File: c.file, Text: finding.Text{ZH: "表里没有" + zh, EN: "the table says nothing of the " + en},
			Tip: finding.Text{ZH: "用 --set " + key + "=… 写明，或用 --column 列名=" + key + " 指明哪一列是", EN: "say so with --set " + key + "=…, or which column it is with --column NAME=" + key}}
	}
	switch {
	case !metric:
		return lacks("指标", "metric", "metric")
	case !dated:
		return lacks("时间", "period", "period")
	case !amount:
		return lacks("数值", "value", "value")
	}
	return nil
}

// noValue reports whether a cell stands for nothing: empty, or one of the marks
// of tables for what isn't known.
func noValue(text string) bool {
	switch strings.ToLower(text) {
	case "", "-", "--", "—", "——", "…", "……", "...", "..", "·", "/", "na", "n/a", "nan", "null", "none", "#n/a", "无", "x", "*":
		return true
	}
	return false
}

// amountOf reads a cell as a number, with the unit where the cell has none, and
// returns it as the ledger writes it.
func amountOf(text, unit string) (string, bool) {
	text = strings.TrimSpace(text)
	if n := len(text); n > 2 && text[0] == '(' && text[n-1] == ')' {
		text = "-" + text[1:n-1] // as bookkeepers write what is below nought
	}
	q, err := quantity.Parse(text)
	if err != nil {
		if plain := plainDecimal(text); plain != "" {
			q, err = quantity.Parse(plain)
			text = plain
		}
		if err != nil {
			return "", false
		}
	}
	if q.Kind != quantity.Number || unit == "" {
		return text, true
	}
	if _, ok := readAmount(text, unit); !ok {
		return "", false
	}
	return joined(text, unit), true
}

// plainDecimal writes 1.2E+05 and the long tails of floating point as decimals;
// empty where a text is neither.
func plainDecimal(text string) string {
	f, err := strconv.ParseFloat(text, 64)
	if err != nil || strings.ContainsAny(text, "xXpPiInN_") {
		return ""
	}
	return strconv.FormatFloat(f, 'f', -1, 64)
}

// Read turns a sheet into a draft, as SDMX-CSV where it is that.
func Read(file string, s *Sheet, m *Mapping) (*Draft, *Mistake) {
	if IsSDMX(s) {
		return ConvertSDMX(file, s, m)
	}
	return Convert(file, s, m)
}
