package mux

// Members are the consumers of one interest by the numbers under which they were attached, ascending.
type Members struct {
	ids     []uint64
	changed uint64 // the last operation that changed them
}

// List is the consumers of one interest in the order of attaching. It is never changed in place, so that a delivery can go through the
// one that it began with.
type List[C any] struct {
	Members
	consumers []C
}

// Add appends a consumer; op is the operation that attaches it, and its number from now on.
func (l *List[C]) Add(op uint64, c C) {
	l.ids = append(l.ids[:len(l.ids):len(l.ids)], op)
	l.consumers = append(l.consumers[:len(l.consumers):len(l.consumers)], c)
	l.changed = op
}

// Remove takes out the consumer with this number, if it is there, in operation op.
func (l *List[C]) Remove(op, id uint64) {
	for i := range l.ids {
		if l.ids[i] == id {
			l.ids = without(l.ids, i)
			l.consumers = without(l.consumers, i)
			l.changed = op
			return
		}
	}
}

// Of gives the consumers of one run of a plan.
func (l *List[C]) Of(r Run) []C { return l.consumers[r.From:r.To] }

func without[E any](s []E, i int) []E {
	return append(append(make([]E, 0, len(s)-1), s[:i]...), s[i+1:]...)
}
