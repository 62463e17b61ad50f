package mux

// Run is a stretch of one list's consumers that an event reaches in a row.
type Run struct {
	Slot     int // which of the lists
	From, To int
}

// The slots of an event's own lists. Those of the capabilities follow, and last that of everything.
const (
	slotOfValues = iota
	slotOfOwn
)

// Plan says in which order an event reaches the consumers of several lists: by the order of attaching, and for one consumer by the
// order of the lists. Consumers that share a list come in runs, so that going through them costs no more than going through
// a slice.
type Plan struct {
	First int   // so many of the second list, the event's own by interface, come before all others: mostly all there are
	Runs  []Run // the rest
	Kept  bool  // some consumer takes the event by interface, so that it has to be one that can be kept
}

// Add puts the consumer at this index of a list behind all others. It is not inlined, since generated code has several calls of it
// for each event, which only attaching uses.
//
//go:noinline
func (p *Plan) Add(slot, index int) {
	p.Kept = p.Kept || slot != slotOfValues
	last := len(p.Runs) - 1
	switch {
	case last < 0 && slot == slotOfOwn:
		p.First++
	case last >= 0 && p.Runs[last].Slot == slot:
		p.Runs[last].To++
	default:
		p.Runs = append(p.Runs, Run{slot, index, index + 1})
	}
}
