package rule_test

import (
	"strings"
	"testing"

	"github.com/hegao/hegao/checker/rule"
)

const page = "# some-slip · 某种差错\n\n某处写错。\n\nSomething is wrong.\n\n## 错例 / Wrong\n\n例一：\n\n```wrong\n中文«稿»\n```\n\n" +
	"```wrong lang=en\nEnglish «copy»\n\nagain\n```\n\n## 正例 / Right\n\n```right\n只有中文\n```\n\n## 来源 / Source\n\nDAT-01\n\n“截止”一词。\n\n截止 means that something ends.\n"

// TestPageIn asks that each language gets its own paragraphs, headings and
// examples, and what is common to both.
func TestPageIn(t *testing.T) {
	r := &rule.Rule{Doc: page}
	zh := "# some-slip · 某种差错\n\n某处写错。\n\n## 错例\n\n例一：\n\n```wrong\n中文«稿»\n```\n\n## 正例\n\n```right\n只有中文\n```\n\n## 来源\n\nDAT-01\n\n“截止”一词。\n"
	en := "# some-slip\n\nSomething is wrong.\n\n## Wrong\n\n```wrong lang=en\nEnglish «copy»\n\nagain\n```\n\n## Right\n\n```right\n只有中文\n```\n\n## Source\n\nDAT-01\n\n截止 means that something ends.\n"
	if got := r.PageIn("zh"); got != zh {
		t.Errorf("in Chinese:\n%s\nwant:\n%s", got, zh)
	}
	if got := r.PageIn("en"); got != en {
		t.Errorf("in English:\n%s\nwant:\n%s", got, en)
	}
	if zh, en := r.Summary("zh"), r.Summary("en"); zh != "某处写错。" || en != "Something is wrong." {
		t.Errorf("summaries are %q and %q", zh, en)
	}
	if strings.Contains((&rule.Rule{}).PageIn("en"), "#") {
		t.Error("an empty page has a heading")
	}
}
