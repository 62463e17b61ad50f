package measure

import (
	"fmt"
	"math/bits"
)

// Tally is what a consumer keeps of the events that it received: their number, and a sum of what it
// read. The sum is rotated by one bit before each addition, so that it depends on the order too.
//
// Each has two cache lines to itself, because consumers of asynchronous buses run on several cores.
type Tally struct {
	Count, Sum uint64
	_          [112]byte
}

// Add counts an event of which the consumer read this.
func (t *Tally) Add(reading uint64) {
	t.Count++
	t.Sum = bits.RotateLeft64(t.Sum, 1) + reading
}

// check returns an error if a consumer did not receive exactly the events 1 to n, in this order.
func (s Subject) check(n int, tallies []*Tally) error {
	var want Tally
	for i := range uint64(n) {
		want.Add(s.Reading(i + 1))
	}
	if len(tallies) != s.Fanout {
		return fmt.Errorf("%s: %d of %d consumers", s.Name, len(tallies), s.Fanout)
	}
	for i, got := range tallies {
		switch {
		case got.Count != want.Count:
			return fmt.Errorf("%s: consumer %d received %d events of %d", s.Name, i+1, got.Count, want.Count)
		case got.Sum != want.Sum:
			return fmt.Errorf("%s: consumer %d received %d events, in another order or with other content", s.Name, i+1, n)
		}
	}
	return nil
}
