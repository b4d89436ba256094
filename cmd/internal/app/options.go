package app

import (
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules"
)

// options are the flags of a command that reads copy, checked.
type options struct {
	paths      []string
	ledgers    []string
	rules      []string
	categories map[finding.Category]bool // nil for all
	date       string
	lang       string
	format     string
	output     string
	failOn     string // empty for what the configuration says
	from       string
	encoding   string
	config     string
	jobs       int
	together   bool // the inputs are the parts of one page or edition
	reasons    bool // each figure of the fact sheet says why it was read so
	countsOnly bool // the report has no row for each figure
	pages      bool // the report shows the page itself
	sieve      sieve
}

// options reads the flags of a command.
func (a *App) options(c *cli.Context) (*options, error) {
	o := &options{
		paths: c.Args().Slice(), ledgers: c.StringSlice("ledger"), rules: split(c.StringSlice("rules")),
		date: c.String("date"), lang: c.String("lang"), format: c.String("format"), output: c.String("output"),
		failOn: c.String("fail-on"), from: c.String("from"), encoding: c.String("encoding"),
		config: c.String("config"), jobs: c.Int("jobs"), together: c.Bool("together"), reasons: c.Bool("why"),
	}
	if err := o.sieve.set(c); err != nil {
		return nil, err
	}
	if len(o.paths) == 0 && o.sieve.changes == nil {
		return nil, usagef(finding.Text{ZH: "没有说检查哪些稿件", EN: "which copy? name files, folders, or - for standard input"}).
			hint(finding.Text{ZH: "例如 hegao " + c.Command.Name + " 稿件.md", EN: "as in hegao " + c.Command.Name + " draft.md"})
	}
	if o.date != "" && !isDay(o.date) {
		return nil, usagef(finding.Text{
			ZH: "--date 要写成 2025-12-25 这样，“" + o.date + "” 不是一个日期",
			EN: "--date is written like 2025-12-25; “" + o.date + "” isn't a day"})
	}
	if o.encoding != "" && !source.KnownEncoding(o.encoding) {
		return nil, usagef(finding.Text{
			ZH: "不认识编码 “" + o.encoding + "”，可选 " + strings.Join(source.Encodings(), "、"),
			EN: "there is no encoding “" + o.encoding + "”; it is one of " + strings.Join(source.Encodings(), ", "),
		}).didYouMean("", o.encoding, source.Encodings())
	}
	if c.IsSet("jobs") && o.jobs < 1 {
		return nil, usagef(finding.Text{ZH: "--jobs 至少是 1", EN: "--jobs must be 1 or more"})
	}
	if _, err := rules.Select(o.rules); err != nil {
		return nil, err
	}
	var err error
	o.categories, err = selectCategories(split(c.StringSlice("category")))
	return o, err
}

func isDay(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}

// split takes lists apart at commas, also those of a Chinese keyboard.
func split(lists []string) (names []string) {
	for _, list := range lists {
		names = append(names, strings.FieldsFunc(list, func(r rune) bool { return strings.ContainsRune(",，、 ", r) })...)
	}
	return names
}

// selectCategories returns the categories that a list names, or all but those
// with a leading "-"; nil for an empty list.
func selectCategories(list []string) (map[finding.Category]bool, error) {
	if len(list) == 0 {
		return nil, nil
	}
	var only, without []finding.Category
	for _, name := range list {
		bare, minus := strings.CutPrefix(name, "-")
		if !slices.Contains(finding.Categories(), finding.Category(bare)) {
			return nil, unknownCategory(bare)
		}
		if minus {
			without = append(without, finding.Category(bare))
		} else {
			only = append(only, finding.Category(bare))
		}
	}
	if len(only) == 0 {
		only = finding.Categories()
	}
	keep := map[finding.Category]bool{}
	for _, c := range only {
		keep[c] = !slices.Contains(without, c)
	}
	return keep, nil
}

func unknownCategory(name string) error {
	var names []string
	for _, c := range finding.Categories() {
		names = append(names, string(c))
	}
	return usagef(finding.Text{
		ZH: "没有 “" + name + "” 这个类别，可选 " + strings.Join(names, "、"),
		EN: "there is no category “" + name + "”; it is one of " + strings.Join(names, ", "),
	}).didYouMean("", name, names)
}
