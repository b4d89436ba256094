package ledger

import (
	"slices"
	"strconv"
	"strings"

	"github.com/hegao/hegao/checker/period"
)

// openBreakdowns may be used as keys of a figure without being declared.
var openBreakdowns = []string{"partner", "product", "industry", "region", "ownership", "area", "mode"}

// builder turns raw files into a ledger: names first, then what uses them.
type builder struct {
	*problems
	*Ledger
	where map[any]scalar // where an entity, metric, … is declared
}

func build(ps *problems, files []*rawFile) *Ledger {
	b := &builder{ps, &Ledger{}, map[any]scalar{}}
	b.names = names{map[string][]Name{}, map[string]*Entity{}, map[string]*Breakdown{}, map[*Breakdown]map[string]*Entity{}}
	declared := tablesLast(files)
	for _, f := range declared {
		b.head(f)
		b.entities(f)
	}
	for _, f := range files {
		b.within(f)
	}
	b.cycles()
	for _, f := range declared {
		b.metrics(f)
		b.breakdowns(f)
	}
	b.open()
	for _, f := range files {
		b.identities(f)
		b.events(f)
		b.terms(f)
		b.constants(f)
		b.rates(f)
	}
	b.Figures = make([]*Figure, 0, countFigures(files))
	for _, f := range files {
		for i := range f.Figures {
			if fig := b.figure(&f.Figures[i], &f.Defaults); fig != nil {
				b.Figures = append(b.Figures, fig)
			}
		}
	}
	b.vintages()
	b.index = newIndex(b.Figures)
	b.check()
	return b.Ledger
}

// tablesLast orders files so that what is declared comes before what tables
// only mention.
func tablesLast(files []*rawFile) []*rawFile {
	out := slices.Clone(files)
	slices.SortStableFunc(out, func(a, b *rawFile) int {
		switch {
		case a.Implied == b.Implied:
			return 0
		case b.Implied:
			return -1
		}
		return 1
	})
	return out
}

func countFigures(files []*rawFile) (n int) {
	for _, f := range files {
		n += len(f.Figures)
	}
	return n
}

func (b *builder) head(f *rawFile) {
	if b.Title == "" {
		b.Title = f.Title.Text
	}
	if d, ok := parseDate(f.AsOf.Text); ok && d.After(b.AsOf) {
		b.AsOf = d
	}
}

// texts returns the texts of names, and reports those that aren't words.
func (b *builder) texts(list []scalar) []string {
	var out []string
	for _, s := range list {
		if s.set() {
			b.noTruth(s)
			out = append(out, s.Text)
		}
	}
	return out
}

// entities declares the entities of a file under all their names.
func (b *builder) entities(f *rawFile) {
	for i := range f.Entities {
		raw := &f.Entities[i]
		if !raw.Name.set() || f.Implied && b.names.entity(raw.Name.Text) != nil {
			continue
		}
		if e := b.names.entities[raw.Name.Text]; e != nil && e.Name == raw.Name.Text {
			b.entityAgain(e, raw)
			continue
		}
		e := b.newEntity(raw)
		if known := places().byName[e.Name]; known != nil && known.Name == e.Name {
			e.Kind = known.Kind
		}
		b.Entities = append(b.Entities, e)
		b.nameEntity(b.names.entities, e, raw)
	}
}

func (b *builder) newEntity(raw *rawEntity) *Entity {
	b.noTruth(raw.Name)
	e := &Entity{Name: raw.Name.Text, Aliases: b.texts(raw.Aliases), Discouraged: b.texts(raw.Discouraged), Pos: raw.At}
	b.where[e] = raw.Name
	return e
}

// nameEntity enters all names of an entity and reports those that stand for
// another one already.
func (b *builder) nameEntity(known map[string]*Entity, e *Entity, raw *rawEntity) {
	for _, s := range slices.Concat([]scalar{raw.Name}, raw.Aliases, raw.Discouraged) {
		if !s.set() {
			continue
		}
		if other := known[s.Text]; other != nil && other != e {
			b.both(s, say(msgTwoMeanings, s.Text, other.Name, e.Name), b.where[other])
			continue
		}
		known[s.Text] = e
	}
}

