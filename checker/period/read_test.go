package period

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// published is the day that the tables below are read on, a Thursday.
var published = Date{2025, 12, 25}

// readings turns a text into "printed = value" for each expression in it.
func readings(text string, c Context) (out []string) {
	for _, e := range scan(text) {
		v := Resolve(&e, c).String()
		if e.Kind == KindTime {
			continue
		}
		out = append(out, text[e.Body:e.End]+" = "+v)
	}
	return out
}

func table(t *testing.T, c Context, rows [][2]string) {
	t.Helper()
	for _, row := range rows {
		got := strings.Join(readings(row[0], c), "; ")
		if got != row[1] {
			t.Errorf("%s\n got  %s\n want %s", row[0], got, row[1])
		}
	}
}

func TestReadChinese(t *testing.T) {
	table(t, Context{Published: published}, [][2]string{
		{"今年前11个月，进出口增长", "今年前11个月 = 2025-01/2025-11"},
		{"前11月完成", "前11月 = 2025-01/2025-11"},
		{"1至11月，全省", "1至11月 = 2025-01/2025-11"},
		{"1—11月份，全省", "1—11月份 = 2025-01/2025-11"},
		{"今年1-10月", "今年1-10月 = 2025-01/2025-10"},
		{"２０２５年１至１１月", "２０２５年１至１１月 = 2025-01/2025-11"},
		{"2025年1月至11月", "2025年1月至11月 = 2025-01/2025-11"},
		{"2024年1—11月", "2024年1—11月 = 2024-01/2024-11"},
		{"上半年增长，下半年回落", "上半年 = 2025-H1; 下半年 = 2025-H2"},
		{"一季度、前三季度和三季度末", "一季度 = 2025-Q1; 前三季度 = 2025-01/2025-09; 三季度末 = 2025-09-30"},
		{"一至三季度", "一至三季度 = 2025-01/2025-09"},
		{"第三季度GDP", "第三季度 = 2025-Q3"},
		{"今年以来，年内新增", "今年以来 = 2025-01-01/2025-12-25; 年内 = 2025-01-01/2025-12-25"},
		{"2020年以来", "2020年以来 = 2020-01-01/2025-12-25"},
		{"眼下，目前已有", "眼下 = 2025-12-25; 目前 = 2025-12-25"},
		{"截至目前，", "目前 = 2025-12-25"},
		{"截至11月底，累计", "11月底 = 2025-11-30"},
		{"截止10月末", "10月末 = 2025-10-31"},
		{"截至2024年，全市", "2024年 = 2024-12-31"},
		{"截至今年6月", "今年6月 = 2025-06-30"},
		{"去年，前年，上年，明年", "去年 = 2024; 前年 = 2023; 上年 = 2024; 明年 = 2026"},
		{"上年末、年初、年底", "上年末 = 2024-12-31; 年初 = 2025-01-01; 年底 = 2025-12-31"},
		{"去年底，去年年底", "去年底 = 2024-12-31; 去年年底 = 2024-12-31"},
		{"2025年底前", "2025年底 = 2025-12-31"},
		{"12月16日，12月30日", "12月16日 = 2025-12-16; 12月30日 = 2025-12-30"},
		{"当地时间7日，记者26日获悉", "7日 = 2025-12-07; 26日 = 2025-12-26"},
		{"7日上午举行", "7日 = 2025-12-07"},
		{"11月5日至10日，第八届", "11月5日至10日 = 2025-11-05/2025-11-10"},
		{"11月5—10日", "11月5—10日 = 2025-11-05/2025-11-10"},
		{"5日至10日", "5日至10日 = 2025-12-05/2025-12-10"},
		{"2022年11月7日至13日", "2022年11月7日至13日 = 2022-11-07/2022-11-13"},
		{"3月1日到5日", "3月1日到5日 = 2025-03-01/2025-03-05"},
		{"11月28日至12月3日", "11月28日至12月3日 = 2025-11-28/2025-12-03"},
		{"2021年—2025年，2021—2025年", "2021年—2025年 = 2021/2025; 2021—2025年 = 2021/2025"},
		{"2024年12月至2025年3月", "2024年12月至2025年3月 = 2024-12/2025-03"},
		{"今天（11月9日）上午", "今天 = 2025-12-25; 11月9日 = 2025-11-09"},
		{"新华社武汉11月9日电", "11月9日 = 2025-11-09"},
		{"较9月末上升", "9月末 = 2025-09-30"},
		{"上月、本月、上个月、下个月", "上月 = 2025-11; 本月 = 2025-12; 上个月 = 2025-11; 下个月 = 2026-01"},
		{"上周，本周五，上周三，下周一", "上周 = 2025-W51; 本周五 = 2025-12-26; 上周三 = 2025-12-17; 下周一 = 2025-12-29"},
		{"昨天、前天、明天、昨日、今日", "昨天 = 2025-12-24; 前天 = 2025-12-23; 明天 = 2025-12-26; 昨日 = 2025-12-24; 今日 = 2025-12-25"},
		{"日前，记者近日获悉", "日前 = ; 近日 = "},
		{"“十四五”时期，“十四五”末，“十五五”开局之年", "“十四五”时期 = 2021/2025; “十四五”末 = 2025-12-31; “十五五”开局之年 = 2026"},
		{"“十四五”收官之年，“十四五”规划收官之年", "“十四五”收官之年 = 2025; “十四五”规划收官之年 = 2025"},
		{"十四五期间；十四五末", "十四五期间 = 2021/2025; 十四五末 = 2025-12-31"},
		{"“十四五”以来", "“十四五”以来 = 2021-01-01/2025-12-25"},
		{"20世纪80年代，上世纪90年代，19世纪", "20世纪80年代 = 1980/1989; 上世纪90年代 = 1990/1999; 19世纪 = 1801/1900"},
		{"2023年春节，农历八月十五，正月初一，清明节，冬至", "2023年春节 = 2023-01-22; 农历八月十五 = 2025-10-06; 正月初一 = 2026-02-17; 清明节 = 2025-04-04; 冬至 = 2025-12-21"},
		{"大年三十", "大年三十 = 2026-02-16"},
		{"二〇二五年十二月二十五日", "二〇二五年十二月二十五日 = 2025-12-25"},
		{"2025.12.25 星期四", "2025.12.25 星期四 = 2025-12-25"},
		{"2025-12-25，2025/12/25", "2025-12-25 = 2025-12-25; 2025/12/25 = 2025-12-25"},
		{"2025 年 12 月 25 日", "2025 年 12 月 25 日 = 2025-12-25"},
		{"98年，08年", "98年 = 1998; 08年 = 2008"},
		{"11月上旬，12月中旬，10月下旬", "11月上旬 = 2025-11-01/2025-11-10; 12月中旬 = 2025-12-11/2025-12-20; 10月下旬 = 2025-10-21/2025-10-31"},
		{"近三年，过去五年来", "近三年 = 2022-12-25/2025-12-24; 过去五年来 = 2020-12-25/2025-12-24"},
		{"2025年度，2024年产值", "2025年度 = 2025; 2024年 = 2024"},
		{"7月，8月份", "7月 = 2025-07; 8月份 = 2025-08"},
		{"2026年1月1日，元旦", "2026年1月1日 = 2026-01-01; 元旦 = 2026-01-01"},
		{"😀𠮷2025年11月", "2025年11月 = 2025-11"},
		{"12月25號，上週五，禮拜一", "12月25號 = 2025-12-25; 上週五 = 2025-12-19; 禮拜一 = 2025-12-22"},
		{"2025年Q3", "2025年Q3 = 2025-Q3"},
		{"国庆假期，2025年春节假期，2019年春节假期", "国庆假期 = 2025-10-01/2025-10-08; 2025年春节假期 = 2025-01-28/2025-02-04; 2019年春节假期 = "},
		{"今天起至5月6日", "今天起至5月6日 = 2025-12-25/2026-05-06"},
		{"经过去年的努力", "去年 = 2024"},
		{"2020年至今", "2020年至今 = 2020-01-01/2025-12-25"},
	})
}

