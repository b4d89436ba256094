package table

import (
	"slices"
	"strings"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/quantity"
)

// row adds the entries of one row.
func (c *converter) row(row []Cell) *Mistake {
	base, given := c.frame(row)
	if given == nil {
		return nil // an empty row
	}
	entries := map[string]*Entry{}
	var order []*Entry
	for i := range c.columns {
		col := &c.columns[i]
		if i >= len(row) || col.key == "skip" || col.as == "" && !col.dated {
			continue
		}
		cell := row[i]
		if noValue(cell.Text) {
			if cell.Text != "" {
				c.draft.Skipped++
			}
			continue
		}
		name := or(col.metric, given["metric"])
		if name == "" {
			continue
		}
		mean, mapped := c.meaning(name)
		if mean.Skip || c.m.OnlyMapped && !mapped {
			continue
		}
		e := base
		e.Metric, e.At = name, row[0]
		if wrong := c.date(&e, col, given, mean, row); wrong != nil {
			return wrong
		}
		unit := or(mean.Unit, or(given["unit"], or(col.unit, c.unitIn(name))))
		c.name(&e, mean, mapped)
		key := e.Metric + "\x00" + e.Period
		have := entries[key]
		if have == nil {
			have = &e
			entries[key] = have
			order = append(order, have)
		}
		as := or(mean.As, or(col.as, "value"))
		if col.as != "" && col.as != "value" {
			as = col.as
		}
		if have.has(as) {
			return &Mistake{File: c.file, Line: cell.Line, Column: cell.Column,
				Text: finding.Text{ZH: "“" + have.Metric + "”的这一项在同一行里已有一个数", EN: "this row has this quantity of “" + have.Metric + "” already"},
				Tip: finding.Text{ZH: "用 --column '" + col.head.Text + "=键:指标' 说明这一列是哪个指标的，不要它就写 skip",
					EN: "say which metric the column is of with --column '" + col.head.Text + "=KEY:METRIC', or =skip to leave it out"}}
		}
		if wrong := c.put(have, as, cell, unit, mean); wrong != nil {
			return wrong
		}
		c.declare(have.Metric, as, unit, or(mean.Kind, given["kind"]), mean.Aliases)
	}
	for _, e := range order {
		if !e.empty() {
			c.draft.Entries = append(c.draft.Entries, *e)
			c.mention(e)
		}
	}
	return nil
}

