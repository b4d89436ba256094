package app

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/ledger/table"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/checker/source/excerpt"
)

// importFlags say how tables are read and where the ledger goes.
func (a *App) importFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "into", Usage: a.say(finding.Text{ZH: "`文件` 并入这份 YAML 台账，保留其中的注释和顺序", EN: "`FILE` add to this YAML ledger, keeping its comments and order"})},
		a.ledgerFlag(),
		&cli.StringFlag{Name: "map", Usage: a.say(finding.Text{ZH: "`文件` 写明各列、各指标含义的 YAML", EN: "`FILE` YAML that says what columns and series mean"})},
		&cli.StringSliceFlag{Name: "column", Usage: a.say(finding.Text{ZH: "`列名=键` 这一列是什么，可写多次；skip 表示不要", EN: "`NAME=KEY` what a column is, repeatable; skip leaves it out"})},
		&cli.StringSliceFlag{Name: "set", Usage: a.say(finding.Text{ZH: "`键=值` 表里没写的：metric、entity、period、unit、source.name …", EN: "`KEY=VALUE` what the table doesn't say: metric, entity, period, unit, source.name …"})},
		a.choiceFlag("period", table.Frames(), finding.Text{ZH: "表中日期代表的时段", EN: "what the table's dates stand for"}),
		&cli.StringFlag{Name: "sheet", Usage: a.say(finding.Text{ZH: "`名称` 工作表，缺省时取第一张", EN: "`NAME` sheet of a spreadsheet; the first unless said"})},
		&cli.IntFlag{Name: "header", Usage: a.say(finding.Text{ZH: "`行号` 表头所在行，缺省时自动找", EN: "`ROW` row of the headers; found out unless said"})},
		&cli.StringFlag{Name: "title", Usage: a.say(finding.Text{ZH: "`文字` 台账的标题", EN: "`TEXT` title of the ledger"})},
		&cli.StringFlag{Name: "encoding", Usage: a.say(finding.Text{ZH: "`编码` 表格编码，缺省时自动判断", EN: "`NAME` encoding of the table; found out unless said"})},
		&cli.BoolFlag{Name: "dry-run", Usage: a.say(finding.Text{ZH: "只显示结果，不写文件", EN: "print the result and write nothing"})},
		a.outputFlag(),
	}
}

// ledgerImport is `hegao ledger import TABLE…`: tables to the text of a ledger,
// on standard output, in a file of its own or in one that is there already.
func (a *App) ledgerImport(c *cli.Context) error {
	paths := c.Args().Slice()
	if len(paths) == 0 {
		return usagef(finding.Text{ZH: "导入哪份表格？写路径", EN: "which table? give its path"}).
			hint(finding.Text{ZH: "例如 hegao ledger import 外贸.xlsx --into ledger/trade.yaml", EN: "as in hegao ledger import trade.xlsx --into ledger/trade.yaml"})
	}
	m, err := a.mapping(c)
	if err != nil {
		return err
	}
	all := &table.Draft{}
	for _, path := range paths {
		d, err := readTableFile(path, c.String("encoding"), m)
		if err != nil {
			return err
		}
		all.Add(d)
	}
	if len(all.Entries) == 0 {
		return usagef(finding.Text{ZH: "表里没有可导入的数字", EN: "the table holds no figures to import"})
	}
	return a.writeDraft(c, all)
}

// writeDraft writes a draft as a new ledger or into the one that --into names,
// having made sure that the result can be read.
func (a *App) writeDraft(c *cli.Context, d *table.Draft, notes ...string) error {
	o := ledger.WriteOptions{Title: c.String("title"), Notes: notes}
	paths, err := a.ledgersBeside(c)
	if err != nil {
		return err
	}
	names, err := readLedgerFiles(paths)
	if err != nil {
		return err
	}
	into := c.String("into")
	d.Revise()
	if into == "" {
		if len(names) > 0 {
			if o.Known, err = load(names); err != nil {
				return err
			}
		}
		text := ledger.Write(d, o)
		if _, err := load(append(names, ledger.File{Name: "new.yaml", Text: text})); err != nil {
			return err
		}
		return a.emit(c, text)
	}
	raw, err := os.ReadFile(into)
	fresh := errors.Is(err, fs.ErrNotExist)
	target := ledger.File{Text: "hegao: ledger/v1\n"}
	if !fresh {
		if target, err = readLedger(into); err != nil {
			return err
		}
	}
	names = slices.DeleteFunc(names, func(f ledger.File) bool { return f.Name == filepath.ToSlash(filepath.Clean(into)) })
	target.Name = filepath.ToSlash(filepath.Clean(into))
	led, err := load(append(slices.Clone(names), target))
	if err != nil {
		return err
	}
	merged, wrong := ledger.Merge(led, target, d, o)
	if wrong != nil {
		return wrong
	}
	if _, err := load(append(names, ledger.File{Name: target.Name, Text: merged.Text})); err != nil {
		return err
	}
	a.tellMerged(merged)
	if c.Bool("dry-run") {
		_, err = fmt.Fprint(a.Stdout, merged.Text)
		return err
	}
	switch {
	case fresh:
		return writeNew(into, merged.Text)
	case merged.Text == target.Text:
		return nil
	}
	if err := replaceFile(into, raw, []byte(merged.Text)); err != nil {
		t := told(err)
		return usagef(finding.Text{ZH: into + "：" + t.ZH, EN: into + ": " + t.EN})
	}
	return nil
}

