package ledger_test

import (
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/period"
)

func read(t testing.TB, name string) ledger.File {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return ledger.File{Name: name, Text: string(data)}
}

// load reads files that must be sound.
func load(t testing.TB, files ...ledger.File) *ledger.Ledger {
	t.Helper()
	l, problems := ledger.Load(files, ledger.Options{})
	for _, p := range problems {
		t.Error(p.Format("en"))
	}
	if l == nil {
		t.Fatal("no ledger")
	}
	return l
}

func TestLoadExample(t *testing.T) {
	l := load(t, read(t, "hubei.yaml"))
	if l.Title != "湖北省开放型经济 2025年11月" || l.AsOf != (period.Date{Year: 2025, Month: 12, Day: 20}) {
		t.Errorf("title %q, as of %v", l.Title, l.AsOf)
	}
	if len(l.Figures) != 8 || len(l.Metrics) != 8 || len(l.Events) != 1 || len(l.Rates) != 1 {
		t.Fatalf("%d figures, %d metrics", len(l.Figures), len(l.Metrics))
	}
	belt := l.Figures[1]
	if got := belt.Describe(); got != "湖北省 · 进出口总值 · 共建“一带一路”国家 · 2025-01/2025-11" {
		t.Errorf("described as %q", got)
	}
	var bases []string
	for _, g := range belt.Growth {
		bases = append(bases, g.Basis+" "+g.Amount.Quantity.Value.String())
	}
	if got := strings.Join(bases, ", "); got != "同比 22.7, 环比 -0.4, 比2020 61" {
		t.Errorf("growth %q", got)
	}
	works := l.Figures[2]
	if works.Rank[0].Scope.Name != "全国" || works.Rank[0].Place != 3 || works.Rank[1].Scope.Name != "中部" {
		t.Errorf("ranks %v", works.Rank)
	}
	if works.Source.Name != "湖北省商务厅" || belt.Source.Name != "武汉海关" {
		t.Errorf("sources %v, %v", works.Source, belt.Source)
	}
	if got := l.Figures[4].Value; got.Text != "3.10" || got.Quantity.Unit != "jobs" || got.Quantity.Decimals != 2 {
		t.Errorf("a bare number was read as %q %q with %d decimals", got.Text, got.Quantity.Unit, got.Quantity.Decimals)
	}
	if !l.BreakdownOf("ownership").Partition {
		t.Error("yes isn't read as true where a truth value is wanted")
	}
	if got := l.Figures[7].Metric.Name; got != "进出口总值" {
		t.Errorf("an alias for one entity leads to %q", got)
	}
	if l.Metric("外贸总值", l.Entity("湖北")) != nil {
		t.Error("an alias for one entity holds for another")
	}
	if p := belt.Pos; p.Line != 58 || p.Column != 5 {
		t.Errorf("the second figure stands at %v", p)
	}
}

func TestAncestors(t *testing.T) {
	l := load(t, read(t, "hubei.yaml"))
	for _, tt := range []struct{ inner, outer string }{
		{"武汉", "湖北"}, {"武汉", "中部"}, {"全市", "全国"}, {"宜昌", "我省"}, {"宜昌市", "全国"}, {"越南", "东盟"},
	} {
		if !l.Entity(tt.inner).IsWithin(l.Entity(tt.outer)) {
			t.Errorf("%s isn't within %s", tt.inner, tt.outer)
		}
		if l.Entity(tt.outer).IsWithin(l.Entity(tt.inner)) {
			t.Errorf("%s is within %s", tt.outer, tt.inner)
		}
	}
}

func TestFind(t *testing.T) {
	l := load(t, read(t, "hubei.yaml"))
	m, hubei := l.Metric("进出口", nil), l.Entity("湖北")
	p, _ := period.ParseISO("2025-01/2025-11")
	q := ledger.Query{Metric: m, Entity: hubei, Whole: true, Period: p}
	found := l.Find(q)
	if len(found) != 2 || !found[0].Fits() || found[0].Figure.Value.Text != "7502.3亿元" {
		t.Fatalf("found %v", found)
	}
	miss := found[1]
	i := slices.IndexFunc(miss.Reasons, func(r ledger.Reason) bool { return !r.Fits })
	if miss.Misses != 1 || miss.Reasons[i].Slot != ledger.SlotBreakdown || miss.Reasons[i].Have != "共建“一带一路”国家" {
		t.Errorf("the figure with a breakdown misses for %v", miss.Reasons)
	}
	if got := l.Lookup(q); len(got) != 1 || got[0] != found[0].Figure {
		t.Errorf("looked up %v", got)
	}
	zones := l.Metric("境外经贸合作区", nil)
	if f := l.StockOn(zones, hubei, nil, period.Date{Year: 2025, Month: 12, Day: 25}); f == nil || f.Value.Text != "11家" {
		t.Errorf("stock on a later day: %v", f)
	}
	if f := l.StockOn(zones, hubei, nil, period.Date{Year: 2025, Month: 11, Day: 29}); f != nil {
		t.Errorf("stock before it was counted: %v", f)
	}
}

