// Package config reads .hegao.yaml, the file in which a newsroom says which
// ledgers hold for the copy of a folder and how its rules are set.
package config

import (
	"cmp"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/hegao/hegao/checker/finding"
)

// Name is what the file is called; the nearest one upward from the copy holds.
const Name = ".hegao.yaml"

// Config is what one file says. The zero value says nothing.
type Config struct {
	// Path is where it was read from, with slashes.
	Path string
	// Ledgers are paths as they were written, relative to the file's folder.
	Ledgers []Named
	// Packs are the built-in packs to use; nil for all of them.
	Packs []string
	// Lang is the language of messages, "zh" or "en"; empty for each copy's own.
	Lang string
	// Date is the day of publication for copy that doesn't say its own, as
	// YYYY-MM-DD; empty for none.
	Date string
	// FailOn is the least severity that fails a check: "error", "warning",
	// "info" or "never"; empty for the default.
	FailOn string
	// Severities and Disabled set single rules, by ID.
	Severities map[string]finding.Severity
	Disabled   map[string]bool
	// Unreasoned are the rules that are turned off without a reason: neither a
	// comment beside or above, nor a reason of their own. They are off all the same.
	Unreasoned []Named
	// Options are further settings of rules: rule ID, name, value as written.
	Options map[string]map[string]string
	// Style is the house style that rules of style go by; empty for none.
	Style string
	// Terms are words that are printed as they are, whatever rules of form say.
	Terms []string
	// Baseline is the path of the baseline as it was written; empty for none.
	Baseline string
	// Paths are settings for some of the copy, in the order of the file.
	Paths []Override
}

// Override holds settings for the copy whose path one of the patterns matches.
// A later one goes before an earlier one.
type Override struct {
	Match []string
	Config
}

// The house styles that a configuration may name.
const (
	StyleChinese = "chinese" // GB/T 15834 and 15835: signs and numerals of mainland China
	StyleAP      = "ap"      // the Associated Press
	StyleBritish = "british"
)

// Styles lists the house styles.
func Styles() []string { return []string{StyleChinese, StyleAP, StyleBritish} }

// Named is a path and the line on which it was named.
type Named struct {
	Path string
	Line int
}

// Known is what a file may name.
type Known struct {
	Rules []string // IDs
	// Aliases are other names of rules (the Chinese ones), to their IDs.
	Aliases map[string]string
	// Options are the names of the options that rules have, by rule ID.
	Options map[string][]string
	// Values are the values that an option may have, by "rule.option"; any where
	// none are listed.
	Values map[string][]string
	Packs  []string
}

// Resolve returns the path of a ledger, which is relative to the folder of the
// file that names it.
func (c *Config) Resolve(ledger string) string {
	if path.IsAbs(ledger) || isDrive(ledger) {
		return ledger
	}
	return path.Join(path.Dir(c.Path), ledger)
}

// For returns the settings for copy at a path relative to the file's folder,
// with slashes, and a key that is the same for all copy with the same settings.
func (c *Config) For(name string) (*Config, string) {
	merged, key := c, ""
	for i := range c.Paths {
		o := &c.Paths[i]
		if slices.ContainsFunc(o.Match, func(pattern string) bool { return matches(pattern, name) }) {
			merged = merged.with(&o.Config)
			key += "+" + strconv.Itoa(i)
		}
	}
	return merged, key
}

// matches reports whether a pattern of .hegao.yaml matches a path. One without
// a slash matches names in any folder, one that ends in a slash all that is
// below a folder.
func matches(pattern, name string) bool {
	pattern = strings.TrimPrefix(pattern, "./")
	if folder, ok := strings.CutSuffix(pattern, "/"); ok {
		pattern = folder + "/**"
	}
	if !strings.Contains(pattern, "/") {
		pattern = "**/" + pattern
	}
	return doublestar.MatchUnvalidated(pattern, name)
}

// with returns the settings with those of an override over them. Lists of
// ledgers replace each other, terms add up, rules are set one by one.
func (c *Config) with(o *Config) *Config {
	out := *c
	if len(o.Ledgers) > 0 {
		out.Ledgers = o.Ledgers
	}
	if o.Packs != nil {
		out.Packs = o.Packs
	}
	out.Lang, out.Date = cmp.Or(o.Lang, c.Lang), cmp.Or(o.Date, c.Date)
	out.FailOn, out.Style = cmp.Or(o.FailOn, c.FailOn), cmp.Or(o.Style, c.Style)
	out.Terms = slices.Concat(c.Terms, o.Terms)
	out.Severities, out.Disabled = map[string]finding.Severity{}, map[string]bool{}
	out.Options = map[string]map[string]string{}
	for _, from := range []*Config{c, o} {
		for id, s := range from.Severities {
			out.Severities[id] = s
			delete(out.Disabled, id)
		}
		for id := range from.Disabled {
			out.Disabled[id] = true
		}
		for id, values := range from.Options {
			merged := maps.Clone(out.Options[id])
			if merged == nil {
				merged = map[string]string{}
			}
			maps.Copy(merged, values)
			out.Options[id] = merged
		}
	}
	return &out
}

// isDrive reports whether a path begins with a drive letter, as on Windows.
func isDrive(p string) bool { return len(p) > 2 && p[1] == ':' && (p[2] == '/' || p[2] == '\\') }

// Find returns the path of the file that holds for copy in a folder: the
// nearest one upward, or "" where there is none. exists asks whether a file is
// there; dir is an absolute path with slashes.
func Find(dir string, exists func(string) bool) string {
	for {
		if p := path.Join(dir, Name); exists(p) {
			return p
		}
		up := path.Dir(dir)
		if up == dir {
			return ""
		}
		dir = up
	}
}
