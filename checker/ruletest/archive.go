package ruletest

import (
	"bytes"
	"fmt"
	"strings"

	"golang.org/x/tools/txtar"
)

// ParseArchive reads a fixture: a txtar archive whose files are named like the
// info strings of a page ("wrong date=2025-12-25"), each an example, or
// "ledger", which holds for the examples after it. Its comment says what the
// fixture is for.
func ParseArchive(path string, data []byte) ([]Example, error) {
	a := txtar.Parse(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n")))
	line := 1 + bytes.Count(a.Comment, []byte("\n"))
	var out []Example
	var ledger ledgerBlock
	for _, f := range a.Files {
		kind, _, _ := strings.Cut(f.Name, " ")
		switch {
		case kind == "ledger":
			ledger = ledgerBlock{string(f.Data), line + 1}
		case isKind(kind):
			e, err := parseExample(path, line, f.Name, string(f.Data))
			if err != nil {
				return nil, err
			}
			e.Ledger, e.LedgerLine = ledger.text, ledger.line
			out = append(out, e)
		default:
			return nil, fmt.Errorf("%s:%d: the file %q is neither wrong, right, trap nor ledger", path, line, f.Name)
		}
		line += 1 + bytes.Count(f.Data, []byte("\n"))
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s: the fixture holds no example", path)
	}
	return out, nil
}
