package period

import (
	"strings"
	"unicode/utf8"
)

// numericRange reads dates written in figures alone, and spans of them:
// 2025-12-25, 2025/12/25, 2025.12.25, 25/12/2025, 2010—2015年.
func (r *reader) numericRange(e *Expr) bool {
	start := r.p
	if _, w := arabic(r.s, r.p); w == 0 || insideNumber(r.s, r.p) {
		return false
	}
	m, ok := r.numeric(e)
	if !ok {
		return r.yearSpan(e)
	}
	e.from = m
	if e.Has(FiscalYear) {
		r.takeAny("财年", "财政年度", "会计年度", "赛季", "学年")
	}
	p := r.p
	r.space()
	r.take("起")
	if _, ok := r.word(1 << roleTo); ok && e.to.unit == noUnit {
		r.take("-")
		r.space()
		var f Expr
		if b, ok := r.numeric(&f); ok && f.to.unit == noUnit {
			e.to = b
			p = r.p
		} else if b, ok := r.zhMark(&f, false); ok && joins(&e.from, &b) && f.to.unit == noUnit {
			e.to = b
			p = r.p
		} else if n, ok := r.number(); ok && n.digits == 4 && m.fine == fineNone && m.unit == unitMonth && n.v > 1900 && n.v < 2100 && !r.numberGoesOn() {
			e.to = mark{unit: unitYear, yearRef: yearAbs, year: int16(n.v)}
			p = r.p
		}
	}
	r.p = p
	if m.unit == unitMonth && m.fine == fineNone && e.to.unit == noUnit && e.Has(Ambiguous) {
		r.p = start
		e.Flags &^= Ambiguous
		return false
	}
	if m.fine == fineDay && e.to.unit == noUnit {
		r.weekdayBeside(e)
	}
	e.Kind = kindOf(e)
	return true
}

// separator takes one of the separators of figures and returns it in its
// ASCII form.
func (r *reader) separator() byte {
	switch {
	case r.take("-"), r.take("－"):
		return '-'
	case r.take("/"), r.take("／"):
		return '/'
	case r.take("."), r.take("．"):
		return '.'
	}
	return 0
}

// numberGoesOn reports whether figures or a separator with figures follow, so
// that what was read is the beginning of something longer.
func (r *reader) numberGoesOn() bool {
	q := *r
	if _, w := arabic(q.s, q.p); w > 0 {
		return true
	}
	if q.p < len(q.s) && (isLetter(q.s[q.p]) && q.s[q.p]|0x20 != 't' || q.s[q.p] == '%') {
		return true
	}
	if c := q.separator(); c == '.' || c == '/' || c == 0 && q.takeAny(",", ":") {
		_, w := arabic(q.s, q.p)
		return w > 0
	}
	return false
}

// numeric reads one date in figures.
func (r *reader) numeric(e *Expr) (m mark, ok bool) {
	start := r.p
	a, ok := r.number()
	if !ok || a.han {
		r.p = start
		if m, ok := r.compact(); ok {
			e.Flags |= YearPrinted | MonthPrinted
			return m, true
		}
		return m, false
	}
	if m, ok := r.season(e, a); ok {
		return m, true
	}
	sep := r.separator()
	if sep == 0 && a.digits == 4 && a.v >= 1900 && a.v < 2100 && r.take(" ") {
		sep = ' '
	}
	if sep == 0 && r.takeAny("·", "•", "・") {
		return r.namedDay(a, start)
	}
	b, ok := r.number()
	if sep == 0 || !ok || b.han {
		r.p = start
		return m, false
	}
	p := r.p
	if b.digits <= 2 && (r.separator() == sep || sep == ' ' && r.take(" ")) {
		c, ok := r.number()
		if ok && !c.han && !r.numberGoesOn() && (sep != ' ' || r.rowEnds()) {
			if m, ok := ymd(a, b, c, sep); ok {
				e.Flags |= YearPrinted | MonthPrinted
				if m.yearRef == yearShort {
					e.Flags |= ShortYear
				}
				if m.unit == unitNumeric {
					e.Flags |= Ambiguous
				}
				return m, true
			}
		}
		r.p = start
		return m, false
	}
	r.p = p
	if a.digits <= 2 && a.v >= 1 && a.v <= 12 && b.digits == 4 && sep == '/' && b.v > 1900 && b.v < 2100 && !r.numberGoesOn() {
		e.Flags |= YearPrinted | MonthPrinted
		return mark{unit: unitMonth, n: int16(a.v), yearRef: yearAbs, year: int16(b.v)}, true
	}
	if a.digits == 4 && a.v >= 1900 && a.v < 2100 && sep == '/' && b.digits == 2 && b.v == (a.v+1)%100 && !r.numberGoesOn() {
		// 2009/10 is a financial year or a season, rather than October.
		e.Flags |= YearPrinted | FiscalYear | Ambiguous
		e.to = mark{unit: unitYear, yearRef: yearAbs, year: int16(a.v + 1)}
		return mark{unit: unitYear, yearRef: yearAbs, year: int16(a.v)}, true
	}
	if a.digits == 4 && a.v >= 1900 && a.v < 2100 && (b.digits == 2 || sep == '/') && b.v >= 1 && b.v <= 12 && !r.numberGoesOn() && !r.takeAny("年") {
		if sep == '.' {
			e.Flags |= Ambiguous // 2025.11 alone is rather a number
		}
		e.Flags |= YearPrinted | MonthPrinted
		return mark{unit: unitMonth, n: int16(b.v), yearRef: yearAbs, year: int16(a.v)}, true
	}
	r.p = start
	return m, false
}

