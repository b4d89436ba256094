// Package config reads .hegao.yaml, the file in which a newsroom says which
// ledgers hold for the copy of a folder and how its rules are set.
package config

import (
	"path"

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
	// Options are further settings of rules: rule ID, name, value as written.
	Options map[string]map[string]string
}

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
