package core

import (
	"slices"
	"time"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
	"github.com/busgen/busgen/node/engine/execution"
	"github.com/busgen/busgen/node/sim"
)

// Traffic is commands that were recorded, block by block.
type Traffic struct {
	blocks [][]execution.Tx
	Events int // that they lead to, boundaries included
}

// Record has simulated traders drive an exchange for so many blocks, and keeps what they asked for.
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

// run has a new exchange carry out all commands on a bus.
func (t *Traffic) run(bus execution.Bus) {
	x := execution.New(sim.Asset, bus)
	for height, commands := range t.blocks {
		x.Block(block(height), commands)
	}
}

func block(height int) events.Block {
	return events.Block{ChainID: "bench", Height: uint64(height + 1), Time: time.Unix(1_800_000_000+int64(height), 0).UTC()}
}

func attach(bus *generated.Router, consumer any) {
	if _, err := bus.Attach(consumer); err != nil {
		panic("core: " + err.Error())
	}
}
