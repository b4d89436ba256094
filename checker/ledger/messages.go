package ledger

import (
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/finding"
)

// say fills the places {a}, {b} and {c} of a message.
func say(t finding.Text, args ...string) finding.Text {
	pairs := make([]string, 0, 6)
	for i, a := range args {
		a = shorten(a)
		pairs = append(pairs, "{"+string(rune('a'+i))+"}", a)
	}
	r := strings.NewReplacer(pairs...)
	return finding.Text{ZH: r.Replace(t.ZH), EN: r.Replace(t.EN)}
}

// shorten cuts a text that would bury the message it is put into.
func shorten(s string) string {
	const most = 240 // bytes
	if len(s) <= most {
		return s
	}
	i := most
	for !utf8.RuneStart(s[i]) {
		i--
	}
	return s[:i] + "…"
}

// What is wrong with the form of a file.
var (
	msgFullColon   = finding.Text{ZH: "“{a}”后面的冒号是全角“：”，应为半角冒号加空格“: ”", EN: "the colon after “{a}” is full-width (：); it must be a plain colon and a blank (: )"}
	msgTab         = finding.Text{ZH: "行首缩进用了制表符（Tab），应改用空格", EN: "this line is indented with a tab; YAML takes blanks only"}
	msgNoBlank     = finding.Text{ZH: "“{a}:”的冒号后面缺一个空格", EN: "a blank is missing after the colon of “{a}:”"}
	msgFullComma   = finding.Text{ZH: "方括号或花括号里的逗号是全角“，”，应为半角“,”", EN: "the comma inside the brackets is full-width (，); it must be a plain comma (,)"}
	msgYAML        = finding.Text{ZH: "这里不是合法的 YAML：{a}", EN: "this isn't valid YAML: {a}"}
	msgCSV         = finding.Text{ZH: "这里不是合法的 CSV：{a}", EN: "this isn't valid CSV: {a}"}
	msgCSVQuote    = finding.Text{ZH: "引号没有配对；格子里的引号要写两个，整格再加引号", EN: "a quotation mark isn't closed; inside a cell write it twice and put the whole cell in quotes"}
	msgEmpty       = finding.Text{ZH: "台账是空的", EN: "the ledger is empty"}
	msgNotLedger   = finding.Text{ZH: "这不是台账：台账应以“hegao: ledger/v1”开头，下面是“键: 值”", EN: "this isn't a ledger: one begins with “hegao: ledger/v1” and goes on with “key: value” pairs"}
	msgDeep        = finding.Text{ZH: "嵌套过深，或引用（*）展开后过大", EN: "nested too deeply, or too large once its aliases (*) are expanded"}
	msgWantMap     = finding.Text{ZH: "“{a}”应为“键: 值”的形式", EN: "“{a}” must be a set of “key: value” pairs"}
	msgWantText    = finding.Text{ZH: "“{a}”应为一个值，这里却是列表或“键: 值”", EN: "“{a}” must be a single value, not a list or a set of keys"}
	msgDoubleKey   = finding.Text{ZH: "键“{a}”重复", EN: "the key “{a}” stands twice"}
	msgUnknownKey  = finding.Text{ZH: "不认识的键“{a}”", EN: "unknown key “{a}”"}
	msgSplitComma  = finding.Text{ZH: "花括号里的逗号把值断成了两截，请加引号：\"{a},{b}\"", EN: "a comma inside braces ends the value; put it in quotes: \"{a},{b}\""}
	msgYesNo       = finding.Text{ZH: "未加引号的“{a}”在 YAML 里是真假值，不是文字；请写成 \"{a}\"", EN: "unquoted, “{a}” is a truth value in YAML, not a word; write \"{a}\""}
	msgSelfInclude = finding.Text{ZH: "台账引用了自己：{a}", EN: "this ledger includes itself: {a}"}
	msgCantInclude = finding.Text{ZH: "读不到要引用的台账“{a}”：{b}", EN: "the included ledger “{a}” can't be read: {b}"}
	msgIncludePath = finding.Text{ZH: "要引用的台账须写相对路径：“{a}”", EN: "an included ledger must be a relative path: “{a}”"}
	msgNoColumn    = finding.Text{ZH: "表头第{a}列没有名称", EN: "column {a} of the header has no name"}
	msgRowLength   = finding.Text{ZH: "这一行有{a}格，表头却有{b}格", EN: "this row has {a} cells, the header has {b}"}
	msgInvalidText = finding.Text{ZH: "文件里有不合法的字节，编码应为 UTF-8", EN: "the file holds invalid bytes; its encoding must be UTF-8"}
)

