package table

import (
	_ "embed"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/quantity"
)

//go:embed data/headers.tsv
var headersText string

// headers maps what columns are called to the ledger's keys.
var headers = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for line := range strings.Lines(headersText) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		key, names, _ := strings.Cut(line, "\t")
		for name := range strings.SplitSeq(names, "|") {
			m[folded(name)] = key
		}
	}
	for _, key := range Keys() {
		if _, taken := m[folded(key)]; !taken {
			m[folded(key)] = key
		}
	}
	return m
})

// longestFirst lists what columns are called, the longest names first.
var longestFirst = sync.OnceValue(func() []string {
	names := slices.Sorted(maps.Keys(headers()))
	slices.SortStableFunc(names, func(a, b string) int { return len(b) - len(a) })
	return names
})

// Keys are the names that a column may be given.
func Keys() []string {
	keys := []string{"metric", "entity", "period", "value", "growth", "growth.同比", "growth.环比", "change", "contribution", "unit", "kind",
		"status", "modality", "released", "note", "source.name", "source.date", "source.url", "rank.全国", "growth_rank.全国", "skip"}
	return append(keys, breakdowns...)
}

// breakdowns are the keys of a figure that need no declaration.
var breakdowns = []string{"partner", "product", "industry", "region", "ownership", "area", "mode"}

// IsKey reports whether a name may be given to a column: one of Keys, or one of
// those that take a name of the reader's own behind a dot (growth.比2020,
// rank.中部), or a quantity with its metric behind a colon (growth:出口总值).
func IsKey(key string) bool {
	if facet, metric, of := strings.Cut(key, ":"); of {
		return metric != "" && isFacet(facet) && IsKey(facet)
	}
	outer, inner, nested := strings.Cut(key, ".")
	if nested && inner != "" && slices.Contains([]string{"growth", "rank", "growth_rank", "breakdown"}, outer) {
		return true
	}
	return slices.Contains(Keys(), key)
}

// folded brings a header to the form in which headers are compared.
func folded(s string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(s) {
		switch {
		case r == ' ' || r == '\u3000' || r == '\t' || r == '\n' || r == '_':
		case r >= 0xff01 && r <= 0xff5e:
			b.WriteRune(r - 0xfee0)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// parted takes the unit that stands in brackets, or behind a comma or colon,
// off a header: 出口总值（亿元） is 出口总值 in 亿元.
func parted(header string) (name, unit string) {
	header = strings.TrimSpace(header)
	if plain := strings.TrimSpace(strings.TrimRight(header, "%％")); plain != header && headers()[folded(plain)] != "" {
		return plain, "%" // 增长%
	}
	if i := strings.LastIndexAny(header, "(（[【"); i > 0 {
		w := len("（")
		if header[i] < 0x80 {
			w = 1
		}
		inner := header[i+w:]
		if j := strings.IndexAny(inner, ")）]】"); j >= 0 {
			inner = inner[:j]
		}
		inner = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(inner, "单位："), "单位:"))
		if u, ok := unitOf(inner); ok {
			return strings.TrimSpace(header[:i]), u
		}
	}
	for _, sep := range []string{"，", ", ", "/", "：", "_"} {
		if i := strings.LastIndex(header, sep); i > 0 {
			if u, ok := unitOf(header[i+len(sep):]); ok {
				return strings.TrimSpace(header[:i]), u
			}
		}
	}
	return header, ""
}

// looseUnits are units as tables abbreviate them.
var looseUnits = map[string]string{
	"pct": "%", "percent": "%", "per cent": "%", "annual %": "%", "yoy %": "%", "musd": "million USD", "usd mn": "million USD",
	"usd million": "million USD", "usd bn": "billion USD", "us$ billion": "billion USD", "us$ million": "million USD",
	"million us dollars": "million USD", "billion us dollars": "billion USD", "bn usd": "billion USD", "mn usd": "million USD",
	"100 million yuan": "亿元", "100 million rmb": "亿元", "rmb 100 million": "亿元", "10000 yuan": "万元", "10,000 yuan": "万元",
	"10000 tons": "万吨", "10 000 tons": "万吨", "10000 persons": "万人", "10,000 persons": "万人", "100 million us dollars": "亿美元",
	"100 million usd": "亿美元", "pc": "%", "pt": "%", "ps": "人", "rmb": "元", "cny": "元", "10000 units": "万台", "百分比": "%", "％": "%",
}

// unitOf reads the name of a unit, as the ledger's values may carry it.
func unitOf(text string) (string, bool) {
	text = strings.TrimSpace(text)
	if u, ok := looseUnits[strings.ToLower(text)]; ok {
		return u, true
	}
	if text == "" || strings.ContainsAny(text, "0123456789") || len(text) > 40 {
		return "", false
	}
	if q, ok := readAmount("1", text); ok && q.Kind != quantity.Number {
		return text, true
	}
	return "", false
}

// readAmount reads a number with a unit behind it.
func readAmount(number, unit string) (quantity.Quantity, bool) {
	for _, text := range [...]string{number + unit, number + " " + unit} {
		if q, err := quantity.Parse(text); err == nil && (unit == "" || q.Kind != quantity.Number) {
			return q, true
		}
	}
	return quantity.Quantity{}, false
}

// joined writes a number with its unit as copy would.
func joined(number, unit string) string {
	if unit == "" {
		return number
	}
	if unit[0] < 0x80 && unit[0] != '%' {
		return number + " " + unit
	}
	return number + unit
}

// isPlace reports whether a cell names a place that the program knows.
func isPlace(text string) bool {
	w := lexicon.Exact(text)
	_, ok := lexicon.Has(w, lexicon.ClassRegion)
	return ok
}
