package document

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hegao/hegao/checker/source"
)

func read(t testing.TB, path, text string, opts Options) *Document {
	t.Helper()
	d, err := Read(&source.File{Path: path, Text: text}, opts)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func words(d *Document, b Block) string { return d.View.Text[b.Range.Start:b.Range.End] }

// outline describes the blocks of a document, one a line.
func outline(d *Document) string {
	var b strings.Builder
	for _, k := range d.Blocks {
		fmt.Fprintf(&b, "%s", k.Kind)
		if k.Box > 0 {
			fmt.Fprintf(&b, "/%d", k.Box)
		}
		if k.Kind == TableCell {
			fmt.Fprintf(&b, "/%d.%d.%d", k.Table, k.Row, k.Column)
			if k.Header {
				b.WriteString("h")
			}
		}
		fmt.Fprintf(&b, " %s\n", strings.NewReplacer("\n", "⏎", "\r", "␍").Replace(words(d, k)))
	}
	return b.String()
}

func checkOutline(t *testing.T, d *Document, want string) {
	t.Helper()
	if got, want := strings.TrimSpace(outline(d)), strings.TrimSpace(want); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
	checkMap(t, d)
}

// page is a newspaper page as a layout system writes it: the box on exports
// stands in the middle of a word, 港口.
const page = `
江城港口迎来新航线

全年吞吐量突破500万标箱

江城晚报
07
2025.12.25 星期四
主编:林一 责校:周二

江城市今年开通三条近洋航线😀，港口吞吐量达到512万标箱，同比增长8.4%。

江城市今年的港口建设投入120亿元，𠮷野码头建成投用。

码头上的岸桥正在装卸集装箱。
(江城港务集团供图)

数读港口

全市现有泊位48个，其中万吨级泊位19个。

江城市今年开通三条近洋航线😀，港口吞吐量达到512万标箱，同比增长8.4%。

江城市今年的港口建设投入120亿元，𠮷野码头建成投用。

近洋航线越走越密

港务集团负责人介绍，航线加密以后，货主的选择更多，企业愿意把货物放到本地的港

出口稳步增长

前11个月，江城市出口总值1200亿元，增长9.3%。

机电产品出口650亿元，占比超过五成。

口来装船，物流成本下降一成。

下一步，江城将再开两条远洋航线。
`

const pageOutline = `
headline 江城港口迎来新航线
headline 全年吞吐量突破500万标箱
masthead 江城晚报
masthead 07
masthead 2025.12.25 星期四
credit 主编:林一 责校:周二
paragraph 江城市今年开通三条近洋航线😀，港口吞吐量达到512万标箱，同比增长8.4%。
paragraph 江城市今年的港口建设投入120亿元，𠮷野码头建成投用。
caption 码头上的岸桥正在装卸集装箱。⏎(江城港务集团供图)
subhead/1 数读港口
paragraph/1 全市现有泊位48个，其中万吨级泊位19个。
paragraph 江城市今年开通三条近洋航线😀，港口吞吐量达到512万标箱，同比增长8.4%。
paragraph 江城市今年的港口建设投入120亿元，𠮷野码头建成投用。
subhead 近洋航线越走越密
paragraph 港务集团负责人介绍，航线加密以后，货主的选择更多，企业愿意把货物放到本地的港口来装船，物流成本下降一成。
subhead/2 出口稳步增长
paragraph/2 前11个月，江城市出口总值1200亿元，增长9.3%。
paragraph/2 机电产品出口650亿元，占比超过五成。
paragraph 下一步，江城将再开两条远洋航线。
`

func TestNewspaperPage(t *testing.T) {
	for name, text := range map[string]string{
		"LF": page, "CR LF": strings.ReplaceAll(page, "\n", "\r\n"), "BOM": source.BOM + page,
		"CR": strings.ReplaceAll(page, "\n", "\r"),
	} {
		t.Run(name, func(t *testing.T) {
			d := read(t, "07.txt", text, Options{})
			checkOutline(t, d, pageOutline)
			if got := d.View.Text[d.DateRange.Start:d.DateRange.End]; d.Date != "2025-12-25" || got != "2025.12.25" {
				t.Errorf("the date is %q, printed as %q", d.Date, got)
			}
			if got := fmt.Sprint(d.Twins); got != "[[6 11] [7 12]]" {
				t.Errorf("twins %s", got)
			}
			cut := d.Blocks[14]
			if !cut.Stitched || len(cut.Seams) != 1 || !strings.HasPrefix(d.View.Text[cut.Seams[0]:], "口来装船") {
				t.Errorf("the seam of %+v is wrong", cut)
			}
			if s := d.Blocks[18].Section; s != 13 {
				t.Errorf("what follows the box stands under block %d, want 13", s)
			}
			over := source.Range{Start: cut.Seams[0] - 3, End: cut.Seams[0] + 3}
			if got := d.File.Slice(d.View.Span(over)); got != "港" {
				t.Errorf("a span over the seam holds %q, want the first part only", got)
			}
			parts := d.View.Spans(over)
			if len(parts) != 2 || d.File.Slice(parts[1]) != "口" {
				t.Errorf("the parts of a range over the seam are %v", parts)
			}
		})
	}
}

// sharedFile returns the path of a file that lies outside the project, and skips
// the test where there is none.
func sharedFile(t testing.TB, name string) string {
	t.Helper()
	dir := os.Getenv("HEGAO_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	path := filepath.Join(dir, name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("%s isn't here: set HEGAO_SHARED to the folder that holds it", name)
	}
	return path
}

func TestSamplePage(t *testing.T) {
	raw, err := os.ReadFile(sharedFile(t, "seed/hubei-daily-2025-12-25-p05.txt"))
	if err != nil {
		t.Fatal(err)
	}
	f, err := source.Decode("05.txt", raw, "")
	if err != nil {
		t.Fatal(err)
	}
	d, err := Read(f, Options{})
	if err != nil {
		t.Fatal(err)
	}
	checkMap(t, d)
	if got := d.View.Text[d.DateRange.Start:d.DateRange.End]; d.Date != "2025-12-25" || got != "2025.12.25" || d.Lang != "zh" {
		t.Errorf("date %q printed as %q, language %q", d.Date, got, d.Lang)
	}
	want := map[Kind]int{Headline: 2, Caption: 2, Masthead: 3, Credit: 2}
	got := map[Kind]int{}
	boxes := map[int]int{}
	for _, b := range d.Blocks {
		got[b.Kind]++
		boxes[b.Box]++
		if b.Stitched != strings.Contains(words(d, b), "在更多国际化舞台上") {
			t.Errorf("stitched %v: %s", b.Stitched, words(d, b))
		}
	}
	for kind, n := range want {
		if got[kind] != n {
			t.Errorf("%d blocks are %s, want %d", got[kind], kind, n)
		}
	}
	if fmt.Sprint(boxes[1], boxes[2], boxes[3], boxes[4]) != "2 2 4 0" {
		t.Errorf("blocks by box: %v", boxes)
	}
	if len(d.Twins) != 4 {
		t.Errorf("%d pairs of blocks are printed twice, want 4", len(d.Twins))
	}
}

func TestPlainLayouts(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"one line is copy, not a headline": {"营收增长5%，达到10亿元", "paragraph 营收增长5%，达到10亿元"},
		"a paragraph a line": {
			"　　今年前三季度，全市实现增加值300亿元。\n　　增长6.1%，快于全省。\n",
			"paragraph 今年前三季度，全市实现增加值300亿元。\nparagraph 增长6.1%，快于全省。"},
		"brief items": {
			"夏粮收购超过七千万吨\n粮食部门说，收购进展顺利，累计收购7000万吨。\n新口岸开通\n海关说，口岸今天开通。\n",
			"headline 夏粮收购超过七千万吨\nparagraph 粮食部门说，收购进展顺利，累计收购7000万吨。\nsubhead 新口岸开通\nparagraph 海关说，口岸今天开通。"},
		"hard-wrapped English": {
			"PORT HANDLES MORE CARGO\n\nThe port of Easthaven handled 5.12 million containers in the first\neleven months of the year, 8.4 percent more than in the same period of\nlast year, its operator said on Thursday.\n\nExports of machinery rose by 9.3 percent to 650 million dollars, which\nis more than half of the total.\n",
			"headline PORT HANDLES MORE CARGO\nparagraph The port of Easthaven handled 5.12 million containers in the first⏎eleven months of the year, 8.4 percent more than in the same period of⏎last year, its operator said on Thursday.\nparagraph Exports of machinery rose by 9.3 percent to 650 million dollars, which⏎is more than half of the total."},
		"hard-wrapped with CR LF and an indent": {
			"  The port of Easthaven handled 5.12 million containers in the first\r\n  eleven months of the year, 8.4 percent more than in the same period of\r\n  last year, its operator said on Thursday.\r\n",
			"paragraph The port of Easthaven handled 5.12 million containers in the first⏎eleven months of the year, 8.4 percent more than in the same period of⏎last year, its operator said on Thursday."},
		"rows of a table of results": {
			"Shr 52 cts vs 25 cts\nNet 5,154,000 vs 2,496,000\nRevs 17.7 mln vs 14.4 mln\nNOTE: the figures for the year include a gain of 2.9 mln dlrs.",
			"paragraph Shr 52 cts vs 25 cts\nparagraph Net 5,154,000 vs 2,496,000\nparagraph Revs 17.7 mln vs 14.4 mln\nparagraph NOTE: the figures for the year include a gain of 2.9 mln dlrs."},
		"lists and headings with marks": {
			"## Latest figures\n- Output rose by 0.2%.\n• Prices fell.\n1. First.\n1.加快建设。\n（2）稳定就业。\n3.5亿元投资到位。\n3、5、7三个月持平。\n- \n----\n",
			"subhead Latest figures\nlist-item Output rose by 0.2%.\nlist-item Prices fell.\nlist-item First.\nlist-item 加快建设。\nlist-item 稳定就业。\nparagraph 3.5亿元投资到位。\nparagraph 3、5、7三个月持平。"},
		"credits and captions": {
			"本报记者 林一 通讯员 周二\n今年，全市新增就业12万人，完成全年目标。\n图为码头夜景。\n记者 林一/摄\n(记者 周二)\n记者从港务集团获悉，航线增加到30条，比上年多三条，货量也在增长。\n（见图）",
			"credit 本报记者 林一 通讯员 周二\nparagraph 今年，全市新增就业12万人，完成全年目标。\ncaption 图为码头夜景。\ncredit 记者 林一/摄\ncredit (记者 周二)\nparagraph 记者从港务集团获悉，航线增加到30条，比上年多三条，货量也在增长。\nparagraph （见图）"},
		"verse stays as it is": {
			"春江潮水\n连海平\n海上明月\n共潮生\n滟滟随波\n千万里\n", "paragraph 春江潮水\nparagraph 连海平\nparagraph 海上明月\nparagraph 共潮生\nparagraph 滟滟随波\nparagraph 千万里"},
	} {
		t.Run(name, func(t *testing.T) { checkOutline(t, read(t, "a.txt", c.text, Options{}), c.want) })
	}
}

