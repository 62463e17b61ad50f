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
	free   []Storage
	busy   []Storage // from head on: what was handed out and has not been found free again
	head   int
	needed [2]int // the most that were busy at once, in this block and in the one before

	// Used is true from the first event of a block on. A bus sets it.
	Used bool
}

// Free returns storage that is free; fresh returns new storage.
func (l *Lane) Free(fresh func() Storage) (s Storage) {
	for ; l.head < len(l.busy) && !l.busy[l.head].Stamp().Lent(); l.head++ {
		l.free = append(l.free, l.busy[l.head])
	}
	if 2*l.head >= len(l.busy) { // moving half of the list makes room for as many
		l.busy, l.head = append(l.busy[:0], l.busy[l.head:]...), 0
	}
	if n := len(l.free); n > 0 {
		s, l.free = l.free[n-1], l.free[:n-1]
	} else {
		s = fresh()
	}
	l.busy = append(l.busy, s)
	l.needed[0] = max(l.needed[0], len(l.busy)-l.head)
	return s
}

// Clear drops what the last events refer to, and the storage that not both of the last two blocks needed. No event may wait.
func (l *Lane) Clear() {
	all := append(l.free, l.busy[l.head:]...)
	for _, s := range all {
		s.Clear()
	}
	if keep := max(keptAlways, min(l.needed[0], l.needed[1])); len(all) > keep {
		for _, s := range all[keep:] {
			s.Clear() // once more, since late handles may refer to it: what was not used since the first time is given back
		}
		all = slices.Clone(all[:keep])
	}
	clear(l.busy)
	if cap(l.busy) > 4*max(keptAlways, len(all)) {
		l.busy = nil
	}
	l.free, l.busy, l.head, l.needed = all, l.busy[:0], 0, [2]int{0, l.needed[0]}
}

// Chunk returns the number of handles in the next chunk of a type, after one of so many. Consumers by interface get pointers
// to handles that are never used again, so that a late use is noticed.
func Chunk(last int) int { return min(256, max(8, 2*last)) }
