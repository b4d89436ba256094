package table

import (
	"slices"
	"strconv"
	"strings"

	"github.com/hegao/hegao/checker/quantity"
)

// IsSDMX reports whether a sheet is SDMX-CSV: its header has the columns that
// the format requires.
func IsSDMX(s *Sheet) bool {
	if len(s.Rows) == 0 {
		return false
	}
	has := map[string]bool{}
	for _, c := range s.Rows[0] {
		has[code(c.Text)] = true
	}
	return has["TIME_PERIOD"] && has["OBS_VALUE"]
}

// code returns the code of a cell that may carry its label too (CN: China).
func code(text string) string {
	c, _, _ := strings.Cut(text, ":")
	return strings.TrimSpace(c)
}

// label returns the label of a cell, or the code where it has none.
func label(text string) string {
	c, l, ok := strings.Cut(text, ":")
	if l = strings.TrimSpace(l); ok && l != "" {
		return l
	}
	return strings.TrimSpace(c)
}

// ConvertSDMX turns SDMX-CSV into a draft: REF_AREA is the entity, INDICATOR
// (or SUBJECT, MEASURE, SERIES) the metric, UNIT_MULT the power of ten of the
// values, UNIT_MEASURE their unit, OBS_STATUS how settled they are. Other
// dimensions that vary are breakdowns.
func ConvertSDMX(file string, s *Sheet, m *Mapping) (*Draft, *Mistake) {
	if m == nil {
		m = &Mapping{}
	}
	head := s.Rows[0]
	at := map[string]int{}
	for i, c := range head {
		at[code(c.Text)] = i
	}
	long := &Sheet{Rows: make([][]Cell, 0, len(s.Rows))}
	columns, keys := sdmxColumns(head, s.Rows[1:], m)
	top := make([]Cell, len(columns))
	for i, j := range columns {
		top[i] = Cell{keys[i], head[j].Line, head[j].Column}
	}
	long.Rows = append(long.Rows, top)
	for _, row := range s.Rows[1:] {
		out := make([]Cell, len(columns))
		for i, j := range columns {
			if j >= len(row) {
				continue
			}
			out[i] = row[j]
			switch keys[i] {
			case "metric", "entity":
				out[i].Text = label(row[j].Text)
				if _, ok := m.Metrics[code(row[j].Text)]; ok {
					out[i].Text = code(row[j].Text)
				}
				if _, ok := m.Entities[code(row[j].Text)]; ok {
					out[i].Text = code(row[j].Text)
				}
			case "status":
				out[i].Text = code(row[j].Text)
			case "value":
				out[i].Text = multiplied(row[j].Text, field(row, at, "UNIT_MULT"), field(row, at, "UNIT_MEASURE"), field(row, at, "DECIMALS"))
			default:
				out[i].Text = label(row[j].Text)
			}
		}
		long.Rows = append(long.Rows, out)
	}
	plain := *m
	plain.Header, plain.Columns = 1, map[string]string{}
	for i := range keys {
		plain.Columns[keys[i]] = keys[i]
	}
	return Convert(file, long, &plain)
}

func field(row []Cell, at map[string]int, name string) string {
	if i, ok := at[name]; ok && i < len(row) {
		return row[i].Text
	}
	return ""
}

// sdmxKeys are the columns of SDMX-CSV that the ledger has a key for.
var sdmxKeys = map[string]string{
	"REF_AREA": "entity", "GEO": "entity", "LOCATION": "entity", "TIME_PERIOD": "period", "OBS_VALUE": "value", "OBS_STATUS": "status",
	"INDICATOR": "metric", "SUBJECT": "metric", "MEASURE": "metric", "SERIES": "metric", "COUNTERPART_AREA": "partner",
	"ACTIVITY": "industry", "PRODUCT": "product", "COMMENT_OBS": "note", "OBS_COM": "note", "SOURCE": "source.name", "RELEASE_DATE": "released", "VINTAGE": "released",
}

// silent are columns that say nothing about the fact itself.
var silent = []string{"DATAFLOW", "STRUCTURE", "STRUCTURE_ID", "STRUCTURE_NAME", "ACTION", "FREQ", "UNIT_MULT", "UNIT_MEASURE", "DECIMALS",
	"OBS_CONF", "CONF_STATUS", "TIME_FORMAT", "COLLECTION", "TITLE", "LAST_UPDATE", "PRE_BREAK_VALUE", "BASE_PER"}

// sdmxColumns picks the columns that matter, with their keys. A dimension that
// is the same in all rows says nothing.
func sdmxColumns(head []Cell, body [][]Cell, m *Mapping) (columns []int, keys []string) {
	taken := map[string]bool{}
	for i, c := range head {
		name := code(c.Text)
		key := m.Columns[c.Text]
		if key == "" {
			key = m.Columns[name]
		}
		if key == "" {
			key = sdmxKeys[name]
		}
		if key == "" {
			if slices.Contains(silent, name) || !varies(i, body) {
				continue
			}
			key = "breakdown." + strings.ToLower(name)
		}
		if key == "skip" || taken[key] {
			continue
		}
		taken[key] = true
		columns, keys = append(columns, i), append(keys, key)
	}
	return columns, keys
}

func varies(i int, body [][]Cell) bool {
	first := ""
	for _, row := range body {
		if i >= len(row) || row[i].Text == "" {
			continue
		}
		if first == "" {
			first = row[i].Text
		}
		if row[i].Text != first {
			return true
		}
	}
	return false
}

// sdmxUnits are the unit codes that the ledger writes in another way.
var sdmxUnits = map[string]string{"PC": "%", "PT": "%", "PCT": "%", "PERCENT": "%", "PA": "%", "PS": "人", "PERS": "人", "IX": "", "IDX": "", "NUM": "", "PN": "", "Z": "", "_Z": "", "_X": ""}

// multWords are the powers of ten as a scale word writes them, so that the
// printed digits keep saying how precise the value is.
var multWords = map[int]string{4: "万", 8: "亿", 3: "thousand ", 6: "million ", 9: "billion ", 12: "trillion "}

// multiplied writes an observation with its power of ten and its unit.
func multiplied(value, mult, unit, decimals string) string {
	if noValue(value) {
		return ""
	}
	if plain := plainDecimal(value); plain != "" && strings.ContainsAny(value, "eE") {
		value = plain
	}
	if d, ok := number(code(decimals)); ok && d <= 12 {
		if q, err := quantity.Parse(value); err == nil && q.Kind == quantity.Number {
			value = q.Value.Decimal(d)
		}
	}
	unit = code(unit)
	if u, ok := sdmxUnits[unit]; ok {
		unit = u
	}
	n, err := strconv.Atoi(code(mult))
	if err != nil || n == 0 {
		return written(value, "", unit)
	}
	if s, ok := multWords[n]; ok {
		return written(value, s, unit)
	}
	q, err := quantity.Parse(value)
	if err != nil || q.Kind != quantity.Number {
		return value
	}
	return written(q.Value.Shift(n).String(), "", unit)
}

// written puts number, scale and unit together in the first way that reads.
func written(value, scale, unit string) string {
	for _, s := range []string{joined(value, strings.TrimSpace(scale+unit)), strings.TrimSpace(value + " " + scale + unit), strings.TrimSpace(value + " " + scale)} {
		if s == value {
			continue
		}
		if q, err := quantity.Parse(s); err == nil && (unit == "" || q.Kind != quantity.Number) && (scale == "" || strings.Contains(s, strings.TrimSpace(scale))) {
			return s
		}
	}
	return value
}
