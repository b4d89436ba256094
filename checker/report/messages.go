package report

import (
	"fmt"
	"strings"

	"github.com/hegao/hegao/checker/finding"
)

// message is one label or sentence of the reports for people.
type message int

// The messages. Those with a number are given it; the English text of a
// message may hold two forms, for one and for many, around a "|".
const (
	msgError message = iota
	msgWarning
	msgInfo
	msgArithmetic
	msgRelated
	msgSource
	msgCandidate
	msgOption
	msgTitle
	msgFault
	msgFiles
	msgErrors
	msgWarnings
	msgInfos
	msgFigures
	msgConfirmed
	msgConsistent
	msgContradicted
	msgUnchecked
	msgFaults
	msgListComma
	msgColon
	msgStop
	msgSemicolon
	msgGuessed
	msgNoFigures
	msgReading
	msgReasonEnd
	msgProduct
	msgNothing
	msgLeftOut
	msgReportTitle
	msgCopy
	msgFindings
	msgFactSheet
	msgTicked
	msgTheme
	msgPrint
	msgByStatus
	msgByCategory
	msgFiguresShort

	headPosition
	headText
	headKind
	headValue
	headUnit
	headPeriod
	headSubject
	headStatus
	headWhy

	messageCount
)

var messages = [messageCount]finding.Text{
	msgError:        {ZH: "错误", EN: "error"},
	msgWarning:      {ZH: "警告", EN: "warning"},
	msgInfo:         {ZH: "提示", EN: "note"},
	msgArithmetic:   {ZH: "算式", EN: "sums"},
	msgRelated:      {ZH: "对照", EN: "see"},
	msgSource:       {ZH: "依据", EN: "source"},
	msgCandidate:    {ZH: "改法%d", EN: "option %d"},
	msgOption:       {ZH: "改法", EN: "option"},
	msgTitle:        {ZH: "标题", EN: "title"},
	msgFault:        {ZH: "程序故障", EN: "internal fault"},
	msgFiles:        {ZH: "共核%d篇", EN: "%d document checked|%d documents checked"},
	msgErrors:       {ZH: "错误%d处", EN: "%d error|%d errors"},
	msgWarnings:     {ZH: "警告%d处", EN: "%d warning|%d warnings"},
	msgInfos:        {ZH: "提示%d处", EN: "%d note|%d notes"},
	msgFigures:      {ZH: "数据%d个", EN: "%d figure|%d figures"},
	msgConfirmed:    {ZH: "台账证实%d", EN: "%d confirmed"},
	msgConsistent:   {ZH: "文内相符%d", EN: "%d consistent"},
	msgContradicted: {ZH: "有矛盾%d", EN: "%d contradicted"},
	msgUnchecked:    {ZH: "未能核对%d", EN: "%d unchecked"},
	msgFaults:       {ZH: "程序故障%d处，结果可能不全", EN: "%d internal fault: the report may be incomplete|%d internal faults: the report may be incomplete"},
	msgListComma:    {ZH: "，", EN: ", "},
	msgColon:        {ZH: "：", EN: ": "},
	msgStop:         {ZH: "。", EN: "."},
	msgSemicolon:    {ZH: "；", EN: "; "},
	msgGuessed:      {ZH: "带?号的是据上下文推断的。", EN: "A ? marks what was inferred from the context."},
	msgNoFigures:    {ZH: "没有读到数据。", EN: "No figures were read."},

	msgReading:   {ZH: "读法", EN: "read"},
	msgReasonEnd: {ZH: "；", EN: "; "},

	msgProduct:      {ZH: "核稿", EN: "hegao"},
	msgNothing:      {ZH: "没有发现问题", EN: "nothing found"},
	msgLeftOut:      {ZH: "另有%d处放不下，未列出；完整结果请在本地运行 `hegao check`。", EN: "%d more didn't fit; run `hegao check` for all of them.|%d more didn't fit; run `hegao check` for all of them."},
	msgReportTitle:  {ZH: "核稿报告", EN: "Fact check"},
	msgCopy:         {ZH: "稿件", EN: "the copy"},
	msgFindings:     {ZH: "问题", EN: "findings"},
	msgFactSheet:    {ZH: "数据清单", EN: "Fact sheet"},
	msgTicked:       {ZH: "已核", EN: "done"},
	msgTheme:        {ZH: "深浅", EN: "Light or dark"},
	msgPrint:        {ZH: "打印", EN: "Print"},
	msgByStatus:     {ZH: "数据按核对结果分", EN: "figures by status"},
	msgByCategory:   {ZH: "问题按类别分", EN: "findings by category"},
	msgFiguresShort: {ZH: "个数据", EN: "figures"},

	headPosition: {ZH: "位置", EN: "place"},
	headText:     {ZH: "原文", EN: "text"},
	headKind:     {ZH: "类别", EN: "kind"},
	headValue:    {ZH: "数值", EN: "value"},
	headUnit:     {ZH: "单位", EN: "unit"},
	headPeriod:   {ZH: "时期", EN: "period"},
	headSubject:  {ZH: "主体 · 指标", EN: "entity · metric"},
	headStatus:   {ZH: "状态", EN: "status"},
	headWhy:      {ZH: "凭据", EN: "why"},
}

// say returns a message in a language, with its number where it takes one.
func say(lang string, m message, n ...int) string {
	text := messages[m].In(lang)
	if len(n) == 0 {
		return text
	}
	if one, many, both := strings.Cut(text, "|"); both {
		text = many
		if n[0] == 1 {
			text = one
		}
	}
	return fmt.Sprintf(text, n[0])
}

var severityMessages = [...]message{finding.Info: msgInfo, finding.Warning: msgWarning, finding.Error: msgError}

// Codes of the fact sheet in words. In English they are words already.
var (
	kindNames = map[string]string{
		"count": "数量", "money": "金额", "measure": "计量", "number": "数", "percent": "百分比",
		"point": "百分点", "permille": "千分比", "multiple": "倍数", "fraction": "分数", "rank": "位次",
		"ordinal": "序数", "edition": "届次", "date": "日期", "period": "时期", "time": "时刻",
		"duration": "时长", "age": "年龄", "range": "区间", "score": "比分",
	}
	statusNames = map[string]string{
		"confirmed": "证实", "consistent": "相符", "contradicted": "矛盾", "unchecked": "未核",
	}
)

// unitNames are the units that readers know by other signs than their codes.
var unitNames = map[string]string{
	"CNY": "元", "USD": "美元", "EUR": "欧元", "JPY": "日元", "GBP": "英镑", "HKD": "港元", "MOP": "澳门元", "TWD": "新台币元",
	"KRW": "韩元", "RUB": "卢布", "pp": "个百分点",
}

// categoryNames are the categories in words.
var categoryNames = map[string]string{
	"repeat": "前后不一", "ledger": "台账", "arithmetic": "运算", "totals": "合计", "shares": "占比", "growth": "增幅",
	"ranks": "位次", "dates": "日期", "events": "届次", "units": "单位", "approximators": "约数", "counts": "计数",
	"style": "文风", "grammar": "语法", "terms": "用语", "layout": "版面", "input": "读取",
}

// inWords returns the name of a code in a language.
func inWords(names map[string]string, code, lang string) string {
	if name, ok := names[code]; ok && lang != "en" {
		return name
	}
	return code
}