// season reads a season or financial year that runs over New Year's Eve, of
// whose second year but two figures are printed: 2024-25. What may be a month
// as well, 2009-10, is one unless a word for such a year stands behind it.
func (r *reader) season(e *Expr, a number) (m mark, ok bool) {
	start := r.p
	if a.digits == 4 && a.v >= 1850 && a.v < 2100 && r.takeAny("-", "–", "—") {
		b, ok := r.number()
		if ok && !b.han && b.digits == 2 && b.v == (a.v+1)%100 && !r.numberGoesOn() && !r.dashFigure() && (b.v > 12 || r.seasonFollows()) {
			e.Flags |= YearPrinted | FiscalYear
			e.to = mark{unit: unitYear, yearRef: yearAbs, year: int16(a.v + 1)}
			return mark{unit: unitYear, yearRef: yearAbs, year: int16(a.v)}, true
		}
	}
	r.p = start
	return m, false
}

// seasonFollows reports whether a word for a year that isn't the calendar's
// follows.
func (r *reader) seasonFollows() bool {
	q := *r
	q.spaces()
	_, ok := q.word(1<<roleSeason | 1<<roleFiscal)
	return ok
}

// compact reads a date in the basic format of ISO 8601, 20251225, that stands by
// itself: not behind a sign of number, and with nothing it could count.
func (r *reader) compact() (m mark, ok bool) {
	if !compactAhead(r.s, r.p) {
		return m, false
	}
	var v [8]int
	for i := range v {
		v[i] = int(r.s[r.p+i] - '0')
	}
	d := Date{v[0]*1000 + v[1]*100 + v[2]*10 + v[3], v[4]*10 + v[5], v[6]*10 + v[7]}
	if !d.Valid() {
		return m, false
	}
	r.p += len(v)
	return mark{unit: unitMonth, n: int16(d.Month), fine: fineDay, day: int16(d.Day), yearRef: yearAbs, year: int16(d.Year)}, true
}

// compactAhead reports whether eight figures of a year from 1900 to 2099 stand by
// themselves at a place.
func compactAhead(s string, at int) bool {
	if at+8 > len(s) || !(s[at] == '1' && s[at+1] == '9' || s[at] == '2' && s[at+1] == '0') {
		return false
	}
	for i := at; i < at+8; i++ {
		if !isDigit(s[i]) {
			return false
		}
	}
	if r := before(s, at); r >= 0x4E00 && r <= 0x9FFF || r == '.' || r == '=' || r == '/' {
		return false
	}
	if at+8 == len(s) {
		return true
	}
	switch c := s[at+8]; {
	case isDigit(c), isLetter(c), c == '%', c == '_', c == '/':
		return false
	case c == '.' || c == ',' || c == '-' || c == ':':
		return at+9 == len(s) || !isDigit(s[at+9]) && !isLetter(s[at+9])
	case c == ' ':
		return at+9 == len(s) || !isLetter(s[at+9]) && s[at+9] < 0x80
	case c < 0x80:
		return true
	}
	switch runeAt(s, at+8) {
	case '，', '。', '；', '、', '）', '”', '》', '】':
		return true
	}
	return false
}

// namedDay reads the day behind a point, 9·11, which names an event more often
// than a day of this year: its year isn't guessed.
func (r *reader) namedDay(month number, start int) (m mark, ok bool) {
	prev := before(r.s, start)
	d, ok := r.number()
	if !ok || prev == '·' || prev == '第' || d.han || d.digits > 2 || month.digits > 2 || month.v < 1 || month.v > 12 || d.v < 1 || d.v > DaysIn(0, month.v) || r.numberGoesOn() || r.takeAny("·", "•", "・") {
		r.p = start
		return m, false
	}
	return mark{unit: unitMonth, n: int16(month.v), fine: fineDay, day: int16(d.v), fineSub: unitFestival}, true
}

