package table

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strconv"
	"strings"

	"github.com/hegao/hegao/checker/finding"
)

// Limits on a spreadsheet, so that a small file can't grow into all memory:
// bytes of one part once unpacked, and cells of one sheet.
const (
	maxPart  = 64 << 20
	maxCells = 4 << 20
)

// workbook is an opened XLSX file.
type workbook struct {
	parts  map[string]*zip.File
	shared []string
	styles []numberFormat // by the cells' s attribute
	d1904  bool
}

// ReadXLSX reads the sheets of a spreadsheet that hold anything, in their
// order. Cells are as the spreadsheet shows them: with the decimals of their
// format, so that 3.10 stays 3.10, and dates in ISO 8601.
//
// The standard library reads it: the packages that do more cost every run of
// the program a millisecond to load.
func ReadXLSX(file string, data []byte) ([]*Sheet, *Mistake) {
	sheets, err := readWorkbook(data)
	if err != nil {
		return nil, &Mistake{File: file, Text: finding.Text{ZH: "读不了这份表格：" + err.Error(), EN: "this spreadsheet can't be read: " + err.Error()},
			Tip: finding.Text{ZH: "在表格软件里另存为 CSV 再试", EN: "save it as CSV in the spreadsheet program"}}
	}
	return sheets, nil
}

func readWorkbook(data []byte) ([]*Sheet, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	w := &workbook{parts: map[string]*zip.File{}}
	for _, f := range z.File {
		w.parts[strings.TrimPrefix(f.Name, "/")] = f
	}
	var book struct {
		Properties struct {
			Date1904 string `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	if err := w.decode("xl/workbook.xml", &book); err != nil {
		return nil, err
	}
	w.d1904 = book.Properties.Date1904 == "1" || book.Properties.Date1904 == "true"
	var rels struct {
		List []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if err := w.decode("xl/_rels/workbook.xml.rels", &rels); err != nil {
		return nil, err
	}
	if err := w.readShared(); err != nil {
		return nil, err
	}
	if err := w.readStyles(); err != nil {
		return nil, err
	}
	target := map[string]string{}
	for _, r := range rels.List {
		t := strings.TrimPrefix(r.Target, "/")
		if !strings.HasPrefix(r.Target, "/") {
			t = path.Join("xl", r.Target)
		}
		target[r.ID] = t
	}
	var out []*Sheet
	for _, s := range book.Sheets {
		if w.parts[target[s.ID]] == nil {
			continue // a chart
		}
		sheet, err := w.sheet(s.Name, target[s.ID])
		if err != nil {
			return nil, err
		}
		if len(sheet.Rows) > 0 {
			out = append(out, sheet)
		}
	}
	if len(out) == 0 {
		return nil, errors.New("no sheet with anything in it")
	}
	return out, nil
}

var errLarge = errors.New("larger than is sensible for a table")

// open returns a part, bounded in size.
func (w *workbook) open(name string) (io.ReadCloser, error) {
	f := w.parts[name]
	if f == nil {
		return nil, errors.New(name + " is missing")
	}
	if f.UncompressedSize64 > maxPart {
		return nil, errLarge
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	return struct {
		io.Reader
		io.Closer
	}{io.LimitReader(r, maxPart+1), r}, nil
}

func (w *workbook) decode(name string, v any) error {
	r, err := w.open(name)
	if err != nil {
		return err
	}
	defer r.Close()
	return xml.NewDecoder(r).Decode(v)
}

// richText is a string that may be split into runs.
type richText struct {
	Text string `xml:"t"`
	Runs []struct {
		Text string `xml:"t"`
	} `xml:"r"`
}

func (t *richText) String() string {
	s := t.Text
	for _, r := range t.Runs {
		s += r.Text
	}
	return s
}

func (w *workbook) readShared() error {
	if w.parts["xl/sharedStrings.xml"] == nil {
		return nil
	}
	var table struct {
		Items []richText `xml:"si"`
	}
	if err := w.decode("xl/sharedStrings.xml", &table); err != nil {
		return err
	}
	for i := range table.Items {
		w.shared = append(w.shared, table.Items[i].String())
	}
	return nil
}

func (w *workbook) readStyles() error {
	if w.parts["xl/styles.xml"] == nil {
		return nil
	}
	var styles struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Cells []struct {
			Format int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	if err := w.decode("xl/styles.xml", &styles); err != nil {
		return err
	}
	codes := map[int]string{}
	for _, f := range styles.Formats {
		codes[f.ID] = f.Code
	}
	for _, c := range styles.Cells {
		code, ok := codes[c.Format]
		if !ok {
			code = builtinFormats[c.Format]
		}
		w.styles = append(w.styles, parseFormat(code))
	}
	return nil
}

// sheetCell is a cell as the file has it.
type sheetCell struct {
	Ref    string   `xml:"r,attr"`
	Type   string   `xml:"t,attr"`
	Style  int      `xml:"s,attr"`
	Value  string   `xml:"v"`
	Inline richText `xml:"is"`
}

// sheet reads one sheet, row by row.
func (w *workbook) sheet(name, part string) (*Sheet, error) {
	r, err := w.open(part)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	s := &Sheet{Name: name}
	dec := xml.NewDecoder(r)
	cells, last := 0, 0
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return s, nil
		}
		if err != nil {
			return nil, err
		}
		start, ok := tok.(xml.StartElement)
		if !ok || start.Name.Local != "row" {
			continue
		}
		var row struct {
			Number int         `xml:"r,attr"`
			Cells  []sheetCell `xml:"c"`
		}
		if err := dec.DecodeElement(&row, &start); err != nil {
			return nil, err
		}
		if row.Number == 0 {
			row.Number = last + 1
		}
		last = row.Number
		out, n := w.row(row.Number, row.Cells)
		if cells += len(out); cells > maxCells {
			return nil, errLarge
		}
		if n > 0 {
			s.Rows = append(s.Rows, out)
		}
	}
}

// row turns the cells of a row into a row without holes; n counts those that
// hold something.
func (w *workbook) row(number int, cells []sheetCell) (out []Cell, n int) {
	for i := range cells {
		c := &cells[i]
		column := columnNumber(c.Ref)
		if column == 0 {
			column = len(out) + 1
		}
		if column > 1<<14 {
			continue
		}
		for len(out) < column {
			out = append(out, Cell{Line: number, Column: len(out) + 1})
		}
		out[column-1].Text = strings.TrimSpace(w.text(c))
		if out[column-1].Text != "" {
			n++
		}
	}
	return out, n
}

// columnNumber returns the column of a reference such as AB12; 0 for none.
func columnNumber(ref string) int {
	n := 0
	for i := 0; i < len(ref) && 'A' <= ref[i] && ref[i] <= 'Z' && n < 1<<20; i++ {
		n = n*26 + int(ref[i]-'A') + 1
	}
	return n
}

// text returns a cell as the spreadsheet shows it.
func (w *workbook) text(c *sheetCell) string {
	switch c.Type {
	case "s":
		if i, err := strconv.Atoi(c.Value); err == nil && i >= 0 && i < len(w.shared) {
			return w.shared[i]
		}
		return ""
	case "inlineStr":
		return c.Inline.String()
	case "str", "d":
		return c.Value
	case "b":
		return map[string]string{"1": "TRUE", "0": "FALSE"}[c.Value]
	case "e":
		return "" // #DIV/0! and the like say nothing
	}
	if c.Value == "" {
		return ""
	}
	var f numberFormat
	if c.Style >= 0 && c.Style < len(w.styles) {
		f = w.styles[c.Style]
	}
	return f.show(c.Value, w.d1904)
}
