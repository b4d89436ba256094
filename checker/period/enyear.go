package period

// wordYear takes a year in words: nineteen eighty-six, two thousand and five,
// one thousand seven hundred and eighty-nine.
func (r *reader) wordYear() (int, bool) {
	start := r.p
	if r.p >= len(r.s) || isDigit(r.s[r.p]) {
		return 0, false
	}
	a, ok := r.enCardinal()
	if !ok || !r.spaces() {
		r.p = start
		return 0, false
	}
	if a >= 11 && a <= 21 {
		if b, ok := r.enTail(); ok && b >= 10 && a >= 15 {
			return a*100 + b, true
		}
		p := r.p
		if w, ok := r.word(1 << roleScale); ok && w.n == 100 {
			return a*100 + r.enHundreds(), true
		}
		r.p = p
	}
	if w, ok := r.word(1 << roleScale); ok && w.n == 1000 && a <= 2 {
		y := a*1000 + r.enHundreds()
		if y >= 1000 && y < 2200 {
			return y, true
		}
	}
	r.p = start
	return 0, false
}

// enTail takes a number below a hundred in words.
func (r *reader) enTail() (int, bool) {
	start := r.p
	if r.p < len(r.s) && !isDigit(r.s[r.p]) {
		if n, ok := r.enCardinal(); ok && n < 100 {
			return n, true
		}
	}
	r.p = start
	return 0, false
}

// enHundreds takes what stands behind a thousand: seven hundred and
// eighty-nine, and five; 0 where nothing does.
func (r *reader) enHundreds() int {
	v, p := 0, r.p
	for range 2 {
		if !r.spaces() {
			break
		}
		and := r.fold("and")
		if and && !r.spaces() {
			break
		}
		n, ok := r.enTail()
		if !ok {
			break
		}
		q := *r
		if w, found := q.find(1 << roleScale); found && w.n == 100 && n < 10 && v == 0 && !and {
			v, r.p, p = 100*n, q.p, q.p
			continue
		}
		v, p = v+n, r.p
		break
	}
	r.p = p
	return v
}

// find takes a word with one of the roles behind spaces.
func (r *reader) find(mask uint64) (*word, bool) {
	r.spaces()
	return r.word(mask)
}

// enWordYear reads a year or decade in words where the words around it call
// for one: in nineteen ninety-six, the nineteen seventies.
func (r *reader) enWordYear(e *Expr, m *mark) bool {
	start := r.p
	if start >= len(r.s) || !isLetter(r.s[start]) {
		return false
	}
	if a, ok := r.enCardinal(); ok && r.spaces() {
		century := 100 * a
		if w, ok := r.word(1 << roleScale); ok && w.n == 1000 && a == 2 && r.spaces() && r.fold("and") && r.spaces() {
			century = 1000 * a
		}
		if century >= 1500 && century <= 2000 {
			tens, ok := r.enTens()
			if ok {
				*m = mark{unit: unitDecade, yearRef: yearAbs, n: int16(century + tens)}
				e.Flags |= YearPrinted
				return true
			}
		}
	}
	r.p = start
	y, ok := r.wordYear()
	if ok && y%1000 != 0 && r.yearCue(start) && (y < 2000 && y%100 >= 10 || r.strictCue(start)) {
		*m = mark{unit: unitYear, yearRef: yearAbs, year: int16(y)}
		e.Flags |= YearPrinted
		return true
	}
	r.p = start
	return false
}

// enTens takes the name of a decade behind its century: seventies, tens.
func (r *reader) enTens() (int, bool) {
	if w, ok := r.word(1 << roleDecade); ok {
		return int(w.n), true
	}
	return 10, r.fold("tens")
}

// enNamedYear reads a year of which only the word says that it is one: the year
// 267, AD 79. It has to end its clause, or count people of that year: of this
// year 267 people nothing is a year.
func (r *reader) enNamedYear(e *Expr, m *mark) bool {
	start := r.p
	if r.fold("year") && !r.relBefore(start) && (start == 0 || r.s[start-1] != '-') && r.spaces() {
		n, ok := r.yearOfOld()
		if ok {
			r.era()
		}
		if ok && r.closes() {
			*m = mark{unit: unitYear, yearRef: yearAbs, year: int16(n)}
			e.Flags |= YearPrinted
			return true
		}
	}
	r.p = start
	return false
}

// yearOfOld takes a year of three or four figures, or one in words.
func (r *reader) yearOfOld() (int, bool) {
	if n, ok := r.number(); ok {
		return n.v, !n.han && n.digits >= 3 && n.v > 0 && n.v < 2200
	}
	start := r.p
	if y, ok := r.wordYear(); ok {
		return y, true
	}
	if n, ok := r.enCardinal(); ok && n < 10 && r.spaces() {
		if w, ok := r.word(1 << roleScale); ok && w.n == 100 {
			return n*100 + r.enHundreds(), true
		}
	}
	r.p = start
	return 0, false
}

// era takes AD or CE behind a year.
func (r *reader) era() bool {
	p := r.p
	r.spaces()
	if r.takeAny("A.D.", "AD", "C.E.", "CE") && !isLetterOrDigit(r.s, r.p) {
		return true
	}
	r.p = p
	return false
}

// relBefore reports whether a word such as this, last or every stands right
// before a place.
func (r *reader) relBefore(at int) bool {
	end := at
	for end > 0 && r.s[end-1] == ' ' {
		end--
	}
	i := end
	for i > 0 && isLetter(r.s[i-1]) {
		i--
	}
	_, e := find(r.s, i, 1<<roleRel|1<<roleEach|1<<roleCardinal|1<<roleOrdinal)
	return e == end && end > i || r.wordBefore(at, "per ")
}

// beforeChrist takes BC or BCE behind a year or century.
func (r *reader) beforeChrist() bool {
	p := r.p
	r.spaces()
	if r.takeAny("B.C.", "BCE", "BC") && !isLetterOrDigit(r.s, r.p) {
		return true
	}
	r.p = p
	return false
}

// enEraYear reads a year with its era behind it: 79 AD, 44 BC. Those before the
// first year are before the calendar of this package begins.
func (r *reader) enEraYear(e *Expr, m *mark) bool {
	start := r.p
	n, ok := r.number()
	if ok && !n.han {
		switch {
		case r.beforeChrist():
			*m = mark{unit: unitVague}
			return true
		case n.v > 0 && n.v < 2200 && r.era():
			*m = mark{unit: unitYear, yearRef: yearAbs, year: int16(n.v)}
			e.Flags |= YearPrinted
			return true
		}
	}
	r.p = start
	return false
}
