// Package ours has the buses of this project as they are measured.
package ours

import (
	"fmt"

	"github.com/busgen/busgen/bench/generated"
	"github.com/busgen/busgen/bench/measure"
)

// ByInterface is a consumer of an event that can be kept.
type ByInterface struct{ measure.Tally }

// OnTrade counts the event.
func (c *ByInterface) OnTrade(e generated.TradeEvent) { c.Add(e.Sequence()) }

// ByValue is a consumer of the event itself.
type ByValue struct{ measure.Tally }

// OnTrade counts the event.
func (c *ByValue) OnTrade(e generated.Trade) { c.Add(e.Sequence()) }

// router carries events on a router.
type router struct {
	supply
	bus *generated.Router
}

// NewByInterface is a router whose consumers take the event by interface.
func NewByInterface(mode measure.Mode, fanout int) measure.Carrier {
	b := newRouter(mode)
	for range fanout {
		c := new(ByInterface)
		b.attach(c, &c.Tally)
	}
	return b
}

// NewByValue is a router whose consumers take the event by value.
func NewByValue(mode measure.Mode, fanout int) measure.Carrier {
	b := newRouter(mode)
	for range fanout {
		c := new(ByValue)
		b.attach(c, &c.Tally)
	}
	return b
}

func newRouter(mode measure.Mode) *router {
	b := &router{newSupply(mode), generated.NewRouter()}
	b.begin(b.bus)
	return b
}

func (b *router) attach(consumer any, tally *measure.Tally) {
	if _, err := b.bus.Attach(consumer); err != nil {
		panic(fmt.Sprintf("bench: the router refuses its consumer: %v", err))
	}
	b.tallies = append(b.tallies, tally)
}

// Carry implements measure.Carrier.
func (b *router) Carry(n int) {
	if b.mode == measure.Dispatch {
		for range n {
			b.bus.Route(b.event())
		}
		return
	}
	for range n {
		b.bus.EmitTrade(*b.payload())
	}
}
