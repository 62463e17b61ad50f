package events

import "slices"

// Storage is implemented by generated types that hold one event at a time. A bus lends one event after another from it.
type Storage interface {
	// Stamp returns the stamp of the event.
	Stamp() *Stamp
	// Clear drops all that the last event refers to.
	Clear()
}

// keptAlways is the number of slots that a lane never gives back.
const keptAlways = 16

// Lane holds the storage of the events of one type that wait. Their leases end in the order in which they started, so that those in
// use follow one another in a ring.
type Lane struct {
	slots  []Storage
	first  int    // the slot that was handed out longest ago
	count  int    // how many were handed out, from the first on, and have not been found free again
	needed [2]int // the highest count in this block and in the one before
}

// Free returns a slot that is free; fresh returns a new one. It reports whether it is the first one since the last call of Clear.
func (l *Lane) Free(fresh func() Storage) (s Storage, first bool) {
	for l.count > 0 && !l.slots[l.first].Stamp().Lent() {
		l.first, l.count = (l.first+1)%len(l.slots), l.count-1
	}
	switch {
	case l.count == 0:
		l.first = 0
		if len(l.slots) == 0 {
			l.slots = append(l.slots, fresh())
		}
	case l.count == len(l.slots):
		if l.first == 0 {
			l.slots = append(l.slots, fresh())
			break
		}
		l.slots = slices.Insert(l.slots, l.first, fresh()) // behind the last, before the first
		l.first++
	}
	first = l.needed[0] == 0
	s = l.slots[(l.first+l.count)%len(l.slots)]
	l.count++
	l.needed[0] = max(l.needed[0], l.count)
	return s, first
}

// Clear drops what the last events refer to, and the slots that not both of the last two blocks needed. No event may wait.
func (l *Lane) Clear() {
	for _, s := range l.slots {
		s.Clear()
	}
	if keep := max(keptAlways, min(l.needed[0], l.needed[1])); keep < len(l.slots) {
		for _, s := range l.slots[keep:] {
			s.Clear() // once more, since late handles may refer to it: what was not used since the first time is given back
		}
		l.slots = slices.Clone(l.slots[:keep])
	}
	l.first, l.count, l.needed = 0, 0, [2]int{0, l.needed[0]}
}

// Chunk returns the number of handles in the next chunk of a type, after one of so many. Consumers by interface get pointers
// to handles that are never used again, so that a late use is noticed.
func Chunk(last int) int { return min(256, max(8, 2*last)) }