func TestNames(t *testing.T) {
	l := load(t, read(t, "hubei.yaml"))
	for _, want := range []struct {
		text, canonical string
		kind            ledger.NameKind
		discouraged     bool
	}{
		{"出口额", "出口总值", ledger.MetricName, false},
		{"对外工程承包完成额", "对外承包工程完成营业额", ledger.MetricName, true},
		{"我省", "湖北省", ledger.EntityName, false},
		{"民企", "民营企业", ledger.MemberName, false},
		{"进博会", "中国国际进口博览会", ledger.EventName, false},
		{"吉乌铁路", "中吉乌铁路", ledger.TermName, true},
		{"湖北省面积", "湖北省面积", ledger.ConstantName, false},
	} {
		if !slices.ContainsFunc(l.Names(), func(n ledger.Name) bool {
			return n.Text == want.text && n.Canonical() == want.canonical && n.Kind == want.kind && n.Discouraged == want.discouraged
		}) {
			t.Errorf("no name %v", want)
		}
	}
}

// split cuts the example into files that only together are a whole ledger.
func parts(t testing.TB) []ledger.File {
	text := read(t, "hubei.yaml").Text
	cut := func(name, from, to string) ledger.File {
		i := strings.Index(text, "\n"+from) + 1
		j := len(text)
		if to != "" {
			j = strings.Index(text, "\n"+to) + 1
		}
		return ledger.File{Name: name, Text: "hegao: ledger/v1\n" + text[i:j]}
	}
	figures := cut("c.yaml", "figures:", "events:")
	defaults := cut("", "defaults:", "entities:")
	figures.Text += strings.TrimPrefix(defaults.Text, "hegao: ledger/v1\n")
	return []ledger.File{cut("a.yaml", "entities:", "metrics:"), cut("d/b.yaml", "metrics:", "figures:"), figures, cut("e.yaml", "events:", "")}
}

func TestOrderOfFilesDoesNotMatter(t *testing.T) {
	files := parts(t)
	bad := ledger.File{Name: "z.yaml", Text: "hegao: ledger/v1\nentities:\n  - {name: 湖北省, aliases: [武汉]}\nfigures:\n  - {metric: 出口, entity: 武汉, period: 2025, value: 9家}\n"}
	show := func(fs []ledger.File) string {
		l, problems := ledger.Load(fs, ledger.Options{})
		var b strings.Builder
		for _, p := range problems {
			b.WriteString(p.Format("zh"))
		}
		if l != nil {
			for _, f := range l.Figures {
				b.WriteString(f.Pos.String() + " " + f.Describe() + "\n")
			}
			for _, n := range l.Names() {
				b.WriteString(n.Text + " " + n.Canonical() + "\n")
			}
		}
		return b.String()
	}
	sound, broken := show(files), show(append(slices.Clone(files), bad))
	if !strings.Contains(sound, "c.yaml:3:5 湖北省 · 进出口总值") || !strings.Contains(broken, "z.yaml:3") {
		t.Fatalf("%s\n%s", sound, broken)
	}
	for range 20 {
		fs := append(slices.Clone(files), bad)
		rand.Shuffle(len(fs), func(i, j int) { fs[i], fs[j] = fs[j], fs[i] })
		if got := show(fs); got != broken {
			t.Fatalf("got\n%s\nwant\n%s", got, broken)
		}
		fs = slices.DeleteFunc(fs, func(f ledger.File) bool { return f.Name == "z.yaml" })
		if got := show(fs); got != sound {
			t.Fatalf("got\n%s\nwant\n%s", got, sound)
		}
	}
}

func TestCite(t *testing.T) {
	row := &ledger.Figure{Entity: &ledger.Entity{Name: "湖北省"}, Metric: &ledger.Metric{Name: "进出口总值"}, Period: mustPeriod(t, "2025-01/2025-11")}
	if got := row.Cite("7502.3亿元"); got != "湖北省2025年1至11月进出口总值：7502.3亿元" {
		t.Errorf("got %q", got)
	}
	row.Metric = &ledger.Metric{Name: "imports"}
	row.Entity = &ledger.Entity{Name: "Easthaven"}
	if got := row.Cite("$2.1 billion"); got != "Easthaven, imports, January to November 2025: $2.1 billion" {
		t.Errorf("got %q", got)
	}
}

func mustPeriod(t *testing.T, iso string) period.Period {
	t.Helper()
	p, err := period.ParseISO(iso)
	if err != nil {
		t.Fatal(err)
	}
	return p
}
