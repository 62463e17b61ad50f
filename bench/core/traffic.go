package core

import (
	"slices"
	"time"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
	"github.com/busgen/busgen/node/engine/execution"
	"github.com/busgen/busgen/node/sim"
)

// Traffic holds commands that were recorded, block by block.
type Traffic struct {
	blocks [][]execution.Tx
	Events int // that the commands cause, boundaries included
}

// Record runs an exchange with simulated traders for so many blocks, and records their commands.
func Record(blocks int) *Traffic {
	t := new(Traffic)
	bus := generated.NewRouter()
	traders := sim.New(sim.Config{Seed: 1, Markets: 3, Parties: 30})
	attach(bus, traders)
	attach(bus, generated.EventFunc(func(events.Event) { t.Events++ }))
	x := execution.New(sim.Asset, bus)
	for height := range blocks {
		commands := slices.Clone(traders.Commands(uint64(height + 1)))
		t.blocks = append(t.blocks, commands)
		x.Block(block(height), commands)
	}
	return t
}

// run runs all commands on a new exchange with this bus.
func (t *Traffic) run(bus execution.Bus) {
	x := execution.New(sim.Asset, bus)
	for height, commands := range t.blocks {
		x.Block(block(height), commands)
	}
}

func block(height int) events.Block {
	at := time.Unix(1_800_000_000+int64(height), 0).UTC()
	return events.Block{ChainID: "bench", Height: uint64(height + 1), Time: at}
}

func attach(bus *generated.Router, consumer any) {
	if _, err := bus.Attach(consumer); err != nil {
		panic("core: " + err.Error())
	}
}
