package period

const (
	enRel = 1<<roleRel | 1<<roleDayRel | 1<<roleNow | 1<<roleVague | 1<<roleYtd | 1<<roleEdgeYear | 1<<roleSame
)

// english reads an expression in English.
func (r *reader) english(e *Expr) bool {
	start := r.p
	if r.enHour(e) {
		return true
	}
	if w, ok := r.word(1<<roleAsOf | 1<<roleFromSince); ok {
		if w.role == roleAsOf {
			e.Flags |= AsOf
		} else {
			e.Flags |= Since | Cumulative | Relative
		}
		if !r.spaces() {
			return false
		}
		e.Body = r.p
	}
	m, ok := r.enMark(e, start)
	if !ok {
		return false
	}
	e.from = m
	switch {
	case e.Has(Since) && e.to.unit == noUnit:
		e.to.unit = unitNow
	case e.to.unit == noUnit:
		r.enRange(e, start)
	}
	last := &e.from
	if e.to.unit != noUnit {
		last = &e.to
	}
	if e.Weekday == 0 && e.step.weekday == 0 && (last.fine == fineDay || last.unit == unitDayRel) {
		r.weekdayBeside(e)
	}
	e.Kind = kindOf(e)
	switch m.unit {
	case unitMonth, unitQuarter, unitFestival: // every March, each Christmas
		return m.yearRef != yearNone || !r.eachBefore(start)
	}
	return true
}

// spaces takes one to four spaces.
func (r *reader) spaces() bool {
	n := 0
	for n < 4 && r.p < len(r.s) && r.s[r.p] == ' ' {
		r.p++
		n++
	}
	return n > 0
}

// words takes a word of Latin letters that isn't in the tables, in any case.
func (r *reader) fold(s string) bool {
	if !hasPrefixFold(r.s[r.p:], s) || isLetterOrDigit(r.s, r.p+len(s)) && isLetter(s[len(s)-1]) {
		return false
	}
	r.p += len(s)
	return true
}

// enMark reads one end.
func (r *reader) enMark(e *Expr, start int) (m mark, ok bool) {
	p := r.p
	if r.fold("the") || r.fold("on") || r.fold("in") {
		if r.spaces(); r.fold("the") {
			r.spaces()
		}
		if r.p > p && r.s[r.p-1] != ' ' {
			r.p = p
			return m, false
		}
	}
	switch {
	case r.enWeekday(e, &m), r.enWeekOf(e, &m), r.enRest(e, &m), r.enRelative(e, &m), r.enEdge(e, &m), r.enMonth(e, &m), r.enFiscal(e, &m), r.enCode(e, &m),
		r.enWeek(e, &m), r.enFestival(e, &m), r.enNumber(e, &m), r.enDecade(e, &m), r.enNamedYear(e, &m), r.enOffset(e, &m):
		return m, true
	}
	r.p = p
	return mark{}, false
}

// enYear takes a year behind a month, quarter or the like.
func (r *reader) enYear(e *Expr, m *mark) bool {
	start := r.p
	comma := r.take(",")
	sp := r.spaces()
	of := (r.fold("of") || r.fold("in")) && r.spaces()
	if of && r.fold("the") {
		r.spaces()
		r.fold("year")
		r.spaces()
	}
	r.fold("fy")
	n, ok := r.number()
	if !ok && (sp || of) {
		if y, ok := r.wordYear(); ok {
			m.yearRef, m.year = yearAbs, int16(y)
			e.Flags |= YearPrinted
			return true
		}
	}
	switch {
	case ok && !n.han && n.digits == 4 && n.v >= 1000 && n.v < 2200 && (sp || comma || of) && !r.numberGoesOn():
		m.yearRef, m.year = yearAbs, int16(n.v)
		e.Flags |= YearPrinted
		return true
	case ok && n.digits == 2 && !n.han && (of || m.unit == unitMonth && m.fine == fineNone && n.v > 31 && sp && !comma) && r.closes():
		m.yearRef, m.year = yearShort, int16(n.v)
		e.Flags |= YearPrinted | ShortYear
		return true
	case !ok && !comma && r.take("'"):
		if n, ok := r.number(); ok && n.digits == 2 {
			m.yearRef, m.year = yearShort, int16(n.v)
			e.Flags |= YearPrinted | ShortYear
			return true
		}
	case !ok && sp:
		if w, ok := r.word(1 << roleRel); ok && r.spaces() && r.fold("year") {
			m.yearRef, m.year = yearRelative, w.n
			e.Flags |= YearRelative | Relative
			return true
		}
	}
	r.p = start
	return false
}