// What is wrong with names.
var (
	msgUnknownMetric  = finding.Text{ZH: "没有声明过的指标“{a}”", EN: "the metric “{a}” isn't declared"}
	msgUnknownEntity  = finding.Text{ZH: "没有声明过的地区或单位“{a}”", EN: "the entity “{a}” isn't declared"}
	msgUnknownMember  = finding.Text{ZH: "“{b}”里没有声明过“{a}”", EN: "“{a}” isn't a declared member of “{b}”"}
	msgUnknownScope   = finding.Text{ZH: "没有声明过的排名范围“{a}”", EN: "the scope “{a}” of a rank isn't declared"}
	msgUnknownBasis   = finding.Text{ZH: "看不懂的比较基准“{a}”；可写 同比、环比、比2020年", EN: "can't read the basis “{a}”; write 同比 (yoy), 环比 (mom) or “vs 2020”"}
	msgTwice          = finding.Text{ZH: "“{a}”声明了两次", EN: "“{a}” is declared twice"}
	msgTwiceOtherwise = finding.Text{ZH: "“{a}”在两个文件里声明得不一样：这里是“{b}”，那里是“{c}”", EN: "two files declare “{a}” differently: “{b}” here, “{c}” there"}
	msgTwoMeanings    = finding.Text{ZH: "“{a}”既指“{b}”，又指“{c}”", EN: "“{a}” stands for both “{b}” and “{c}”"}
	msgWithinSelf     = finding.Text{ZH: "“{a}”在自己之内：{b}", EN: "“{a}” is within itself: {b}"}
	msgSumOfSelf      = finding.Text{ZH: "“{a}”不能是自己的一部分", EN: "“{a}” can't be a part of itself"}
	msgMissing        = finding.Text{ZH: "这条数据没有写“{a}”，defaults 里也没有", EN: "this figure has no “{a}”, nor do the defaults"}
)

// What is wrong with values.
var (
	msgYAMLOnly      = finding.Text{ZH: "只能并入 YAML 台账", EN: "only a ledger in YAML can be added to"}
	msgValue         = finding.Text{ZH: "看不懂数值“{a}”", EN: "can't read the value “{a}”"}
	msgUnitDiffers   = finding.Text{ZH: "“{a}”的单位应为“{b}”，这里是“{c}”", EN: "“{a}” is measured in “{b}”, not “{c}”"}
	msgUnitUnknown   = finding.Text{ZH: "不认识的单位“{a}”", EN: "unknown unit “{a}”"}
	msgGrowthForm    = finding.Text{ZH: "增速应为百分数，如 +19.3%，不能是“{a}”", EN: "growth must be a percentage such as +19.3%, not “{a}”"}
	msgGrowthBelow   = finding.Text{ZH: "增速“{a}”低于 -100%，不可能", EN: "growth of “{a}” is below -100%, which can't be"}
	msgContribution  = finding.Text{ZH: "贡献应为百分点或百分数，不能是“{a}”", EN: "a contribution must be in percentage points or per cent, not “{a}”"}
	msgRank          = finding.Text{ZH: "排名应为正整数，如 3，不能是“{a}”", EN: "a rank must be a whole number such as 3, not “{a}”"}
	msgRankScope     = finding.Text{ZH: "排名要写明范围，如 {全国: {a}}", EN: "a rank needs its scope, as in {全国: {a}}"}
	msgPeriod        = finding.Text{ZH: "看不懂时间“{a}”；可写 2025、2025-11、2025-Q3、2025-H1、2025-01/2025-11、2025-11-30", EN: "can't read the period “{a}”; write 2025, 2025-11, 2025-Q3, 2025-H1, 2025-01/2025-11 or 2025-11-30"}
	msgFlowDay       = finding.Text{ZH: "“{a}”是流量，时间应为一段，不能是一天“{b}”", EN: "“{a}” is a flow: its period must be a span, not the day “{b}”"}
	msgStockSpan     = finding.Text{ZH: "“{a}”是存量，时间应为统计的那一天，不能是一段“{b}”", EN: "“{a}” is a stock: its period must be the day it was counted, not the span “{b}”"}
	msgTwoFigures    = finding.Text{ZH: "同一数据有两条：{a}", EN: "two figures with one key: {a}"}
	msgSum           = finding.Text{ZH: "分项之和与总数不符：{a}，总数却是 {b}（{c}）", EN: "the parts don't add up: {a}, but the total is {b} ({c})"}
	msgRatio         = finding.Text{ZH: "比率与分子、分母不符：{a}，这里却是 {b}", EN: "the ratio doesn't follow from its terms: {a}, but this says {b}"}
	msgOrder         = finding.Text{ZH: "结束日期“{b}”早于开始日期“{a}”", EN: "the end “{b}” is before the start “{a}”"}
	msgReleasedOrder = finding.Text{ZH: "旧数的发布日期“{a}”不早于现数的发布日期“{b}”", EN: "the older version is said to be released on “{a}”, not before the present one, “{b}”"}
	msgOverlap       = finding.Text{ZH: "“{a}”的两届时间重叠：{b}，{c}", EN: "two editions of “{a}” overlap: {b}, {c}"}
	msgEditionTwice  = finding.Text{ZH: "“{a}”的第{b}届写了两次", EN: "edition {b} of “{a}” stands twice"}
	msgEditionOrder  = finding.Text{ZH: "“{a}”的届次与时间先后不符：{b}，{c}", EN: "the editions of “{a}” aren't in order of time: {b}, {c}"}
	msgRateOrder     = finding.Text{ZH: "下限“{a}”大于上限“{b}”", EN: "the low end “{a}” is above the high end “{b}”"}
)
