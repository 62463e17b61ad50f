package ours

import (
	"github.com/busgen/busgen/bench/generated"
	"github.com/busgen/busgen/bench/measure"
	"github.com/busgen/busgen/bench/payload"
	"github.com/busgen/busgen/events"
	trading "github.com/busgen/busgen/generated"
)

// carrier emits on one bus.
type carrier struct {
	last    uint64                // number of the last event
	emit    func(first, n uint64) // emits n events of the same payload
	tallies []*measure.Tally
}

// Carry implements measure.Carrier.
func (c *carrier) Carry(n int) {
	for end := c.last + uint64(n); c.last < end; {
		turn := min(payload.Left(c.last+1), end-c.last)
		c.emit(c.last+1, turn)
		c.last += turn
	}
}

// Tallies implements measure.Carrier.
func (c *carrier) Tallies() []*measure.Tally { return c.tallies }

// Close has nothing to end: no bus of this project has a goroutine.
func (c *carrier) Close() {}

// consumer is a consumer that counts.
type consumer interface{ tally() *measure.Tally }

func newCarrier(consumers []consumer, emit func(first, n uint64)) *carrier {
	c := &carrier{emit: emit}
	for _, one := range consumers {
		c.tallies = append(c.tallies, one.tally())
	}
	return c
}

// driver is the part of a bus that the driver uses.
type driver interface{ BeginBlock(events.Block) }

// trades opens a block and emits trades.
func trades(out interface {
	driver
	trading.TradeEmitter
}, consumers []consumer) measure.Carrier {
	out.BeginBlock(payload.Block)
	return newCarrier(consumers, func(first, n uint64) {
		p := *payload.Trades.At(first)
		for range n {
			out.EmitTrade(p)
		}
	})
}

// ticks opens a block and emits ticks.
func ticks(out interface {
	driver
	generated.TickEmitter
}, consumers []consumer) measure.Carrier {
	out.BeginBlock(payload.Block)
	return newCarrier(consumers, func(first, n uint64) {
		p := *payload.Ticks.At(first)
		for range n {
			out.EmitTick(p)
		}
	})
}

// listings opens a block and emits listings.
func listings(out interface {
	driver
	generated.ListingEmitter
}, consumers []consumer) measure.Carrier {
	out.BeginBlock(payload.Block)
	return newCarrier(consumers, func(first, n uint64) {
		p := *payload.Listings.At(first)
		for range n {
			out.EmitListing(p)
		}
	})
}