// rowEnds reports whether a date with spaces inside, just read, is no part of a
// row of numbers.
func (r *reader) rowEnds() bool {
	q := *r
	if q.take(" ") {
		if _, w := arabic(q.s, q.p); w > 0 {
			return false
		}
	}
	return r.endsHere()
}

// ymd makes a date of three numbers with separators between.
func ymd(a, b, c number, sep byte) (m mark, ok bool) {
	switch {
	case a.digits == 4 && c.digits <= 2 && a.v >= 1000 && a.v < 2200:
		if b.v < 1 || b.v > 19 || c.v < 1 || c.v > 39 {
			return m, false
		}
		return mark{unit: unitMonth, n: int16(b.v), fine: fineDay, day: int16(c.v), yearRef: yearAbs, year: int16(a.v)}, true
	case a.digits <= 2 && (c.digits == 4 && c.v >= 1000 && c.v < 2200 || c.digits == 2 && sep != '.'):
		if a.v < 1 || b.v < 1 || a.v > 31 || b.v > 31 || a.v > 12 && b.v > 12 {
			return m, false
		}
		m = mark{unit: unitNumeric, n: int16(a.v), day: int16(b.v), yearRef: yearAbs, year: int16(c.v)}
		if c.digits == 2 {
			m.yearRef = yearShort
			if a.digits == 2 && b.digits == 2 {
				m.fineSub = unitYear // the first may be the year
			}
		}
		return m, true
	}
	return m, false
}

// yearSpan reads two years of which but the last has its unit, or none:
// 2021—2025年, 2010-2015, and the year between words that call for one.
func (r *reader) yearSpan(e *Expr) bool {
	start := r.p
	a, ok := r.number()
	if !ok || a.han || a.digits != 4 || a.v < 1000 || a.v >= 2200 {
		r.p = start
		return false
	}
	r.space()
	if _, ok := r.word(1 << roleTo); ok {
		r.take("-")
		r.space()
		prev := before(r.s, start)
		b, ok := r.number()
		if ok && !b.han && (b.digits == 4 && b.v > a.v && b.v < 2200 || b.digits == 2 && b.v > a.v%100) && !r.numberGoesOn() {
			if b.digits == 2 {
				b.v += a.v / 100 * 100
			}
			free, p := r.endsHere(), r.p
			r.space()
			unit := r.takeAny("年度", "年")
			if !unit && r.takeAny("赛季", "学年", "財年", "财年") {
				unit = true
				e.Flags |= FiscalYear
			}
			if !unit {
				r.p = p
			}
			if r.take("代") {
				r.p = start
				return false
			}
			if unit || b.digits == 4 && a.v >= 1900 && b.v <= 2100 && (prev == '从' || prev == '自' || free) {
				e.from = mark{unit: unitYear, yearRef: yearAbs, year: int16(a.v)}
				e.to = mark{unit: unitYear, yearRef: yearAbs, year: int16(b.v)}
				e.Flags |= YearPrinted
				e.Kind = KindPeriod
				if unit {
					r.partOfYear(&e.to)
				}
				return true
			}
		}
	}
	r.p = start
	return false
}

// partOfYear narrows the last year of a span to the part of it that follows:
// 2021—2025年9月.
func (r *reader) partOfYear(m *mark) {
	p := r.p
	var f Expr
	part := *m
	if r.zhSub(&f, &part, true) && f.to.unit == noUnit && part.unit != unitSame && part.unit != unitYear {
		*m = part
		return
	}
	r.p = p
}

// endsHere reports whether the expression stands free: at the end of the text,
// a space or punctuation.
func (r *reader) endsHere() bool {
	if r.p >= len(r.s) {
		return true
	}
	switch c := r.peek(); {
	case c < 0x80:
		return !isLetter(byte(c)) && !isDigit(byte(c)) && c != '%' && c != '$'
	case c == '，' || c == '。' || c == '；' || c == '）' || c == '、' || c == '：' || c == '”' || c == '》' || c == '\u3000':
		return true
	}
	return false
}

// hourBehind reports whether an hour without minutes may stand at a place: behind
// a day, a part of it, or the beginning of a span of hours.
func hourBehind(s string, at int) bool {
	switch prev := before(s, at); prev {
	case '日', '号', '號', '午', '晨', '晚', '夜', '间', '間':
		return true
	case '至', '到', '—', '-':
		switch before(s, at-utf8.RuneLen(prev)) {
		case '时', '時', '点', '點', '半', '分', '整':
			return true
		}
	}
	return false
}

// hourAhead reports whether what stands around an hour in figures, 9时开馆, makes
// it one of the day: a verb of what opens, leaves or closes then behind 时, and no
// word of amounts before it.
func hourAhead(s string, start, end int) bool {
	if !strings.HasSuffix(s[:end], "时") {
		return false
	}
	switch before(s, start) {
	case '达', '约', '近', '满', '超', '每', '共', '第', '.', '=', '为':
		return false
	}
	switch runeAt(s, end) {
	case '发', '开', '出', '起', '抵', '到', '关', '闭', '止', '至', '前', '准', '入', '结':
		return true
	}
	return false
}

