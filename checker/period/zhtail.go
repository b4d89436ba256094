package period

// zhRange reads the second end of a span: 至10日, —2025年, 到今年3月.
func (r *reader) zhRange(e *Expr) {
	start := r.p
	if e.from.unit == unitPast || e.from.unit == unitAgo || e.from.unit == unitVague || e.from.unit == unitNow {
		return
	}
	r.space()
	r.take("起")
	w, ok := r.word(1 << roleTo)
	and := !ok && r.takeAny("与", "和", "及")
	if !ok && !and {
		r.p = start
		return
	}
	if ok && w.text == "-" {
		r.take("-")
	}
	r.space()
	var f Expr
	f.to.unit = noUnit
	p := r.p
	m, ok := r.zhMark(&f, false)
	if !ok || f.to.unit != noUnit || !joins(&e.from, &m) {
		r.p = start
		return
	}
	if r.p == p || and && !r.takeAny("之间", "间") {
		r.p = start
		return
	}
	if !and {
		r.takeAny("之间", "期间", "止")
	}
	e.to = m
	e.Flags |= f.Flags &^ (Cumulative | SamePeriod)
}

// joins reports whether two marks can be the ends of one span.
func joins(a, b *mark) bool {
	switch b.unit {
	case unitVague, unitPast, unitAgo, unitSame, unitFirst, unitLast, unitDecade, unitCentury:
		return a.unit == b.unit && (b.unit == unitDecade || b.unit == unitCentury)
	case unitDay:
		return a.unit == unitDay || a.fine == fineDay || a.unit == unitDayRel
	case unitNow, unitDayRel:
		return true
	case unitQuarter, unitHalf:
		return a.unit == b.unit
	case unitWeekday:
		return a.unit == unitWeekday || a.unit == unitWeekRel || a.unit == unitNear
	}
	return a.unit != unitDay && a.unit != unitWeekday && a.unit != unitHalf
}

// zhTail reads what belongs behind an expression: 以来, 期间, the weekday.
func (r *reader) zhTail(e *Expr) {
	start := r.p
	if e.to.unit == noUnit && !e.Has(AsOf) {
		if w, ok := r.word(1 << roleSince); ok {
			bare := w.text == "来"
			if e.from.unit == unitYear && (!bare || e.from.yearRef == yearRelative) ||
				!bare && e.from.unit != unitPast && e.from.unit != unitAgo && e.from.unit != unitVague && e.from.unit != unitNow {
				e.to.unit = unitNow
				e.Flags |= Since | Cumulative | Relative
			} else {
				r.p = start
			}
		}
	}
	if e.to.unit == noUnit {
		r.takeAny("期间")
	}
	last := &e.from
	if e.to.unit != noUnit {
		last = &e.to
	}
	if last.fine == fineDay || last.unit == unitDay || last.unit == unitDayRel || last.unit == unitDayBase || last.unit == unitFestival {
		r.weekdayBeside(e)
	}
}

// weekdayBeside reads the day of the week beside a date, in brackets, behind a
// comma or a space, or right behind it.
func (r *reader) weekdayBeside(e *Expr) {
	start := r.p
	r.space()
	open := r.takeAny("（", "(")
	if !open {
		r.takeAny("，", ",", "、")
		r.space()
	}
	at := r.p
	d := 0
	if _, ok := r.word(1 << roleWeek); ok {
		d, _ = r.weekdayNumeral()
	} else if w, ok := r.word(1 << roleWeekday); ok && w.n < 8 {
		d = int(w.n)
	}
	if d == 0 || d == 8 {
		r.p = start
		return
	}
	e.Weekday, e.WeekdayStart, e.WeekdayEnd = Weekday(d), at, r.p
	if open && !r.takeAny("）", ")") {
		r.p = start
	}
}

// plan reads a five-year plan: “十四五”时期, 十四五末.
func (r *reader) plan(e *Expr) bool {
	start := r.p
	quoted := r.takeAny("“", "「", "\"")
	w, ok := r.word(1 << rolePlan)
	if !ok || quoted && !r.takeAny("”", "」", "\"") {
		r.p = start
		return false
	}
	m := mark{unit: unitPlan, n: w.n}
	p := r.p
	r.takeAny("规划", "计划")
	if t, ok := r.word(1<<rolePlanYear | 1<<rolePlanTail); ok {
		r.planTail(e, &m, t)
	} else if r.p == p && !quoted {
		r.p = start
		return false
	}
	if r.p == p && !quoted {
		r.p = start
		return false
	}
	e.from = m
	e.Flags |= Chinese
	e.Kind = kindOf(e)
	return true
}

func (r *reader) planTail(e *Expr, m *mark, w *word) {
	if w.role == rolePlanYear {
		m.sub, m.day = unitYear, w.n
		return
	}
	switch w.n {
	case 1:
		e.to.unit = unitNow
		e.Flags |= Since | Cumulative | Relative
	case 3:
		m.fine = fineEnd
	case 2:
		e.Flags |= Approximate
	default:
		if t, ok := r.word(1<<rolePlanYear | 1<<rolePlanTail); ok && t.n != 1 {
			r.planTail(e, m, t)
		}
	}
}

// kindOf says what kind an expression is.
func kindOf(e *Expr) Kind {
	m := &e.from
	switch {
	case e.to.unit != noUnit, e.step.how == stepSpan, e.step.how == stepBack:
		return KindPeriod
	case e.step.how == stepOn && m.unit == unitDayRel:
		return KindDuration
	case m.unit == unitVague:
		return KindVague
	case m.unit == unitPast || m.unit == unitAgo:
		return KindDuration
	case m.unit == unitWeekday && m.n < 8:
		return KindWeekday
	case e.Has(AsOf):
		return KindDate
	}
	switch m.fine {
	case fineDay, fineStart, fineEnd, fineNth:
		return KindDate
	case fineWeekday:
		if m.day < 8 {
			return KindDate
		}
		return KindPeriod
	case fineNone:
		switch m.unit {
		case unitDay, unitDayRel, unitDayBase, unitNow, unitFestival, unitTerm, unitNumeric:
			return KindDate
		case unitNear:
			if m.n < 8 {
				return KindDate
			}
		}
	}
	return KindPeriod
}
