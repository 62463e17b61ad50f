package core

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/busgen/busgen/bench/measure"
	"github.com/busgen/busgen/bench/results"
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
	"github.com/busgen/busgen/node/digest"
	"github.com/busgen/busgen/node/engine/execution"
	"github.com/busgen/busgen/node/sim"
	"github.com/busgen/busgen/node/store"
	"github.com/busgen/busgen/plugins/positions"
)

// The units of what is measured here.
const (
	Share = "share" // of the core's time with the bus, that the bus takes
	Rows  = "ns/row"
	Live  = "live-bytes"
)

// Behind names the measurement of an event of the core with this behind it.
func Behind(what string) string { return "Core/behind=" + what }

// Stored names the measurement of a row that is written by the stores or by a plain loop.
func Stored(by string) string { return "Store/by=" + by }

// Heap names the measurement of the live heap after so many million events.
func Heap(millions int) string { return fmt.Sprint("Core/millions=", millions) }

// Run measures the core with nothing, a bus, and the positions plug-in behind it, each with an
// exchange of its own. They take turns block by block, and the order of a turn changes with each
// block: what disturbs the machine lasts longer than a block, and so disturbs all of them.
func Run(rounds, blocks int, s *results.Set) {
	// With next to nothing alive, the garbage collector would run all the time.
	defer runtime.KeepAlive(make([]byte, measure.Live))
	t := Record(blocks)
	var least [3][]time.Duration // for each block
	for range rounds {
		plugged := generated.NewRouter()
		attach(plugged, positions.New(positions.Config{}))
		for i, took := range t.inTurns(silent{}, generated.NewRouter(), plugged) {
			what := []string{"nothing", "bus", "positions"}[i]
			s.Add(Behind(what), t.Events, results.Value{Number: float64(sum(took)) / float64(t.Events), Unit: results.Nanos})
			least[i] = lesser(least[i], took)
		}
	}
	s.Add(Behind("bus"), t.Events, results.Value{Number: 1 - float64(sum(least[0]))/float64(sum(least[1])), Unit: Share})
}

// lesser returns the lesser of two times for each block. A round does the same work as every other, so
// what a block takes longer in one than in another is the machine's doing.
func lesser(a, b []time.Duration) []time.Duration {
	if a == nil {
		return b
	}
	for i := range a {
		a[i] = min(a[i], b[i])
	}
	return a
}

func sum(took []time.Duration) (total time.Duration) {
	for _, d := range took {
		total += d
	}
	return total
}

// inTurns runs all commands on an exchange for each bus, block by block in turns, and returns how
// long each took for each block.
func (t *Traffic) inTurns(buses ...execution.Bus) [][]time.Duration {
	var exchanges []*execution.Exchange
	for _, bus := range buses {
		exchanges = append(exchanges, execution.New(sim.Asset, bus))
	}
	runtime.GC()
	took := make([][]time.Duration, len(buses))
	for i := range took {
		took[i] = make([]time.Duration, len(t.blocks))
	}
	for height, commands := range t.blocks {
		for i := range exchanges {
			i = (i + height) % len(exchanges)
			start := time.Now()
			exchanges[i].Block(block(height), commands)
			took[i][height] = time.Since(start)
		}
	}
	return took
}

// Store measures the core with the stores behind it, and the stores alone beside a plain loop that
// writes the same rows.
func Store(rounds, blocks int, s *results.Set) error {
	t := Record(blocks)
	all, rows, err := t.recorded()
	if err != nil {
		return err
	}
	for range rounds {
		for _, m := range []struct {
			name, unit string
			per        int
			run        func(path string) error
		}{
			{Behind("stores"), results.Nanos, t.Events, func(path string) error { return t.intoFile(path) }},
			{Stored("stores"), Rows, rows.len(), func(path string) error { return write(all, path) }},
			{Stored("loop"), Rows, rows.len(), rows.insert},
		} {
			took, err := inFolder(m.run)
			if err != nil {
				return err
			}
			s.Add(m.name, m.per, results.Value{Number: float64(took) / float64(m.per), Unit: m.unit})
		}
	}
	return nil
}

// inFolder times a function that writes a new file.
func inFolder(run func(path string) error) (time.Duration, error) {
	folder, err := os.MkdirTemp("", "core")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(folder)
	runtime.GC()
	start := time.Now()
	err = run(filepath.Join(folder, "core.db"))
	return time.Since(start), err
}

// recorded returns the events of the traffic, and the rows that the stores write for them.
func (t *Traffic) recorded() (all []events.Event, written rows, err error) {
	_, err = inFolder(func(path string) error {
		keep := generated.EventFunc(func(e events.Event) { all = append(all, events.Keep(e)) })
		written, err = record(t, path, keep)
		return err
	})
	return all, written, err
}

// intoFile runs the core with stores that write into a file, as a node does, and with more consumers after them.
func (t *Traffic) intoFile(path string, more ...any) error {
	bus, sums := generated.NewRouter(), digest.New()
	db, err := store.Open(context.Background(), path, func() string { return sums.Sum().String() })
	if err != nil {
		return err
	}
	attach(bus, sums)
	attach(bus, positions.New(positions.Config{Emit: bus}))
	attachStores(bus, db)
	for _, consumer := range more {
		attach(bus, consumer)
	}
	t.run(bus)
	return db.Close()
}

// write lets the stores write events into a file.
func write(all []events.Event, path string) error {
	db, err := store.Open(context.Background(), path, func() string { return "" })
	if err != nil {
		return err
	}
	bus := generated.NewRouter()
	attachStores(bus, db)
	bus.RouteBatch(all)
	return db.Close()
}

func attachStores(bus *generated.Router, db *store.DB) {
	for _, consumer := range []any{db.Accounts, db.Positions, db.Trades, db.Orders, db.Ledger, db.Blocks} {
		attach(bus, consumer)
	}
}
