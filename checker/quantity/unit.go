package quantity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/source"
)

// setUnit gives the quantity the kind and code of a unit of the lexicon.
func (q *Quantity) setUnit(s lexicon.Sense, at source.Range, n *numeral) {
	q.Unit, q.UnitRange = s.Code, at
	switch s.Alt {
	case "percent":
		q.Kind = Percent
	case "point":
		q.Kind = Point
	case "permille":
		q.Kind = Permille
	case "multiple":
		q.Kind = Multiple
	case "tenths":
		q.Kind, q.Unit = Percent, "%"
		q.scaleBy(n, 1)
		if n.more {
			n.moreUnit = 1
		}
	case "discount":
		q.Kind, q.Unit = Percent, "%"
		k := 1
		if n.digits == 2 && n.decimals == 0 {
			k = 0
		}
		q.scaleBy(n, k)
	case "doubling":
		q.Kind = Multiple
	case "money":
		q.Kind = Money
		q.scaleBy(n, int(s.Num))
	case "minor":
		q.Kind = Money
		if q.Unit == "角" || q.Unit == "分" {
			q.Unit = "CNY"
		}
		q.scaleBy(n, int(s.Num))
	case "measure", "temperature":
		q.Kind = Measure
	case "duration":
		q.Kind = Duration
	case "age":
		q.Kind = Age
	case "score":
		q.Kind = Score
	default:
		q.Kind = Count
	}
}

// scaleBy multiplies value, ends and place by 10^k.
func (q *Quantity) scaleBy(n *numeral, k int) {
	if k == 0 {
		return
	}
	n.lo, n.hi, n.named = n.lo.Shift(k), n.hi.Shift(k), n.named.Shift(k)
	n.place, n.moreUnit = n.place+k, n.moreUnit+k
	q.Value, q.Place = q.Value.Shift(k), q.Place+k
}

// readUnit reads the unit behind the numeral, which may stand behind a space,
// and returns the offset behind it, or -1 where the number isn't a quantity.
func (q *Quantity) readUnit(text string, at int, n *numeral, prefix lexicon.Sense, hasPrefix bool) int {
	if n.perBase > 0 {
		q.Kind, q.Unit = Percent, "%"
		q.scaleBy(n, 2-n.perBase)
		if n.perBase > 2 {
			q.Decimals = max(0, -q.Place)
		}
		q.UnitRange = source.Range{Start: q.Range.Start, End: q.Range.Start + len("百分之")}
		return at
	}
	if n.frac {
		q.Kind = Fraction
		j := skipSpace(text, at)
		s, e := lexicon.MatchClass(text, j, lexicon.ClassUnit)
		if (s.Alt == "measure" || s.Alt == "duration" || s.Alt == "multiple") && maskEnd(text, j) <= e {
			q.setUnit(s, source.Range{Start: j, End: e}, n)
			return e
		}
		return at
	}
	if hasPrefix {
		q.setUnit(prefix, source.Range{Start: q.Range.Start, End: q.Number.Start}, n)
		if s, e := lexicon.MatchClass(text, at, lexicon.ClassUnit); e > at && s.Alt == "money" && s.Code == q.Unit {
			return e
		}
		return at
	}
	j := skipSpace(text, at)
	s, e := lexicon.MatchClass(text, j, lexicon.ClassUnit)
	if e == j || s.Alt == "nth" || (s.Code == "地" || s.Code == "发") && !n.arabic {
		return at // 阶段, 季: only 第 numbers them; 两地 are no count
	}
	if m := maskEnd(text, j); m > e && !unitStands(text, j, e, m, s, n) {
		return at // 5家庭, 3条件: the unit begins another word
	}
	if e-j == 1 && text[j] >= 'A' && !letterStands(text[j], j > at, n) {
		return at // 5G, 8 A
	}
	if s.Code == "班" && hasSuffixAt(text, q.Range.Start, "级") {
		return -1 // 三年级二班
	}
	if s.Code == "pp" && n.decimals == 0 && hasPrefixAt(text, j, "个点") {
		s, e = lexicon.Sense{Class: lexicon.ClassUnit, Code: "个", Alt: "count"}, j+len("个")
	}
	if s.Code == "个" {
		if k := q.readHalfUnit(text, e, n); k > e {
			return k
		}
	}
	if s.Alt == "tenths" && !(n.digits <= 2 && n.scale == 0) {
		return at
	}
	switch {
	case s.Code == "点" && (n.han && n.scale == 0 || n.decimals == 0 && n.lo.Cmp(Int(24)) <= 0):
		return at // an hour, or a point of a list
	case s.Code == "大" && n.han:
		return at // 十五大
	}
	if s.Code == "CNY" && hasPrefixAt(text, j, "元") {
		if c, ok := currencyBefore(text, q.Range.Start); ok {
			s.Code = c // 港币38.5元
		}
	}
	q.setUnit(s, source.Range{Start: j, End: e}, n)
	switch {
	case q.Unit == "Cel" && text[j:e] == "度":
		if q.Unit = degree(text, q.Range.Start, e, n); q.Unit == "Cel" && !q.Negative && hasSuffixAt(text, q.Range.Start, "零下") {
			q.Negative = true
			q.Value = n.named.Neg()
		}
	case s.Code == "世纪" && !hasPrefixAt(text, j, "个") && !n.vague && !n.more:
		q.Kind = Ordinal // 21世纪; 两个世纪 counts
	case s.Code == "分" && (clockBefore(text, at) || secondsBehind(text, e)):
		q.Kind, q.Unit = Duration, "min"
	case q.Unit == "Cel" && !q.Negative && hasSuffixAt(text, q.Range.Start, "零下"):
		q.Negative = true
		q.Value = n.named.Neg()
	}
	if q.Kind == Count && q.Han && n.scale == 0 && n.decimals == 0 && !n.vague && !n.more {
		q.Kind = numberedKind(text, e, s)
	}
	if q.Kind == Money || q.Kind == Measure {
		e = q.readPer(text, e)
	}
	if q.Kind == Percent && s.Alt == "tenths" {
		if r, w := runeAt(text, skipSpace(text, e)); hanDigit(r) > 0 && q.Han { // 三成五
			e = skipSpace(text, e)
			n.lo, n.hi = n.lo.Add(Int(int64(hanDigit(r)))), n.hi.Add(Int(int64(hanDigit(r))))
			n.named = n.lo
			q.Value, n.place, q.Place = n.lo, 0, 0
			e += w
		} else if r == '半' {
			n.lo, n.hi = n.lo.Add(Int(5)), n.hi.Add(Int(5))
			n.named = n.lo
			q.Value, n.place, q.Place = n.lo, 0, 0
			e += w
		}
	}
	switch {
	case q.Kind == Money && (s.Num == 0 || s.Num == -1):
		e = q.readMinor(text, e, n, s.Num == -1)
	case s.Code == "块" && q.Kind == Count:
		if k := q.readMinor(text, e, n, true); k > e {
			q.Kind, q.Unit, e = Money, "CNY", k
		}
	case s.Code == "m":
		e = q.readHeight(text, e, n)
	case s.Code == "s" && n.arabic && hasPrefixAt(text, j, "秒"):
		e = q.readHundredths(text, e, n)
	case tenths[s.Code] != "":
		e = q.readTenths(text, e, n, tenths[s.Code])
	case s.Code == "打":
		n.lo, n.hi, n.named = n.lo.Mul(Int(12)), n.hi.Mul(Int(12)), n.named.Mul(Int(12))
		q.Value = n.named
	}
	return q.readParts(text, e, n)
}

