package mux

// Row is who gets the events of one type: those with an interest in it by value, V, or by its interface, C, and the order of
// all who get it: by the order of attaching, and for one consumer by the order of the lists. Consumers that share an interest come in
// runs, so that going through them costs no more than going through a slice.
type Row[V, C any] struct {
	values    List[V]
	consumers List[C]

	first []C   // those by interface that come before all others: mostly all there are
	runs  []Run // the rest, in runs
	kept  bool
}

// The slots of a row's own lists. The others follow.
const (
	slotOfValues = iota
	slotOfOwn
)

// Add puts the consumer into the list of its interest, and says whether it has one.
func (r *Row[V, C]) Add(op uint64, consumer any) bool {
	switch c := consumer.(type) {
	case C:
		r.consumers.Add(op, c)
	case V:
		r.values.Add(op, c)
	default:
		return false
	}
	return true
}

// Remove takes the consumer with this number out.
func (r *Row[V, C]) Remove(op, id uint64) {
	r.consumers.Remove(op, id)
	r.values.Remove(op, id)
}

// Plan settles the order anew if operation op changed the row or one of the lists of the event's capabilities and of everything.
func (r *Row[V, C]) Plan(op uint64, others ...*Members) {
	if r.values.changed != op && r.consumers.changed != op && !changed(op, others) {
		return
	}
	r.runs, r.kept = merge(append([]*Members{&r.values.Members, &r.consumers.Members}, others...)), false
	for _, run := range r.runs {
		r.kept = r.kept || run.Slot != slotOfValues
	}
	r.first = nil
	if len(r.runs) > 0 && r.runs[0].Slot == slotOfOwn {
		r.first, r.runs = r.consumers.Of(r.runs[0]), r.runs[1:]
	}
}

// Kept says whether some consumer takes the event by interface, so that it has to be one that can be kept.
func (r *Row[V, C]) Kept() bool { return r.kept }

// Values are the consumers by value.
func (r *Row[V, C]) Values() []V { return r.values.consumers }

// First are the consumers that come before all runs.
func (r *Row[V, C]) First() []C { return r.first }

// Runs say who comes after them.
func (r *Row[V, C]) Runs() []Run { return r.runs }

// ValuesOf gives the consumers by value of a run.
func (r *Row[V, C]) ValuesOf(run Run) []V { return r.values.Of(run) }

// Of gives the consumers by the event's interface of a run.
func (r *Row[V, C]) Of(run Run) []C { return r.consumers.Of(run) }
