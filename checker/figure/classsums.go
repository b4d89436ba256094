package figure

// dealtSums reads lists that 分别 deals out over subjects (第一、二、三产业分别
// 为…) as the parts of the level before them that measures the same.
func (p *Page) dealtSums() {
	for i := range p.Respectively {
		r := &p.Respectively[i]
		if len(r.Values) < 2 {
			continue
		}
		head := &p.Figures[r.Values[0]]
		key, joint := p.jointly(&p.Sentences[head.Sentence], r.Cue, len(r.Values))
		if !joint {
			if key = head.Metric; len(r.Subjects) < 2 {
				continue
			}
		}
		if !isLevel(head) || head.Mean {
			continue
		}
		for k := head.Index - 1; k >= 0 && k > head.Index-8; k-- {
			t := &p.Figures[k]
			if t.Block != head.Block || t.Sentence < head.Sentence-1 {
				break
			}
			if !isLevel(t) || t.ListLen > 1 || t.Unit != head.Unit || t.Kind != head.Kind || regionsDiffer(t, head) && head.Subject == "" || t.Mean {
				continue
			}
			// The value added of the three sectors is the gross product.
			product := joint && hasAnySuffix(key, "增加值") && hasAnySuffix(t.Metric, "生产总值", "gdp")
			if key == "" || !product && Compare(t.Metric, key) != Identical || p.summed(k, r.Values) {
				continue
			}
			sum := Sum{Kind: Listed, Total: k, Parts: r.Values}
			if joint || p.completeSet(r.Values) {
				sum.Kind = Classes
			} else if p.addUp(&sum); !sum.Holds && !(sum.HasSlip && sum.close(p)) {
				continue // a selection
			}
			p.judge(&sum)
			break
		}
	}
}

// summed reports whether a total with these very parts has been recorded.
func (p *Page) summed(total int, parts []int) bool {
	for i := len(p.Sums) - 1; i >= 0 && i >= len(p.Sums)-8; i-- {
		if s := &p.Sums[i]; s.Total == total && len(s.Parts) == len(parts) && s.Parts[0] == parts[0] {
			return true
		}
	}
	return false
}
