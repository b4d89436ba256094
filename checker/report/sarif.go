package report

import (
	"io"
	"slices"
	"strings"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
)

// The shapes of SARIF 2.1.0 that are written, with the names of the standard.
type (
	sarifText struct {
		Text     string `json:"text"`
		Markdown string `json:"markdown,omitempty"`
	}
	sarifDriver struct {
		Name           string      `json:"name"`
		Version        string      `json:"version,omitempty"`
		InformationURI string      `json:"informationUri"`
		Rules          []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID         string         `json:"id"`
		Name       string         `json:"name,omitempty"`
		Short      *sarifText     `json:"shortDescription,omitempty"`
		Help       *sarifText     `json:"help,omitempty"`
		Properties map[string]any `json:"properties,omitempty"`
	}
	sarifRegion struct {
		StartLine   int        `json:"startLine"`
		StartColumn int        `json:"startColumn"`
		EndLine     int        `json:"endLine"`
		EndColumn   int        `json:"endColumn"`
		Snippet     *sarifText `json:"snippet,omitempty"`
	}
	sarifArtifact struct {
		URI       string `json:"uri"`
		URIBaseID string `json:"uriBaseId,omitempty"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifLogical struct {
		Name string `json:"name"`
	}
	sarifLocation struct {
		ID       *int           `json:"id,omitempty"`
		Physical sarifPhysical  `json:"physicalLocation"`
		Logical  []sarifLogical `json:"logicalLocations,omitempty"`
		Message  *sarifText     `json:"message,omitempty"`
	}
	sarifReplacement struct {
		Deleted  sarifRegion `json:"deletedRegion"`
		Inserted sarifText   `json:"insertedContent"`
	}
	sarifChange struct {
		Artifact     sarifArtifact      `json:"artifactLocation"`
		Replacements []sarifReplacement `json:"replacements"`
	}
	sarifFix struct {
		Description sarifText      `json:"description"`
		Changes     []sarifChange  `json:"artifactChanges"`
		Properties  map[string]any `json:"properties,omitempty"`
	}
	sarifResult struct {
		RuleID       string            `json:"ruleId"`
		RuleIndex    *int              `json:"ruleIndex,omitempty"`
		Level        string            `json:"level"`
		Rank         float64           `json:"rank"`
		Message      sarifText         `json:"message"`
		Locations    []sarifLocation   `json:"locations"`
		Related      []sarifLocation   `json:"relatedLocations,omitempty"`
		Fixes        []sarifFix        `json:"fixes,omitempty"`
		Fingerprints map[string]string `json:"partialFingerprints"`
		Properties   map[string]any    `json:"properties,omitempty"`
	}
	sarifNotice struct {
		Level   string    `json:"level"`
		Message sarifText `json:"message"`
	}
)

// sarifRenderer writes SARIF 2.1.0: one run whose results come as they are
// found. Columns count code points, and it says so.
type sarifRenderer struct {
	results list
	o       Options
	index   map[string]int // of rules
	faults  []string
}

func newSARIF(w io.Writer, o Options) Renderer {
	return &sarifRenderer{results: list{w: w}, o: o, index: map[string]int{}}
}

// maxFaults is how many faults of the program are told at the end of a run.
const maxFaults = 100

const sarifSchema = "https://json.schemastore.org/sarif-2.1.0.json"

func (s *sarifRenderer) Begin() error {
	driver := sarifDriver{Name: "hegao", Version: s.o.Version, InformationURI: home, Rules: []sarifRule{}}
	for i, r := range s.o.Rules {
		s.index[r.ID] = i
		driver.Rules = append(driver.Rules, sarifRuleOf(r, s.o.Lang))
	}
	text, err := compact(driver)
	if err != nil {
		return err
	}
	_, err = io.WriteString(s.results.w, `{"$schema":"`+sarifSchema+`","version":"2.1.0","runs":[{`+"\n"+
		`"tool":{"driver":`+text+"},\n"+`"columnKind":"unicodeCodePoints",`+"\n"+`"results":[`)
	return err
}

// sarifRuleOf describes a rule in both languages, the one of the run first.
func sarifRuleOf(r *rule.Rule, lang string) sarifRule {
	both := func(in func(string) string, between string) *sarifText {
		texts := []string{in("zh"), in("en")}
		if lang == "en" {
			slices.Reverse(texts)
		}
		texts = slices.DeleteFunc(texts, func(s string) bool { return s == "" })
		if len(texts) == 0 {
			return nil
		}
		text := strings.Join(texts, between)
		return &sarifText{Text: text, Markdown: text}
	}
	out := sarifRule{ID: r.ID, Name: r.NameZH, Short: both(r.Summary, " "), Help: both(r.Help, "\n\n"),
		Properties: map[string]any{"tags": []string{string(r.Category)}}}
	if out.Short != nil {
		out.Short.Markdown = "" // it is shown where there is no room for markup
	}
	return out
}

var sarifLevels = [...]string{finding.Info: "note", finding.Warning: "warning", finding.Error: "error"}

func (s *sarifRenderer) File(r *checker.Result) error {
	s.faults = append(s.faults, r.Faults[:min(len(r.Faults), maxFaults-len(s.faults))]...)
	lang := s.o.lang(r)
	p := sarifPage{file: fileOf(r), artifact: sarifArtifactOf(nameOf(r))}
	for i := range r.Findings {
		f := &r.Findings[i]
		out := sarifResult{
			RuleID: f.Rule, Level: sarifLevels[f.Severity], Rank: 100 * confidence(f.Confidence),
			Message:      sarifText{Text: told(lang, f)},
			Locations:    []sarifLocation{p.location(f.Span, f.Text, somewhere(f))},
			Fingerprints: map[string]string{"hegao/v1": f.Fingerprint},
			Properties:   map[string]any{"category": string(f.Category)},
		}
		if at, ok := s.index[f.Rule]; ok {
			out.RuleIndex = &at
		}
		for k, rel := range f.Related {
			in := p
			if rel.File != nil {
				in = sarifPage{file: rel.File, artifact: sarifArtifactOf(rel.File.Path)}
			}
			at := in.location(rel.Span, rel.Text, true)
			at.ID = &k
			if rel.Message != "" {
				at.Message = &sarifText{Text: rel.Message}
			}
			out.Related = append(out.Related, at)
		}
		for _, x := range f.Fixes {
			if fix, ok := p.fix(&x); ok {
				out.Fixes = append(out.Fixes, fix)
			}
		}
		if err := s.results.item(out); err != nil {
			return err
		}
	}
	return nil
}

func (s *sarifRenderer) End() error {
	notices := []sarifNotice{}
	for _, f := range s.faults {
		notices = append(notices, sarifNotice{"error", sarifText{Text: f}})
	}
	text, err := compact(map[string]any{"executionSuccessful": len(notices) == 0, "toolExecutionNotifications": notices})
	if err != nil {
		return err
	}
	_, err = io.WriteString(s.results.w, "],\n"+`"invocations":[`+text+"]\n}]}\n")
	return err
}

// sarifPage places the findings of one file.
type sarifPage struct {
	file     *source.File
	artifact sarifArtifact
}

// sarifArtifactOf returns the reference to a file. Relative ones are taken from
// the root of the repository, as services that show results do.
func sarifArtifactOf(name string) sarifArtifact {
	a := sarifArtifact{URI: uri(name)}
	if len(name) > 0 && name[0] != '/' {
		a.URIBaseID = "%SRCROOT%"
	}
	return a
}

// location returns a place; one in a title, which isn't in the file's text, by
// its name alone.
func (p *sarifPage) location(s source.Span, text string, placed bool) sarifLocation {
	out := sarifLocation{Physical: sarifPhysical{Artifact: p.artifact}}
	switch {
	case s.Field == source.FieldTitle:
		out.Logical = []sarifLogical{{"title"}}
	case placed:
		r := p.region(s)
		r.Snippet = &sarifText{Text: text}
		out.Physical.Region = &r
	}
	return out
}

func (p *sarifPage) region(s source.Span) sarifRegion {
	at := stretchOf(p.file, s)
	return sarifRegion{StartLine: at.line, StartColumn: at.column, EndLine: at.endLine, EndColumn: at.endColumn}
}

func (p *sarifPage) fix(x *finding.Fix) (sarifFix, bool) {
	change := sarifChange{Artifact: p.artifact}
	for _, e := range x.Edits {
		if e.Span.Field != source.FieldText {
			return sarifFix{}, false
		}
		change.Replacements = append(change.Replacements, sarifReplacement{p.region(e.Span), sarifText{Text: e.Text}})
	}
	if len(change.Replacements) == 0 {
		return sarifFix{}, false
	}
	return sarifFix{sarifText{Text: x.Title}, []sarifChange{change}, map[string]any{"grade": string(x.Grade)}}, true
}
