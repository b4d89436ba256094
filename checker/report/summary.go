package report

import (
	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/finding"
)

// Summary counts what a run found.
type Summary struct {
	Files, Error, Warning, Info int
	Counts                      checker.Counts
	// Faults counts faults of the program itself.
	Faults int
}

// Add counts one more document.
func (s *Summary) Add(r *checker.Result) {
	s.Files++
	for i := range r.Findings {
		switch r.Findings[i].Severity {
		case finding.Error:
			s.Error++
		case finding.Warning:
			s.Warning++
		default:
			s.Info++
		}
	}
	s.Counts.Figures += r.Counts.Figures
	s.Counts.Confirmed += r.Counts.Confirmed
	s.Counts.Consistent += r.Counts.Consistent
	s.Counts.Contradicted += r.Counts.Contradicted
	s.Counts.Unchecked += r.Counts.Unchecked
	s.Faults += len(r.Faults)
}
