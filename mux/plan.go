package mux

// Run is a stretch of one interest's consumers that an event reaches in a row.
type Run struct {
	Slot     int // which of the plan's lists
	From, To int
}

// Plan says in which order an event reaches the consumers of several interests: by the order of attaching, and
// for one consumer by the order of the lists. Consumers that share an interest come in runs, so that going through them costs no
// more than going through a slice.
type Plan struct {
	Runs []Run
	// Boxed: some consumer takes the event by interface (its list is not the first), so it has to be one that can be kept.
	Boxed bool
}

// Update plans anew if operation op changed one of the lists. The first list is the one of the consumers by value.
func (p *Plan) Update(op uint64, lists ...*Members) {
	for _, l := range lists {
		if l.changed == op {
			p.Runs = merge(lists)
			p.Boxed = false
			for _, r := range p.Runs {
				p.Boxed = p.Boxed || r.Slot > 0
			}
			return
		}
	}
}

// merge goes through the lists by ascending number, the earlier list first where numbers are equal.
func merge(lists []*Members) []Run {
	var runs []Run
	at := make([]int, len(lists))
	for {
		slot := lowest(lists, at)
		if slot < 0 {
			return runs
		}
		if last := len(runs) - 1; last >= 0 && runs[last].Slot == slot {
			runs[last].To++
		} else {
			runs = append(runs, Run{slot, at[slot], at[slot] + 1})
		}
		at[slot]++
	}
}

func lowest(lists []*Members, at []int) int {
	slot, id := -1, uint64(0)
	for i, l := range lists {
		if at[i] < len(l.ids) && (slot < 0 || l.ids[at[i]] < id) {
			slot, id = i, l.ids[at[i]]
		}
	}
	return slot
}
