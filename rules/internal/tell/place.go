package tell

import (
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
)

// Place names a place or scope in both languages; in English by its Latin name
// where the ledger or the gazetteer has one.
func Place(p *rule.Pass, name string) finding.Text {
	if e := p.Ledger.Entity(name); e != nil {
		return finding.Text{ZH: name, EN: e.Words().EN}
	}
	return Same(name)
}
