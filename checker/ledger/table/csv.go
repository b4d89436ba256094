package table

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/finding"
)

// separators are those that a table's first lines are tried with.
var separators = []rune{',', ';', '\t'}

// ReadCSV reads a table out of text, whose separator is found out. Lines may be
// of any length.
func ReadCSV(file, text string) (*Sheet, *Mistake) {
	text = strings.TrimPrefix(text, "\ufeff")
	s, err := readCSV(text, false)
	if errors.Is(err, csv.ErrBareQuote) {
		// Quotation marks of the text's own within a cell do no harm; a mark that
		// isn't closed would swallow the rows behind it.
		strict := err
		if s, err = readCSV(text, true); err == nil && s.spilled() {
			err = strict
		}
	}
	if err != nil {
		return nil, csvMistake(file, strings.Split(text, "\n"), err)
	}
	doubled(s)
	return s, nil
}

// spilled reports whether a cell runs over lines and holds what parts cells.
func (s *Sheet) spilled() bool {
	for _, row := range s.Rows {
		for _, c := range row {
			if strings.Contains(c.Text, "\n") && strings.ContainsAny(c.Text, string(separators)) {
				return true
			}
		}
	}
	return false
}

func readCSV(text string, lazy bool) (*Sheet, error) {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = Separator(text), -1, lazy
	lines := strings.Split(text, "\n")
	s := &Sheet{}
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return s, nil
		}
		if err != nil {
			return nil, err
		}
		row := make([]Cell, len(record))
		for i, text := range record {
			line, column := r.FieldPos(i)
			row[i] = Cell{strings.TrimSpace(text), line, characters(lines, line, column)}
		}
		s.Rows = append(s.Rows, row)
	}
}

// Separator returns the mark that parts the cells of a table: the one that
// most of its first lines hold equally often.
func Separator(text string) rune {
	lines := strings.Split(text[:min(len(text), 8192)], "\n")
	best, most := ',', 0
	for _, s := range separators {
		times := map[int]int{}
		for _, line := range lines {
			if n := strings.Count(line, string(s)); n > 0 {
				times[n]++
			}
		}
		agree := 0
		for _, n := range times {
			agree = max(agree, n)
		}
		if agree > most {
			best, most = s, agree
		}
	}
	return best
}

// doubled takes the comma off cells of a table whose separator is a tab with a
// comma behind it, as some statistical offices write.
func doubled(s *Sheet) {
	cells := 0
	for _, row := range s.Rows {
		for _, c := range row[min(1, len(row)):] {
			if c.Text != "" && c.Text[0] != ',' {
				return
			}
			cells++
		}
	}
	if cells == 0 {
		return
	}
	for _, row := range s.Rows {
		for i := range row {
			row[i].Text = strings.TrimSpace(strings.TrimPrefix(row[i].Text, ","))
		}
	}
}

func csvMistake(file string, lines []string, err error) *Mistake {
	m := &Mistake{File: file, Line: 1, Column: 1, Text: finding.Text{ZH: "不是 CSV：" + err.Error(), EN: "this isn't CSV: " + err.Error()}}
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		m.Line, m.Column = parse.Line, characters(lines, parse.Line, parse.Column)
		m.Text = finding.Text{ZH: "不是 CSV：引号没有配对", EN: "this isn't CSV: a quotation mark isn't closed"}
	}
	return m
}

// characters turns a column in bytes into one in characters.
func characters(lines []string, line, column int) int {
	if line < 1 || line > len(lines) {
		return 1
	}
	text := lines[line-1]
	return utf8.RuneCountInString(text[:min(max(column-1, 0), len(text))]) + 1
}
