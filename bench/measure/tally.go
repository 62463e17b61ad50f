// Package measure runs buses side by side and checks that they carried what they were given.
package measure

import (
	"fmt"
	"math/bits"
)

// Tally is what a consumer keeps of the events that reached it: how many, and a sum of their sequence numbers. The sum is
// turned by one bit before each addition, so that it tells the order too.
//
// Each has a pair of cache lines to itself, since consumers of asynchronous buses run on several cores.
type Tally struct {
	Count, Sum uint64
	_          [112]byte
}

// Add counts the event with this sequence number.
func (t *Tally) Add(sequence uint64) {
	t.Count++
	t.Sum = bits.RotateLeft64(t.Sum, 1) + sequence
}

// Same says whether both saw the same numbers in the same order.
func (t *Tally) Same(want *Tally) bool { return t.Count == want.Count && t.Sum == want.Sum }

// Check says what a bus did wrong, if the tally of one of its consumers is not the one that is wanted.
func Check(bus string, want *Tally, got []*Tally) error {
	for i, t := range got {
		switch {
		case t.Count < want.Count:
			return fmt.Errorf("%s: consumer %d has had %d of %d events: some are lost", bus, i+1, t.Count, want.Count)
		case t.Count > want.Count:
			return fmt.Errorf("%s: consumer %d has had %d events, and %d were made: some came twice", bus, i+1, t.Count, want.Count)
		case t.Sum != want.Sum:
			return fmt.Errorf("%s: consumer %d has had %d events, but others than were made, or in another order", bus, i+1, t.Count)
		}
	}
	return nil
}
