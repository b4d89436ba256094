package document

import (
	"strings"
	"testing"
	"time"

	"github.com/hegao/hegao/checker/source"
)

func TestMarkdown(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"headings and paragraphs": {
			"# 港口开新航线😀\n\n江城今年开通三条航线，\n增长8.4%。\n\n## 下一步\n\n再开两条。\n",
			"headline 港口开新航线😀\nparagraph 江城今年开通三条航线，⏎增长8.4%。\nsubhead 下一步\nparagraph 再开两条。"},
		"marks inside a number": {
			"出口**80**.6亿元，𠮷野_增长_[20.5](https://example.org/12)%，~~少~~多于`12`家，3~5成，5*10米。",
			"paragraph 出口80.6亿元，𠮷野_增长_20.5%，多于12家，3~5成，5*10米。"},
		"bold that the parser leaves standing": {"增长**20.5%**的企业有**9**家。", "paragraph 增长20.5%的企业有9家。"},
		"entities and escapes": {
			"增长20\\%，A&amp;B公司&nbsp;5&#37;&#x5143;，&unknown; &copy 1\\. 2\\_3",
			"paragraph 增长20%，A&B公司\u00A05%元，&unknown; &copy 1. 2_3"},
		"lists and quotes": {
			"- 出口80亿元\n- 进口60亿元\n  1. 原油\n\n> 他说，增长5%。\n> > 再引一句。\n\n- [x] 已核\n",
			"list-item 出口80亿元\nlist-item 进口60亿元\nlist-item 原油\nquote 他说，增长5%。\nquote 再引一句。\nlist-item 已核"},
		"tables": {
			"| 指标 | 数值（亿元） |\n|---|---|\n| 出口 | **80**.6 |\n| a\\|b | |\n| 12 | 3 |\n",
			"table-cell/1.0.0h 指标\ntable-cell/1.0.1h 数值（亿元）\ntable-cell/1.1.0h 出口\ntable-cell/1.1.1 80.6\ntable-cell/1.2.0h a|b\ntable-cell/1.3.0 12\ntable-cell/1.3.1 3"},
		"code is left out":          {"前文。\n\n```\n增长5%\n```\n\n后文。\n\n    x = 1\n", "paragraph 前文。\nparagraph 后文。"},
		"indented prose isn't code": {"    今年增长5%。\n    出口80亿元。\n", "paragraph 今年增长5%。\nparagraph 出口80亿元。"},
		"pictures": {
			"![码头上的岸桥](a12.jpg)\n\n*码头一景*\n\n正文说，今年增长5%，航线达到30条。\n\n![img-12](b.jpg)\n图为夜景。\n\n（江城港务集团供图）\n",
			"caption 码头上的岸桥\ncaption 码头一景\nparagraph 正文说，今年增长5%，航线达到30条。\ncaption 图为夜景。\ncaption （江城港务集团供图）"},
		"HTML": {
			"<figure>\n<img src=\"a12.jpg\">\n<figcaption>码头&amp;岸桥</figcaption>\n</figure>\n\n<!-- 说明 12 -->今年<b>增长</b>5%。\n\n<script>var a = 12</script>\n\n长1<sup>2</sup>米<br>宽3米\n",
			"caption 码头&岸桥\nparagraph 今年增长5%。\nparagraph 长12米宽3米"},
		"front matter": {
			"---\ntitle: \"出口\\\"破\\\"百亿\" # 注\ndate: 2025-12-25T08:00:00+08:00\nlang: en\n---\n# 小标题\n\n正文。\n",
			"headline 出口\"破\"百亿\nsubhead 小标题\nparagraph 正文。"},
		"front matter in TOML":  {"+++\ntitle = 'It''s 5% 😀'\ndate = 2025-12-25\n+++\nText.\n", "headline It's 5% 😀\nparagraph Text."},
		"a title on its own":    {"---\ntitle: >-\n  出口破百亿\ndate: 2025/12/25\n---\n", "headline 出口破百亿"},
		"a rule isn't metadata": {"---\n\n正文 12。\n", "paragraph 正文 12。"},
		"masthead and credits":  {"2025.12.25 星期四\n\n记者 林一\n\n正文增长5%。", "masthead 2025.12.25 星期四\ncredit 记者 林一\nparagraph 正文增长5%。"},
		"footnotes":             {"增长5%[^1]。\n\n[^1]: 数据来自统计局。\n", "paragraph 增长5%。\nlist-item 数据来自统计局。"},
		"empty":                 {"", ""},
		"only a mark":           {source.BOM, ""},
	} {
		t.Run(name, func(t *testing.T) {
			for _, text := range []string{c.text, source.BOM + c.text, strings.ReplaceAll(c.text, "\n", "\r\n")} {
				d := read(t, "a.md", text, Options{})
				checkOutline(t, d, c.want)
				if len(d.Notes) > 0 {
					t.Errorf("notes: %q", d.Notes)
				}
			}
		})
	}
}