// ledgersBeside returns the ledgers that are read together with the result:
// those of the command line, else those of the configuration, of which the one
// that --into names may be a part.
func (a *App) ledgersBeside(c *cli.Context) ([]string, error) {
	if paths := c.StringSlice("ledger"); len(paths) > 0 || c.String("into") == "" {
		return paths, nil
	}
	d := a.newDesks(&options{config: c.String("config")})
	file, err := d.configFile(stdin)
	if err != nil {
		return nil, err
	}
	cfg, err := d.readConfig(file)
	if err != nil {
		return nil, err
	}
	return d.ledgers(cfg), nil
}

// writeNew writes a file that isn't there yet, or replaces one that is.
func writeNew(path, text string) error {
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		return usagef(finding.Text{ZH: path + "：写不了：" + err.Error(), EN: path + ": can't be written: " + err.Error()})
	}
	return nil
}

// tellMerged says what became of the entries.
func (a *App) tellMerged(m *ledger.Merged) {
	fmt.Fprintf(a.Stderr, a.say(finding.Text{
		ZH: "新增 %d 条，更新 %d 项，相同 %d 条\n", EN: "%d added, %d changed, %d as before\n"}), m.Added, len(m.Changed), m.Same)
	for _, ch := range m.Changed {
		old := ch.Old
		if old == "" {
			old = a.say(finding.Text{ZH: "（空）", EN: "(none)"})
		}
		fmt.Fprintf(a.Stderr, "  %s  %s → %s\n", ch.Figure.Describe(), old, ch.New)
	}
}

// emit writes text to --output or to standard output.
func (a *App) emit(c *cli.Context, text string) error {
	if out := c.String("output"); out != "" && !c.Bool("dry-run") {
		return writeNew(out, text)
	}
	_, err := fmt.Fprint(a.Stdout, text)
	return err
}

// mapping puts the mapping file and the flags together.
func (a *App) mapping(c *cli.Context) (*table.Mapping, error) {
	m := &table.Mapping{Columns: map[string]string{}, Set: map[string]string{}}
	if file := c.String("map"); file != "" {
		raw, err := os.ReadFile(file)
		if err != nil {
			return nil, ledgerError(file, err)
		}
		read, wrong := table.ParseMapping(filepath.ToSlash(file), string(raw))
		if wrong != nil {
			return nil, wrong
		}
		m = read
	}
	for _, flag := range []struct {
		name string
		into map[string]string
		key  func(name, value string) string
	}{
		{"column", m.Columns, func(_, value string) string { return value }},
		{"set", m.Set, func(name, _ string) string { return name }},
	} {
		for _, pair := range c.StringSlice(flag.name) {
			name, value, ok := strings.Cut(pair, "=")
			if !ok || name == "" {
				return nil, usagef(finding.Text{ZH: "--" + flag.name + " 应写成 名称=内容，不能是“" + pair + "”", EN: "--" + flag.name + " takes NAME=VALUE, not “" + pair + "”"})
			}
			if key := flag.key(name, value); !table.IsKey(key) {
				return nil, usagef(finding.Text{ZH: "台账里没有“" + key + "”这个键", EN: "“" + key + "” is no key of the ledger"}).didYouMean("", key, table.Keys())
			}
			flag.into[name] = value
		}
	}
	if p := c.String("period"); p != "" {
		m.Period = table.Frame(p)
	}
	if h := c.Int("header"); h > 0 {
		m.Header = h
	}
	if s := c.String("sheet"); s != "" {
		m.Sheet = s
	}
	return m, nil
}

// readTableFile reads one table from disk.
func readTableFile(path, encoding string, m *table.Mapping) (*table.Draft, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, ledgerError(path, err)
	}
	name := filepath.ToSlash(path)
	var sheet *table.Sheet
	var wrong *table.Mistake
	if isSpreadsheet(path) {
		sheets, bad := table.ReadXLSX(name, raw)
		if bad != nil {
			return nil, bad
		}
		if sheet, err = pickSheet(name, sheets, m.Sheet); err != nil {
			return nil, err
		}
	} else {
		f, err := source.Decode(name, raw, encoding)
		if err != nil {
			return nil, err
		}
		if sheet, wrong = table.ReadCSV(name, f.Text); wrong != nil {
			return nil, wrong
		}
	}
	d, wrong := table.Read(name, sheet, m)
	if wrong != nil {
		return nil, wrong
	}
	return d, nil
}

func pickSheet(file string, sheets []*table.Sheet, name string) (*table.Sheet, error) {
	if name == "" {
		return sheets[0], nil
	}
	var names []string
	for _, s := range sheets {
		if s.Name == name {
			return s, nil
		}
		names = append(names, s.Name)
	}
	e := usagef(finding.Text{ZH: file + " 里没有工作表“" + name + "”，有：" + strings.Join(names, "、"), EN: file + " has no sheet “" + name + "”; it has " + strings.Join(names, ", ")})
	if len(excerpt.Suggest(name, names)) > 0 {
		return nil, e.didYouMean("", name, names)
	}
	return nil, e
}
