package quantity

import (
	"strings"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/lexicon"
)

// unfit reports whether what was read only looks like a quantity: a word of
// the mask list covers it, a letter makes a name of it, or a Han numeral stands
// without anything that it could count.
func unfit(text string, at, end int, q *Quantity, n *numeral) bool {
	whole := alone(text, at, end)
	if m := maskEnd(text, at); m >= end && m > at && !whole && !(q.Unit == "番" && turned(text, at)) {
		return true
	}
	if q.Kind == Fraction && hasPrefixAt(text, end, "决赛") {
		return true // 四分之一决赛
	}
	if q.Negative && (q.Unit == "" || q.Kind == Duration || q.Kind == Count) && text[at] == '-' && !whole {
		if r := prevRune(text, at); r >= 0x4E00 && r <= 0x9FFF && !strings.ContainsRune(lexicon.CharsBeforeSign, r) {
			return true // 歼-20
		}
	}
	switch {
	case whole && (n.chars > 1 || !n.formal || n.lo.Cmp(Int(10)) == 0) && (!n.bareScale || n.elided):
		return false
	case n.vague && n.chars == 1 && demonstrative(prevRune(text, at)):
		return true // 这几年
	case n.formal && q.Kind != Money:
		return true // 陆续, 伍家岗
	case n.bareScale:
		return !bareFits(text, at, end, q, n)
	case n.han && n.chars == 1 && n.lo.Cmp(Int(1)) == 0 && demonstrative(prevRune(text, at)):
		return true // 这一年
	case n.digits == 4 && n.arabic && n.scale == 0 && q.Unit != "" &&
		strings.ContainsRune(lexicon.CharsYearUnits, firstOf(text, q.UnitRange.Start)) && yearLike(text, q.UnitRange.Start, n):
		return true // 2024届高校毕业生, 2024首场
	case n.han && n.chars == 1 && !n.arabic && (q.Kind == Score || q.Unit == "m3" || demonstrative(prevRune(text, at)) && q.Kind == Duration && n.lo.Cmp(Int(2)) == 0):
		return true // 三分种七分管, 两方, 这两天
	case q.Unit == "" && n.arabic && !n.frac && n.perBase == 0:
		return nameBehind(text, end) || yearLike(text, end, n) || !whole && partOfName(text, at, end, n)
	case q.Unit == "" && !n.arabic && !n.frac && n.perBase == 0:
		return !hanFits(text, at, end, n) || nameBehind(text, end) && !whole
	case q.Kind == Count && n.digits == 1 && n.chars == 1 && n.han && n.lo.Cmp(Int(1)) == 0 && !n.more:
		return !whole // 一架, 一个: an article
	}
	return false
}

// turned reports whether 翻 governs the number at a place: 翻了一番, 翻了近一番.
func turned(text string, at int) bool {
	for range 3 {
		switch r := prevRune(text, at); r {
		case '翻':
			return true
		case '了', '近', '超', '约':
			at -= utf8.RuneLen(r)
		default:
			return false
		}
	}
	return false
}

// partOfName reports whether figures without a unit are part of a name, by what
// touches them: “5+3”, 4×100米, 《见闻3》, ［12］, Model 3, 歼-20, 邮编430071.
func partOfName(text string, at, end int, n *numeral) bool {
	prev, next := prevRune(text, at), firstOf(text, end)
	switch {
	case compound(prev), compound(next):
		return true
	case n.decimals > 0 || n.grouped || n.scale > 0 || n.more:
		return false
	case next == '”' && prev >= 0x4E00 && prev <= 0x9FFF && !strings.ContainsRune(lexicon.CharsBeforeRange, prev):
		return true // “雪龙2”号
	case next == '》', prev == '“' && next == '”', (prev == '［' || prev == '[' || prev == '〔') && (next == '］' || next == ']' || next == '〕'):
		return true
	case prev == '-':
		r := prevRune(text, at-1)
		return r >= 0x4E00 && r <= 0x9FFF
	case prev == ' ' && n.digits <= 2 && at >= 2 && isLatin(text[at-2]):
		return true
	}
	return codeBefore(text, at)
}

// compound reports whether a rune joins numbers into a label.
func compound(r rune) bool { return r == '+' || r == '＋' || r == '×' || r == '*' }

// codeBefore reports whether the word before a place says that a code follows.
func codeBefore(text string, at int) bool {
	return contextBefore(text, at, "code", "either")
}

// contextBefore reports whether a word that says the one or the other stands right
// before a place, but for 为, 是 or a colon.
func contextBefore(text string, at int, one, other string) bool {
	switch r := prevRune(text, at); r {
	case '为', '是', '：', ':':
		at -= utf8.RuneLen(r) // 股票代码为600888
	}
	i := at
	for range 4 {
		r, w := utf8.DecodeLastRuneInString(text[:i])
		if w == 0 || r < 0x80 && (r|0x20 < 'a' || r|0x20 > 'z') {
			return false
		}
		i -= w
		if s, e := lexicon.MatchClass(text, i, lexicon.ClassChineseContext); e == at && (s.Code == one || s.Code == other) {
			return true
		}
	}
	return false
}

