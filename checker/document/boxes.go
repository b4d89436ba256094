package document

// A page may hold its lead twice: once in the frame below the headline, and
// again where the text of the copy begins. What stands between the two in
// frames of its own, under headings, are boxes.

// maxBetweenTwins is how many blocks may stand between the two printings.
const maxBetweenTwins = 24

// boxBetweenTwins numbers the boxes between the two printings of a lead, on
// pages that have a masthead: other copy repeats its summary as it goes on.
func (d *Document) boxBetweenTwins() {
	if d.DateRange.Len() == 0 {
		return
	}
	for i := 0; i < len(d.Twins); {
		run := 1
		for i+run < len(d.Twins) && d.Twins[i+run] == [2]int{d.Twins[i][0] + run, d.Twins[i][1] + run} {
			run++
		}
		from, to := d.Twins[i][0]+run, d.Twins[i][1]
		if run > 1 && from < to && to-from <= maxBetweenTwins {
			d.boxBetween(from, to)
		}
		i += run
	}
	d.renumberBoxes()
}

// boxBetween puts every heading of the blocks [from, to) and what follows it
// into a box. Captions belong to their pictures.
func (d *Document) boxBetween(from, to int) {
	box := -from // any number that no other box has: renumberBoxes follows
	in := false
	for k := from; k < to; k++ {
		b := &d.Blocks[k]
		switch {
		case b.Box != 0:
			in = false
		case b.Kind == Subhead:
			if k == from || d.Blocks[k-1].Kind != Subhead {
				box--
			}
			in = true
			b.Box = box
		case b.Kind == Caption || b.Kind == Credit:
			in = false
		case in:
			b.Box = box
		}
	}
}

// renumberBoxes numbers the boxes from 1 in reading order.
func (d *Document) renumberBoxes() {
	numbers := map[int]int{}
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Box == 0 {
			continue
		}
		n, ok := numbers[b.Box]
		if !ok {
			n = len(numbers) + 1
			numbers[b.Box] = n
		}
		b.Box = n
	}
}
