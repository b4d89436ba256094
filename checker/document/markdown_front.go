package document

import (
	"strings"

	"github.com/hegao/hegao/checker/source"
)

// frontMatter reads the metadata before the copy, in YAML between lines of ---
// or TOML between lines of +++: title becomes the headline, date the day of
// publication, lang the language. It returns where the copy begins. Only what
// is needed is read: one key a line, its value plain, quoted or on the next
// line.
func (m *markdownReader) frontMatter() int {
	start := 0
	if strings.HasPrefix(m.text, source.BOM) {
		start = len(source.BOM)
	}
	fence := ""
	for _, f := range []string{"---", "+++"} {
		if first, _ := m.lineAt(start); first == f {
			fence = f
		}
	}
	if fence == "" {
		return start
	}
	_, first := m.lineAt(start)
	end := -1
	for at := first; at < min(len(m.text), maxFrontMatter) && end < 0; {
		line, next := m.lineAt(at)
		if line == fence || fence == "---" && line == "..." {
			end = next
			break
		}
		at = next
	}
	if end < 0 {
		return start // a rule, and no metadata
	}
	for at := first; at < end; {
		_, next := m.lineAt(at)
		m.metadata(at, next, end)
		at = next
	}
	return end
}

// maxFrontMatter is how far from the beginning of the file its end must be.
const maxFrontMatter = 64 << 10

// lineAt returns the line that begins at an offset, without its line ending and
// the blanks before it, and where the next one begins.
func (m *markdownReader) lineAt(at int) (line string, next int) {
	scan := newLineScanner(m.text[:min(len(m.text), maxFrontMatter)])
	end, next := scan.line(min(at, len(scan.text)))
	return strings.TrimRight(m.text[at:end], " \t\r"), next
}

// metadata reads the line text[at:next] of front matter that ends at end.
func (m *markdownReader) metadata(at, next, end int) {
	line, _ := m.lineAt(at)
	colon := strings.IndexAny(line, ":=")
	if colon < 0 {
		return
	}
	key := strings.ToLower(strings.Trim(strings.TrimSpace(line[:colon]), `"'`))
	start, stop := trim(m.text, at+colon+1, at+len(line))
	if start < stop && strings.IndexByte("|>", m.text[start]) >= 0 && next < end {
		// A block of text: its first line.
		value, _ := m.lineAt(next)
		start, stop = trim(m.text, next, next+len(value))
	}
	if start >= stop {
		return
	}
	switch key {
	case "title", "headline":
		if !m.headed {
			m.headed = m.title(start, stop)
		}
	case "date", "publishdate", "pubdate":
		if m.d.Date == "" {
			m.d.Date = normalDate(strings.Trim(m.text[start:stop], `"'`))
		}
	case "lang", "language":
		value := strings.ToLower(strings.Trim(m.text[start:stop], `"'`))
		if m.d.Lang == "" && (strings.HasPrefix(value, "zh") || strings.HasPrefix(value, "en")) {
			m.d.Lang = value[:2]
		}
	}
}

// title adds the value text[start:stop] as the headline.
func (m *markdownReader) title(start, stop int) bool {
	from := m.b.Len()
	quote := m.text[start]
	if quote != '"' && quote != '\'' {
		if i := strings.Index(m.text[start:stop], " #"); i > 0 {
			stop = start + i
		}
		m.b.Add(m.text[start:stop], start, source.FieldText)
	} else {
		start++
		for i := start; i < stop; i++ {
			c := m.text[i]
			// '' and \" stand for a quotation mark; a lone one ends the value.
			if i+1 < stop && m.text[i+1] == quote && (quote == '\'' && c == quote || quote == '"' && c == '\\') {
				m.b.Add(m.text[start:i], start, source.FieldText)
				m.b.AddDecoded(string(quote), i, i+2, source.FieldText)
				i++
				start = i + 1
			} else if c == quote {
				stop = i
			}
		}
		m.b.Add(m.text[start:max(start, stop)], start, source.FieldText)
	}
	m.at = stop
	return m.finish(from, Block{Kind: Headline, Level: 1})
}