func TestMastheadDates(t *testing.T) {
	for line, want := range map[string]string{
		"2025.12.25 星期四":             "2025-12-25",
		"2025年12月25日 星期四":            "2025-12-25",
		"2025年12月25日星期四 农历冬月初六 第07版": "2025-12-25",
		"2025-12-25":                       "2025-12-25",
		"江城晚报 2025年1月5日":                   "2025-01-05",
		"Thursday, December 25, 2025":      "2025-12-25",
		"Easthaven Times 25 December 2025": "2025-12-25",
		"2025.13.25 星期四":                   "",
		"2025.2.29":                        "",
		"2025年12月25日港口开航":                  "",
		"12月25日 星期四":                       "",
	} {
		d := read(t, "a.txt", line+"\n\n今年，全市新增就业12万人，完成全年目标。\n", Options{})
		if d.Date != want {
			t.Errorf("%s: date %q, want %q", line, d.Date, want)
		}
		if want != "" && (d.Blocks[0].Kind != Masthead || d.DateRange.Len() == 0) {
			t.Errorf("%s: %s", line, outline(d))
		}
	}
	d := read(t, "a.txt", "2025.12.25\n\n今年，全市新增就业12万人。", Options{Date: "2025-12-26"})
	if d.Date != "2025-12-26" || d.DateRange.Len() == 0 {
		t.Errorf("a date that is given: %q, printed at %v", d.Date, d.DateRange)
	}
}

