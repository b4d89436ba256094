package quantity

import (
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/lexicon"
	"github.com/hegao/hegao/checker/source"
)

// starters are the characters outside ASCII that may begin a quantity.
const starters = "０１２３４５６７８９零〇○一壹弌二两贰貳兩三叁參参四肆五伍六陆陸七柒八捌九玖十拾百佰千仟万萬亿億兆廿卅卌" +
	"几数幾數半第首前负負¥￥€£＄−－＋点對对¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"

// EachStart calls f for every rune that Starts says yes to; for some more than
// once. Callers make a table of them.
func EachStart(f func(r rune)) {
	for r := rune('0'); r <= '9'; r++ {
		f(r)
	}
	for r := rune('a'); r <= 'z'; r++ {
		f(r)
		f(r - 'a' + 'A')
	}
	for r := rune(0x20A0); r <= 0x20CF; r++ { // currency signs
		f(r)
	}
	for _, r := range "-+$." + starters {
		f(r)
	}
}

var startSet = func() (set [0x10000 / 64]uint64) {
	EachStart(func(r rune) { set[r/64] |= 1 << (r % 64) })
	return set
}()

// Starts reports whether a quantity may begin with the rune, so that callers
// try Read only there.
func Starts(r rune) bool {
	return r >= 0 && r < 0x10000 && startSet[r/64]&(1<<(r%64)) != 0
}

// Read reads the quantity that begins at byte offset at of text: sign, numeral,
// scale, unit and the hedges inside and behind. Hedges before the number are
// the caller's to find and to apply with SetBefore. ok is false where no
// quantity begins; words that only look like one are masked.
//
// A range, 3至5亿元 or 15%~20%, is one quantity of kind Range, unless the words
// before it say that something moved from the one to the other.
func Read(text string, at int) (q Quantity, end int, ok bool) {
	switch { // first, as they stand everywhere
	case hasPrefixAt(text, at, "首"):
		return readFirst(text, at)
	case hasPrefixAt(text, at, "前"):
		return readTop(text, at)
	}
	if isCode(text, at) {
		return q, at, false
	}
	switch reading(text, at) {
	case none:
		return q, at, false
	case inEnglish:
		return readEnglish(text, at)
	}
	if isChineseCode(text, at) {
		return q, at, false
	}
	if hasPrefixAt(text, at, "第") {
		return readOrdinal(text, at)
	}
	end, weak, ok := readOne(text, at, &q, false)
	if !ok {
		return q, at, false
	}
	if j, between := rangeMark(text, end); j > end {
		var h Quantity
		if e, _, ok := readOne(text, j, &h, true); ok {
			if between {
				if e = betweenEnd(text, e, &h); e == 0 {
					return q, end, !weak
				}
			}
			if rq, ok := join(text, &q, &h); ok {
				if h.Unit == "" && nameBehind(text, e) {
					return q, at, false // 777-200客机, 0—24时
				}
				rq.Range.End = e
				if rq.falls() {
					rq.Kind = Score // 21-19
				}
				return rq, e, true
			}
		}
	}
	if rq, e, ok := readLimits(text, &q, end); ok {
		return rq, e, true
	}
	return q, end, !weak
}

// readOne reads a single quantity. weak says that what was read stands for a
// quantity only as the end of a range; right says that at is behind a mark of
// range.
func readOne(text string, at int, q *Quantity, right bool) (end int, weak, ok bool) {
	i := at
	prefix, pend := lexicon.Sense{}, at
	r, _ := runeAt(text, at)
	if r == '半' || r == '对' || r == '對' || r == '一' && hasPrefixAt(text, at+3, "半") {
		return readHalf(text, at, q)
	}
	if !isDigitAt(text, at) && hanDigit(r) < 0 && hanUnit(r) == 0 {
		prefix, pend = lexicon.MatchClass(text, at, lexicon.ClassPrefix)
		if hasPrefixAt(text, at, "¥") {
			prefix.Code = "CNY" // in English copy it is the yen
		}
		if pend > at {
			i = skipSpace(text, pend)
		}
	}
	neg, w := signAt(text, i)
	if w > 0 {
		i += w
		if pend == at { // the sign may stand before the currency: -$5
			if s, e := lexicon.MatchClass(text, i, lexicon.ClassPrefix); e > i {
				prefix, pend, i = s, e, skipSpace(text, e)
			}
		}
	}
	if !right && pend == at && glued(text, at) {
		return at, false, false
	}
	n, ok := readNumeral(text, i)
	if !ok {
		return at, false, false
	}
	q.Range.Start, q.Number.Start = at, at
	if pend > at {
		q.Number.Start = i
	}
	q.Negative = neg
	i = n.readFraction(text, n.end)
	i = n.readSuffix(text, i)
	q.Number.End = i
	q.fill(&n)
	if e := q.readScore(text, i, &n); e > i && pend == at {
		return e, false, true
	}
	i = q.readUnit(text, i, &n, prefix, pend > at)
	if i < 0 {
		return at, false, false
	}
	weak = unfit(text, at, i, q, &n)
	i = q.readAfter(text, i, &n)
	q.Range.End = i
	q.setIntervals(&n)
	return i, weak, true
}

// fill copies what the numeral says into the quantity.
func (q *Quantity) fill(n *numeral) {
	q.Value = n.named
	if q.Negative {
		q.Value = n.named.Neg()
	}
	q.Place, q.Decimals, q.Scale, q.Digits = n.place, n.decimals, n.scale, n.digits
	q.Han, q.Grouped, q.Bare = n.han && !n.arabic, n.grouped, n.bareScale
}

