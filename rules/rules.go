// Package rules lists the rules. What may become one: a kind of mistake in the
// figures, facts or form of news copy that a machine can decide from the copy,
// the ledger and the calendar alone; whose reasons and proof can be shown; and
// that stays silent on clean copy. A rule lives in a folder of its own, named
// as the mistake, with a page whose examples run as tests. It is a value: it
// doesn't register itself, and this list decides what runs, in which order.
package rules

//go:generate go test -run TestTable -update .
//go:generate go test ../cmd/internal/app -run TestSchemasAreCurrent -update

import (
	"slices"
	"strings"

	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source/excerpt"
	acronymmismatch "github.com/hegao/hegao/rules/acronym-mismatch"
	agemismatch "github.com/hegao/hegao/rules/age-mismatch"
	annual "github.com/hegao/hegao/rules/annual-growth-mismatch"
	baseword "github.com/hegao/hegao/rules/base-word-mismatch"
	brokennumber "github.com/hegao/hegao/rules/broken-number"
	centurymismatch "github.com/hegao/hegao/rules/century-mismatch"
	changedirection "github.com/hegao/hegao/rules/change-direction-mismatch"
	clippedname "github.com/hegao/hegao/rules/clipped-name"
	comparison "github.com/hegao/hegao/rules/comparison-mismatch"
	contribution "github.com/hegao/hegao/rules/contribution-mismatch"
	conversion "github.com/hegao/hegao/rules/conversion-mismatch"
	cumulativefalls "github.com/hegao/hegao/rules/cumulative-falls"
	currencymismatch "github.com/hegao/hegao/rules/currency-mismatch"
	cutparagraph "github.com/hegao/hegao/rules/cut-paragraph"
	derived "github.com/hegao/hegao/rules/derived-figure-mismatch"
	discouragedname "github.com/hegao/hegao/rules/discouraged-name"
	doubledhedge "github.com/hegao/hegao/rules/doubled-hedge"
	duplicateitem "github.com/hegao/hegao/rules/duplicate-item"
	edition "github.com/hegao/hegao/rules/edition-mismatch"
	englishstyle "github.com/hegao/hegao/rules/english-number-style"
	eventorder "github.com/hegao/hegao/rules/event-order-mismatch"
	eventtense "github.com/hegao/hegao/rules/event-tense-mismatch"
	fallbytimes "github.com/hegao/hegao/rules/fall-by-times"
	firstcontradicted "github.com/hegao/hegao/rules/first-contradicted"
	formerlatter "github.com/hegao/hegao/rules/former-latter"
	gap "github.com/hegao/hegao/rules/gap-mismatch"
	growth "github.com/hegao/hegao/rules/growth-mismatch"
	growthparts "github.com/hegao/hegao/rules/growth-outside-parts"
	headlinefigure "github.com/hegao/hegao/rules/headline-figure-mismatch"
	hedgelost "github.com/hegao/hegao/rules/hedge-lost"
	hedge "github.com/hegao/hegao/rules/hedge-mismatch"
	hedgedexact "github.com/hegao/hegao/rules/hedged-exact-figure"
	heldcount "github.com/hegao/hegao/rules/held-count-mismatch"
	impossibledate "github.com/hegao/hegao/rules/impossible-date"
	impossiblegrowth "github.com/hegao/hegao/rules/impossible-growth"
	impossiblepercent "github.com/hegao/hegao/rules/impossible-percentage"
	impossiblevalue "github.com/hegao/hegao/rules/impossible-value"
	invertedrange "github.com/hegao/hegao/rules/inverted-range"
	jumpline "github.com/hegao/hegao/rules/jump-line-mismatch"
	ledgerperiod "github.com/hegao/hegao/rules/ledger-period-mismatch"
	ledgerrank "github.com/hegao/hegao/rules/ledger-rank-mismatch"
	ledgervalue "github.com/hegao/hegao/rules/ledger-value-mismatch"
	listcount "github.com/hegao/hegao/rules/list-count-mismatch"
	loosewords "github.com/hegao/hegao/rules/loose-number-words"
	lunardate "github.com/hegao/hegao/rules/lunar-date-mismatch"
	meanabove "github.com/hegao/hegao/rules/mean-above-maximum"
	mixedforms "github.com/hegao/hegao/rules/mixed-forms"
	mixedunit "github.com/hegao/hegao/rules/mixed-unit-total"
	muddledhedge "github.com/hegao/hegao/rules/muddled-hedge"
	namedrift "github.com/hegao/hegao/rules/name-drift"
	nestedrank "github.com/hegao/hegao/rules/nested-rank-impossible"
	numberform "github.com/hegao/hegao/rules/number-form"
	numbergrammar "github.com/hegao/hegao/rules/number-grammar"
	ordinalgap "github.com/hegao/hegao/rules/ordinal-gap"
	pace "github.com/hegao/hegao/rules/pace-direction-mismatch"
	paralleltext "github.com/hegao/hegao/rules/parallel-text-mismatch"
	partexceeds "github.com/hegao/hegao/rules/part-exceeds-total"
	percentpoints "github.com/hegao/hegao/rules/percent-for-points"
	percentinrate "github.com/hegao/hegao/rules/percent-in-rate"
	perioddrift "github.com/hegao/hegao/rules/period-drift"
	periodmonths "github.com/hegao/hegao/rules/period-months-mismatch"
	placeholder "github.com/hegao/hegao/rules/placeholder"
	planperiod "github.com/hegao/hegao/rules/plan-period-mismatch"
	plantold "github.com/hegao/hegao/rules/plan-told-as-done"
	product "github.com/hegao/hegao/rules/product-mismatch"
	rangeform "github.com/hegao/hegao/rules/range-form"
	rank "github.com/hegao/hegao/rules/rank-mismatch"
	rankorder "github.com/hegao/hegao/rules/rank-order-mismatch"
	rankshift "github.com/hegao/hegao/rules/rank-shift-mismatch"
	recordcontradicted "github.com/hegao/hegao/rules/record-contradicted"
	regionmismatch "github.com/hegao/hegao/rules/region-mismatch"
	relativedate "github.com/hegao/hegao/rules/relative-date-mismatch"
	repeatedblock "github.com/hegao/hegao/rules/repeated-block"
	repeatedfigure "github.com/hegao/hegao/rules/repeated-figure-mismatch"
	respectively "github.com/hegao/hegao/rules/respectively-mismatch"
	share "github.com/hegao/hegao/rules/share-mismatch"
	sharedrank "github.com/hegao/hegao/rules/shared-rank"
	sharesnotwhole "github.com/hegao/hegao/rules/shares-not-whole"
	spanmismatch "github.com/hegao/hegao/rules/span-mismatch"
	staletime "github.com/hegao/hegao/rules/stale-time"
	superseded "github.com/hegao/hegao/rules/superseded-figure"
	tally "github.com/hegao/hegao/rules/tally-mismatch"
	thesecount "github.com/hegao/hegao/rules/these-count-mismatch"
	timesless "github.com/hegao/hegao/rules/times-less"
	times "github.com/hegao/hegao/rules/times-mismatch"
	titleconflict "github.com/hegao/hegao/rules/title-conflict"
	toforby "github.com/hegao/hegao/rules/to-for-by"
	totalparts "github.com/hegao/hegao/rules/total-parts-mismatch"
	unitsymbol "github.com/hegao/hegao/rules/unit-symbol"
	unpairedmark "github.com/hegao/hegao/rules/unpaired-mark"
	untilforasof "github.com/hegao/hegao/rules/until-for-as-of"
	weekday "github.com/hegao/hegao/rules/weekday-mismatch"
	worded "github.com/hegao/hegao/rules/worded-growth-mismatch"
	wrongdimension "github.com/hegao/hegao/rules/wrong-dimension"
)