// currencyBefore returns the currency that a word right before a place names, as
// copy puts it before an amount in 元.
func currencyBefore(text string, at int) (code string, ok bool) {
	if _, w, ok := hedgeAt(text, at); ok {
		at -= w // 折合港币不超过5468万元
	}
	i := at
	for range 3 {
		r := prevRune(text, i)
		if r < 0x4E00 || r > 0x9FFF {
			return "", false
		}
		i -= utf8.RuneLen(r)
		if s, e := lexicon.MatchClass(text, i, lexicon.ClassPrefix); e == at && s.Alt == "money" {
			return s.Code, true
		}
	}
	return "", false
}

// degree returns what 度 measures: electricity behind a great scale or words of
// it, an angle before a slope or a bend, else temperature.
func degree(text string, at, end int, n *numeral) string {
	if n.scale >= 4 || strings.Contains(text[max(0, at-30):at], "电") {
		return "kW.h"
	}
	switch prevRune(text, at) {
	case '纬', '经', '緯', '經':
		return "deg"
	}
	switch firstOf(text, end) {
	case '角', '弯', '坡', '转', '仰', '倾':
		return "deg"
	case '的':
		switch firstOf(text, end+len("的")) {
		case '陡', '坡', '斜', '角', '弯':
			return "deg"
		}
	}
	return "Cel"
}

// generations is how many generations of mobile networks go by a number and G.
const generations = 7

// letterStands reports whether a lone letter is a unit: in small letters as
// the metric system has them, behind a space only where tables of measures have
// them. G behind a small number is a generation: 5G.
func letterStands(c byte, spaced bool, n *numeral) bool {
	switch c {
	case 'G':
		return !spaced && n.arabic && n.lo.Cmp(Int(generations)) > 0
	case 'm', 'g':
		return true
	case 's', 't', 'h', 'l', 'L', 'W', 'V':
		return !spaced
	}
	return false
}

// unitStands reports whether a unit counts although it also begins a longer
// word, which ends at mask: 3个人, 17家乡镇卫生院, 200所以上.
func unitStands(text string, at, end, mask int, s lexicon.Sense, n *numeral) bool {
	if strings.HasSuffix(text[at:end], "元") || s.Code == "个" {
		return true
	}
	if _, e := lexicon.MatchClass(text, end, lexicon.ClassPostHedge); e > end && e >= mask {
		return true
	}
	if !n.arabic {
		return s.Code == "d" && n.chars > 1 // 十几天才能到
	}
	// Between figures and a noun copy has a classifier: 3名列车司机.
	return s.Code == "d" || s.Alt == "count" && !nounLike(s.Code) && !beginsNoun(text, at) && !yearLike(text, at, n)
}

