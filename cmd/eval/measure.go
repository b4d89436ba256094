package main

import (
	"cmp"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"sync"
	"text/tabwriter"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules"
)

// outcome is what one measurement found. It is what -json writes.
type outcome struct {
	Articles map[string]int `json:"articles"` // by language
	Kinds    []kindOutcome  `json:"kinds"`
	// Clean counts the findings on the copy as it stands, by rule, language and
	// severity.
	Clean map[string]map[string]*[3]int `json:"clean"`
	// Confidence counts, by the confidence that findings were reported at, how many
	// point at an error that was put in and how many stand on the copy as it is.
	Confidence []bin `json:"confidence"`

	alarms []string
	sure   tally
}

type kindOutcome struct {
	Name   string `json:"kind"`
	Rule   string `json:"rule"`
	Seeded int    `json:"seeded"`
	Caught int    `json:"caught"`

	misses []string
}

// found is what is known of one finding.
type found struct {
	rule, text string
	severity   finding.Severity
	proof      string
	confidence float64
	places     []source.Span
}

func check(s *checker.Session, a *article, text string) []found {
	d, err := read(a, text)
	if err != nil {
		return nil
	}
	var out []found
	for _, f := range s.Check(d).Findings {
		x := found{f.Rule, f.Text, f.Severity, f.Proof, f.Confidence, []source.Span{f.Span}}
		for _, r := range f.Related {
			x.places = append(x.places, r.Span)
		}
		out = append(out, x)
	}
	return out
}

func measure(s *checker.Session, docs []article, right verdicts, set settings) *outcome {
	o := &outcome{Articles: map[string]int{}, Clean: map[string]map[string]*[3]int{}, sure: tally{}}
	clean := make([][]found, len(docs))
	each(len(docs), func(i int) { clean[i] = check(s, &docs[i], docs[i].text) })
	known := map[*article][]found{}
	for i := range docs {
		known[&docs[i]] = clean[i]
		o.count(&docs[i], clean[i], set.alarms)
		for _, f := range clean[i] {
			o.sure.add(&f, right.has(docs[i].id, &f))
		}
	}
	for i := range kinds {
		o.Kinds = append(o.Kinds, spoil(s, &kinds[i], docs, known, o.sure, set))
	}
	o.Confidence = o.sure.bins()
	return o
}

