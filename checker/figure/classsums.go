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

// classSums reads levels of one sentence that by their names are all the
// classes of a thing (第一产业…；第二产业…；第三产业…) as the parts of a level
// before them, without a word that says so: where they add up to it, or miss it
// by one slip.
func (p *Page) classSums(n int) {
	s := &p.Sentences[n]
	var run [4]int
	for k := s.FirstFig; k < s.AfterFig; k++ {
		if f := &p.Figures[k]; !isLevel(f) || f.Mean || f.ListLen > 1 {
			continue
		}
		run[0], run[1], run[2], run[3] = run[1], run[2], run[3], k+1
		for size := 2; size <= 3; size++ {
			first := run[4-size] - 1
			if first < 0 || p.Figures[first].Unit != p.Figures[k].Unit {
				break
			}
			var parts []int
			for _, j := range run[4-size:] {
				parts = append(parts, j-1)
			}
			if p.completeSet(parts) {
				p.classTotal(n, parts)
			}
		}
	}
}

// classTotal looks for the total of a complete set of classes: among the levels
// right before it in its block, one that the parts add up to, else one that
// they miss by a slip.
func (p *Page) classTotal(n int, parts []int) {
	head := &p.Figures[parts[0]]
	best := Sum{Total: -1}
	for k := parts[0] - 1; k >= 0 && k > parts[0]-10; k-- {
		t := &p.Figures[k]
		if t.Block != head.Block || t.Sentence < n-2 {
			break
		}
		if !isLevel(t) || t.ListLen > 1 || t.Unit != head.Unit || t.Kind != head.Kind || t.Modality != head.Modality || !p.additive(t, head) || t.Start {
			continue
		}
		if p.summed(k, parts) {
			return
		}
		sum := Sum{Kind: Classes, Total: k, Parts: parts}
		if !p.addUp(&sum) {
			continue
		}
		if sum.Holds {
			p.Sums = append(p.Sums, sum)
			return
		}
		if best.Total < 0 && sum.HasSlip && sum.close(p) && t.Digits >= 3 {
			best = sum
		}
	}
	if best.Total >= 0 {
		p.Sums = append(p.Sums, best)
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
