package figure

import (
	"strings"
	"testing"

	"github.com/hegao/hegao/checker/lexicon"
)

// The gates let through every word that what is behind them looks for.
func TestSaysMissesNothing(t *testing.T) {
	for word := range int32(lexicon.Count()) {
		c, cue := lexicon.Has(word, lexicon.ClassCue)
		for _, x := range []struct {
			bit  saying
			want bool
		}{
			{saysAmong, cue && c.Code == "among"},
			{saysInclude, cue && c.Code == "include"},
			{saysDealt, cue && c.Code == "respectively" || !lexicon.Is(word, lexicon.ClassMask) && strings.Contains(lexicon.Word(word), "分别")},
			{saysPlan, lexicon.Is(word, lexicon.ClassModality)},
			{saysPlace, lexicon.Is(word, lexicon.ClassRegion) || lexicon.Is(word, lexicon.ClassScope)},
			{saysDoubled, doubling(word)},
		} {
			if got := says(word)&x.bit != 0; got != x.want {
				t.Errorf("%s: says %#x, bit %#x should be %v", lexicon.Word(word), says(word), x.bit, x.want)
			}
		}
	}
}
