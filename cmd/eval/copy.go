package main

import (
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/document/jsonl"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/source"
)

// article is one piece of copy as plain text.
type article struct {
	id, lang, date, text string
}

// extensions are those of files that hold copy.
var extensions = []string{".txt", ".md", ".markdown", ".jsonl", ".gz"}

// readCopy reads all articles below the paths, in order.
func readCopy(paths []string) ([]article, error) {
	var out []article
	for _, p := range paths {
		err := filepath.WalkDir(p, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !slices.Contains(extensions, strings.ToLower(filepath.Ext(path))) {
				return err
			}
			list, err := readFile(path)
			out = append(out, list...)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

func readFile(path string) ([]article, error) {
	name := strings.TrimSuffix(path, ".gz")
	if filepath.Ext(name) != ".jsonl" {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		f, err := source.Decode(path, data, "")
		if err != nil {
			return nil, err
		}
		return plain(document.Read(f, document.Options{}))
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var in io.Reader = f
	if name != path {
		if in, err = gzip.NewReader(f); err != nil {
			return nil, err
		}
	}
	var out []article
	for r := jsonl.NewReader(in); ; {
		item, err := r.Next()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		if strings.HasPrefix(item.Text, item.Title) {
			item.Title = ""
		}
		list, err := plain(item.Document(document.Options{}))
		if err != nil {
			return nil, err
		}
		out = append(out, list...)
	}
}

// plain keeps what of a document errors are put into: the words without markup.
func plain(d *document.Document, err error) ([]article, error) {
	if err != nil {
		return nil, err
	}
	return []article{{d.ID, d.Lang, d.Date, d.View.Text}}, nil
}

// read gives an article, or one with an error in it, to the checker.
func read(a *article, text string) (*document.Document, error) {
	return document.Read(&source.File{Path: a.id + ".txt", Text: text},
		document.Options{ID: a.id, Format: document.FormatPlain, Lang: a.lang, Date: a.date})
}

func ledgerFiles(path string) ([]ledger.File, error) {
	var files []ledger.File
	err := filepath.WalkDir(path, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".yaml") && !strings.HasSuffix(name, ".yml") {
			return err
		}
		data, err := os.ReadFile(name)
		files = append(files, ledger.File{Name: filepath.ToSlash(name), Text: string(data)})
		return err
	})
	return files, err
}
