package app

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/ledger/table"
	"github.com/hegao/hegao/checker/source"
)

// ledgerExtensions are the names' endings that make a file in a folder a
// ledger.
var ledgerExtensions = []string{".yaml", ".yml", ".csv", ".tsv", ".xlsx"}

// ledgerProblems are the mistakes in ledgers.
type ledgerProblems []ledger.Problem

// Message returns all of them in words.
func (ps ledgerProblems) Message(lang string) string {
	var b strings.Builder
	head := finding.Text{ZH: "台账有误：", EN: "the ledger is wrong:"}
	b.WriteString(head.In(lang))
	for _, p := range ps {
		b.WriteString("\n" + strings.TrimRight(p.Format(lang), "\n"))
	}
	return b.String()
}

// Error returns the message in English.
func (ps ledgerProblems) Error() string { return ps.Message("en") }

// loadLedgers reads files and folders as one ledger.
func (a *App) loadLedgers(paths []string) (*ledger.Ledger, error) {
	if len(paths) == 0 {
		return nil, nil
	}
	files, err := readLedgerFiles(paths)
	if err != nil {
		return nil, err
	}
	return load(files)
}

// load makes one ledger of files that were read.
func load(files []ledger.File) (*ledger.Ledger, error) {
	led, problems := ledger.Load(files, ledger.Options{Read: func(name string) (ledger.File, error) {
		return readLedger(filepath.FromSlash(name))
	}})
	if len(problems) > 0 {
		return nil, ledgerProblems(problems)
	}
	return led, nil
}

// readLedgerFiles reads ledgers, and those of folders, each once.
func readLedgerFiles(paths []string) ([]ledger.File, error) {
	var files []ledger.File
	seen := map[string]bool{}
	for _, path := range paths {
		names, err := ledgerFiles(path)
		if err != nil {
			return nil, ledgerError(path, err)
		}
		if len(names) == 0 {
			return nil, usagef(finding.Text{
				ZH: path + "：文件夹里没有台账（.yaml、.csv、.xlsx）",
				EN: path + ": there is no ledger in this folder (.yaml, .csv, .xlsx)"})
		}
		for _, name := range names {
			if seen[filepath.Clean(name)] {
				continue
			}
			seen[filepath.Clean(name)] = true
			f, err := readLedger(name)
			if err != nil {
				return nil, err
			}
			files = append(files, f)
		}
	}
	return files, nil
}

// ledgerFiles lists the ledgers of a folder in the order of their names, or
// the file itself. What begins with a dot is somebody else's.
func ledgerFiles(path string) ([]string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return []string{path}, nil
	}
	var names []string
	err = filepath.WalkDir(path, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case name != path && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
		case !d.IsDir() && slices.Contains(ledgerExtensions, strings.ToLower(filepath.Ext(name))):
			names = append(names, name)
		}
		return nil
	})
	return names, err
}

// readLedger reads one file. Tables out of a spreadsheet are often GBK.
func readLedger(name string) (ledger.File, error) {
	raw, err := os.ReadFile(name)
	if err != nil {
		return ledger.File{}, ledgerError(name, err)
	}
	if isSpreadsheet(name) {
		sheets, wrong := table.ReadXLSX(filepath.ToSlash(name), raw)
		if wrong != nil {
			return ledger.File{}, wrong
		}
		return ledger.File{Name: filepath.ToSlash(name), Sheet: sheets[0]}, nil
	}
	f, err := source.Decode(filepath.ToSlash(name), raw, "")
	if err != nil {
		return ledger.File{}, err
	}
	return ledger.File{Name: filepath.ToSlash(name), Text: f.Text}, nil
}

// isSpreadsheet reports whether a name is that of an XLSX file.
func isSpreadsheet(name string) bool { return strings.EqualFold(filepath.Ext(name), ".xlsx") }
