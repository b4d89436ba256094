package figure

import "testing"

func TestSmallNumber(t *testing.T) {
	for _, c := range []struct {
		text     string
		n, width int
	}{
		{"", 0, 0}, {"两点", 2, 3}, {"一是", 1, 3}, {"十项", 10, 3}, {"十二条", 12, 6}, {"十十", 10, 3},
		{"12家", 12, 2}, {"123家", 0, 0}, {"Three goals", 3, 5}, {"tenants", 0, 0}, {"ten", 0, 0}, {"百", 0, 0}, {"\xe4\xb8", 0, 0},
	} {
		if n, width := smallNumber(c.text); n != c.n || width != c.width {
			t.Errorf("smallNumber(%q) = %d, %d; want %d, %d", c.text, n, width, c.n, c.width)
		}
	}
}

func TestPartOfNumber(t *testing.T) {
	for text, want := range map[string]bool{"": false, "第": true, "十": true, "2.": true, "a": true, "有": false, "，": false, ";": false, " ": false, "\xe4": false} {
		p := &Page{Text: text + "三"}
		if got := p.partOfNumber(len(text)); got != want {
			t.Errorf("behind %q a numeral is part of a number: %v, want %v", text, got, want)
		}
	}
}

func TestLongNumber(t *testing.T) {
	for text, want := range map[string]bool{"3": false, "12": false, "12家": false, "123家": true, "1.5": true, "1,200": true, "12%": true, "三家": false, "9 firms": false} {
		p := &Page{Text: text}
		if got := p.longNumber(0); got != want {
			t.Errorf("longNumber(%q) = %v, want %v", text, got, want)
		}
	}
}
