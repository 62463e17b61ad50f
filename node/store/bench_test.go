package store_test

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
	"github.com/busgen/busgen/node/digest"
	"github.com/busgen/busgen/node/engine/execution"
	"github.com/busgen/busgen/node/sim"
	"github.com/busgen/busgen/node/store"
	"github.com/busgen/busgen/plugins/positions"
)

// recorded returns the events of a run, boundaries included, and the rows that the stores write for them.
func recorded(b *testing.B, blocks uint64) ([]events.Event, *store.Rows) {
	bus, traders, sums := generated.NewRouter(), sim.New(sim.Config{Seed: 1, Markets: 3, Parties: 30}), digest.New()
	db, rows := store.Record(func() string { return sums.Sum().String() })
	var all []events.Event
	for _, consumer := range []any{
		sums, positions.New(positions.Config{Emit: bus}), traders, db.Accounts, db.Positions, db.Trades, db.Orders, db.Ledger, db.Blocks,
		generated.EventFunc(func(e events.Event) { all = append(all, events.Keep(e)) }),
	} {
		if _, err := bus.Attach(consumer); err != nil {
			b.Fatal(err)
		}
	}
	x := execution.New(sim.Asset, bus)
	for height := uint64(1); height <= blocks; height++ {
		x.Block(events.Block{Height: height, Time: time.Unix(int64(height), 0)}, traders.Commands(height))
	}
	return all, rows
}

// BenchmarkStores writes the events of a run through the stores, and the same rows in a plain loop.
func BenchmarkStores(b *testing.B) {
	all, rows := recorded(b, 300)
	report := func(b *testing.B) { b.ReportMetric(float64(rows.Len())*float64(b.N)/b.Elapsed().Seconds(), "rows/s") }
	b.Run("stores", func(b *testing.B) {
		for b.Loop() {
			db, err := store.Open(context.Background(), filepath.Join(b.TempDir(), "x.db"), func() string { return "" })
			if err != nil {
				b.Fatal(err)
			}
			bus := generated.NewRouter()
			for _, consumer := range []any{db.Accounts, db.Positions, db.Trades, db.Orders, db.Ledger, db.Blocks} {
				if _, err := bus.Attach(consumer); err != nil {
					b.Fatal(err)
				}
			}
			bus.RouteBatch(all)
			if err := db.Close(); err != nil {
				b.Fatal(err)
			}
		}
		report(b)
	})
	b.Run("loop", func(b *testing.B) {
		for b.Loop() {
			if err := rows.Insert(context.Background(), filepath.Join(b.TempDir(), "x.db")); err != nil {
				b.Fatal(err)
			}
		}
		report(b)
	})
}
