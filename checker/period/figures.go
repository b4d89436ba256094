package period

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
