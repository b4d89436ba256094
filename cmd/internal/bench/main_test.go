package main

import (
	"path/filepath"
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

func TestUnpackFixtures(t *testing.T) {
	files, size, _, err := unpack(settings{fixtures: "../../../fixtures"}, t.TempDir())
	if err != nil || files == 0 || size < minFixtures {
		t.Errorf("%d files, %d bytes, %v", files, size, err)
	}
	if err := readAll(filepath.Join(t.TempDir(), "gone"), 2); err == nil {
		t.Error("a folder that isn't there can be read")
	}
}
