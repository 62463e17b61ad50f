package core

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/busgen/busgen/bench/results"
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
	"github.com/busgen/busgen/node/digest"
	"github.com/busgen/busgen/node/engine/execution"
	"github.com/busgen/busgen/node/store"
	"github.com/busgen/busgen/plugins/positions"
)

// Names and units of what is measured here.
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

// Run measures the core with nothing, a bus, and the positions plug-in behind it, in turns.
func Run(rounds, blocks int, s *results.Set) {
	t := Record(blocks)
	add := func(what string, took time.Duration) {
		s.Add(Behind(what), t.Events, results.Value{Number: float64(took) / float64(t.Events), Unit: results.Nanos})
	}
	for range rounds {
		alone := t.timed(silent{})
		bus := t.timed(generated.NewRouter())
		plugged := generated.NewRouter()
		attach(plugged, positions.New(positions.Config{}))
		add("nothing", alone)
		add("bus", bus)
		add("positions", t.timed(plugged))
		s.Add(Behind("bus"), t.Events, results.Value{Number: float64(bus-alone) / float64(bus), Unit: Share})
	}
}

// timed is run without what others have left behind.
func (t *Traffic) timed(bus execution.Bus) time.Duration {
	runtime.GC()
	return t.run(bus)
}

// Store measures the core with the stores behind it, and the stores alone beside a plain loop that writes the same rows.
func Store(rounds, blocks int, s *results.Set) error {
	t := Record(blocks)
	all, rows := t.rows()
	for range rounds {
		for _, m := range []struct {
			name, unit string
			per        int
			run        func(path string) error
		}{
			{Behind("stores"), results.Nanos, t.Events, t.intoFile},
			{Stored("stores"), Rows, rows.Len(), func(path string) error { return write(all, path) }},
			{Stored("loop"), Rows, rows.Len(), func(path string) error { return rows.Insert(context.Background(), path) }},
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

// inFolder times what is done with a new file.
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

// rows is the events of the traffic, and the rows that the stores make of them.
func (t *Traffic) rows() ([]events.Event, *store.Rows) {
	bus, sums := generated.NewRouter(), digest.New()
	db, rows := store.Record(func() string { return sums.Sum().String() })
	var all []events.Event
	attach(bus, sums)
	attach(bus, positions.New(positions.Config{Emit: bus}))
	attachStores(bus, db)
	attach(bus, generated.EventFunc(func(e events.Event) { all = append(all, e) }))
	t.run(bus)
	return all, rows
}

// intoFile has the core write into a file, as a node does.
func (t *Traffic) intoFile(path string) error {
	bus, sums := generated.NewRouter(), digest.New()
	db, err := store.Open(context.Background(), path, func() string { return sums.Sum().String() })
	if err != nil {
		return err
	}
	attach(bus, sums)
	attach(bus, positions.New(positions.Config{Emit: bus}))
	attachStores(bus, db)
	t.run(bus)
	return db.Close()
}

// write has the stores write events into a file.
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