// within resolves what the entities of a file are within. What the built-in
// places say of one by the same name is added behind.
func (b *builder) within(f *rawFile) {
	for i := range f.Entities {
		raw := &f.Entities[i]
		e := b.names.entities[raw.Name.Text]
		if e == nil || e.Name != raw.Name.Text || e.Pos != raw.At && e.Pos.File == raw.At.File {
			continue
		}
		for _, s := range raw.Within {
			if w := b.entity(s, msgUnknownEntity); w != nil && !slices.Contains(e.Within, w) {
				e.Within = append(e.Within, w)
			}
		}
		known := places().byName[e.Name]
		if known == nil || known.Name != e.Name {
			continue
		}
		for _, w := range known.Within {
			if own := b.names.entities[w.Name]; own != nil {
				w = own
			}
			if w != e && !slices.Contains(e.Within, w) && !w.IsWithin(e) {
				e.Within = append(e.Within, w)
			}
		}
	}
}

// cycles reports entities that are within themselves.
func (b *builder) cycles() {
	state := map[*Entity]int{}
	var walk func(e *Entity, chain []string)
	walk = func(e *Entity, chain []string) {
		chain = append(slices.Clip(chain), e.Name)
		state[e] = reading
		kept := e.Within[:0:0]
		for _, w := range e.Within {
			if state[w] == reading {
				b.at(b.where[e], say(msgWithinSelf, e.Name, strings.Join(append(chain, w.Name), " → ")))
				continue
			}
			kept = append(kept, w)
			if state[w] == 0 && len(chain) < 1000 && w.Pos.Line > 0 {
				walk(w, chain)
			}
		}
		e.Within = kept
		state[e] = done
	}
	for _, e := range b.Entities {
		if state[e] == 0 {
			walk(e, nil)
		}
	}
}

// entity resolves a name, or reports that it isn't declared.
func (b *builder) entity(s scalar, unknown textOf) *Entity {
	if !s.set() {
		return nil
	}
	e := b.names.entity(s.Text)
	if e == nil {
		b.at(s, say(unknown, s.Text)).Meant = b.suggest("entity", s.Text, b.entityNames)
	}
	return e
}

func (b *builder) entityNames() []string {
	list := keysOf(b.names.entities)
	for _, e := range places().list {
		list = append(list, e.Name)
	}
	return list
}

// metrics declares the metrics of a file under all their names.
func (b *builder) metrics(f *rawFile) {
	for i := range f.Metrics {
		raw := &f.Metrics[i]
		if !raw.Name.set() || f.Implied && b.names.metric(raw.Name.Text, nil) != nil {
			continue
		}
		if m := b.names.metric(raw.Name.Text, nil); m != nil && m.Name == raw.Name.Text {
			b.metricAgain(m, raw)
			continue
		}
		b.noTruth(raw.Name)
		m := &Metric{Name: raw.Name.Text, Kind: Kind(raw.Kind.Text), Per: 100,
			ConstantPrices: raw.GrowthPrices.Text == "constant", Pos: raw.At}
		b.where[m] = raw.Name
		if n, err := strconv.ParseInt(raw.Per.Text, 10, 64); err == nil && n > 0 {
			m.Per = n
		}
		if raw.Unit.set() {
			u, ok := parseUnit(raw.Unit.Text)
			if !ok {
				b.at(raw.Unit, say(msgUnitUnknown, raw.Unit.Text))
			}
			m.Unit = u
		}
		b.Metrics = append(b.Metrics, m)
		b.nameMetric(m, raw.Name, nil)
		m.Aliases = b.aliases(m, raw.Aliases)
		m.Discouraged = b.aliases(m, raw.Discouraged)
	}
}

func (b *builder) aliases(m *Metric, raw []rawName) []Alias {
	var list []Alias
	for _, a := range raw {
		if !a.Name.set() {
			continue
		}
		b.noTruth(a.Name)
		only := b.entity(a.Entity, msgUnknownEntity)
		list = append(list, Alias{a.Name.Text, only})
		b.nameMetric(m, a.Name, only)
	}
	return list
}

// nameMetric enters a name and reports when it stands for another metric.
func (b *builder) nameMetric(m *Metric, s scalar, only *Entity) {
	for _, n := range b.names.metrics[s.Text] {
		if n.Only == only {
			if n.Metric != m {
				b.both(s, say(msgTwoMeanings, s.Text, n.Metric.Name, m.Name), b.where[n.Metric])
			}
			return
		}
	}
	b.names.metrics[s.Text] = append(b.names.metrics[s.Text], Name{Text: s.Text, Kind: MetricName, Metric: m, Only: only})
}

func (b *builder) metric(s scalar, of *Entity) *Metric {
	m := b.names.metric(s.Text, of)
	if m == nil && s.set() {
		b.at(s, say(msgUnknownMetric, s.Text)).Meant = b.suggest("metric", s.Text, func() []string { return keysOf(b.names.metrics) })
	}
	return m
}

