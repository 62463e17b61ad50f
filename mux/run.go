package mux

// Run is a stretch of one interest's consumers that an event reaches in a row.
type Run struct {
	Slot     int // which of the lists
	From, To int
}

// changed says whether operation op changed one of the lists.
func changed(op uint64, lists []*Members) bool {
	for _, l := range lists {
		if l.changed == op {
			return true
		}
	}
	return false
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