func TestTitle(t *testing.T) {
	text := "今年，全市新增就业12万人。\n"
	d := read(t, "", text, Options{Title: " 新增就业😀12万人 "})
	checkOutline(t, d, "headline 新增就业😀12万人\nparagraph 今年，全市新增就业12万人。")
	if s := d.View.Span(d.Blocks[0].Range); s.Field != source.FieldTitle || d.File.Slice(s) != "新增就业😀12万人" {
		t.Errorf("the headline stands at %+v", s)
	}
	d = read(t, "", "新增就业\n"+text, Options{Title: "新增就业"})
	checkOutline(t, d, "headline 新增就业\nparagraph 今年，全市新增就业12万人。")
}

func TestDirectives(t *testing.T) {
	text := "今年增长5%，<!-- hegao:allow total-parts-mismatch: 口径不同 -->其中一半来自出口。\n" +
		"<!-- 核稿:允许 星期不符：古籍原文 -->\n\n那一天是星期八。<!-- 核稿：允许 总分不符 -->\n<!-- 说明 -->\n"
	for _, path := range []string{"a.txt", "a.md"} {
		d := read(t, path, text, Options{})
		if strings.Contains(d.View.Text, "hegao") || strings.Contains(d.View.Text, "核稿") {
			t.Errorf("%s: a directive is in the view: %q", path, d.View.Text)
		}
		var got []string
		for _, dir := range d.Directives {
			got = append(got, fmt.Sprintf("%s|%s|%s|%s", dir.Verb, dir.Rule, dir.Reason, d.View.Text[dir.Scope.Start:dir.Scope.End]))
			if s := d.File.Slice(dir.Span); !strings.HasPrefix(s, "<!--") || !strings.HasSuffix(s, "-->") {
				t.Errorf("%s: the directive stands at %q", path, s)
			}
		}
		want := "allow|total-parts-mismatch|口径不同|今年增长5%，其中一半来自出口。\nallow|星期不符|古籍原文|那一天是星期八。\nallow|总分不符||那一天是星期八。"
		if s := strings.Join(got, "\n"); s != want {
			t.Errorf("%s: got\n%s\nwant\n%s", path, s, want)
		}
		checkMap(t, d)
	}
}

func TestLanguage(t *testing.T) {
	for text, want := range map[string]string{
		"": "zh", "12 %": "zh", "营收 revenue": "zh", "The 华为 company said it sold 5% more.": "en", "GDP增长5%": "zh",
	} {
		if got := DetectLanguage(text); got != want {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
}
