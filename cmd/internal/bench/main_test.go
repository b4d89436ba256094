package main

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/hegao/hegao/checker/ledger"
)

func TestMakeLedgerIsSound(t *testing.T) {
	text := makeLedger(ledgerFigures)
	led, problems := ledger.Load([]ledger.File{{Name: "bench.yaml", Text: text}}, ledger.Options{})
	if len(problems) > 0 {
		t.Fatal(problems[0].Format("en"))
	}
	if len(led.Figures) != ledgerFigures || makeLedger(ledgerFigures) != text {
		t.Errorf("%d figures", len(led.Figures))
	}
}

func TestMakeNamesIsSound(t *testing.T) {
	led, problems := ledger.Load([]ledger.File{{Name: "names.yaml", Text: makeNames(ledgerFigures)}}, ledger.Options{})
	if len(problems) > 0 {
		t.Fatal(problems[0].Format("en"))
	}
	names := map[string]bool{}
	for _, n := range led.Names() {
		names[n.Text] = true
	}
	if len(names) < ledgerFigures {
		t.Errorf("%d names", len(names))
	}
}

func TestMakeAlike(t *testing.T) {
	page := makeAlike(alikeFigures)
	if n := strings.Count(page, "万吨"); n != alikeFigures || len(page) < 5e6 || len(page) > 6e6 {
		t.Errorf("%d figures, %d bytes", n, len(page))
	}
}

func TestUnpackFixtures(t *testing.T) {
	files, size, _, err := unpack(settings{fixtures: "../../../fixtures"}, t.TempDir())
	if err != nil || files == 0 || size < minFixtures {
		t.Errorf("%d files, %d bytes, %v", files, size, err)
	}
	if err := readAll(filepath.Join(t.TempDir(), "gone"), 2); err == nil {
		t.Error("a folder that isn't there can be read")
	}
}