// closes reports whether a text ends at the place, or a mark that ends a clause
// stands there.
func (r *reader) closes() bool {
	if r.p >= len(r.s) {
		return true
	}
	switch r.s[r.p] {
	case '.', ',', ';', ')', '\n', '?', '!', '"':
		return r.p+1 >= len(r.s) || !isDigit(r.s[r.p+1])
	}
	return false
}

// enCardinal takes a small number in figures or words.
func (r *reader) enCardinal() (int, bool) {
	if n, ok := r.number(); ok {
		return n.v, !n.han && n.v > 0 && n.v < 1000
	}
	w, ok := r.word(1<<roleCardinal | 1<<roleTens)
	if !ok {
		return 0, false
	}
	v := int(w.n)
	if w.role == roleTens {
		p := r.p
		if r.take("-") || r.spaces() {
			if u, ok := r.word(1 << roleCardinal); ok && u.n < 10 && len(u.text) > 2 {
				return v + int(u.n), true
			}
		}
		r.p = p
	}
	return v, true
}

// enOrdinal takes 5th, third, twenty-first.
func (r *reader) enOrdinal() (n int, figures, ok bool) {
	start := r.p
	if x, ok := r.number(); ok && !x.han && x.digits <= 2 && x.v > 0 {
		if r.fold("st") || r.fold("nd") || r.fold("rd") || r.fold("th") {
			return x.v, true, true
		}
		r.p = start
		return 0, false, false
	}
	r.p = start
	if w, ok := r.word(1 << roleOrdinal); ok {
		return int(w.n), false, true
	}
	if w, ok := r.word(1 << roleTens); ok && w.n <= 30 && (r.take("-") || r.spaces()) {
		if u, ok := r.word(1<<roleOrdinal | 1<<roleCardinal); ok && u.n < 10 && len(u.text) > 2 {
			return int(w.n + u.n), false, true
		}
	}
	r.p = start
	return 0, false, false
}

// cues are words before a place that call for a time behind them.
var cues = [...]string{"in", "on", "of", "by", "since", "from", "until", "till", "through", "during", "between", "before", "after",
	"last", "this", "next", "early", "late", "mid", "end", "to", "and", "around", "for", "year", "at", "the"}

// cue reports whether the word before a place calls for a time.
func (r *reader) cue(at int) bool {
	i := at
	for i > 0 && (r.s[i-1] == ' ' || r.s[i-1] == '-') && at-i < 4 {
		i--
	}
	if i == 0 && i == at {
		return true
	}
	j := i
	for j > 0 && isLetter(r.s[j-1]) && i-j < 8 {
		j--
	}
	for _, w := range cues {
		if i-j == len(w) && hasPrefixFold(r.s[j:i], w) {
			return true
		}
	}
	return false
}

// enFiscal reads fiscal 2025, FY25.
func (r *reader) enFiscal(e *Expr, m *mark) bool {
	start := r.p
	w, ok := r.word(1<<roleFiscal | 1<<roleCalendarCode)
	if !ok {
		return false
	}
	if w.role == roleFiscal {
		r.spaces()
	}
	n, ok := r.number()
	if x, season := r.season(e, n); ok && season {
		*m = x
		e.Flags |= YearPrinted | FiscalYear
		return true
	}
	if !ok || n.han || n.digits != 4 && n.digits != 2 || r.numberGoesOn() || n.digits == 4 && (n.v < 1900 || n.v > 2199) {
		r.p = start
		return false
	}
	*m = mark{unit: unitYear, yearRef: yearAbs, year: int16(n.v)}
	if n.digits == 2 {
		m.yearRef = yearShort
	}
	e.Flags |= YearPrinted
	if w.role == roleFiscal {
		e.Flags |= FiscalYear
	}
	return true
}

