// Package ours has the buses of this project as they are measured.
package ours

import (
	"fmt"
	"time"

	"github.com/busgen/busgen/bench/domain"
	"github.com/busgen/busgen/bench/generated"
	"github.com/busgen/busgen/bench/measure"
	"github.com/busgen/busgen/events"
)

// ByInterface is a consumer of an event that can be kept.
type ByInterface struct{ measure.Tally }

// OnTrade counts the event.
func (c *ByInterface) OnTrade(e generated.TradeEvent) { c.Add(e.Sequence()) }

// ByValue is a consumer of the event itself.
type ByValue struct{ measure.Tally }

// OnTrade counts the event.
func (c *ByValue) OnTrade(e generated.Trade) { c.Add(e.Sequence()) }

// router carries events on a router, in one block that never ends.
type router struct {
	mode    measure.Mode
	bus     *generated.Router
	pool    *domain.Pool
	made    uint64
	ready   [domain.PoolSize]events.Event
	tallies []*measure.Tally
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
	b := &router{mode: mode, bus: generated.NewRouter(), pool: domain.NewPool(), ready: prebuilt()}
	b.bus.BeginBlock(Block())
	return b
}

// Block is the one that all measured events are of.
func Block() events.Block {
	return events.Block{ChainID: "bench", Height: 1, Time: time.Unix(1_700_000_000, 0)}
}

func prebuilt() (ready [domain.PoolSize]events.Event) {
	pool, header := domain.NewPool(), events.NewHeader(Block(), "", 0)
	for i := range ready {
		n := uint64(i) + 1
		ready[i] = generated.NewTrade(header.At("", n), *pool.At(n))
	}
	return ready
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
			b.bus.Route(b.ready[b.made%domain.PoolSize])
			b.made++
		}
		return
	}
	for range n {
		b.made++
		b.bus.EmitTrade(*b.pool.At(b.made))
	}
}

// Tallies are those of the consumers.
func (b *router) Tallies() []*measure.Tally { return b.tallies }

// Close has nothing to end: a router has no goroutine.
func (b *router) Close() {}
