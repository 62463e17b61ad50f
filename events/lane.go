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

// Lane holds the storage of the events of one type that wait. Their leases end in the order in which they started.
type Lane struct {
	slots  []Storage
	next   int    // the slot that was lent longest ago; the one before it was lent last
	needed [2]int // the most slots in use at once, in this block and in the one before
}

// Free returns a slot that is free. fresh returns a new one. It reports whether it is the first one since the last call of Clear.
func (l *Lane) Free(fresh func() Storage) (s Storage, first bool) {
	first = l.needed[0] == 0
	if l.next == len(l.slots) || l.next > 0 && !l.lent(l.next-1) { // the end, or all are free
		l.next = 0
	}
	if len(l.slots) == 0 || l.lent(l.next) {
		if l.next == 0 {
			l.next = len(l.slots)
		}
		l.slots = slices.Insert(l.slots, l.next, fresh())
	}
	l.next++
	l.needed[0] = max(l.needed[0], l.next)
	return l.slots[l.next-1], first
}

func (l *Lane) lent(i int) bool { return l.slots[i].Stamp().Lent() }

// Clear drops what the last events refer to, and the slots that not both of the last two blocks needed.
func (l *Lane) Clear() {
	keep := min(len(l.slots), max(keptAlways, min(l.needed[0], l.needed[1])))
	clear(l.slots[keep:])
	l.slots = slices.Clip(l.slots[:keep])
	for _, s := range l.slots[:min(keep, l.needed[0])] {
		s.Clear()
	}
	l.next, l.needed = 0, [2]int{0, l.needed[0]}
}

// Chunk returns the number of handles in the next chunk of a type, after one of so many. Consumers by interface get pointers
// to handles that are never used again, so that a late use is noticed.
func Chunk(last int) int { return min(256, max(8, 2*last)) }
