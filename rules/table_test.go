package rules_test

import (
	"cmp"
	_ "embed"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/ruletest"
	"github.com/hegao/hegao/rules"
)

var update = flag.Bool("update", false, "write rules/README.md anew")

const tablePath = "README.md"

// TestTable asks that the table of kinds and rules is up to date, and that every
// kind a rule names is one of the catalogue.
func TestTable(t *testing.T) {
	want := table(t)
	if *update {
		if err := os.WriteFile(tablePath, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(tablePath)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Error("rules/README.md is stale: go generate ./rules")
	}
}

// kind is a line of kinds.tsv.
type kind struct {
	code, core, zh, en, whyZH, whyEN string
}

func readRows(t *testing.T, path string) [][]string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimRight(line, "\r\n"); line != "" && line[0] != '#' {
			out = append(out, strings.Split(line, "\t"))
		}
	}
	return out
}

func readKinds(t *testing.T) []kind {
	var out []kind
	for _, c := range readRows(t, "kinds.tsv") {
		c = append(c, "", "")
		out = append(out, kind{c[0], c[1], c[2], c[3], c[4], c[5]})
	}
	return out
}

// severities returns the severities that a rule's findings have in the examples
// of its page, the gravest first.
func severities(t *testing.T, driver *ruletest.Driver, p *ruletest.Page) string {
	seen := map[finding.Severity]bool{}
	for _, e := range p.Examples {
		if e.Kind != ruletest.Wrong {
			continue
		}
		found, err := driver.Check(&e, e.Text)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range found {
			if f.Rule == p.Slug {
				seen[f.Severity] = true
			}
		}
	}
	var out []string
	for s := finding.Error; ; s-- {
		if seen[s] {
			out = append(out, s.String())
		}
		if s == finding.Info {
			return strings.Join(out, ", ")
		}
	}
}

func table(t *testing.T) string {
	var b strings.Builder
	b.WriteString("<!-- Written by go generate ./rules from kinds.tsv, measured.tsv, calibration.tsv and the rules themselves. -->\n\n# 规则一览 / The rules\n\n")
	b.WriteString("一条规则一个文件夹，`hegao explain 规则` 打印其说明。\n\nA rule is a folder; `hegao explain RULE` prints its page.\n\n")
	kinds := readKinds(t)
	known := map[string]bool{}
	for _, k := range kinds {
		known[k.code] = true
	}
	measured := map[string][]string{}
	for _, m := range readRows(t, "measured.tsv") {
		measured[m[0]] = m[1:]
	}
	by := map[string][]string{}
	driver := ruletest.NewDriver(rules.All())
	b.WriteString("“检出”是把差错放进真实稿件后查出的次数；其后是已刊发稿件上的报告条数（错误+警告+提示），中文、英文分列。\n\n")
	b.WriteString("*Found* counts how many of the errors put into real copy are found; the columns behind it count what is reported on published copy as it stands (errors + warnings + infos), Chinese and English.\n\n")
	b.WriteString("| 规则 / Rule | 名称 / Name | 类别 / Kinds | 程度 / Severity | 检出 / Found | 中文稿 / zh | 英文稿 / en |\n|---|---|---|---|---|---|---|\n")
	for _, p := range readPages(t) {
		r, ok := rules.ByID(p.Slug)
		if !ok {
			continue
		}
		for _, k := range r.Kinds {
			by[k] = append(by[k], r.ID)
			if !known[k] {
				t.Errorf("%s names the kind %s, which kinds.tsv doesn't have", r.ID, k)
			}
		}
		found, zh, en := "", "", ""
		if m := measured[r.ID]; len(m) == 8 {
			if m[0] != "0" {
				found = m[1] + "/" + m[0]
			}
			zh, en = strings.Join(m[2:5], "+"), strings.Join(m[5:8], "+")
		}
		severity := severities(t, driver, p)
		if r.Off {
			severity += " (off)"
		}
		fmt.Fprintf(&b, "| [%s](%s/doc.md) | %s | %s | %s | %s | %s | %s |\n", r.ID, r.ID, r.NameZH, strings.Join(r.Kinds, " "), severity, found, zh, en)
	}
	calibration(t, &b)
	b.WriteString("\n# 差错类别 / The kinds of mistake\n\n“★”是首发必备的类别。 ★ marks the first-release core.\n\n| 类别 / Kind | 差错 / Mistake | 规则 / Rules |\n|---|---|---|\n")
	covered := 0
	for _, k := range kinds {
		names := by[k.code]
		slices.SortFunc(names, cmp.Compare)
		cell := strings.Join(names, ", ")
		if cell == "" {
			cell = "—"
			if k.whyZH != "" {
				cell += " " + k.whyZH + " " + k.whyEN
			}
		} else {
			covered++
		}
		star := ""
		if k.core == "1" {
			star = " ★"
		}
		fmt.Fprintf(&b, "| %s%s | %s / %s | %s |\n", k.code, star, k.zh, k.en, cell)
	}
	fmt.Fprintf(&b, "\n%d / %d\n", covered, len(kinds))
	return b.String()
}

// calibration prints how sure findings are.
func calibration(t *testing.T, b *strings.Builder) {
	b.WriteString("\n# 可信度 / Confidence\n\n")
	b.WriteString("报告里的 `confidence` 是同类报告在真实稿件上测得的对的比例：把差错放进约一半的稿件，指向改动处的报告算对；稿件原样时的报告逐条看过，是真差错的算对，其余算错。差错少的稿件，实际比例略低。“*”是没有测到的规则所用的值，低于测到的。\n\n")
	b.WriteString("The `confidence` of a finding is the share of its like that were right on real copy: errors were put into about half of the articles, and findings that point at the change are right; those on the articles as they stand were read, and are right where the slip is real and wrong otherwise. Copy with fewer errors has a somewhat smaller share. The lines with a star hold for rules that nothing was measured of, and are less.\n\n")
	b.WriteString("| 规则 / Rule | 程度 / Severity | 证据 / Proof | 对 / Right | 错 / Wrong | 可信度 / Confidence |\n|---|---|---|---|---|---|\n")
	for _, c := range readRows(t, "calibration.tsv") {
		if len(c) != 6 {
			t.Fatalf("calibration.tsv: %d cells in %q", len(c), c)
		}
		if _, ok := rules.ByID(c[0]); !ok && c[0] != "*" {
			t.Errorf("calibration.tsv names the rule %s, which there isn't", c[0])
		}
		fmt.Fprintf(b, "| %s | %s | %s | %s | %s | %s |\n", c[0], c[1], c[2], c[3], c[4], c[5])
	}
}
