// Package targets says what this project wants to reach, each time as a ratio of two measurements
// of one run, and judges runs.
package targets

import (
	"fmt"

	"github.com/busgen/busgen/bench/buses"
	"github.com/busgen/busgen/bench/core"
	"github.com/busgen/busgen/bench/growth"
	"github.com/busgen/busgen/bench/ours"
	"github.com/busgen/busgen/bench/results"
)

// Target is one line: a ratio or a count, and its bound.
type Target struct {
	Name    string
	Bound   float64
	AtLeast bool   // or at most
	Long    bool   // measured in the long run only
	Why     string // what costs the most, for the document where the target is missed
	value   func(*results.Set) (float64, error)
}

// All returns the targets in the order in which they are reported.
func All() []Target {
	var all []Target
	for _, of := range []struct {
		name, bus string
		payload   buses.Comparison
		bounds    [3]float64
		why       string
	}{
		{"trade/interface", ours.ByInterface, buses.Trade, [3]float64{9, 6.5, 3}, slowInterface},
		{"trade/value", ours.ByValue, buses.Trade, [3]float64{13, 10, 5}, slowLarge},
		{"trade/wired", ours.Wired, buses.Trade, [3]float64{13, 11, 7}, slowLarge},
		{"small/interface", ours.ByInterface, buses.Small, [3]float64{3, 1.9, 0.9}, slowInterface},
		{"small/value", ours.ByValue, buses.Small, [3]float64{7, 4.5, 2.2}, slowSmall},
		{"small/wired", ours.Wired, buses.Small, [3]float64{7, 6, 4}, slowSmall},
	} {
		for i, fanout := range buses.Fanouts {
			name := at(of.name, fanout)
			all = append(all, Target{name, of.bounds[i], true, false, of.why, againstBest(of.payload, fanout, of.bus)})
		}
	}
	all = append(all,
		Target{"trade/kept", 1, true, false, slowKept, againstBest(buses.Trade, 1, ours.Kept)},
		Target{"trade/slices", 8, true, false, slowSlices, againstBest(buses.Slices, 1, ours.ByValue)})
	for i, fanout := range buses.Fanouts {
		name, bound := at("dispatch/loop", fanout), [3]float64{2, 1.5, 1.25}[i]
		route := results.Carried(buses.Dispatch.Name, fanout, ours.Route)
		loop := results.Carried(buses.Dispatch.Name, fanout, ours.Loop)
		all = append(all, Target{name, bound, false, false, slowRoute, ratio(route, loop, results.Nanos)})
	}
	few, many := core.Heap(core.Millions[0]), core.Heap(core.Millions[len(core.Millions)-1])
	lines := value(results.Build(growth.Current, 80), results.Lines)
	return append(all,
		Target{"allocs/value", 0, false, false, slowAllocations, allocations(ours.ByValue)},
		Target{"allocs/interface", 0.01, false, false, slowAllocations, allocations(ours.ByInterface)},
		Target{"allocs/wired", 0, false, false, slowAllocations, allocations(ours.Wired)},
		Target{"busgen/list@80", 2, false, false, slowBusgen, generator(80)},
		Target{"busgen/list@2000", 6, false, false, slowBusgen, generator(2000)},
		Target{"build/time@80", 2, false, false, slowBuild, buildTime},
		Target{"build/linear@2000", 1.3, false, true, slowLinear, linear(2000)},
		Target{"build/lines", 220, false, false, slowBuild, lines},
		Target{"core/bus-share", 0.02, false, false, slowShare, value(core.Behind("bus"), core.Share)},
		Target{"core/heap", 1.1, false, false, slowHeap, ratio(many, few, core.Live)},
		Target{"store/loop", 0.8, true, false, slowStore, ratio(core.Stored("loop"), core.Stored("stores"), core.Rows)},
	)
}

func at(name string, n int) string { return fmt.Sprintf("%s@%d", name, n) }
