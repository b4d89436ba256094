package quantity

func (h *hanReader) smallScale(u int) bool {
	if h.have && h.cur == (sum{}) && h.zero {
		h.cur = one(1) // 零十
	}
	if !h.have {
		if h.last > 0 && h.last < 4 && !h.zero {
			return false // 十百
		}
		h.cur = one(1)
		if h.last == 0 && u > 1 {
			h.n.bareScale = true
		}
		if h.last > 0 && u > 1 && !h.zero {
			return false // 万百, 亿千
		}
		h.n.digits++
	}
	h.section = h.section.add(h.cur.scale(u, h.vagueIn))
	h.small = u
	if h.ji >= 0 {
		h.ji += u
	}
	if h.n.arabic {
		h.n.place += u
		h.n.scale += u
	}
	return true
}

func (h *hanReader) greatScale(u int) bool {
	if h.n.scale+u > 24 {
		return false // 万万万…: no number, and its digits would fill the memory
	}
	group := h.section
	if h.have {
		group = group.add(h.cur)
	} else if h.section == (sum{}) {
		if h.last == 0 {
			group, h.n.bareScale = one(1), true
			h.n.digits++
		} else if h.last < 4 || u < h.great {
			return false
		}
	}
	if h.ji >= 0 {
		h.ji += u
	}
	if h.great > 0 && u >= h.great { // 一万五千亿, 万亿, 万万
		h.total = h.total.add(group).scale(u, h.vagueIn)
		h.n.place += u
	} else {
		h.total = h.total.add(group.scale(u, h.vagueIn))
		if h.n.arabic || h.n.decimals > 0 {
			h.n.place += u
		} else {
			h.n.place = u
		}
	}
	if h.n.more {
		h.n.moreUnit += u
	}
	h.section, h.small, h.vagueIn = sum{}, 0, false
	h.great = max(u, h.great)
	h.n.scale += u
	return true
}