// all holds every rule in the order in which they run: those that prove values
// wrong come before those that look at form.
var all = []*rule.Rule{
	ledgervalue.Rule,
	ledgerrank.Rule,
	ledgerperiod.Rule,
	superseded.Rule,
	plantold.Rule,
	derived.Rule,
	discouragedname.Rule,
	clippedname.Rule,
	paralleltext.Rule,
	repeatedfigure.Rule,
	rank.Rule,
	headlinefigure.Rule,
	hedge.Rule,
	totalparts.Rule,
	partexceeds.Rule,
	share.Rule,
	tally.Rule,
	growth.Rule,
	growthparts.Rule,
	perioddrift.Rule,
	cumulativefalls.Rule,
	sharesnotwhole.Rule,
	mixedunit.Rule,
	currencymismatch.Rule,
	hedgelost.Rule,
	meanabove.Rule,
	annual.Rule,
	worded.Rule,
	baseword.Rule,
	pace.Rule,
	impossiblegrowth.Rule,
	impossiblevalue.Rule,
	percentinrate.Rule,
	product.Rule,
	times.Rule,
	comparison.Rule,
	conversion.Rule,
	changedirection.Rule,
	contribution.Rule,
	gap.Rule,
	percentpoints.Rule,
	impossiblepercent.Rule,
	nestedrank.Rule,
	impossibledate.Rule,
	weekday.Rule,
	relativedate.Rule,
	edition.Rule,
	eventtense.Rule,
	doubledhedge.Rule,
	untilforasof.Rule,
	fallbytimes.Rule,
	invertedrange.Rule,
	listcount.Rule,
	respectively.Rule,
	ordinalgap.Rule,
	placeholder.Rule,
	unpairedmark.Rule,
	numbergrammar.Rule,
	timesless.Rule,
	unitsymbol.Rule,
	periodmonths.Rule,
	planperiod.Rule,
	spanmismatch.Rule,
	agemismatch.Rule,
	eventorder.Rule,
	lunardate.Rule,
	centurymismatch.Rule,
	staletime.Rule,
	rankshift.Rule,
	rankorder.Rule,
	sharedrank.Rule,
	firstcontradicted.Rule,
	recordcontradicted.Rule,
	numberform.Rule,
	rangeform.Rule,
	brokennumber.Rule,
	wrongdimension.Rule,
	hedgedexact.Rule,
	muddledhedge.Rule,
	thesecount.Rule,
	duplicateitem.Rule,
	titleconflict.Rule,
	namedrift.Rule,
	regionmismatch.Rule,
	jumpline.Rule,
	heldcount.Rule,
	formerlatter.Rule,
	toforby.Rule,
	mixedforms.Rule,
	englishstyle.Rule,
	loosewords.Rule,
	acronymmismatch.Rule,
	repeatedblock.Rule,
	cutparagraph.Rule,
}

