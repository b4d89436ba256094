package app

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// comparison is what these tests read of the JSON of `hegao compare`.
type comparison struct {
	Editions bool
	Changes  []struct {
		Change, Severity, Message, Meant string
		Old, New                         *struct{ Span struct{ Text string } }
	}
	Summary struct{ Same, Changed, Went, Came int }
}

func compareFiles(t *testing.T, args ...string) comparison {
	t.Helper()
	_, out, errs := run(append([]string{"compare", "--format", "json"}, args...)...)
	var c comparison
	if err := json.Unmarshal([]byte(out), &c); err != nil {
		t.Fatalf("%v\n%s%s", err, out, errs)
	}
	return c
}

// editionSlip is one entry of the answer key of the two editions.
type editionSlip struct{ Old, New, Within, Right, Slip string }

// wrong is the stretch of the English edition that the slip is in.
func (s *editionSlip) wrong() string {
	if s.Within != "" {
		return s.Within
	}
	return s.New
}

func editions(t *testing.T) (zh, en string, slips []editionSlip) {
	t.Helper()
	dir, err := filepath.Abs("../../../fixtures/copy")
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(dir, "edition.slips.json"))
	if err == nil {
		err = json.Unmarshal(data, &slips)
	}
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(dir, "edition.en.md"))
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Join(dir, "edition.zh.md"), string(text), slips
}

// The sample pair: all ten slips are found and nothing else.
func TestCompareEditions(t *testing.T) {
	zh, en, slips := editions(t)
	if len(slips) != 10 {
		t.Fatalf("%d slips", len(slips))
	}
	write(t, map[string]string{"en.md": en})
	c := compareFiles(t, zh, "en.md")
	if !c.Editions || len(c.Changes) != len(slips) {
		t.Errorf("%d differences in ten slips", len(c.Changes))
	}
	for _, s := range slips {
		found := false
		for _, ch := range c.Changes {
			old, new := "", ""
			if ch.Old != nil {
				old = ch.Old.Span.Text
			}
			if ch.New != nil {
				new = ch.New.Span.Text
			}
			found = found || old == s.Old && new == s.New && (ch.Severity == "error") == (s.New != "")
			if old == s.Old && ch.Meant != "" && ch.Meant != s.Right {
				t.Errorf("%s would read %q, not %q", s.Slip, ch.Meant, s.Right)
			}
		}
		if !found {
			t.Errorf("not found: %s, %q and %q", s.Slip, s.Old, s.New)
		}
	}
}

// mendedEdition is the English edition without its slips.
func mendedEdition(t *testing.T, en string, slips []editionSlip) string {
	t.Helper()
	for _, s := range slips {
		if strings.Count(en, s.wrong()) != 1 {
			t.Fatalf("%q doesn't stand in the copy once", s.wrong())
		}
		en = strings.Replace(en, s.wrong(), s.Right, 1)
	}
	return en
}

// Without slips there is nothing to say; each slip alone is found alone.
func TestCompareEachSlip(t *testing.T) {
	zh, en, slips := editions(t)
	clean := mendedEdition(t, en, slips)
	write(t, map[string]string{"clean.md": clean})
	if c := compareFiles(t, zh, "clean.md"); len(c.Changes) != 0 || c.Summary.Same < 35 {
		t.Errorf("clean editions: %+v", c)
	}
	if c := compareFiles(t, "clean.md", zh); len(c.Changes) != 0 {
		t.Errorf("clean editions the other way round: %+v", c)
	}
	for i, s := range slips {
		name := fmt.Sprintf("slip%d.md", i)
		text := strings.Replace(clean, s.Right, s.wrong(), 1)
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if c := compareFiles(t, zh, name); len(c.Changes) != 1 {
			t.Errorf("%s: %d differences: %+v", s.Slip, len(c.Changes), c.Changes)
		}
	}
}