// enCode reads Q3, H1, 3Q25, 2025 Q3.
func (r *reader) enCode(e *Expr, m *mark) bool {
	start := r.p
	if r.p >= len(r.s) {
		return false
	}
	if c := r.s[r.p]; isLetter(c) {
		if !r.quarterCode(m) {
			return false
		}
		r.enYear(e, m)
		return true
	}
	n, ok := r.number()
	if ok && !n.han && n.digits == 4 && n.v > 1900 && n.v < 2200 {
		p := r.p
		if (r.spaces() || r.take("-")) && r.quarterCode(m) {
			m.yearRef, m.year = yearAbs, int16(n.v)
			e.Flags |= YearPrinted
			return true
		}
		r.p = p
	}
	r.p = start
	return false
}

// enWeek reads week 31 of the year, Quarter 1 2014.
func (r *reader) enWeek(e *Expr, m *mark) bool {
	start := r.p
	if r.fold("quarter") && r.spaces() {
		if n, ok := r.number(); ok && !n.han && n.v >= 1 && n.v <= 4 && n.digits == 1 && r.dayEnds() {
			*m = mark{unit: unitQuarter, n: int16(n.v)}
			if r.enYear(e, m) {
				return true
			}
		}
	}
	r.p = start
	if r.fold("week") && r.spaces() {
		if n, ok := r.number(); ok && !n.han && n.v >= 1 && n.v <= 53 && r.dayEnds() {
			*m = mark{unit: unitWeek, n: int16(n.v)}
			r.enYear(e, m)
			if m.yearRef == yearNone {
				m.yearRef = yearRelative
				e.Flags |= Relative
			}
			return true
		}
	}
	r.p = start
	return false
}

// enFestival reads Christmas, Easter 2018.
func (r *reader) enFestival(e *Expr, m *mark) bool {
	w, ok := r.word(1 << roleFestival)
	if !ok {
		return false
	}
	*m = mark{unit: unitFestival, n: w.n, sub: unitNear}
	r.enYear(e, m)
	p := r.p
	if r.spaces() && r.weekend() {
		m.fine = fineWeekend
		if m.yearRef == yearNone {
			r.enYear(e, m)
		}
		return true
	}
	r.p = p
	return true
}

// weekend takes the word.
func (r *reader) weekend() bool {
	p := r.p
	if w, ok := r.word(1 << roleWeekday); ok && w.n == 8 {
		return true
	}
	r.p = p
	return false
}

// weekendOf reads the weekend of Thanksgiving 2025.
func (r *reader) weekendOf(e *Expr, m *mark) bool {
	start := r.p
	if r.spaces() && r.fold("of") && r.spaces() && r.enFestival(e, m) && m.fine == fineNone {
		m.fine = fineWeekend
		return true
	}
	r.p = start
	return false
}

// enDecade reads the nineties.
func (r *reader) enDecade(e *Expr, m *mark) bool {
	start := r.p
	r.take("'")
	if n, ok := r.number(); ok && !n.han && n.digits == 2 && n.v%10 == 0 && start < r.p-2 && r.fold("s") {
		*m = mark{unit: unitDecade, yearRef: yearShort, n: int16(n.v)}
		return true
	}
	r.p = start
	if w, ok := r.word(1 << roleDecade); ok && (hasPrefixFold(r.s[max(0, start-4):], "the ") || hasPrefixFold(r.s[max(0, start-5):], "late ")) {
		*m = mark{unit: unitDecade, yearRef: yearShort, n: w.n}
		return true
	}
	return false
}
