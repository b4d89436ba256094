package figure

import (
	"strings"

	"github.com/hegao/hegao/checker/quantity"
)

// eachHas reads a total with how many things make it and what each of them has:
// 480 beds on six wards of 80 beds each.
func (p *Page) eachHas(items []enItem) {
	for i := range items {
		if items[i].kind != enFig || i+1 >= len(items) || items[i+1].kind != enWord || items[i+1].class&enEach == 0 {
			continue
		}
		each := &p.Figures[items[i].ref]
		j := i - 1
		for j >= 0 && j >= i-4 && items[j].kind == enWord && items[j].class&(enFrom|enTo|enVersus|enOpen|enWho) == 0 {
			j--
		}
		if j < 1 || items[j].kind != enFig || !p.partLike(each) || each.Unit == "" || !counted(each) {
			continue
		}
		count := &p.Figures[items[j].ref]
		if !p.partLike(count) || !counted(count) || count.Unit == each.Unit {
			continue
		}
		total := -1
		for k := j - 1; k >= 0; k-- {
			if items[k].kind != enFig {
				continue
			}
			if t := &p.Figures[items[k].ref]; t.Unit == each.Unit && p.levelOf(t) {
				if total >= 0 {
					return
				}
				total = t.Index
			}
		}
		x := Product{Total: total, Count: count.Index, Each: each.Index}
		if total >= 0 && p.multiply(&x, each.Unit) {
			p.Products = append(p.Products, x)
		}
	}
}

// meanOf reads an average with the total and the number that make it: paid $18.2
// million on 260 claims, an average of $70,000.
func (p *Page) meanOf(items []enItem) {
	for i := 2; i < len(items); i++ {
		if items[i].kind != enFig || items[i-1].kind != enWord || items[i-1].class&enOf == 0 || items[i-2].class&enYearly == 0 {
			continue
		}
		each := &p.Figures[items[i].ref]
		if i+1 < len(items) && items[i+1].kind == enWord && items[i+1].class&(enArticle|enEach|enPer) != 0 || !p.levelOf(each) {
			continue // an average of 40 a day
		}
		total, count := -1, -1
		for j := range i {
			if items[j].kind != enFig {
				continue
			}
			switch f := &p.Figures[items[j].ref]; {
			case !p.levelOf(f):
			case counted(f) && !counted(each) || counted(f) && f.Unit != each.Unit:
				if count >= 0 {
					return
				}
				count = f.Index
			case f.Kind == each.Kind && f.Unit == each.Unit:
				if total >= 0 {
					return
				}
				total = f.Index
			}
		}
		x := Product{Total: total, Count: count, Each: each.Index}
		if total >= 0 && count >= 0 && p.multiply(&x, each.Unit) {
			p.Products = append(p.Products, x)
		}
	}
}

// atEach reads an amount for one of several things with the amount for all, which
// "or" ties to it, and their number: $1.20 a share, or $12 million, for the 10
// million shares; £740,000 a year, or £2.96 million over four years.
func (p *Page) atEach(items []enItem) {
	for i := range items {
		if items[i].kind != enFig {
			continue
		}
		each := &p.Figures[items[i].ref]
		above, below, per := strings.Cut(each.Unit, "/")
		if !per || each.Kind != quantity.Money || each.Hedge != quantity.None {
			continue
		}
		t := p.tiedBy(items, i, 1)
		if t < 0 {
			t = p.tiedBy(items, i, -1)
		}
		if t < 0 {
			continue
		}
		total, count := &p.Figures[items[t].ref], -1
		for j := max(i, t) + 1; j < len(items) && j <= max(i, t)+5; j++ {
			if items[j].kind == enFig {
				if f := &p.Figures[items[j].ref]; f.Unit == below && (counted(f) || f.Kind == quantity.Duration) {
					count = f.Index
				}
				break
			}
		}
		x := Product{Total: total.Index, Count: count, Each: each.Index}
		if count >= 0 && total.Kind == quantity.Money && total.Unit == above && p.multiply(&x, above) {
			p.Products = append(p.Products, x)
		}
	}
}

// tiedBy returns the item of the figure beside one, behind it or before, that "or"
// ties to it; -1 for none.
func (p *Page) tiedBy(items []enItem, i, step int) int {
	or := false
	for j := i + step; j >= 0 && j < len(items) && j <= i+4 && j >= i-4; j += step {
		switch it := &items[j]; {
		case it.kind == enFig:
			if or {
				return j
			}
			return -1
		case it.kind == enWord && it.class&enOr != 0:
			or = true
		case it.kind != enComma:
			return -1
		}
	}
	return -1
}