// Any wrong digit is found, at its place, and nothing beside it.
func TestCompareEveryDigit(t *testing.T) {
	zh, en, slips := editions(t)
	clean := mendedEdition(t, en, slips)
	write(t, nil)
	body := strings.Index(clean, "Hubei's foreign trade came")
	tried, found := 0, 0
	for i := body; i < len(clean); i++ {
		if clean[i] < '0' || clean[i] > '9' {
			continue
		}
		digit := '0' + (clean[i]-'0'+4)%10
		text := clean[:i] + string(digit) + clean[i+1:]
		if err := os.WriteFile("en.md", []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		tried++
		c := compareFiles(t, zh, "en.md")
		ok := len(c.Changes) > 0 && len(c.Changes) <= 2
		for _, ch := range c.Changes {
			ok = ok && (ch.New == nil || strings.Contains(text[max(0, i-40):min(len(text), i+40)], ch.New.Span.Text))
		}
		if ok {
			found++
		} else {
			t.Logf("%q: %+v", text[max(0, i-20):min(len(text), i+20)], c.Changes)
		}
	}
	if tried < 60 || found*100 < tried*95 {
		t.Errorf("%d of %d wrong digits were found", found, tried)
	}
}

func TestCompareDrafts(t *testing.T) {
	const old = "# 外贸\n\n前11个月，湖北省进出口总值7502.3亿元，增长19.3%。外贸企业有599家。\n\n机场有货运航线111条，连着49个城市。\n\n园区建成11家。\n"
	tests := []struct {
		name, new           string
		changed, went, came []string // old→new, old, new
	}{
		{"nothing", old, nil, nil, nil},
		{"words only", strings.Replace(old, "外贸企业有", "眼下，外贸企业已有", 1), nil, nil, nil},
		{"one digit", strings.Replace(old, "7502.3", "7520.3", 1), []string{"7502.3亿元→7520.3亿元"}, nil, nil},
		{"another way to write it", strings.Replace(old, "111条", "１１１条", 1), nil, nil, nil},
		{"a hedge", strings.Replace(old, "有599家", "有近600家", 1), []string{"599家→600家"}, nil, nil},
		{"a sentence went", strings.Replace(old, "外贸企业有599家。", "", 1), nil, []string{"599家"}, nil},
		{"a sentence came", strings.Replace(old, "园区建成11家。", "园区建成11家。口岸有8个。", 1), nil, nil, []string{"8个"}},
		{"a paragraph moved", "# 外贸\n\n园区建成11家。\n\n前11个月，湖北省进出口总值7502.3亿元，增长19.3%。外贸企业有599家。\n\n机场有货运航线111条，连着49个城市。\n", nil, nil, nil},
		{"two in one sentence", strings.Replace(old, "111条，连着49个", "112条，连着50个", 1), []string{"111条→112条", "49个→50个"}, nil, nil},
		{"all at once", strings.NewReplacer("7502.3", "7512.3", "园区建成11家。\n", "", "49个城市。", "49个城市，飞往17个国家。").Replace(old), []string{"7502.3亿元→7512.3亿元"}, []string{"11家"}, []string{"17个"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			write(t, map[string]string{"old.md": old, "new.md": tt.new})
			c := compareFiles(t, "old.md", "new.md")
			got := map[string][]string{}
			for _, ch := range c.Changes {
				text := ""
				if ch.Old != nil {
					text = ch.Old.Span.Text
				}
				if ch.Change == "changed" {
					text += "→"
				}
				if ch.New != nil {
					text += ch.New.Span.Text
				}
				got[ch.Change] = append(got[ch.Change], text)
			}
			for what, want := range map[string][]string{"changed": tt.changed, "went": tt.went, "came": tt.came} {
				if fmt.Sprint(got[what]) != fmt.Sprint(want) {
					t.Errorf("%s: %v, want %v", what, got[what], want)
				}
			}
			if c.Editions || c.Summary.Changed != len(tt.changed) || c.Summary.Went != len(tt.went) || c.Summary.Came != len(tt.came) {
				t.Errorf("%+v", c.Summary)
			}
		})
	}
}

// An amount that one edition converts in brackets has no partner in the other; it
// is held against the rates that the two currencies have had.
func TestCompareConversions(t *testing.T) {
	write(t, map[string]string{
		"zh.md":  "全县三年投入保护资金4.5亿元，修复湿地1.8万亩。",
		"ok.md":  "The county has put 450 million yuan ($63 million) into protection and restored 18,000 mu of wetlands in three years.",
		"bad.md": "The county has put 450 million yuan ($630 million) into protection and restored 18,000 mu of wetlands in three years.",
	})
	if c := compareFiles(t, "zh.md", "ok.md"); len(c.Changes) != 0 {
		t.Errorf("a right conversion: %+v", c.Changes)
	}
	c := compareFiles(t, "zh.md", "bad.md")
	if len(c.Changes) != 1 || c.Changes[0].New == nil || c.Changes[0].New.Span.Text != "$630 million" || c.Changes[0].Severity != "error" {
		t.Errorf("a wrong conversion: %+v", c.Changes)
	}
}
