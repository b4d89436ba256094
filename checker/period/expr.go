package period

// Kind says what an expression of time is.
type Kind uint8

// The kinds.
const (
	NoKind       Kind = iota
	KindDate          // a day: 12月16日, 上周五, 年底
	KindPeriod        // a span: 前11个月, 去年, “十四五”时期
	KindTime          // a time of day: 9时30分
	KindDuration      // a span reckoned back or on from the day of publication: 近三年, 5天前
	KindWeekday       // a weekday alone: 星期四
	KindVague         // about now, with no value: 日前, 近期
)

// Flags say how an expression is printed.
type Flags uint32

// The flags.
const (
	YearPrinted  Flags = 1 << iota // a year in figures: 2025年
	YearRelative                   // 今年, 去年, last year
	Relative                       // counts from the day of publication or from what was spoken of before
	Cumulative                     // from the beginning up to a time: 前11个月, 1至11月, 今年以来
	AsOf                           // 截至, as of: a day that something was counted on
	AsOfStop                       // 截止 is printed where 截至 is meant
	Since                          // runs to the day of publication: 以来, since
	LunarDate                      // by the lunar calendar
	ShortYear                      // a year of two figures
	Ambiguous                      // could mean something else as well
	Approximate                    // its ends aren't meant to the day
	SamePeriod                     // 同期: the span spoken of before
	FiscalYear                     // not a calendar year
	MonthPrinted                   // a month is printed
	Chinese                        // in Chinese
)

// Expr is an expression of time as it stands in a text, not yet reckoned with:
// Resolve does that.
type Expr struct {
	// Start and End are byte offsets of the whole expression; Body is where
	// the time itself begins, behind 截至 or "since".
	Start, Body, End int
	Kind             Kind
	Flags            Flags
	// Weekday is the day of the week printed beside a date, and WeekdayStart
	// and WeekdayEnd are where; 0 for none.
	Weekday                  Weekday
	WeekdayStart, WeekdayEnd int
	Hour, Minute             int // of a KindTime, as printed (24-hour where 下午 says so)
	// EndHour and EndMinute are the second end of a KindTime that has two: 2 to
	// 4 p.m.; ClockSpan says that it has.
	EndHour, EndMinute int
	ClockSpan          bool

	from, to mark // to.unit is noUnit where there is but one
	step     step // from what from says, where there is but one
}

// Has reports whether all of the flags are set.
func (e *Expr) Has(f Flags) bool { return e.Flags&f == f }

// Now reports whether the expression is no more than a word for the present: 目前,
// 截至目前, currently.
func (e *Expr) Now() bool { return e.from.unit == unitNow && e.to.unit == noUnit }

// YearlessMonth returns the number of the month that an expression without a
// year begins with, 0 for any other.
func (e *Expr) YearlessMonth() int {
	m := &e.from
	if m.unit != unitMonth || m.yearRef != yearNone || m.lunar || e.to.yearRef != yearNone {
		return 0
	}
	return int(m.n)
}

// SaysYear reports whether the expression begins with a year of any kind: 2025年,
// 去年, 次年.
func (e *Expr) SaysYear() bool { return e.from.yearRef != yearNone }

// yearRef says where the year of a mark comes from.
type yearRef uint8

const (
	yearNone     yearRef = iota // not printed
	yearAbs                     // printed in full
	yearShort                   // printed with two figures
	yearRelative                // years from the year of publication
	yearBase                    // years from the year spoken of before
	yearEra                     // reign title: n-th year of it
)

// unit says what a mark is, or what its counts are of.
type unit uint8

const (
	noUnit      unit = iota
	unitDay          // also: a bare day of the month, on weekday day where that isn't 0
	unitWeek         // n-th of the year
	unitMonth        // n-th
	unitQuarter      // n-th
	unitHalf         // n-th
	unitYear
	unitDecade   // n is its first year
	unitCentury  // n-th
	unitPlan     // n is its first year, sub the year of it or 0
	unitFestival // n is its index; sub is unitHoliday for the days off around it
	unitHoliday
	unitTerm       // n-th
	unitFirst      // the first n of sub
	unitLast       // the last n of sub
	unitPast       // n of sub up to the day of publication
	unitAgo        // n of sub from the day of publication
	unitMonthRel   // n from the present one
	unitMonthBase  // n from the one spoken of
	unitQuarterRel // n from the present one
	unitHalfRel    // n from the present one
	unitWeekRel    // n from the present one
	unitDayRel     // n from the day of publication
	unitDayBase    // n from the day spoken of
	unitRun        // sub (days or years), day of them from the n-th from now on
	unitNow        // the day of publication
	unitSame       // the same period, in the mark's year
	unitWeekday    // n-th weekday, near the day of publication
	unitNear       // like unitWeekday with sub: -1 last, 0 this, +1 next
	unitNumeric    // n and day printed as 3/7: which is the month isn't said
	unitVague
)

// fine says how a mark narrows its unit down.
type fine uint8

const (
	fineNone     fine = iota
	fineDay           // day of the month
	fineTenDays       // third of the month
	fineStart         // 初: the first day
	fineMiddle        // 中
	fineEnd           // 底, 末: the last day
	fineLate          // late: the second half
	fineEarly         // early: the first half
	fineWeek          // n-th week
	fineWeekday       // weekday of the week
	fineWeekend       // the weekend at the day
	fineNth           // n-th weekday k: k + 8*n
	fineMid           // the middle third of a month
	fineFirstDay      // the first day
	fineLastDay       // the last day
	fineFirst         // first n of fineSub
	fineLast          // last n of fineSub
)

// mark is one end of an expression: a place in the calendar with blanks.
type mark struct {
	year    int16
	n       int16
	day     int16
	yearRef yearRef
	unit    unit
	sub     unit
	fine    fine
	fineSub unit
	lunar   bool
	leap    bool // the month is the second of its number
}