// breakdowns declares the breakdowns of a file; the members of one that several
// files declare are put together.
func (b *builder) breakdowns(f *rawFile) {
	for i := range f.Breakdowns {
		raw := &f.Breakdowns[i]
		if !raw.Name.set() {
			continue
		}
		if other := b.names.breakdowns[raw.Name.Text]; other != nil && f.Implied {
			b.mention(other, raw)
			continue
		} else if other != nil {
			b.breakdownAgain(other, raw)
			continue
		}
		bd := &Breakdown{Name: raw.Name.Text, Partition: truths[strings.ToLower(raw.Partition.Text)], Pos: raw.At}
		b.where[bd] = raw.Name
		members := map[string]*Entity{}
		for j := range raw.Members {
			if rm := &raw.Members[j]; rm.Name.set() {
				e := b.newEntity(rm)
				bd.Members = append(bd.Members, e)
				b.nameEntity(members, e, rm)
			}
		}
		b.names.breakdowns[bd.Name], b.names.members[bd] = bd, members
		b.Breakdowns = append(b.Breakdowns, bd)
	}
}

// mention adds members that only a table names to a breakdown.
func (b *builder) mention(bd *Breakdown, raw *rawBreakdown) {
	members := b.names.members[bd]
	for i := range raw.Members {
		rm := &raw.Members[i]
		if members[rm.Name.Text] == nil && b.names.entity(rm.Name.Text) == nil {
			e := b.newEntity(rm)
			bd.Members = append(bd.Members, e)
			b.nameEntity(members, e, rm)
		}
	}
}

// open adds the breakdowns that needn't be declared.
func (b *builder) open() {
	for _, name := range openBreakdowns {
		if b.names.breakdowns[name] == nil {
			b.names.breakdowns[name] = &Breakdown{Name: name, Builtin: true}
		}
	}
}

// identities resolves sum_of and ratio_of once all metrics have names.
func (b *builder) identities(f *rawFile) {
	for i := range f.Metrics {
		raw := &f.Metrics[i]
		m := b.names.metric(raw.Name.Text, nil)
		if m == nil || m.Pos != raw.At && (m.Pos.File == raw.At.File || m.SumOf != nil || m.Numerator != nil) {
			continue
		}
		for _, s := range raw.SumOf {
			part := b.metric(s, nil)
			if part == m {
				b.at(s, say(msgSumOfSelf, m.Name))
			} else if part != nil {
				m.SumOf = append(m.SumOf, part)
			}
		}
		if len(raw.RatioOf) == 2 {
			m.Numerator, m.Denominator = b.metric(raw.RatioOf[0], nil), b.metric(raw.RatioOf[1], nil)
		}
	}
}

func (b *builder) source(raw *rawSource) Source {
	if raw == nil {
		return Source{}
	}
	d, _ := parseDate(raw.Date.Text)
	return Source{raw.Name.Text, d, raw.URL.Text}
}

func (b *builder) terms(f *rawFile) {
	for _, raw := range f.Terms {
		b.noTruth(raw.Name)
		b.Terms = append(b.Terms, &Term{raw.Name.Text, b.texts(raw.Aliases), b.texts(raw.Discouraged), raw.At})
	}
}

func (b *builder) constants(f *rawFile) {
	for _, raw := range f.Constants {
		if a := b.amount(raw.Value, Unit{}, nil); a != nil {
			b.Constants = append(b.Constants, &Constant{raw.Name.Text, *a, b.source(raw.Source), raw.At})
		}
	}
}

func (b *builder) rates(f *rawFile) {
	for _, raw := range f.Rates {
		from, to, ok := parsePair(raw.Pair.Text)
		low, okLow := parseNumber(raw.Low.Text)
		high, okHigh := parseNumber(raw.High.Text)
		if !ok || !okLow || !okHigh {
			continue // the validator has said so
		}
		if low.Cmp(high) > 0 {
			b.at(raw.Low, say(msgRateOrder, raw.Low.Text, raw.High.Text))
		}
		var p period.Period
		if raw.Period.set() {
			var wrong *textOf
			if p, wrong = parsePeriod(raw.Period, nil); wrong != nil {
				b.at(raw.Period, *wrong)
			}
		}
		b.Rates = append(b.Rates, &Rate{from, to, low, high, p, b.source(raw.Source), raw.At})
	}
}

func keysOf[V any](m map[string]V) []string {
	list := make([]string, 0, len(m))
	for k := range m {
		list = append(list, k)
	}
	slices.Sort(list)
	return list
}
