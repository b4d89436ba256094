package ruletest

import (
	"fmt"
	"strings"

	"github.com/hegao/hegao/checker/rule"
)

// Headings are the second-level headings that every page has, in this order.
// A page may have LedgerHeading besides, before the examples.
func Headings() []string {
	return []string{
		"查什么 / What it checks",
		"为什么 / Why it matters",
		"错例 / Wrong",
		"正例 / Right",
		"陷阱 / Traps",
		"选项 / Options",
		"来源 / Source",
	}
}

// LedgerHeading is the heading under which a page puts a ledger that holds for
// all of its examples.
const LedgerHeading = "台账 / Ledger"

// Page is a rule's page, taken apart.
type Page struct {
	Path     string
	Slug     string   // from the title, as is NameZH
	NameZH   string   // what directives in Chinese copy may call the rule
	Headings []string // of the second level, in order
	Examples []Example
	// Prose holds the languages of the paragraphs under each heading, and Codes
	// the kinds that the page says it covers.
	Prose map[string]map[string]bool
	Codes []string
}

// fence is one fenced block of a page.
type fence struct {
	info, text string
	line       int // of the opening fence, from 1
	heading    string
}

// ParsePage takes the text of a doc.md apart. An error names path and line.
func ParsePage(path string, data []byte) (*Page, error) {
	p := &Page{Path: path, Prose: map[string]map[string]bool{}}
	fences, err := p.scan(strings.ReplaceAll(string(data), "\r\n", "\n"))
	if err != nil {
		return nil, err
	}
	var ledger, pageLedger ledgerBlock
	heading := ""
	for _, f := range fences {
		if f.heading != heading {
			heading, ledger = f.heading, pageLedger
		}
		kind, _, _ := strings.Cut(f.info, " ")
		if kind == "ledger" {
			ledger = ledgerBlock{f.text, f.line + 1}
			if heading == LedgerHeading {
				pageLedger = ledger
			}
			continue
		}
		if !isKind(kind) {
			continue
		}
		e, err := parseExample(path, f.line, f.info, f.text)
		if err != nil {
			return nil, err
		}
		e.Ledger, e.LedgerLine = ledger.text, ledger.line
		p.Examples = append(p.Examples, e)
	}
	return p, nil
}

type ledgerBlock struct {
	text string
	line int
}

// scan reads title, headings and fenced blocks line by line.
func (p *Page) scan(text string) ([]fence, error) {
	var fences []fence
	var open *fence
	heading := ""
	for i, line := range strings.Split(text, "\n") {
		n := i + 1
		mark := strings.HasPrefix(line, "```")
		switch {
		case open != nil && mark:
			fences = append(fences, *open)
			open = nil
		case open != nil:
			if open.text != "" || open.line < n-1 {
				open.text += "\n"
			}
			open.text += line
		case mark:
			open = &fence{info: strings.TrimSpace(strings.TrimLeft(line, "`")), line: n, heading: heading}
		case strings.HasPrefix(line, "# "):
			if err := p.title(n, line[2:]); err != nil {
				return nil, err
			}
		case strings.HasPrefix(line, "## "):
			heading = strings.TrimSpace(line[3:])
			p.Headings = append(p.Headings, heading)
		default:
			p.prose(heading, strings.TrimSpace(line))
		}
	}
	if open != nil {
		return nil, fmt.Errorf("%s:%d: the block that opens here is never closed", p.Path, open.line)
	}
	if p.Slug == "" {
		return nil, fmt.Errorf("%s:1: the page has no title of the form \"# slug · 中文名\"", p.Path)
	}
	return fences, nil
}

// prose notes a line of a paragraph.
func (p *Page) prose(heading, line string) {
	switch lang := rule.LangOf(line); {
	case line == "":
	case lang == "" && strings.HasPrefix(heading, "来源"):
		p.Codes = append(p.Codes, strings.Split(line, ", ")...)
	default:
		if p.Prose[heading] == nil {
			p.Prose[heading] = map[string]bool{}
		}
		p.Prose[heading][lang] = true
	}
}

func (p *Page) title(line int, title string) error {
	if p.Slug != "" {
		return fmt.Errorf("%s:%d: the page has a second title, %q", p.Path, line, title)
	}
	slug, name, ok := strings.Cut(title, " · ")
	if !ok || slug == "" || strings.TrimSpace(name) == "" {
		return fmt.Errorf("%s:%d: the title %q isn't of the form \"# slug · 中文名\"", p.Path, line, title)
	}
	p.Slug, p.NameZH = strings.TrimSpace(slug), strings.TrimSpace(name)
	return nil
}

// The least number of examples that a page has of each kind.
const (
	minWrong = 4
	minRight = 3
	minTrap  = 4
)

// Lint returns what is missing from the page or out of order, a sentence each.
func (p *Page) Lint() []string {
	var out []string
	var have []string
	for _, h := range p.Headings {
		if h != LedgerHeading {
			have = append(have, h)
		}
	}
	if want := Headings(); strings.Join(have, "\n") != strings.Join(want, "\n") {
		out = append(out, fmt.Sprintf("%s: the headings are %q, want %q", p.Path, have, want))
	}
	for _, h := range []string{"", "查什么 / What it checks", "为什么 / Why it matters", "选项 / Options", "来源 / Source"} {
		for _, lang := range []string{"zh", "en"} {
			if !p.Prose[h][lang] {
				out = append(out, fmt.Sprintf("%s: no paragraph in %s under %q", p.Path, lang, h))
			}
		}
	}
	counts := map[Kind]int{}
	english := 0
	for _, e := range p.Examples {
		counts[e.Kind]++
		if e.Lang == "en" {
			english++
		}
	}
	for _, c := range []struct {
		kind Kind
		min  int
	}{{Wrong, minWrong}, {Right, minRight}, {Trap, minTrap}} {
		if c.kind == Wrong {
			counts[Wrong] += counts[Missed]
		}
		if counts[c.kind] < c.min {
			out = append(out, fmt.Sprintf("%s: %d examples of kind %q, want at least %d", p.Path, counts[c.kind], c.kind, c.min))
		}
	}
	if english == 0 {
		out = append(out, fmt.Sprintf("%s: no example in English", p.Path))
	}
	return out
}
