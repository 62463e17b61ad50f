package mux

import (
	"slices"

	"github.com/busgen/busgen/events"
)

// keptAlways is the number of slots for nested events, and of places in the queue, that a bus never gives back.
const keptAlways = 16

// Lane holds the slots of the events of one type that wait. Their leases end in the order in which they started.
type Lane struct {
	slots  []events.Storage
	next   int    // the slot that was lent longest ago; the one before it was lent last
	needed [2]int // the most slots in use at once, in this block and in the one before
}

// Free returns a slot that is free. fresh returns a new one.
func (l *Lane) Free(b *Bus, fresh func() events.Storage) events.Storage {
	if l.needed[0] == 0 {
		b.used = append(b.used, l)
	}
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
	return l.slots[l.next-1]
}

func (l *Lane) lent(i int) bool { return l.slots[i].Base().Lent() }

// Release drops the payloads of the last events, and the slots that not both of the last two blocks needed.
func (l *Lane) Release() {
	keep := min(len(l.slots), max(keptAlways, min(l.needed[0], l.needed[1])))
	clear(l.slots[keep:])
	l.slots, l.next = slices.Clip(l.slots[:keep]), 0
	for _, s := range l.slots {
		s.Base().Release()
	}
	l.needed = [2]int{0, l.needed[0]}
}

// Chunk returns the number of handles in the next chunk of a type, after one of so many. Consumers by interface get pointers
// to handles that are never used again, so that a late use is noticed.
func Chunk(last int) int { return min(256, max(8, 2*last)) }
