package core

import (
	"runtime"

	"github.com/busgen/busgen/bench/results"
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
	"github.com/busgen/busgen/node/engine/execution"
	"github.com/busgen/busgen/node/sim"
	"github.com/busgen/busgen/plugins/positions"
)

// Millions are the numbers of events, in millions, after which the live heap is measured.
var Millions = [...]int{1, 10}

// Grow runs the core, its traders and the positions plug-in for ten million events, and measures
// the live heap on the way.
func Grow(s *results.Set) {
	bus := generated.NewRouter()
	traders := sim.New(sim.Config{Seed: 1, Markets: 3, Parties: 30})
	n := 0
	attach(bus, positions.New(positions.Config{}))
	attach(bus, traders)
	attach(bus, generated.EventFunc(func(events.Event) { n++ }))
	x := execution.New(sim.Asset, bus)
	height := 0
	for _, millions := range Millions {
		for ; n < millions*1_000_000; height++ {
			x.Block(block(height), traders.Commands(uint64(height+1)))
		}
		runtime.GC()
		var stats runtime.MemStats
		runtime.ReadMemStats(&stats)
		s.Add(Heap(millions), 1, results.Value{Number: float64(stats.HeapAlloc), Unit: Live})
	}
	runtime.KeepAlive(x)
}
