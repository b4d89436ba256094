package app

import (
	"encoding/json"
	"fmt"

	"github.com/urfave/cli/v2"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules"
)

// rules is `hegao rules`: the catalogue, a rule a line.
func (a *App) rules(c *cli.Context) error {
	if c.Args().Present() {
		return usagef(finding.Text{ZH: "hegao rules 不带参数；一条规则的说明用 hegao explain", EN: "hegao rules takes no arguments; hegao explain describes one rule"})
	}
	if c.String("format") == "json" {
		return a.rulesJSON()
	}
	widest := 0
	for _, r := range rules.All() {
		widest = max(widest, len(r.ID))
	}
	var category finding.Category
	for _, group := range finding.Categories() {
		for _, r := range rules.All() {
			if r.Category != group {
				continue
			}
			if category != group {
				category = group
				fmt.Fprintf(a.Stdout, "%s\n", group)
			}
			fmt.Fprintf(a.Stdout, "  %-*s  %s\n", widest, r.ID, a.ruleTitle(r))
		}
	}
	return nil
}

// ruleTitle is what a rule checks, in a few words: its Chinese name, or the
// first English sentence of its page.
func (a *App) ruleTitle(r *rule.Rule) string {
	if a.lang == "zh" {
		return r.NameZH
	}
	return r.Summary("en")
}

type ruleJSON struct {
	ID       string   `json:"id"`
	Name     string   `json:"name_zh"`
	Category string   `json:"category"`
	Kinds    []string `json:"kinds"`
}

func (a *App) rulesJSON() error {
	out := []ruleJSON{}
	for _, r := range rules.All() {
		out = append(out, ruleJSON{r.ID, r.NameZH, string(r.Category), append([]string{}, r.Kinds...)})
	}
	e := json.NewEncoder(a.Stdout)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}

// explain is `hegao explain RULE…`: the rules' pages.
func (a *App) explain(c *cli.Context) error {
	if !c.Args().Present() {
		return usagef(finding.Text{ZH: "说明哪条规则？", EN: "which rule?"}).
			hint(finding.Text{ZH: "hegao rules 列出全部规则", EN: "hegao rules lists them"})
	}
	for i, name := range c.Args().Slice() {
		r, ok := rules.ByID(name)
		if !ok {
			return rules.Unknown(name)
		}
		if i > 0 {
			fmt.Fprintln(a.Stdout)
		}
		fmt.Fprint(a.Stdout, r.PageIn(a.lang))
	}
	return nil
}
