package checker

import (
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/source"
)

// Unreadable returns the result of an input that can't be read: one finding of
// category input, so that it is never taken for clean.
func Unreadable(id, path, message string) Result {
	f := &source.File{Path: path}
	r := Result{ID: id, Path: path, File: f, Findings: []finding.Finding{{
		Rule: InputRule, Category: finding.Input, Severity: finding.Error, Confidence: 1, Message: message,
	}}}
	finding.Identify(f, r.Findings)
	return r
}
