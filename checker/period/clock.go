package period

import (
	"strings"
	"unicode/utf8"
)

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
