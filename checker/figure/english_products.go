package figure

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
