package led

import (
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/period"
)

// Fact names what a row is of, in words: 湖北省2025年1至11月进出口总值（东盟）.
func Fact(row *ledger.Figure) finding.Text { return row.Fact() }

// Period returns a period in words; in ISO 8601 where it has none of its own.
func Period(p period.Period) finding.Text { return ledger.PeriodWords(p) }

// Day returns a day in words.
func Day(d period.Date) finding.Text { return Period(period.Point(d)) }