// All returns every rule in the order in which they run.
func All() []*rule.Rule { return slices.Clone(all) }

// ByID returns the rule of that ID or Chinese name.
func ByID(name string) (*rule.Rule, bool) {
	for _, r := range all {
		if r.ID == name || r.NameZH != "" && r.NameZH == name {
			return r, true
		}
	}
	return nil, false
}

// UnknownError says that a list named a rule that isn't there.
type UnknownError struct {
	Name string
	// Meant is the name that was probably meant; empty where none is near.
	Meant string
}

// Error returns the message in English.
func (e *UnknownError) Error() string { return e.Message("en") }

// Message returns the message in lang, "zh" or "en".
func (e *UnknownError) Message(lang string) string {
	zh, en := "没有 “"+e.Name+"” 这条规则", "there is no rule “"+e.Name+"”"
	if e.Meant != "" {
		zh += "\n  是不是想写 " + e.Meant + "？"
		en += "\n  did you mean " + e.Meant + "?"
	}
	if lang == "zh" {
		return zh
	}
	return en
}

// Unknown returns the error for a name that no rule has.
func Unknown(name string) *UnknownError {
	e := &UnknownError{Name: name}
	var names []string
	for _, r := range all {
		names = append(names, r.ID)
		if r.NameZH != "" {
			names = append(names, r.NameZH)
		}
	}
	if near := excerpt.Suggest(name, names); len(near) > 0 {
		e.Meant = near[0]
	}
	return e
}

// Select returns the rules that a list names, in the order of All: those named,
// or where only names with a leading "-" are given all that aren't off unless
// named, less those. An empty list selects all that aren't off.
func Select(list []string) ([]*rule.Rule, error) {
	only, without := map[*rule.Rule]bool{}, map[*rule.Rule]bool{}
	for _, name := range list {
		set := only
		if rest, ok := strings.CutPrefix(name, "-"); ok {
			name, set = rest, without
		}
		r, ok := ByID(name)
		if !ok {
			return nil, Unknown(name)
		}
		set[r] = true
	}
	return slices.DeleteFunc(All(), func(r *rule.Rule) bool {
		return len(only) > 0 && !only[r] || without[r] || len(only) == 0 && r.Off
	}), nil
}
