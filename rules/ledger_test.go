package rules_test

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules"
)

func checkMarkdown(t testing.TB, s *checker.Session, text string) checker.Result {
	t.Helper()
	d, err := document.Read(&source.File{Path: "copy.md", Text: text}, document.Options{Format: "md"})
	if err != nil {
		t.Fatal(err)
	}
	return s.Check(d)
}

// TestLedgerMutations changes each digit of every figure of the sample
// newsroom's clean story that its ledger confirms, and asks for a finding at
// that very figure with the line of the ledger that confirmed it.
func TestLedgerMutations(t *testing.T) {
	data, err := os.ReadFile("../fixtures/copy/clean.md")
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	s := newsroom(t, true)
	clean := checkMarkdown(t, s, text)
	for _, f := range clean.Findings {
		t.Errorf("the story as it stands: %s at %q: %s", f.Rule, f.Text, f.Message)
	}
	if n := clean.Counts.Confirmed; n < 38 {
		t.Errorf("only %d of the story's figures are confirmed", n)
	}
	tried := 0
	for _, f := range clean.Figures {
		if f.Status != "confirmed" {
			continue
		}
		for _, m := range digitMutations(text, f.Span.Start, f.Span.End) {
			tried++
			r := checkMarkdown(t, s, m.text)
			if !ledgerFinds(r.Findings, m.at, f.Why) {
				t.Errorf("%s → %s in %q isn't reported with %s", m.old, m.new, around(m.text, m.at), f.Why)
			}
		}
	}
	if tried < 150 {
		t.Errorf("only %d changes were tried", tried)
	}
}

// ledgerFinds reports whether a finding stands at a place and names an entry of
// the ledger as "file:line".
func ledgerFinds(list []finding.Finding, at source.Span, entry string) bool {
	return slices.ContainsFunc(list, func(f finding.Finding) bool {
		return f.Span.Overlaps(at) && slices.ContainsFunc(f.Ledger, func(r finding.LedgerRef) bool {
			return fmt.Sprintf("%s:%d", r.File, r.Line) == entry
		})
	})
}

func around(text string, at source.Span) string {
	return strings.ToValidUTF8(text[max(0, at.Start-30):min(len(text), at.End+12)], "")
}

// series are the statistics of a table that copy prints, with the names they go
// by, as a newsroom would declare them.
var series = []struct{ id, metric, unit string }{
	{"CN_M2_YOY", "{name: 广义货币, aliases: [广义货币余额, 广义货币供应量, M2, 广义货币（M2）余额, 广义货币（M2）, 广义货币供应量（M2）, 广义货币M2余额], kind: stock, unit: 元}", "growth"},
	{"CN_CPI_YOY_AK", "{name: 居民消费价格指数, aliases: [CPI, 居民消费价格指数CPI, 居民消费价格指数（CPI）], kind: index}", "growth"},
	{"CN_PPI_YOY", "{name: 工业生产者出厂价格指数, aliases: [PPI, 工业生产者出厂价格指数（PPI）], kind: index}", "growth"},
	{"CN_RETAIL_YOY", "{name: 社会消费品零售总额, kind: flow, unit: 元}", "growth"},
	{"CN_FX_RESERVES", "{name: 外汇储备, aliases: [外汇储备规模], kind: stock, unit: 美元}", "亿美元"},
	{"CN_PMI_MFG_NBS", "{name: 制造业采购经理指数, aliases: [制造业PMI], kind: rate, unit: \"%\"}", "%"},
	{"CN_PMI_NON_MFG_NBS", "{name: 非制造业商务活动指数, kind: rate, unit: \"%\"}", "%"},
}