// each calls f for 0 to n-1 on all processors.
func each(n int, f func(int)) {
	var wg sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := range next {
				f(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wg.Wait()
}

func (o *outcome) count(a *article, list []found, alarms int) {
	o.Articles[a.lang]++
	for _, f := range list {
		if o.Clean[f.rule] == nil {
			o.Clean[f.rule] = map[string]*[3]int{"zh": {}, "en": {}}
		}
		if n := o.Clean[f.rule][a.lang]; n != nil {
			n[finding.Error-f.severity]++
		}
		if len(o.alarms) < alarms && f.severity > finding.Info {
			at := f.places[0]
			o.alarms = append(o.alarms, fmt.Sprintf("%s %s in %s: %s", f.severity, f.rule, a.id, around(a.text, at)))
		}
	}
}

// spoil puts errors of one kind into the copy and counts those that are caught.
func spoil(s *checker.Session, k *kind, docs []article, known map[*article][]found, sure tally, set settings) kindOutcome {
	type attempt struct {
		a  *article
		s  seed
		by []found
	}
	var list []attempt
	for _, a := range order(docs, k) {
		if len(list) == set.perKind {
			break
		}
		k.make(a, func(x seed) bool {
			list = append(list, attempt{a: a, s: x})
			return false
		})
	}
	each(len(list), func(i int) {
		list[i].by = caught(k, &list[i].s, check(s, list[i].a, list[i].s.text), known[list[i].a])
	})
	out := kindOutcome{Name: k.name, Rule: k.rule, Seeded: len(list)}
	for _, x := range list {
		for i := range x.by {
			sure.add(&x.by[i], true)
		}
		if len(x.by) > 0 {
			out.Caught++
		} else if len(out.misses) < set.misses {
			out.misses = append(out.misses, x.a.id+": "+around(x.s.text, x.s.at))
		}
	}
	return out
}

// caught returns the findings that point at what was changed, and those that the
// article hadn't before at what the change contradicts.
func caught(k *kind, x *seed, list, before []found) (by []found) {
	for _, f := range list {
		if f.severity < k.level {
			continue
		}
		at := slices.ContainsFunc(f.places, func(p source.Span) bool { return p.Overlaps(x.at) })
		if !at {
			had := slices.ContainsFunc(before, func(b found) bool { return b.rule == f.rule && b.text == f.text })
			at = !had && slices.ContainsFunc(f.places, func(p source.Span) bool { return slices.ContainsFunc(x.also, p.Overlaps) })
		}
		if at {
			by = append(by, f)
		}
	}
	return by
}

// around returns a place with the words before and behind it.
func around(text string, at source.Span) string {
	from, to := max(0, at.Start-60), min(len(text), at.End+45)
	s := text[from:at.Start] + "[[" + text[at.Start:at.End] + "]]" + text[at.End:to]
	return strings.ToValidUTF8(strings.ReplaceAll(s, "\n", "⏎"), "")
}

func (o *outcome) print(w io.Writer, set settings) {
	for _, s := range o.alarms {
		fmt.Fprintln(w, s)
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "kind\trule\tseeded\tcaught\t%")
	for _, k := range o.Kinds {
		percent := "—"
		if k.Seeded > 0 {
			percent = fmt.Sprintf("%.1f", 100*float64(k.Caught)/float64(k.Seeded))
		}
		fmt.Fprintf(t, "%s\t%s\t%d\t%d\t%s\n", k.Name, k.Rule, k.Seeded, k.Caught, percent)
		for _, m := range k.misses {
			fmt.Fprintf(t, "  missed: %s\n", m)
		}
	}
	fmt.Fprintln(t)
	fmt.Fprintf(t, "as it stands\tzh: errors, warnings, infos\ten: errors, warnings, infos\n")
	var total [2][3]int
	for _, r := range o.rules() {
		zh, en := o.Clean[r]["zh"], o.Clean[r]["en"]
		fmt.Fprintf(t, "%s\t%v\t%v\n", r, *zh, *en)
		for i := range 3 {
			total[0][i] += zh[i]
			total[1][i] += en[i]
		}
	}
	fmt.Fprintf(t, "\nconfidence\tfound\tas it stands\n")
	for _, b := range o.Confidence {
		fmt.Fprintf(t, "about %.1f\t%d\t%d\n", b.Said, b.Right, b.Wrong)
	}
	t.Flush()
	for i, lang := range [...]string{"zh", "en"} {
		if n := o.Articles[lang]; n > 0 {
			f := func(k int) float64 { return 100 * float64(total[i][k]) / float64(n) }
			fmt.Fprintf(w, "%s: a hundred of %d articles carry %.2f errors, %.2f warnings, %.2f infos\n", lang, n, f(0), f(1), f(2))
		}
	}
}

// rules lists the rules that report something on the copy as it stands.
func (o *outcome) rules() []string {
	var out []string
	for r := range o.Clean {
		out = append(out, r)
	}
	slices.SortFunc(out, cmp.Compare)
	return out
}

// rulesTable is the data of rules/measured.tsv: a line for each rule.
func (o *outcome) rulesTable() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# What the rules did on real copy, %d articles in Chinese and %d in English; written by `make measure`.\n", o.Articles["zh"], o.Articles["en"])
	b.WriteString("# rule\tseeded\tcaught\tzh-errors\tzh-warnings\tzh-infos\ten-errors\ten-warnings\ten-infos\n")
	for _, r := range rules.All() {
		seeded, caught := 0, 0
		for _, k := range o.Kinds {
			if k.Rule == r.ID {
				seeded, caught = seeded+k.Seeded, caught+k.Caught
			}
		}
		zh, en := [3]int{}, [3]int{}
		if c := o.Clean[r.ID]; c != nil {
			zh, en = *c["zh"], *c["en"]
		}
		fmt.Fprintf(&b, "%s\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\n", r.ID, seeded, caught, zh[0], zh[1], zh[2], en[0], en[1], en[2])
	}
	return b.String()
}
