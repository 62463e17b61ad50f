// Package targets has what this project wants to reach, each a ratio of two measurements of one run, and judges a run by it.
package targets

import (
	"fmt"
	"math"

	"github.com/busgen/busgen/bench/buses"
	"github.com/busgen/busgen/bench/core"
	"github.com/busgen/busgen/bench/growth"
	"github.com/busgen/busgen/bench/measure"
	"github.com/busgen/busgen/bench/results"
)

// Target is one ratio, or number of allocations, and its bound.
type Target struct {
	Name    string
	Bound   float64
	AtLeast bool // or at most
	Long    bool // it takes minutes: not part of the quick run
	value   func(*results.Set) (float64, error)
}

// All are the targets in the order in which they are reported.
func All() []Target {
	all := carried("wired/peer", true, [3]float64{10, 10, 7}, func(s *results.Set, fanout int) (float64, error) {
		return ratio(bestPeer(s, fanout), endToEnd(s, buses.Wired, fanout))
	})
	all = append(all, carried("wired/direct", false, [3]float64{3, 1.1, 1}, func(s *results.Set, fanout int) (float64, error) {
		// The hand-written code passes the event by pointer, so this does too.
		return ratio(endToEnd(s, buses.WiredPointer, fanout), endToEnd(s, buses.Direct, fanout))
	})...)
	all = append(all, carried("value/peer", true, [3]float64{5, 3.5, 1.5}, func(s *results.Set, fanout int) (float64, error) {
		return ratio(bestPeer(s, fanout), endToEnd(s, buses.ByValue, fanout))
	})...)
	all = append(all, carried("interface/peer", true, [3]float64{2, 1.8, 1.3}, func(s *results.Set, fanout int) (float64, error) {
		return ratio(bestPeer(s, fanout), endToEnd(s, buses.ByInterface, fanout))
	})...)
	all = append(all, carried("dispatch/loop", false, [3]float64{1.6, 1.3, 1.1}, func(s *results.Set, fanout int) (float64, error) {
		return ratio(dispatch(s, buses.ByInterface, fanout), dispatch(s, buses.Loop, fanout))
	})...)
	return append(all,
		Target{"allocs/value", 0, false, false, allocations(buses.ByValue)},
		Target{"allocs/interface", 0.02, false, false, allocations(buses.ByInterface)},
		Target{"allocs/wired", 0, false, false, allocations(buses.Wired)},
		Target{"busgen/list@80", 2, false, false, generator(80)},
		Target{"busgen/list@2000", 4, false, false, generator(2000)},
		Target{"build/linear@500", 1, false, false, linear(500)},
		Target{"build/linear@2000", 1, false, true, linear(2000)},
		Target{"core/bus-share", 0.03, false, false, share},
		Target{"core/heap", 1.1, false, false, flat},
		Target{"store/loop", 0.8, true, false, stored},
	)
}

func carried(name string, atLeast bool, bounds [3]float64, value func(*results.Set, int) (float64, error)) []Target {
	var all []Target
	for i, fanout := range buses.Fanouts {
		all = append(all, Target{fmt.Sprintf("%s@%d", name, fanout), bounds[i], atLeast, false, func(s *results.Set) (float64, error) {
			return value(s, fanout)
		}})
	}
	return all
}

// measured is a median and what it is of; nothing was measured if it is not ok.
type measured struct {
	name  string
	value float64
	ok    bool
}

func median(s *results.Set, name, unit string) measured {
	value, ok := s.Median(name, unit)
	return measured{name, value, ok}
}

func endToEnd(s *results.Set, bus string, fanout int) measured {
	return median(s, results.Carried(measure.EndToEnd, fanout, bus), results.Nanos)
}

func dispatch(s *results.Set, bus string, fanout int) measured {
	return median(s, results.Carried(measure.Dispatch, fanout, bus), results.Nanos)
}

// bestPeer is the fastest of the peers.
func bestPeer(s *results.Set, fanout int) measured {
	best := measured{name: "any peer"}
	for _, b := range buses.All {
		if m := endToEnd(s, b.Name, fanout); b.Role == buses.Peer && m.ok && (!best.ok || m.value < best.value) {
			best = m
		}
	}
	return best
}

func ratio(a, b measured) (float64, error) {
	for _, m := range []measured{a, b} {
		if !m.ok {
			return 0, fmt.Errorf("%s was not measured", m.name)
		}
	}
	return a.value / b.value, nil
}

// allocations is the worst of all numbers of consumers, to the precision of a measurement beside which the runtime
// allocates a few times itself.
func allocations(bus string) func(*results.Set) (float64, error) {
	return func(s *results.Set) (float64, error) {
		worst := 0.0
		for _, fanout := range buses.Fanouts {
			m := median(s, results.Carried(measure.EndToEnd, fanout, bus), results.Allocations)
			if !m.ok {
				return 0, fmt.Errorf("%s was not measured", m.name)
			}
			worst = max(worst, m.value)
		}
		return math.Round(worst*1000) / 1000, nil
	}
}

func generator(types int) func(*results.Set) (float64, error) {
	return func(s *results.Set) (float64, error) {
		return ratio(median(s, results.Tool(growth.Again, types), results.Nanos), median(s, results.Tool(growth.GoList, types), results.Nanos))
	}
}

// linear compares the build time of one type among so many with that of one among 80.
func linear(types int) func(*results.Set) (float64, error) {
	return func(s *results.Set) (float64, error) {
		many, few := median(s, results.Build(types), results.Nanos), median(s, results.Build(80), results.Nanos)
		per, err := ratio(many, few)
		return per * 80 / float64(types), err
	}
}

// share is the part of the trading core's time that a bus without consumers takes.
func share(s *results.Set) (float64, error) {
	m := median(s, core.Behind("bus"), core.Share)
	if !m.ok {
		return 0, fmt.Errorf("%s was not measured", m.name)
	}
	return m.value, nil
}

// flat is the live heap after all events by that after the first of them.
func flat(s *results.Set) (float64, error) {
	first, last := core.Heap(core.Millions[0]), core.Heap(core.Millions[len(core.Millions)-1])
	return ratio(median(s, last, core.Live), median(s, first, core.Live))
}

// stored is the speed of the stores by that of a loop that writes the same rows.
func stored(s *results.Set) (float64, error) {
	return ratio(median(s, core.Stored("loop"), core.Rows), median(s, core.Stored("stores"), core.Rows))
}
