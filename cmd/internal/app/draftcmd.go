package app

import (
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/ledger/table"
)

func (a *App) draftFlags() []cli.Flag {
	return append(append([]cli.Flag{a.ledgerFlag()}, a.inputFlags()...),
		&cli.StringFlag{Name: "into", Usage: a.say(finding.Text{ZH: "`文件` 并入这份 YAML 台账，保留其中的注释和顺序", EN: "`FILE` add to this YAML ledger, keeping its comments and order"})},
		&cli.StringSliceFlag{Name: "set", Usage: a.say(finding.Text{ZH: "`键=值` 通稿没写的：entity、period、source.name、source.date、source.url", EN: "`KEY=VALUE` what the source doesn't say: entity, period, source.name, source.date, source.url"})},
		&cli.StringFlag{Name: "title", Usage: a.say(finding.Text{ZH: "`文字` 台账的标题", EN: "`TEXT` title of the ledger"})},
		&cli.BoolFlag{Name: "dry-run", Usage: a.say(finding.Text{ZH: "只显示结果，不写文件", EN: "print the result and write nothing"})},
		a.outputFlag())
}

// ledgerDraft is `hegao ledger draft SOURCE…`: what a communiqué says, as entries
// that someone reviews before they count.
func (a *App) ledgerDraft(c *cli.Context) error {
	o, err := a.options(c)
	if err != nil {
		return err
	}
	set, err := draftSettings(c.StringSlice("set"))
	if err != nil {
		return err
	}
	all := &table.Draft{}
	desks := a.newDesks(o)
	for _, path := range o.paths {
		d, err := desks.of(path)
		if err != nil {
			return err
		}
		doc, fail := a.document(job{desk: d, path: path}, o)
		if fail != nil {
			return usagef(finding.Text{ZH: path + "：" + fail.ZH, EN: path + ": " + fail.EN})
		}
		draft := d.session.Draft(doc)
		complete(draft, set, doc.Date)
		all.Add(draft)
	}
	if len(all.Entries)+len(all.Doubtful) == 0 {
		return usagef(finding.Text{ZH: "没有读出可以入账的数字", EN: "no figures that could be entered were read"})
	}
	return a.writeDraft(c, all,
		a.say(finding.Text{ZH: "由 hegao ledger draft 摘出，请逐条核定：指标名、时间、口径。", EN: "Read out by hegao ledger draft: check each entry's metric, period and scope."}))
}

// draftSettings reads what --set gives.
func draftSettings(pairs []string) (map[string]string, error) {
	keys := []string{"entity", "period", "source.name", "source.date", "source.url", "released"}
	set := map[string]string{}
	for _, pair := range pairs {
		key, value, ok := strings.Cut(pair, "=")
		known := false
		for _, k := range keys {
			known = known || k == key
		}
		if !ok || !known {
			return nil, usagef(finding.Text{ZH: "--set 应写成 键=值，键是 " + strings.Join(keys, "、") + " 之一", EN: "--set takes KEY=VALUE with one of " + strings.Join(keys, ", ")}).
				didYouMean("", key, keys)
		}
		set[key] = value
	}
	return set, nil
}

// complete fills what a draft lacks with what the command line says.
func complete(d *table.Draft, set map[string]string, date string) {
	if set["source.name"] != "" && set["source.date"] == "" {
		set["source.date"] = date
	}
	fill := func(e *table.Entry) {
		if e.Entity == "" {
			e.Entity = set["entity"]
		}
		e.SourceName, e.SourceDate, e.URL = set["source.name"], set["source.date"], set["source.url"]
		e.Released = set["released"]
	}
	for i := range d.Entries {
		fill(&d.Entries[i])
	}
	doubtful := d.Doubtful
	d.Doubtful = nil
	for _, e := range doubtful {
		fill(&e)
		if e.Period == "" && set["period"] != "" {
			e.Period = set["period"]
			d.Complete(e)
			continue
		}
		d.Doubtful = append(d.Doubtful, e)
	}
	if name := set["entity"]; name != "" {
		d.Add(&table.Draft{Entities: []string{name}})
	}
}
