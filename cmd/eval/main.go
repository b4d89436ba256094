// Command eval measures hegao on a newsroom's own copy: it puts single errors
// into it, counts how many of each kind are caught, and how much is reported on
// the copy as it stands. By its table a newsroom decides which rules to run.
//
//	go run ./cmd/eval [flags] FOLDER|FILE…
//
// Files are plain text, Markdown or JSON Lines (.jsonl, .jsonl.gz). The same
// copy gives the same errors in every run.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/rules"
)

// settings are what the command line says.
type settings struct {
	perKind, misses, alarms int
	json, measured          string
	calibrated, verdicts    string
	ledgers                 string
	all                     bool
	paths                   []string
}

func main() {
	var s settings
	flag.IntVar(&s.perKind, "per-kind", 150, "how many errors of each kind to put in")
	flag.IntVar(&s.misses, "misses", 0, "print this many missed errors of each kind")
	flag.IntVar(&s.alarms, "alarms", 0, "print this many findings on the copy as it stands")
	flag.StringVar(&s.json, "json", "", "write the figures as JSON to this file, - for standard output in place of the table")
	flag.StringVar(&s.measured, "measured", "", "write a line for each rule to this file (rules/measured.tsv)")
	flag.StringVar(&s.calibrated, "calibrated", "", "write how sure findings are to this file (rules/calibration.tsv)")
	flag.StringVar(&s.verdicts, "verdicts", "", "a table of findings on the copy as it stands that are right")
	flag.StringVar(&s.ledgers, "ledger", "", "a folder or file of ledgers")
	flag.BoolVar(&s.all, "all", false, "run also the rules that are off unless named")
	flag.Parse()
	s.paths = flag.Args()
	if err := run(s, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "eval:", err)
		os.Exit(2)
	}
}

func run(s settings, out io.Writer) error {
	if len(s.paths) == 0 {
		return fmt.Errorf("which copy? name folders or files")
	}
	docs, err := readCopy(s.paths)
	if err != nil {
		return err
	}
	if len(docs) == 0 {
		return fmt.Errorf("there is no copy in %v", s.paths)
	}
	session, err := newSession(s)
	if err != nil {
		return err
	}
	verdicts, err := readVerdicts(s.verdicts)
	if err != nil {
		return err
	}
	result := measure(session, docs, verdicts, s)
	if s.json != "-" {
		result.print(out, s)
	}
	if s.measured != "" {
		if err := os.WriteFile(s.measured, []byte(result.rulesTable()), 0o644); err != nil {
			return err
		}
	}
	if s.calibrated != "" {
		if err := os.WriteFile(s.calibrated, []byte(result.calibration()), 0o644); err != nil {
			return err
		}
	}
	if s.json == "" {
		return nil
	}
	data, err := json.MarshalIndent(result, "", "  ")
	if err != nil {
		return err
	}
	data = append(data, '\n')
	if s.json == "-" {
		_, err = out.Write(data)
		return err
	}
	return os.WriteFile(s.json, data, 0o644)
}

func newSession(s settings) (*checker.Session, error) {
	selected, err := rules.Select(nil)
	if err != nil {
		return nil, err
	}
	if s.all {
		selected = rules.All()
	}
	opts := checker.Options{Rules: selected, AllRules: rules.All(), CountsOnly: true, Confidence: rules.Confidence}
	if s.ledgers != "" {
		files, err := ledgerFiles(s.ledgers)
		if err != nil {
			return nil, err
		}
		l, problems := ledger.Load(files, ledger.Options{})
		if len(problems) > 0 {
			return nil, fmt.Errorf("%s", problems[0].Format("en"))
		}
		opts.Ledger = l
	}
	return checker.New(opts)
}
