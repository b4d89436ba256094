package ledger_test

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/hegao/hegao/checker/ledger"
)

var update = flag.Bool("update", false, "write what is reported into testdata/broken")

// TestBroken reads each archive of testdata/broken: the comment says what is
// wrong, the files named zh and en hold what must be reported, the files below
// includes/ are those that others include, the rest is the ledger.
func TestBroken(t *testing.T) {
	paths, err := filepath.Glob("testdata/broken/*.txtar")
	if err != nil || len(paths) < 40 {
		t.Fatalf("%d archives, %v", len(paths), err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			var files []ledger.File
			others, want := map[string]string{}, map[string]string{}
			for _, f := range a.Files {
				switch name, included := strings.CutPrefix(f.Name, "includes/"); {
				case f.Name == "zh" || f.Name == "en":
					want[f.Name] = string(f.Data)
				case included:
					others[name] = string(f.Data)
				default:
					files = append(files, ledger.File{Name: f.Name, Text: string(f.Data)})
				}
			}
			l, problems := ledger.Load(files, ledger.Options{Read: func(name string) (ledger.File, error) {
				if text, ok := others[name]; ok {
					return ledger.File{Name: name, Text: text}, nil
				}
				return ledger.File{}, errors.New("no such file")
			}})
			if l != nil || len(problems) == 0 {
				t.Fatal("a broken ledger was taken for sound")
			}
			got := map[string]string{}
			for _, p := range problems {
				got["zh"] += p.Format("zh")
				got["en"] += p.Format("en")
			}
			if *update {
				rewrite(t, path, a, got)
				return
			}
			for _, lang := range []string{"zh", "en"} {
				if got[lang] != want[lang] {
					t.Errorf("%s: got\n%s\nwant\n%s", lang, got[lang], want[lang])
				}
			}
		})
	}
}

func rewrite(t *testing.T, path string, a *txtar.Archive, got map[string]string) {
	var kept []txtar.File
	for _, f := range a.Files {
		if f.Name != "zh" && f.Name != "en" {
			kept = append(kept, f)
		}
	}
	for _, lang := range []string{"zh", "en"} {
		kept = append(kept, txtar.File{Name: lang, Data: []byte(got[lang])})
	}
	a.Files = kept
	if err := os.WriteFile(path, txtar.Format(a), 0o644); err != nil {
		t.Fatal(err)
	}
}
