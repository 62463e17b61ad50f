// Package buses lists what is measured: which buses carry which payloads.
package buses

import (
	"slices"

	"github.com/busgen/busgen/bench/measure"
	"github.com/busgen/busgen/bench/ours"
	"github.com/busgen/busgen/bench/payload"
	"github.com/busgen/busgen/bench/peers"
	"github.com/busgen/busgen/bench/results"
)

// Comparison is buses that carry the same events.
type Comparison struct {
	Name    string // in results
	Fanouts []int
	Buses   []measure.Bus
	reading func(i uint64) uint64
}

// The comparisons.
var (
	Trade = Comparison{"Trade", Fanouts, slices.Concat(ours.Trades(), peers.Of(peers.Trades)), payload.Trades.Reading}
	Small = Comparison{"Small", Fanouts, slices.Concat(ours.Ticks(), peers.Of(peers.Ticks)), payload.Ticks.Reading}
	// Slices compares with a peer that copies the slices as safely.
	Slices = Comparison{"Slices", []int{1}, listings(), payload.Listings.Reading}
	// Dispatch is about kept events.
	Dispatch = Comparison{"Dispatch", Fanouts, ours.Dispatch(), ours.Dispatched}
)

// Fanouts are the numbers of consumers.
var Fanouts = []int{1, 4, 16}

func listings() []measure.Bus { return append(ours.Listings(), peers.Plainest(peers.Listings)) }

// All returns every comparison.
func All() []Comparison { return []Comparison{Trade, Small, Slices, Dispatch} }

// Subjects returns the buses with so many consumers, in the long run all of them.
func (c Comparison) Subjects(fanout int, long bool) []measure.Subject {
	var all []measure.Subject
	for _, b := range c.Buses {
		if long || !b.Long {
			name := results.Carried(c.Name, fanout, b.Name)
			all = append(all, measure.Subject{Name: name, Bus: b, Fanout: fanout, Reading: c.reading})
		}
	}
	return all
}

// Nanos returns the median time of an event on a bus, if it was measured.
func (c Comparison) Nanos(s *results.Set, fanout int, bus string) (float64, bool) {
	return s.Median(results.Carried(c.Name, fanout, bus), results.Nanos)
}

// Best returns the median time of an event on the fastest peer, if one was measured.
func (c Comparison) Best(s *results.Set, fanout int) (best float64, found bool) {
	for _, b := range c.Buses {
		nanos, measured := c.Nanos(s, fanout, b.Name)
		if b.Peer && measured && (!found || nanos < best) {
			best, found = nanos, true
		}
	}
	return best, found
}