func TestReadWithoutDate(t *testing.T) {
	table(t, Context{}, [][2]string{
		{"12月25日，7日", "12月25日 = XXXX-12-25; 7日 = XXXX-XX-07"},
		{"1至11月，三季度，上半年", "1至11月 = XXXX-01/XXXX-11; 三季度 = XXXX-Q3; 上半年 = XXXX-H1"},
		{"今年前11个月，去年", "今年前11个月 = XXXX-01/XXXX-11; 去年 = "},
		{"12月20日至1月5日", "12月20日至1月5日 = XXXX-12-20/XXXX-01-05"},
		{"2025年11月，昨天", "2025年11月 = 2025-11; 昨天 = "},
	})
}

func TestReadWithBase(t *testing.T) {
	base, _ := ParseISO("2025-01/2025-11")
	table(t, Context{Published: published, Base: base}, [][2]string{
		{"同期，上年同期，去年同期", "同期 = 2025-01/2025-11; 上年同期 = 2024-01/2024-11; 去年同期 = 2024-01/2024-11"},
		{"2019年同期", "2019年同期 = 2019-01/2019-11"},
		{"当月，当年", "当月 = 2025-11; 当年 = 2025"},
	})
	day := Point(Date{2020, 5, 31})
	table(t, Context{Published: published, Base: day}, [][2]string{
		{"当日，次日，次年，当月", "当日 = 2020-05-31; 次日 = 2020-06-01; 次年 = 2021; 当月 = 2020-05"},
	})
}

