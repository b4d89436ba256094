package ledger

import (
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"github.com/hegao/hegao/checker/ledger/table"
)

// readTable reads a table of one figure a row, whose columns are named as the
// keys of a figure. A dot names a key within a key: growth.环比, rank.全国,
// source.name.
func (r *fileReader) readTable(text string) []*rawFile {
	text = strings.TrimPrefix(text, "\ufeff")
	if !ownKeys(text) {
		sheet, wrong := table.ReadCSV(r.name, text)
		if wrong != nil {
			r.wrongTable(wrong)
			return nil
		}
		return r.readSheet(sheet)
	}
	c := csv.NewReader(strings.NewReader(text))
	c.Comma, c.FieldsPerRecord, c.TrimLeadingSpace, c.ReuseRecord = table.Separator(text), -1, false, true
	t := rowReader{fileReader: r, csv: c, lines: strings.Split(text, "\n")}
	if !t.header() {
		return nil
	}
	figures := &yaml.Node{Kind: yaml.SequenceNode, Line: 1, Column: 1}
	for !r.broken {
		row, ok := t.row()
		if !ok {
			break
		}
		if row != nil {
			figures.Content = append(figures.Content, row)
		}
	}
	if r.broken {
		return nil
	}
	root := &yaml.Node{Kind: yaml.MappingNode, Line: 1, Column: 1}
	root.Content = []*yaml.Node{word("hegao", 1, 1), word("ledger/v1", 1, 1), word("figures", 1, 1), figures}
	if raw := r.readDocument(root, false); raw != nil {
		return []*rawFile{raw}
	}
	return nil
}

func word(s string, line, column int) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Value: s, Line: line, Column: column}
}

type rowReader struct {
	*fileReader
	csv   *csv.Reader
	lines []string
	keys  [][]string // per column, the key and perhaps the key within
	heads []*yaml.Node
}

// read returns the next record; ok is false at the end and on an error, which
// is reported.
func (t *rowReader) read() ([]string, bool) {
	record, err := t.csv.Read()
	if err == nil {
		return record, true
	}
	if !errors.Is(err, io.EOF) {
		t.broken = true
		line, column, reason := 1, 1, err.Error()
		var parse *csv.ParseError
		if errors.As(err, &parse) {
			line, column, reason = parse.Line, t.column(parse.Line, parse.Column), parse.Err.Error()
		}
		text := say(msgCSV, reason)
		if errors.Is(err, csv.ErrBareQuote) || errors.Is(err, csv.ErrQuote) {
			text = msgCSVQuote
		}
		t.add(Pos{t.name, line, column}, 1, text)
	}
	return nil, false
}

// column turns a column in bytes into one in characters.
func (t *rowReader) column(line, column int) int {
	if line < 1 || line > len(t.lines) {
		return 1
	}
	text := t.lines[line-1]
	return utf8.RuneCountInString(text[:min(max(column-1, 0), len(text))]) + 1
}

func (t *rowReader) field(i int) (line, column int) {
	line, column = t.csv.FieldPos(i)
	return line, t.column(line, column)
}

func (t *rowReader) header() bool {
	record, ok := t.read()
	if !ok {
		if !t.broken {
			t.broken = true
			t.add(Pos{t.name, 1, 1}, 1, msgEmpty)
		}
		return false
	}
	seen := map[string]bool{}
	for i, name := range record {
		line, column := t.field(i)
		name = strings.TrimSpace(name)
		at := Pos{t.name, line, column}
		switch {
		case name == "":
			t.add(at, 1, say(msgNoColumn, strconv.Itoa(i+1)))
		case seen[name]:
			t.add(at, utf8.RuneCountInString(name), say(msgDoubleKey, name))
		}
		seen[name] = true
		key, inner, nested := strings.Cut(name, ".")
		keys := []string{key}
		if nested {
			keys = append(keys, inner)
		}
		t.keys = append(t.keys, keys)
		t.heads = append(t.heads, word(key, line, column))
	}
	return true
}

// row returns the next row as a figure; nil for an empty row.
func (t *rowReader) row() (*yaml.Node, bool) {
	record, ok := t.read()
	if !ok {
		return nil, false
	}
	line, column := t.field(0)
	if len(record) > len(t.keys) {
		t.add(Pos{t.name, line, column}, 1, say(msgRowLength, strconv.Itoa(len(record)), strconv.Itoa(len(t.keys))))
		return nil, true
	}
	row := &yaml.Node{Kind: yaml.MappingNode, Line: line, Column: column}
	for i, cell := range record {
		cell = strings.TrimSpace(cell)
		if cell == "" {
			continue
		}
		line, column := t.field(i)
		value := word(cell, line, column)
		if len(t.keys[i]) == 1 {
			row.Content = append(row.Content, t.heads[i], value)
			continue
		}
		outer := child(row, t.keys[i][0])
		if outer == nil || outer.Kind != yaml.MappingNode {
			outer = &yaml.Node{Kind: yaml.MappingNode, Line: line, Column: column}
			row.Content = append(row.Content, t.heads[i], outer)
		}
		outer.Content = append(outer.Content, word(t.keys[i][1], t.heads[i].Line, t.heads[i].Column), value)
	}
	if len(row.Content) == 0 {
		return nil, true
	}
	return row, true
}
