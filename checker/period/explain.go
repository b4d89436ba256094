package period

// Rule names one rule that an expression is reckoned out by, in Chinese and in
// English.
type Rule struct{ ZH, EN string }

// The rules that Explain names.
var (
	byYearUnknown = Rule{"没印年份，刊发日不详，年份空着", "no year is printed and the day of publication isn't known"}
	byYearLatest  = Rule{"没印年份，取刊发日以前最近的一个", "no year is printed: the latest that isn't after publication"}
	byYearNext    = Rule{"没印年份，说的是将来，取刊发日以后最近的一个", "no year is printed and the clause looks ahead: the next one"}
	byDayLatest   = Rule{"没印月份，取刊发日以前最近的一天", "no month is printed: the latest such day"}
	byYearBase    = Rule{"年份从前文说起的时期算", "the year counts from the period spoken of before"}
	byYearPub     = Rule{"年份从刊发年算", "the year counts from the year of publication"}
	byYearShort   = Rule{"两位数年份，就近补足世纪", "a year of two figures, in the nearest century"}
	byYearEra     = Rule{"年号纪年", "a year of a reign"}
	byPublished   = Rule{"从刊发日推算", "counts from the day of publication"}
	byBase        = Rule{"从前文说起的日子推算", "counts from the day spoken of before"}
	byLunar       = Rule{"农历，换算成公历", "a date of the lunar calendar"}
	byFestivalDay = Rule{"节日，按历法定日", "a festival, by the calendar"}
	byHolidayDays = Rule{"假期，按国务院办公厅通知的放假日子", "a public holiday, by the notice of the State Council"}
	byTerm        = Rule{"节气，按历表", "a solar term, by the table"}
	byPlan        = Rule{"五年规划（计划）的年份", "the years of a five-year plan"}
	byCumulative  = Rule{"从年初累计", "counts up from the beginning of the year"}
	byAsOf        = Rule{"截至：取末日", "as of: the last day"}
	bySince       = Rule{"以来：到刊发日止", "since: up to the day of publication"}
	bySame        = Rule{"同期：照前文的时期", "the same span as the period spoken of before"}
	byFirstDay    = Rule{"初：取首日", "the beginning: the first day"}
	byLastDay     = Rule{"底、末：取末日", "the end: the last day"}
	byVague       = Rule{"只说大概，不定日子", "no exact time is said"}
	byNumericDay  = Rule{"全用数字的日期，先日后月", "a date in figures, the day first"}
	byNumericMon  = Rule{"全用数字的日期，先月后日", "a date in figures, the month first"}
)

// Explain lists the rules that Resolve goes by, in the order of the expression;
// none where everything is printed in full.
func (e *Expr) Explain(c Context) (rules []Rule) {
	add := func(r Rule) {
		for _, have := range rules {
			if have == r {
				return
			}
		}
		rules = append(rules, r)
	}
	shared := e.from.yearRef != yearNone || e.to.yearRef != yearNone
	for _, m := range [2]*mark{&e.from, &e.to} {
		if m.unit != noUnit {
			c.explainYear(m, shared, add)
			c.explainUnit(m, add)
		}
	}
	for _, f := range [...]struct {
		flag Flags
		rule Rule
	}{{Cumulative, byCumulative}, {Since, bySince}, {AsOf, byAsOf}} {
		if e.Has(f.flag) {
			add(f.rule)
		}
	}
	return rules
}

// explainYear names the rule that gives a mark its year. shared says that one
// of the two ends prints a year, which then holds for both.
func (c Context) explainYear(m *mark, shared bool, add func(Rule)) {
	switch m.yearRef {
	case yearRelative:
		add(byYearPub)
	case yearBase:
		add(byYearBase)
	case yearShort:
		add(byYearShort)
	case yearEra:
		add(byYearEra)
	case yearNone:
		switch {
		case shared || !needsYear(m) || c.Year != 0:
		case c.Published.IsZero():
			add(byYearUnknown)
		case c.Future:
			add(byYearNext)
		case m.unit == unitDay:
			add(byDayLatest)
		default:
			add(byYearLatest)
		}
	}
}

// explainUnit names the rules that give a mark its days within the year.
func (c Context) explainUnit(m *mark, add func(Rule)) {
	if m.lunar && m.unit == unitMonth {
		add(byLunar)
	}
	switch m.unit {
	case unitFestival:
		if m.sub == unitHoliday {
			add(byHolidayDays)
		} else {
			add(byFestivalDay)
		}
	case unitTerm:
		add(byTerm)
	case unitPlan:
		add(byPlan)
	case unitSame:
		add(bySame)
	case unitVague:
		add(byVague)
	case unitMonthBase, unitDayBase:
		add(byBase)
	case unitNumeric:
		if c.DayFirst {
			add(byNumericDay)
		} else {
			add(byNumericMon)
		}
	case unitPast, unitAgo, unitRun, unitMonthRel, unitQuarterRel, unitHalfRel, unitWeekRel, unitDayRel, unitNow, unitWeekday, unitNear:
		add(byPublished)
	}
	switch m.fine {
	case fineStart:
		add(byFirstDay)
	case fineEnd:
		add(byLastDay)
	}
}