func TestReadNewYear(t *testing.T) {
	table(t, Context{Published: Date{2026, 1, 10}}, [][2]string{
		{"12月16日，1月5日，12月", "12月16日 = 2025-12-16; 1月5日 = 2026-01-05; 12月 = 2025-12"},
		{"12月28日至1月3日", "12月28日至1月3日 = 2025-12-28/2026-01-03"},
		{"前11个月，一至四季度", "前11个月 = 2025-01/2025-11; 一至四季度 = 2025-01/2025-12"},
		{"31日", "31日 = 2025-12-31"},
	})
	table(t, Context{Published: published, Future: true}, [][2]string{
		{"12月30日将，1月5日，28日", "12月30日 = 2025-12-30; 1月5日 = 2026-01-05; 28日 = 2025-12-28"},
	})
}

// TestReadNot lists what looks like a date and isn't one.
func TestReadNot(t *testing.T) {
	for _, s := range []string{
		"3月期存款", "三峡一日游", "五一路", "12日龄", "百日攻坚", "24小时", "2025版", "比分1-11", "电话010-88889999", "增长10.5%",
		"3.15%", "v1.2.3版", "历时17年", "3个月", "一月内", "10号线", "5号楼", "日元", "一带一路", "三年", "一季稻", "12345热线",
		"基本年薪", "100日元", "3000年", "日本年均", "目前年产"[len("目前"):], "证明年轻", "世界500强", "1,200", "192.168.255.255",
		"周一鸣"[len("周"):], "十一个", "二十一条", "第17名", "1:1", "100多年", "近10天"[:0], "3-4-3阵型", "12号文件", "周六福珠宝",
		"今年轻人", "以上年薪", "5G", "国庆路"[:0], "北京大雪纷飞", "一周五次", "888-000-9999", "五四运动", "三五个人", "1000-2000元",
		"神舟十五号", "网上年货节", "首次月球采样", "五年中", "不同年代", "石门1号隧道", "投产后年产值",
	} {
		for _, e := range scan(s) {
			if e.Kind != KindTime && s[e.Start:e.End] != "目前" {
				t.Errorf("%s: %q was read as time", s, s[e.Start:e.End])
			}
		}
	}
}

func TestWeekdayBeside(t *testing.T) {
	for s, want := range map[string]Weekday{
		"2025年12月25日（星期四）": 4, "2025.12.25 星期四": 4, "12月25日，星期三": 3, "12月25日(周五)": 5,
		"12月25日 周日": 7, "12月25日（星期四，农历冬月初六）": 4, "12月25日，周边城市": 0, "12月25日": 0,
		"Thursday, December 25, 2025": 4, "December 25, 2025 (Thursday)": 4,
	} {
		es := scan(s)
		if len(es) == 0 || es[0].Weekday != want {
			t.Errorf("%s: %+v, want weekday %d", s, es, want)
			continue
		}
		if e := es[0]; want != 0 && !strings.ContainsAny(s[e.WeekdayStart:e.WeekdayEnd], "星周Tt") {
			t.Errorf("%s: the weekday stands at %q", s, s[e.WeekdayStart:e.WeekdayEnd])
		}
	}
}