// namedTogether is how many more numbers may share the name of the last, and how
// many digits they have.
const namedTogether = 6

// nameBehind reports whether what follows makes a name of Arabic digits: 5G,
// 世界500强, 12号线.
func nameBehind(text string, at int) bool {
	if at < len(text) && (isLatin(text[at]) || (text[at] == ':' || text[at] == '.') && isDigitAt(text, at+1)) {
		return true
	}
	for range namedTogether { // 5、6、7号楼
		if !hasPrefixAt(text, at, "、") || !isDigitAt(text, at+len("、")) {
			break
		}
		at += len("、")
		for range namedTogether {
			if !isDigitAt(text, at) {
				break
			}
			_, w := runeAt(text, at)
			at += w
		}
	}
	s, e := lexicon.MatchClass(text, at, lexicon.ClassChineseContext)
	return e > at && (s.Code == "name" || s.Code == "either")
}

// yearLike reports whether digits without a unit are the year of something
// named by it: 2025北京长城文化节.
func yearLike(text string, end int, n *numeral) bool {
	if n.digits != 4 || n.decimals > 0 || n.grouped || n.scale > 0 || n.more || n.lo.Cmp(Int(1900)) < 0 || n.lo.Cmp(Int(2100)) > 0 {
		return false
	}
	r, _ := runeAt(text, end)
	if p := prevRune(text, n.start); (p == '（' || p == '(' || p == '〔' || p == '［') && (r == '）' || r == ')' || r == '〕' || r == '］') {
		return true
	}
	if r == '（' { // 2023（中国）商品博览会
		_, w := runeAt(text, end)
		r = firstOf(text, end+w)
		return r >= 0x4E00 && r <= 0x9FFF && r != '含'
	}
	return r >= 0x4E00 && r <= 0x9FFF || r == '“' || r == '—' || r == '《' || r == '·'
}

// demonstrative reports whether 一 behind the rune is part of "this one".
func demonstrative(r rune) bool {
	switch r {
	case '这', '那', '某', '每', '上', '下', '同', '另', '该', '哪', '任':
		return true
	}
	return false
}

// bareFits reports whether a scale without a digit stands for a number: 万吨级
// is a size, 上百家 a hedge and its number, 千余人 more than a thousand.
func bareFits(text string, at, end int, q *Quantity, n *numeral) bool {
	if n.more || n.about || n.vague && q.Unit != "" || hedgeEnds(text, at) && (q.Unit != "" || n.chars > 1) {
		return true
	}
	r, _ := runeAt(text, end)
	return q.Kind == Measure && r == '级'
}

// hedgeEnds reports whether a hedge ends right before a place.
func hedgeEnds(text string, at int) bool {
	_, ok := hedgeBefore(text, at)
	return ok
}

// hedgeBefore returns the hedge of up to three characters that ends right before
// a place.
func hedgeBefore(text string, at int) (s lexicon.Sense, ok bool) {
	s, _, ok = hedgeAt(text, at)
	return s, ok
}

// hedgeAt is hedgeBefore with the length of the hedge in bytes.
func hedgeAt(text string, at int) (s lexicon.Sense, w int, ok bool) {
	i := at
	for range 3 {
		_, size := utf8.DecodeLastRuneInString(text[:i])
		if size == 0 {
			break
		}
		i -= size
		if x, e := lexicon.MatchClass(text, i, lexicon.ClassPreHedge); e == at {
			s, w, ok = x, at-i, true // 不超过 rather than 超过
		}
	}
	return s, w, ok
}

// hanFits reports whether a Han numeral without a unit is a number. In running
// copy that takes three characters or a hundred; a single digit is one only
// where it is said to be the number.
func hanFits(text string, at, end int, n *numeral) bool {
	r, _ := runeAt(text, end)
	switch {
	case r == '大' || r == '强' || r == '不' && prevRune(text, at) == '“' || r == '中' && n.chars <= 2:
		return false // 二十大, “四不”
	case n.digitRun:
		return n.digits > 3 || alone(text, at, end)
	case n.chars >= 3, n.scale > 0 || n.decimals > 0 || n.more || n.vague && n.chars > 1:
		return true
	case n.chars == 2 && n.lo.Cmp(Int(100)) >= 0:
		return true
	}
	return alone(text, at, end) || predicate(text, at, r)
}

// predicate reports whether a numeral is what the words around say it is: 是五,
// “一”.
func predicate(text string, at int, next rune) bool {
	switch prevRune(text, at) {
	case '是', '为', '“', '「':
	default:
		return false
	}
	switch next {
	case 0, '，', '。', '；', '”', '」', '这', '不', '却', '而', ',', '.', '！', '？':
		return true
	}
	return false
}

// alone reports whether nothing but space stands around a part of a text.
func alone(text string, at, end int) bool {
	for i := 0; i < at; i++ {
		if i > 8 || text[i] != ' ' && text[i] != '\n' && text[i] != '\t' {
			return false
		}
	}
	for i := end; i < len(text); i++ {
		if i > end+8 || text[i] != ' ' && text[i] != '\n' && text[i] != '\t' && text[i] != '\r' {
			return false
		}
	}
	return true
}
