package app

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/period"
)

// ledgerCheck is `hegao ledger check`: loading a ledger checks it.
func (a *App) ledgerCheck(c *cli.Context) error {
	paths := append(c.StringSlice("ledger"), c.Args().Slice()...)
	if len(paths) == 0 {
		var err error
		if paths, err = a.configuredLedgers(c); err != nil {
			return err
		}
	}
	led, err := a.loadLedgers(paths)
	if err != nil {
		return err
	}
	return a.ledgerSummary(led)
}

// configuredLedgers returns the ledgers that the configuration names.
func (a *App) configuredLedgers(c *cli.Context) ([]string, error) {
	d := a.newDesks(&options{config: c.String("config")})
	file, err := d.configFile(stdin)
	if err != nil {
		return nil, err
	}
	cfg, err := d.readConfig(file)
	if err != nil {
		return nil, err
	}
	paths := d.ledgers(cfg)
	if len(paths) == 0 {
		return nil, usagef(finding.Text{
			ZH: "没有说用哪个台账：请写路径，或者在 .hegao.yaml 里写明 ledgers",
			EN: "which ledger? name one, or put it under ledgers in .hegao.yaml"})
	}
	return paths, nil
}

// ledgerSummary says what a sound ledger holds.
func (a *App) ledgerSummary(led *ledger.Ledger) error {
	_, err := fmt.Fprintf(a.Stdout, a.say(finding.Text{
		ZH: "台账没有问题：数字 %d 条，指标 %d 个，地区和单位 %d 个，会展 %d 个，专名 %d 个\n",
		EN: "the ledger is sound (figures: %d, metrics: %d, entities: %d, events: %d, terms: %d)\n",
	}), len(led.Figures), len(led.Metrics), len(led.Entities), len(led.Events), len(led.Terms))
	return err
}

// ledgerShow is `hegao ledger show WORDS`: the figures that hold all words in
// their metric, entity, breakdown, period or source.
func (a *App) ledgerShow(c *cli.Context) error {
	words := strings.Fields(strings.Join(c.Args().Slice(), " "))
	if len(words) == 0 {
		return usagef(finding.Text{ZH: "查什么？写指标、地区、时间中的字眼", EN: "which figure? give words of its metric, entity or period"}).
			hint(finding.Text{ZH: "例如 hegao ledger show '进出口总值 东盟'", EN: "as in hegao ledger show '进出口总值 东盟'"})
	}
	paths := c.StringSlice("ledger")
	if len(paths) == 0 {
		var err error
		if paths, err = a.configuredLedgers(c); err != nil {
			return err
		}
	}
	led, err := a.loadLedgers(paths)
	if err != nil {
		return err
	}
	found := 0
	for _, f := range led.Figures {
		if holdsAll(searchText(f), words) {
			found++
			if _, err := io.WriteString(a.Stdout, a.describe(f)); err != nil {
				return err
			}
		}
	}
	if found == 0 {
		return notInLedger(led, words)
	}
	return nil
}

func holdsAll(text string, words []string) bool {
	text = strings.ToLower(text)
	for _, w := range words {
		if !strings.Contains(text, strings.ToLower(w)) {
			return false
		}
	}
	return true
}

// notInLedger says that no figure holds the words, and which metric was
// probably meant.
func notInLedger(led *ledger.Ledger, words []string) error {
	err := usagef(finding.Text{
		ZH: "台账里没有 “" + strings.Join(words, " ") + "”",
		EN: "the ledger has no “" + strings.Join(words, " ") + "”"})
	var names []string
	for _, m := range led.Metrics {
		names = append(names, m.Name)
		for _, al := range m.Aliases {
			names = append(names, al.Name)
		}
	}
	for _, w := range words {
		if known := slices.ContainsFunc(names, func(n string) bool { return strings.Contains(n, w) }); !known {
			return err.didYouMean("", w, names)
		}
	}
	return err
}

// searchText is what the words of a search are looked for in: a figure under
// all its names.
func searchText(f *ledger.Figure) string {
	parts := []string{f.Metric.Name, f.Period.String(), f.Source.Name}
	for _, al := range f.Metric.Aliases {
		parts = append(parts, al.Name)
	}
	if f.Entity != nil {
		parts = append(append(parts, f.Entity.Name), f.Entity.Aliases...)
	}
	for _, s := range f.Breakdown {
		parts = append(append(parts, s.Member.Name), s.Member.Aliases...)
	}
	return strings.Join(parts, "\n")
}

// describe prints a figure: whose, what, when; its values; its source and
// place.
func (a *App) describe(f *ledger.Figure) string {
	head := []string{f.Metric.Name}
	if f.Entity != nil {
		head = append([]string{f.Entity.Name}, head...)
	}
	for _, s := range f.Breakdown {
		head = append(head, s.Member.Name)
	}
	head = append(head, f.Period.String())
	var values []string
	for _, am := range []*ledger.Amount{f.Value, f.Change, f.Contribution} {
		if am != nil {
			values = append(values, am.Text)
		}
	}
	for _, g := range f.Growth {
		values = append(values, g.Basis+" "+g.Amount.Text)
	}
	for _, r := range f.Rank {
		values = append(values, r.Scope.Name+" #"+strconv.Itoa(r.Place))
	}
	s := strings.Join(head, " · ") + "\n  " + strings.Join(values, "  ") + "\n"
	if from := strings.TrimSpace(f.Source.Name + " " + sourceDay(f)); from != "" {
		s += "  " + from + "\n"
	}
	if !f.Released.IsZero() {
		s += "  " + a.say(finding.Text{ZH: "发布 ", EN: "released "}) + day(f.Released) + "\n"
	}
	for i := range f.Replaced {
		if v := &f.Replaced[i]; v.Value != nil && !v.Released.IsZero() {
			s += fmt.Sprintf(a.say(finding.Text{ZH: "  此前 %s（%s）\n", EN: "  before that %s (%s)\n"}), v.Value.Text, day(v.Released))
		}
	}
	return s + "  " + f.Pos.String() + "\n"
}

func sourceDay(f *ledger.Figure) string {
	if f.Source.Date.IsZero() {
		return ""
	}
	return day(f.Source.Date)
}

func day(d period.Date) string { return period.Point(d).String() }