// afternoon reports whether an hour without a part of the day before it is of the
// second half of the day by what stands before: 当晚10时, 下午2时至5时.
func afternoon(before string, hour int) bool {
	before = before[max(0, len(before)-48):]
	if rest, ok := strings.CutSuffix(before, "）"); ok { // 今晚（7月20日）8时
		if i := strings.LastIndex(rest, "（"); i >= 0 {
			before = rest[:i]
		}
	}
	if i := strings.LastIndexAny(before, "，。；、"); i >= 0 {
		before = before[i:]
	}
	if strings.HasSuffix(before, "晚") || strings.HasSuffix(before, "夜") {
		return hour >= 5
	}
	if !strings.HasSuffix(before, "至") && !strings.HasSuffix(before, "到") && !strings.HasSuffix(before, "—") && !strings.HasSuffix(before, "-") {
		return false
	}
	return strings.Contains(before, "下午") || hour >= 5 && (strings.Contains(before, "晚") || strings.Contains(before, "夜"))
}

// time reads a time of day: 9时30分, 下午3点, 15:30.
func (r *reader) time(e *Expr) bool {
	start := r.p
	part, hasPart := r.word(1 << roleDayPart)
	r.space()
	if insideNumber(r.s, r.p) {
		r.p = start
		return false
	}
	h, ok := r.number()
	if !ok || h.v > 24 && h.digits > 2 || h.digits > 3 {
		r.p = start
		return false
	}
	minutes := false
	switch {
	case r.takeAny("时", "時", "点", "點"):
		p := r.p
		if n, ok := r.number(); ok && n.v < 100 && r.take("分") {
			e.Minute, minutes = n.v, !r.take("之") && !r.take("钟")
		} else {
			r.p = p
			if r.take("半") {
				e.Minute, minutes = 30, true
			} else if r.take("一刻") {
				e.Minute, minutes = 15, true
			} else if r.take("三刻") {
				e.Minute, minutes = 45, true
			} else {
				minutes = r.takeAny("整", "许", "許") || h.v <= 24 && (hourBehind(r.s, start) || !h.han && hourAhead(r.s, start, r.p) || strings.HasSuffix(r.s[:p], "时") && r.hoursFollow())
			}
		}
	case !h.han && h.digits <= 2 && r.takeAny(":", "："):
		n, ok := r.number()
		if !ok || n.han || n.digits != 2 || n.v > 59 || h.v > 24 || r.numberGoesOn() || strings.HasSuffix(r.s[:start], "比分") || beginsAny(r.s[r.p:], behindClock[:]) {
			r.p = start
			return false
		}
		e.Minute, minutes = n.v, true
	default:
		r.p = start
		return false
	}
	if !minutes && !hasPart {
		r.p = start
		return false
	}
	e.Hour = h.v
	if h.v < 12 && (hasPart && part.n >= 12 || !hasPart && afternoon(r.s[:start], h.v)) {
		e.Hour += 12
	}
	e.Kind = KindTime
	e.Flags |= Chinese
	r.clockEnd(e)
	return true
}

// hoursFollow reports whether a span of hours goes on with another: 9时至11时.
func (r *reader) hoursFollow() bool {
	q := *r
	q.clockEnd(&Expr{})
	return q.p > r.p
}

// clockEnd takes the second end of a span of hours: 9:30—11:00, 9时至11时30分. One
// in the afternoon that prints its hour by twelve follows the first.
func (r *reader) clockEnd(e *Expr) {
	start := r.p
	if _, ok := r.word(1 << roleTo); !ok {
		return
	}
	part, hasPart := r.word(1 << roleDayPart)
	h, ok := r.number()
	minute, printed := 0, false
	if ok && h.v <= 24 && h.digits <= 3 {
		if r.takeAny(":", "：") {
			n, two := r.number()
			minute, printed = n.v, two && !n.han && n.digits == 2 && n.v < 60 && !r.numberGoesOn()
		} else if printed = r.takeAny("时", "時", "点", "點"); printed {
			p := r.p
			if n, ok := r.number(); ok && n.v < 60 && r.take("分") {
				minute = n.v
			} else if r.p = p; r.take("半") {
				minute = 30
			}
			printed = !r.takeAny("钟", "许")
		}
	}
	hour := h.v
	if hour < 12 && (hasPart && part.n >= 12 || !hasPart && hour < e.Hour && e.Hour >= 12) {
		hour += 12
	}
	if !printed || hour < e.Hour {
		r.p = start
		return
	}
	e.EndHour, e.EndMinute, e.ClockSpan = hour, minute, true
}