// SetBefore applies a hedge that stands before the number.
func (q *Quantity) SetBefore(h Hedge, at source.Range) {
	if h == None {
		return
	}
	if h == UpTo && !q.Bare {
		return // 上 before a number that isn't a bare scale is a verb
	}
	q.Pre, q.Before = h, at
	q.Hedge = h
	if q.Kind == Range {
		return
	}
	q.Set = hedged(h, q.Printed, q.Value, q.lastPlace())
}

// signAt reads the sign before a number and returns its length in bytes.
func signAt(text string, at int) (negative bool, w int) {
	r, w := runeAt(text, at)
	switch r {
	case '-', '−', '－', '+', '＋', '负', '負':
		if signFits(text, at, r) {
			return r != '+' && r != '＋', w
		}
	}
	return false, 0
}

// signFits reports whether a sign may belong to the number behind it: nothing
// that a range or a compound could hang on stands before it.
func signFits(text string, at int, r rune) bool {
	nr, _ := runeAt(text, at+utf8.RuneLen(r))
	if !(nr >= '0' && nr <= '9' || nr >= '０' && nr <= '９' || hanDigit(nr) >= 0 || hanUnit(nr) > 0 || nr == '$' || nr == '.') {
		return false
	}
	if r == '负' || r == '負' {
		return true
	}
	switch prev := prevRune(text, at); prev {
	case 0, ' ', '\n', '\t', '(', '（', '：', ':', '，', ',', '、', '“', '~', '～', '<', '>', '[', '【', '；', '"', '-', '－', '|', '｜':
		return true
	default:
		if strings.ContainsRune(lexicon.CharsBeforeSign, prev) {
			return true
		}
	}
	return r == '-' && standsAlone(text, at)
}

// standsAlone reports whether a hyphen hangs on a word that holds no number, so
// that it is the sign of the amount behind it: 每股收益-0.08元. What it precedes
// must have a unit then.
func standsAlone(text string, at int) bool {
	i := at
	for range 4 {
		r := prevRune(text, i)
		if r < 0x4E00 || r > 0x9FFF {
			return i < at
		}
		if hanDigit(r) >= 0 || hanUnit(r) > 0 {
			return false
		}
		i -= utf8.RuneLen(r)
	}
	return true
}

// glued reports whether a Latin letter or a digit with a mark of a compound
// stands right before a place, so that a digit there belongs to a name: G20,
// COVID-19, 1.2.3.
func glued(text string, at int) bool {
	if at == 0 {
		return false
	}
	c := text[at-1]
	if c >= utf8.RuneSelf {
		if r := prevRune(text, at); r != '∶' && r != '：' {
			return false
		}
		return at > len("：") && isDigitAt(text, at-len("：")-1) // 4.0∶37.7∶58.3
	}
	switch {
	case isLatin(c), c == '_', c == '#', c == '@', c == '%' && isDigitAt(text, at), c == '=', c == '&':
		return true
	case '0' <= c && c <= '9':
		return true
	case c == ':' && at >= 2 && '0' <= text[at-2] && text[at-2] <= '9':
		return true
	case (c == '-' || c == '.' || c == '/') && at >= 2:
		p := text[at-2]
		return isLatin(p) || c != '-' && '0' <= p && p <= '9'
	}
	return false
}

func skipSpace(text string, at int) int {
	for at < len(text) && (text[at] == ' ' || text[at] == '\t') {
		at++
	}
	if at+1 < len(text) && text[at] == 0xC2 && text[at+1] == 0xA0 {
		at += 2
	}
	return at
}

// readSuffix reads a letter that scales Arabic digits, 15k, 30w, 1.04M, and a
// power, 10^5.
func (n *numeral) readSuffix(text string, at int) int {
	if !n.arabic || n.frac || n.perBase > 0 || at >= len(text) {
		return at
	}
	i := at
	if text[i] == ' ' && i+1 < len(text) && text[i+1] == 'M' && n.decimals > 0 {
		i++
	}
	k := 0
	switch text[i] {
	case 'k':
		k = 3
	case 'w':
		k = 4
	case 'M':
		if n.decimals > 0 {
			k = 6
		}
	case '^':
		return n.readPower(text, at)
	}
	if k == 0 || i+1 < len(text) && (isLatin(text[i+1]) || isDigitAt(text, i+1) || text[i+1] == '/' || hasPrefixAt(text, i+1, "·")) {
		return at
	}
	n.lo, n.hi, n.named = n.lo.Shift(k), n.hi.Shift(k), n.named.Shift(k)
	n.place, n.scale = n.place+k, n.scale+k
	return i + 1
}

func (n *numeral) readPower(text string, at int) int {
	i := at + 1
	neg := hasPrefixAt(text, i, "-")
	if neg || hasPrefixAt(text, i, "+") {
		i++
	}
	x := 0
	for ; i < len(text) && '0' <= text[i] && text[i] <= '9'; i++ {
		if x = x*10 + int(text[i]-'0'); x > 60 {
			return at
		}
	}
	if x == 0 || isDigitAt(text, i) || n.digits > 6 {
		return at
	}
	v := Int(1)
	for range x {
		v = v.Mul(n.lo)
	}
	if neg {
		v, _ = Int(1).Div(v)
	}
	n.lo, n.hi, n.named, n.place, n.decimals, n.frac = v, v, v, 0, 0, true
	return i
}

// maskEnd returns the end of the longest mask word that begins at a place.
func maskEnd(text string, at int) int {
	_, e := lexicon.MatchClass(text, at, lexicon.ClassMask)
	return e
}