func TestMarkdownMetadata(t *testing.T) {
	d := read(t, "a.md", "---\ntitle: 出口\ndate: \"2025-12-25\"\nlang: en-GB\n---\n正文。\n", Options{})
	if d.Date != "2025-12-25" || d.Lang != "en" || d.DateRange.Len() != 0 {
		t.Errorf("date %q, language %q, date printed at %v", d.Date, d.Lang, d.DateRange)
	}
	if s := d.View.Span(d.Blocks[0].Range); d.File.Slice(s) != "出口" || s.Field != source.FieldText {
		t.Errorf("the headline stands at %+v", s)
	}
	d = read(t, "a.md", "---\ndate: 2025-12-25\n---\n正文。\n", Options{Date: "2025-01-02"})
	if d.Date != "2025-01-02" {
		t.Errorf("a date that is given gave way to %q", d.Date)
	}
}

// The span of what markup cuts in two covers the markup, and no more.
func TestMarkdownSpans(t *testing.T) {
	text := "😀出口**80**.6亿元，[增长](https://example.org)20\\%。"
	d := read(t, "a.md", text, Options{})
	for words, want := range map[string]string{
		"80.6": "80**.6", "80": "80", "出口80.6亿元": "出口**80**.6亿元", "20%": `20\%`, "%": `\%`, "增长20": "增长](https://example.org)20",
	} {
		i := strings.Index(d.View.Text, words)
		if got := d.File.Slice(d.View.Span(source.Range{Start: i, End: i + len(words)})); got != want {
			t.Errorf("%q stands at %q, want %q", words, got, want)
		}
	}
}

// Input that is built to take a parser long, or to break it, is read all the
// same, and in time.
func TestMarkdownBombs(t *testing.T) {
	n := 100_000
	for name, text := range map[string]string{
		"quotes": strings.Repeat(">", n) + " 增长5%。", "quotes with blanks": strings.Repeat("> ", n) + "增长5%。",
		"lists": strings.Repeat("- ", n) + "增长5%。", "brackets": strings.Repeat("[", n) + "增长5%。" + strings.Repeat("]", n),
		"links": strings.Repeat("[a](", n) + "增长5%。", "definitions": strings.Repeat("[a]: /x\n", n) + "\n增长5%。",
		"columns":   strings.Repeat("|a", 5000) + "|\n" + strings.Repeat("|-", 5000) + "|\n" + strings.Repeat("|1\n", 5000) + "\n增长5%。",
		"asterisks": strings.Repeat("*a ", n) + "增长5%。", "ticks": strings.Repeat("`a``", n) + "增长5%。",
		"pictures": strings.Repeat("![", 900) + "增长5%。", "comments": strings.Repeat("<!--", n) + "增长5%。",
		"one line": strings.Repeat("增长5%。", n), "NUL": "增长\x00 5%。\x00", "entities": strings.Repeat("&amp", n) + "增长5%。",
		"tags": "<div>" + strings.Repeat("<p", n) + "增长5%。", "directives": strings.Repeat("<!-- hegao:allow a: b -->", n) + "增长5%。",
	} {
		begin := time.Now()
		d := read(t, "a.md", text, Options{})
		if took := time.Since(begin); took > 4*time.Second {
			t.Errorf("%s: took %v", name, took)
		}
		if name != "comments" && name != "tags" && !strings.Contains(d.View.Text, "5%") {
			t.Errorf("%s: the copy is lost (notes %q)", name, d.Notes)
		}
	}
}