// has reports whether an entry has a quantity already.
func (e *Entry) has(as string) bool {
	key, inner, _ := strings.Cut(as, ".")
	switch key {
	case "growth":
		return slices.ContainsFunc(e.Growth, func(g Growth) bool { return g.Basis == inner })
	case "change":
		return e.Change != nil
	case "contribution":
		return e.Contribution != nil
	case "rank":
		return slices.ContainsFunc(e.Rank, func(r Rank) bool { return r.Scope == or(inner, "全国") })
	case "growth_rank":
		return slices.ContainsFunc(e.GrowthRank, func(r Rank) bool { return r.Scope == or(inner, "全国") })
	}
	return e.Value != nil
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// frame reads the cells of a row that say what its numbers are of.
func (c *converter) frame(row []Cell) (e Entry, given map[string]string) {
	for i := range c.columns {
		if i < len(row) && row[i].Text != "" {
			given = map[string]string{}
			break
		}
	}
	if given == nil {
		return e, nil
	}
	for key, text := range c.m.Set {
		given[key] = text
	}
	for i := range c.columns {
		if col := &c.columns[i]; col.key != "" && col.as == "" && i < len(row) && row[i].Text != "" {
			given[col.key] = row[i].Text
		}
	}
	e.Entity = given["entity"]
	if name, ok := c.m.Entities[e.Entity]; ok {
		e.Entity = name
	}
	e.Status, e.Modality, e.Note = status(given["status"]), given["modality"], given["note"]
	if e.Status == "forecast" {
		e.Status, e.Modality = "", "forecast"
	}
	e.SourceName, e.SourceDate, e.URL = given["source.name"], given["source.date"], given["source.url"]
	if p, ok := when(e.SourceDate, Day); ok {
		e.SourceDate = p.String()
	}
	e.Released = dayOf(given["released"])
	for _, b := range breakdowns {
		if m := given[b]; m != "" && !whole(m) {
			if name, ok := c.m.Entities[m]; ok {
				m = name
			}
			e.Slots = append(e.Slots, Slot{b, m})
		}
	}
	for i := range c.columns {
		if b, ok := strings.CutPrefix(c.columns[i].key, "breakdown."); ok && given[c.columns[i].key] != "" {
			e.Slots = append(e.Slots, Slot{b, given[c.columns[i].key]})
		}
	}
	return e, given
}

// dayOf returns a day in ISO 8601, without the time of day that databases print
// behind it; what isn't a day stays as it is.
func dayOf(text string) string {
	text = strings.TrimSpace(text)
	if len(text) > len("2006-01-02") && strings.ContainsRune("T ", rune(text[len("2006-01-02")])) {
		text = text[:len("2006-01-02")]
	}
	if p, ok := when(text, Day); ok {
		return p.String()
	}
	return text
}

// whole reports whether a member's name is that of all members together.
func whole(name string) bool {
	switch folded(name) {
	case "总计", "合计", "全部", "总值", "total", "all", "world", "_t", "t":
		return true
	}
	return false
}

// status reads how settled a figure is, in words or as SDMX has it.
func status(text string) string {
	switch strings.ToLower(text) {
	case "p", "初步", "初步数", "初步核算", "provisional":
		return "preliminary"
	case "e", "估计", "预估":
		return "estimated"
	case "r", "修订", "修订数":
		return "revised"
	case "a", "最终", "最终核实数", "b", "":
		return ""
	case "f":
		return "forecast"
	}
	return strings.ToLower(text)
}

// date finds the period of a cell: of its column, of its row, or the one that
// holds for the whole table.
func (c *converter) date(e *Entry, col *column, given map[string]string, mean Meaning, row []Cell) *Mistake {
	frame := c.m.Period
	if mean.Period != "" {
		frame = mean.Period
	}
	if col.dated {
		p := col.period
		if mean.Period != "" {
			p = mean.Period.of(p)
		}
		e.Period = p.String()
		return nil
	}
	text := given["period"]
	p, ok := when(text, frame)
	if !ok {
		at := row[0]
		for i := range c.columns {
			if c.columns[i].key == "period" && i < len(row) {
				at = row[i]
			}
		}
		return &Mistake{File: c.file, Line: at.Line, Column: at.Column,
			Text: finding.Text{ZH: "“" + text + "”不是能认的时间", EN: "“" + text + "” isn't a period that can be read"},
			Tip:  finding.Text{ZH: "写成 2025、2025-11、2025-Q3、2025-01/2025-11 或 2025-11-30", EN: "write 2025, 2025-11, 2025-Q3, 2025-01/2025-11 or 2025-11-30"}}
	}
	e.Period = p.String()
	return nil
}

// unitIn returns the unit that a metric's own name carries in brackets, else
// the one above the table.
func (c *converter) unitIn(name string) string {
	if _, u := parted(name); u != "" {
		return u
	}
	return c.unit
}

// name gives an entry the ledger's name of its metric.
func (c *converter) name(e *Entry, mean Meaning, mapped bool) {
	if mapped && mean.Name != "" {
		e.Metric = mean.Name
		return
	}
	e.Metric, _ = parted(bareName(e.Metric))
}

// put writes a cell into an entry as the quantity that it is.
func (c *converter) put(e *Entry, as string, cell Cell, unit string, mean Meaning) *Mistake {
	key, inner, _ := strings.Cut(as, ".")
	if key == "growth" {
		unit = "%"
	}
	text := cell.Text
	if mean.Times != nil || mean.Decimals >= 0 && mean.Name+mean.As+mean.Unit != "" {
		text = scaled(text, mean)
	}
	if key == "rank" || key == "growth_rank" {
		unit = ""
	}
	text, ok := amountOf(text, unit)
	if !ok {
		return &Mistake{File: c.file, Line: cell.Line, Column: cell.Column,
			Text: finding.Text{ZH: "“" + cell.Text + "”不是能认的数", EN: "“" + cell.Text + "” isn't a number that can be read"},
			Tip:  finding.Text{ZH: "不要这一列就写 --column 列名=skip", EN: "leave its column out with --column NAME=skip"}}
	}
	a := Amount{text, cell}
	switch key {
	case "growth":
		if text[0] >= '0' && text[0] <= '9' {
			a.Text = "+" + text
		}
		e.Growth = append(e.Growth, Growth{inner, a})
	case "change":
		e.Change = &a
	case "contribution":
		e.Contribution = &a
	case "rank":
		e.Rank = append(e.Rank, Rank{or(inner, "全国"), a})
	case "growth_rank":
		e.GrowthRank = append(e.GrowthRank, Rank{or(inner, "全国"), a})
	default:
		e.Value = &a
	}
	return nil
}

// scaled multiplies and rounds the number of a cell exactly.
func scaled(text string, mean Meaning) string {
	q, err := quantity.Parse(text)
	if err != nil {
		plain := plainDecimal(text)
		if q, err = quantity.Parse(plain); err != nil {
			return text
		}
	}
	if q.Kind != quantity.Number {
		return text
	}
	v := q.Value
	if mean.Times != nil {
		v = v.Mul(*mean.Times)
	}
	if mean.Decimals >= 0 {
		return v.Decimal(mean.Decimals)
	}
	return v.String()
}

// declare notes a metric with its unit, once.
func (c *converter) declare(name, as, unit, kind string, aliases []string) {
	i, ok := c.metrics[name]
	if !ok {
		i = len(c.draft.Metrics)
		c.metrics[name] = i
		c.draft.Metrics = append(c.draft.Metrics, Metric{Name: name, Aliases: aliases})
	}
	m := &c.draft.Metrics[i]
	if m.Unit == "" && (as == "value" || as == "change") {
		m.Unit = unit
	}
	m.Kind = or(m.Kind, kind)
}

// mention notes the entity and the members of an entry, once each.
func (c *converter) mention(e *Entry) {
	if e.Entity != "" && !c.seen["e"+e.Entity] {
		c.seen["e"+e.Entity] = true
		c.draft.Entities = append(c.draft.Entities, e.Entity)
	}
	for _, s := range e.Slots {
		if k := "m" + s.Breakdown + "\x00" + s.Member; !c.seen[k] {
			c.seen[k] = true
			c.draft.Members = append(c.draft.Members, s)
		}
	}
}