// macroLedger makes a ledger of a table of series, dates and values.
func macroLedger(t *testing.T) *ledger.Ledger {
	t.Helper()
	file, err := os.Open(shared(t, "corpus", "tables", "series_tidy.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	table, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	b.WriteString("hegao: ledger/v1\ndefaults: {entity: 全国}\nentities:\n  - {name: 全国, aliases: [我国, 中国]}\nmetrics:\n")
	for _, s := range series {
		b.WriteString("  - " + s.metric + "\n")
	}
	b.WriteString("figures:\n")
	for _, row := range table[1:] {
		i := slices.IndexFunc(series, func(s struct{ id, metric, unit string }) bool { return s.id == row[0] })
		if i < 0 {
			continue
		}
		name, _, _ := strings.Cut(strings.TrimPrefix(series[i].metric, "{name: "), ",")
		day, err := time.Parse(time.DateOnly, row[2])
		if err != nil {
			t.Fatal(err)
		}
		end := time.Date(day.Year(), day.Month()+1, 0, 0, 0, 0, 0, time.UTC)
		period := end.Format("2006-01")
		if strings.Contains(series[i].metric, "kind: stock") {
			period = end.Format(time.DateOnly)
		}
		v := row[3]
		switch series[i].unit {
		case "growth":
			fmt.Fprintf(&b, "  - {metric: %s, period: %s, growth: %s%%}\n", name, period, v)
		case "亿美元":
			var whole, frac string
			whole, frac, _ = strings.Cut(v, ".")
			fmt.Fprintf(&b, "  - {metric: %s, period: %s, value: %s亿美元}\n", name, period, tenfold(whole, frac))
		default:
			fmt.Fprintf(&b, "  - {metric: %s, period: %s, value: %s%%}\n", name, period, v)
		}
	}
	led, problems := ledger.Load([]ledger.File{{Name: "series.yaml", Text: b.String()}}, ledger.Options{})
	for i, p := range problems {
		if i < 5 {
			t.Error(p.Format("en"))
		}
	}
	if led == nil {
		t.FailNow()
	}
	return led
}

// tenfold moves the point of billions one place, to hundreds of millions.
func tenfold(whole, frac string) string {
	if frac == "" {
		frac = "0"
	}
	out := whole + frac[:1]
	if len(frac) > 1 {
		out += "." + frac[1:]
	}
	return out
}

// TestMacroPairs asks of sentences from news copy, each with a statistic that
// an official table has, that nothing is reported that the table confirms, that
// what isn't comparable stays silent, and that most of the rest is confirmed.
func TestMacroPairs(t *testing.T) {
	file, err := os.Open(shared(t, "corpus", "open", "spec-pairs-cn-macro-zh.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	s, err := checker.New(checker.Options{Rules: rules.All(), Ledger: macroLedger(t)})
	if err != nil {
		t.Fatal(err)
	}
	comparable, confirmed := 0, 0
	for lines := bufio.NewScanner(file); lines.Scan(); {
		var pair struct {
			Date, Input string
			Expected    struct {
				Stated     float64
				Unit       string
				Comparable bool
			}
		}
		if err := json.Unmarshal(lines.Bytes(), &pair); err != nil {
			t.Fatal(err)
		}
		d, err := document.Read(&source.File{Path: "copy.txt", Text: pair.Input}, document.Options{Format: "txt", Date: pair.Date})
		if err != nil {
			t.Fatal(err)
		}
		r := s.Check(d)
		for _, f := range r.Findings {
			if f.Category == finding.Ledger {
				t.Errorf("%s: %s in %q", f.Rule, f.Message, pair.Input)
			}
		}
		want := fmt.Sprint(max(pair.Expected.Stated, -pair.Expected.Stated))
		if pair.Expected.Unit == "bn USD" {
			want = fmt.Sprintf("%.0f", pair.Expected.Stated*1e9)
		}
		ok := slices.ContainsFunc(r.Figures, func(f checker.Figure) bool {
			return f.Status == "confirmed" && strings.TrimPrefix(f.Value, "-") == want
		})
		switch {
		case !pair.Expected.Comparable && ok:
			t.Errorf("confirmed what isn't comparable: %q", pair.Input)
		case pair.Expected.Comparable:
			comparable++
			if ok {
				confirmed++
			} else {
				t.Logf("not confirmed: %q", pair.Input)
			}
		}
	}
	t.Logf("%d of %d comparable sentences are confirmed", confirmed, comparable)
	if 10*confirmed < 9*comparable {
		t.Errorf("%d of %d comparable sentences are confirmed", confirmed, comparable)
	}
}