func TestImpossible(t *testing.T) {
	for s, want := range map[string]bool{
		"11月31日": true, "2月29日": false, "2025年2月29日": true, "2024年2月29日": false, "13月5日": true, "12月32日": true,
		"25时30分": true, "24时": false, "12月31日": false, "2025-02-30": true, "农历五月三十": false,
	} {
		for _, e := range scan(s) {
			if got := e.Impossible(Context{Published: published}); got != want {
				t.Errorf("%s: impossible %v", s, got)
			}
		}
		if want && len(scan(s)) == 0 {
			t.Errorf("%s wasn't read", s)
		}
	}
}

func TestFlags(t *testing.T) {
	for s, want := range map[string]Flags{
		"截至11月底": AsOf, "截止11月底": AsOf | AsOfStop, "前11个月": Cumulative, "1至11月": Cumulative, "今年以来": Since | Cumulative | YearRelative,
		"2025年": YearPrinted, "去年": YearRelative, "上年同期": SamePeriod, "农历八月十五": LunarDate, "98年": ShortYear, "80年代": Ambiguous,
		"11月": MonthPrinted, "近三年": Approximate,
	} {
		es := scan(s)
		if len(es) != 1 || !es[0].Has(want) {
			t.Errorf("%s: %+v", s, es)
		}
	}
}

func TestReadAllocatesNothing(t *testing.T) {
	text := "今年前11个月，全省进出口总值7502.3亿元，较去年同期增长；2025年12月25日（星期四）至2026年1月5日。By the end of November 2025, Q3."
	if n := testing.AllocsPerRun(100, func() {
		for at := range text {
			Read(text, at)
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// TestReadLinear reads a quarter of a megabyte of each of some hostile texts at every place.
func TestReadLinear(t *testing.T) {
	for _, unit := range []string{"1", "一", " ", "1 ", "2025-", "前1", "第", "1至", "今年", "十", "the ", "January ", "1-1", "two ", "年", "(", "1月1", "周"} {
		text := strings.Repeat(unit, 1<<18/len(unit))
		start := time.Now()
		for at := range text {
			Read(text, at)
		}
		if d := time.Since(start); d > 10*time.Second {
			t.Errorf("a text of %q takes %v", unit, d)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"截至2025年11月底", "“十四五”末", "😀11月5日至10日𠮷", "近 三 年", "2025-11-", "3-7-2017", "一至三季度",
		"from Nov 18-Dec 19, 2015", "the first 11 months of 2025", "last Friday", "农历闰六月初一", "神龙元年十一月", "1990年代", "12月25日（星期四", "第", "前", "周"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		valid := utf8.ValidString(s)
		for at := range s {
			e, end, ok := Read(s, at)
			if !ok {
				continue
			}
			if e.Start != at || e.End != end || end <= at || end > len(s) || e.Body < at || e.Body >= end {
				t.Fatalf("%q at %d: %+v, end %d", s, at, e, end)
			}
			if valid && !utf8.ValidString(s[at:end]) {
				t.Fatalf("%q: %q isn't whole characters", s, s[at:end])
			}
			if e.Kind == NoKind {
				t.Fatalf("%q: %q has no kind", s, s[at:end])
			}
			for _, c := range []Context{{}, {Published: published}, {Published: published, Base: e2p(e), Future: true}} {
				if p := Resolve(&e, c); !p.IsZero() && !p.Valid() {
					t.Fatalf("%q: %v", s[at:end], p)
				}
			}
			e.Impossible(Context{})
		}
	})
}

func e2p(e Expr) Period { return Resolve(&e, Context{Published: published}) }

var newsText = strings.Repeat("今年前11个月，全省进出口总值7502.3亿元，增长19.3%，其中出口5270.8亿元；11月5日至10日，第八届进博会在上海举行，截至目前已有近200家企业参展。", 20)

func BenchmarkReadEverywhere(b *testing.B) {
	b.SetBytes(int64(len(newsText)))
	for b.Loop() {
		for at := 0; at < len(newsText); at++ {
			if newsText[at]&0xC0 != 0x80 {
				Read(newsText, at)
			}
		}
	}
}

func BenchmarkReadHit(b *testing.B) {
	for b.Loop() {
		Read("2025年11月5日至10日，第八届", 0)
	}
}

func BenchmarkReadMiss(b *testing.B) {
	for b.Loop() {
		Read("7502.3亿元，增长", 0)
	}
}
