package app

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/report"
)

func (a *App) diffFlags() []cli.Flag {
	return append(a.inputFlags(), a.choiceFlag("format", []string{"text", "json"}, finding.Text{ZH: "输出格式", EN: "output format"}), a.outputFlag())
}

// oldUse is a place of a draft that has a value which the newer ledger changed
// or dropped.
type oldUse struct {
	Path   string `json:"path"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
	Text   string `json:"text"`
}

// changeJSON is one quantity that changed.
type changeJSON struct {
	Key string `json:"key"`
	Old string `json:"old"`
	New string `json:"new"`
}

// differenceJSON is one fact that changed.
type differenceJSON struct {
	Fact    string       `json:"fact"`
	Change  string       `json:"change"` // added, removed, changed
	Changes []changeJSON `json:"changes"`
	Drafts  []oldUse     `json:"drafts,omitempty"`
}

// ledgerDiff is `hegao ledger diff OLD NEW [DRAFT…]`. Drafts that use an old
// value make it exit with 1.
func (a *App) ledgerDiff(c *cli.Context) error {
	paths := c.Args().Slice()
	if len(paths) < 2 {
		return usagef(finding.Text{ZH: "要写明两份台账：旧的和新的", EN: "name two ledgers, the old one and the new one"}).
			hint(finding.Text{ZH: "例如 hegao ledger diff 旧.yaml 新.yaml 稿件/", EN: "as in hegao ledger diff old.yaml new.yaml drafts/"})
	}
	older, err := a.loadLedgers(paths[:1])
	if err != nil {
		return err
	}
	newer, err := a.loadLedgers(paths[1:2])
	if err != nil {
		return err
	}
	differences := ledger.Diff(older, newer)
	uses := make([][]oldUse, len(differences))
	used := false
	if len(paths) > 2 {
		if uses, used, err = a.oldUses(c, paths[0], paths[2:], differences); err != nil {
			return err
		}
	}
	w := &strings.Builder{}
	if c.String("format") == "json" {
		err = writeDiffJSON(w, differences, uses)
	} else {
		a.writeDiff(w, differences, uses, ledger.Renamed(older, newer), len(paths) > 2)
	}
	if err != nil {
		return err
	}
	if err := a.emit(c, w.String()); err != nil {
		return err
	}
	if used {
		return exit(ExitFindings)
	}
	return nil
}

// collector keeps the results of a run.
type collector struct{ results []checker.Result }

func (*collector) Begin() error { return nil }
func (*collector) End() error   { return nil }

func (k *collector) File(r *checker.Result) error {
	k.results = append(k.results, *r)
	return nil
}

// oldUses reads drafts against the older ledger: a figure that it confirms by a
// fact that changed or went is an old one.
func (a *App) oldUses(c *cli.Context, file string, drafts []string, ds []ledger.Difference) (uses [][]oldUse, used bool, err error) {
	o, err := a.options(c)
	if err != nil {
		return nil, false, err
	}
	o.paths, o.ledgers, o.output = drafts, []string{file}, ""
	k := &collector{}
	if _, err := a.survey(o, func(io.Writer, string) (report.Renderer, error) { return k, nil }); err != nil {
		return nil, false, err
	}
	byPlace := map[string]int{}
	for i := range ds {
		if old := ds[i].Old; old != nil {
			byPlace[old.Pos.File+":"+strconv.Itoa(old.Pos.Line)] = i
		}
	}
	uses = make([][]oldUse, len(ds))
	for r := range k.results {
		res := &k.results[r]
		for i := range res.Figures {
			f := &res.Figures[i]
			d, ok := byPlace[f.Why]
			if !ok || f.Status != "confirmed" || ds[d].New != nil && !states(&ds[d], f) {
				continue
			}
			at := res.File.Position(f.Span.Start, f.Span.Field)
			uses[d], used = append(uses[d], oldUse{res.Path, at.Line, at.Column, f.Text}), true
		}
	}
	return uses, used, nil
}

// states reports whether a figure states one of the quantities that changed.
func states(d *ledger.Difference, f *checker.Figure) bool {
	for _, ch := range d.Changes {
		key, scope, _ := strings.Cut(ch.Key, ".")
		switch key {
		case "value":
			if f.Role == "level" || f.Role == "total" || f.Role == "part" || f.Role == "list-count" {
				return true
			}
		case "growth":
			if f.Role == "growth" && (f.Basis == scope || f.Basis == "" && scope == "同比") {
				return true
			}
		case "rank", "growth_rank":
			if f.Role == "rank" {
				return true
			}
		default:
			if f.Role == key {
				return true
			}
		}
	}
	return false
}

func writeDiffJSON(w io.Writer, ds []ledger.Difference, uses [][]oldUse) error {
	out := struct {
		Schema      string           `json:"schema"`
		Differences []differenceJSON `json:"differences"`
	}{Schema: "hegao/ledger-diff/v1", Differences: []differenceJSON{}}
	for i := range ds {
		d := differenceJSON{Fact: ds[i].Fact().Describe(), Change: "changed", Changes: []changeJSON{}, Drafts: uses[i]}
		switch {
		case ds[i].Old == nil:
			d.Change = "added"
		case ds[i].New == nil:
			d.Change = "removed"
		}
		for _, ch := range ds[i].Changes {
			d.Changes = append(d.Changes, changeJSON(ch))
		}
		out.Differences = append(out.Differences, d)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(out)
}

// keyNames say what each quantity of a fact is called.
var keyNames = map[string]finding.Text{
	"value": {ZH: "数值", EN: "value"}, "growth": {ZH: "增速", EN: "growth"}, "change": {ZH: "增减", EN: "change"},
	"contribution": {ZH: "贡献", EN: "contribution"}, "rank": {ZH: "位次", EN: "rank"}, "growth_rank": {ZH: "增速位次", EN: "rank by growth"}, "status": {ZH: "状态", EN: "status"}, "released": {ZH: "发布", EN: "released"},
}

func (a *App) writeDiff(w io.Writer, ds []ledger.Difference, uses [][]oldUse, renamed [][2]string, drafts bool) {
	added, removed, changed, old := 0, 0, 0, 0
	for i := range ds {
		d := &ds[i]
		switch {
		case d.Old == nil:
			added++
			fmt.Fprintf(w, "+ %s  %s\n", d.New.Describe(), amountsOf(d.New))
		case d.New == nil:
			removed++
			fmt.Fprintf(w, "- %s  %s\n", d.Old.Describe(), amountsOf(d.Old))
		default:
			changed++
			fmt.Fprintf(w, "~ %s\n", d.New.Describe())
			for _, ch := range d.Changes {
				key, scope, _ := strings.Cut(ch.Key, ".")
				name := a.say(keyNames[key])
				if scope != "" && scope != "同比" {
					name += " " + scope
				}
				fmt.Fprintf(w, "    %s  %s → %s\n", name, orNone(ch.Old), orNone(ch.New))
			}
		}
		for _, u := range uses[i] {
			old++
			fmt.Fprintf(w, "    %s:%d:%d  %s“%s”\n", u.Path, u.Line, u.Column, a.say(finding.Text{ZH: "仍用", EN: "still has "}), u.Text)
		}
	}
	for _, r := range renamed {
		fmt.Fprintf(w, a.say(finding.Text{ZH: "指标改称  %s → %s\n", EN: "metric renamed  %s → %s\n"}), r[0], r[1])
	}
	fmt.Fprintf(w, a.say(finding.Text{ZH: "新增 %d 条，删去 %d 条，改动 %d 条", EN: "%d added, %d removed, %d changed"}), added, removed, changed)
	if drafts {
		fmt.Fprintf(w, a.say(finding.Text{ZH: "；稿件中旧数 %d 处", EN: "; %d old values in the drafts"}), old)
	}
	fmt.Fprintln(w)
}

func orNone(s string) string {
	if s == "" {
		return "∅"
	}
	return s
}

// amountsOf lists a figure's quantities on one line.
func amountsOf(f *ledger.Figure) string {
	var out []string
	for _, am := range []*ledger.Amount{f.Value, f.Change, f.Contribution} {
		if am != nil {
			out = append(out, am.Text)
		}
	}
	for _, g := range f.Growth {
		out = append(out, g.Basis+" "+g.Amount.Text)
	}
	for _, r := range f.Rank {
		out = append(out, r.Scope.Name+" #"+strconv.Itoa(r.Place))
	}
	return strings.Join(out, "  ")
}