// nounLike reports whether a unit is a noun as often as it counts things, so
// that a longer word that begins with it stands: 2025国际…, 300股指, 80门槛.
func nounLike(code string) bool {
	r, size := utf8.DecodeRuneInString(code)
	return size == len(code) && strings.ContainsRune(lexicon.CharsNounUnits, r)
}

// beginsNoun reports whether a noun that figures may stand before without a
// classifier begins at a place: 5家庭, 8部委, 两位数.
func beginsNoun(text string, at int) bool {
	s, e := lexicon.MatchClass(text, at, lexicon.ClassChineseContext)
	return e > at && (s.Code == "noun" || s.Code == "name" && e > at+len("单")) // 3单元
}

// numberedKind tells 十四届全国人大 and 三次会议, which number a thing without
// 第, from 三次 and 五届, which count.
func numberedKind(text string, end int, s lexicon.Sense) Kind {
	switch {
	case s.Alt == "edition" && s.Code == "届":
		if r := firstOf(text, end); r >= 0x4E00 && r <= 0x9FFF && r != '以' && r != '的' && r != '都' {
			return Edition
		}
	case s.Code == "次":
		if hasPrefixAt(text, end, "会议") || hasPrefixAt(text, end, "全会") || hasPrefixAt(text, end, "全体会议") {
			return Ordinal
		}
	}
	return Count
}

// clockBefore reports whether the number before 分 belongs to a time or a
// length of time: 2小时30分.
func clockBefore(text string, at int) bool {
	i := at
	for i > 0 && '0' <= text[i-1] && text[i-1] <= '9' {
		i--
	}
	switch prevRune(text, i) {
	case '时', '点', '度':
		return i < at
	}
	return false
}

func hasSuffixAt(text string, end int, suffix string) bool {
	return end >= len(suffix) && text[end-len(suffix):end] == suffix
}

// readAfter reads what may follow the unit: 多, 半, 级, and hedges behind.
func (q *Quantity) readAfter(text string, at int, n *numeral) int {
	i := at
	r, w := runeAt(text, i)
	if q.Unit != "" && (r == '多' || r == '余' || r == '餘') && !n.more && (q.Kind == Duration || q.Kind == Measure || q.Kind == Money || q.Kind == Multiple || q.Kind == Percent || q.Kind == Age || q.Kind == Count && len(q.Unit) <= len("个")) {
		if maskEnd(text, i) <= i+w && !(r == '多' && (n.decimals > 0 || comparesMore(text, i+w))) {
			n.more, n.moreUnit = true, q.Place
			if q.Kind == Percent && q.Place >= 1 {
				n.moreUnit = 1
			}
			i += w
			r, w = runeAt(text, i)
		}
	}
	if r == '半' && (q.Kind == Duration || q.Kind == Age || q.Kind == Measure || q.Kind == Multiple) && maskEnd(text, i) <= i+w {
		n.addHalf()
		q.Value, q.Place, q.Decimals = n.named, -1, 1
		i += w
		r, w = runeAt(text, i)
	}
	if r == '级' && q.Kind == Measure && maskEnd(text, i) <= i+w {
		i += w
	}
	j := skipSpace(text, i)
	if s, e := lexicon.MatchClass(text, j, lexicon.ClassPostHedge); e > j && (j == i || text[j] < utf8.RuneSelf) && q.postFits(text, j, e) {
		q.Post = HedgeOf(s.Code)
		q.After = source.Range{Start: j, End: e}
	}
	return i
}

// comparesMore reports whether what follows 多 makes it a verb: 比上年的30家多12家,
// 多了5台.
func comparesMore(text string, at int) bool {
	r, _ := runeAt(text, at)
	return '0' <= r && r <= '9' || r == '了' || r == '出' || r == '于'
}

// postFits keeps 上下 and 前后 from being taken for hedges where they are words
// of place or time, and short English ones from being cut out of others.
func (q *Quantity) postFits(text string, at, end int) bool {
	if q.Kind == Number && q.Unit == "" && at > 0 && q.Digits < 2 {
		return false
	}
	word := text[at:end]
	switch word {
	case "强", "弱": // 三分之二强, 三成弱; 百强, 两成强制
		r, _ := runeAt(text, end)
		return (q.Kind == Fraction || q.Kind == Percent && text[q.UnitRange.Start:q.UnitRange.End] == "成") && !unicode.Is(unicode.Han, r)
	case "起", "不到", "不足", "以里":
		return false
	case "前后", "上下":
		return q.Kind != Duration
	case "plus", "over":
		return false
	}
	return maskEnd(text, at) <= end
}

// addHalf adds one half of the unit.
func (n *numeral) addHalf() {
	half := Dec(5, -1)
	n.lo, n.hi, n.named = n.lo.Add(half), n.hi.Add(half), n.named.Add(half)
	n.place, n.decimals = -1, 1
}
