// Package ours holds the buses of this project as they are measured. Engines emit through emitter
// interfaces, so the measured loops do.
package ours

import (
	"github.com/busgen/busgen/bench/generated"
	"github.com/busgen/busgen/bench/measure"
	"github.com/busgen/busgen/events"
	trading "github.com/busgen/busgen/generated"
)

// tradeByInterface is a consumer of trades by interface.
type tradeByInterface struct{ measure.Tally }

// OnTrade reads three fields and the number.
//
//go:noinline
func (c *tradeByInterface) OnTrade(e trading.TradeEvent) {
	t := e.Trade()
	reading := e.Sequence() + t.Size() + uint64(len(t.Buyer().PartyID()))
	if price := t.Price(); price.IsZero() {
		reading++
	}
	c.Add(reading)
}

// tradeByValue is a consumer of trades by value.
type tradeByValue struct{ measure.Tally }

// OnTrade reads three fields and the number.
//
//go:noinline
func (c *tradeByValue) OnTrade(e trading.Trade) {
	t := e.Trade()
	reading := e.Sequence() + t.Size() + uint64(len(t.Buyer().PartyID()))
	if price := t.Price(); price.IsZero() {
		reading++
	}
	c.Add(reading)
}

// tradeKeeper is a consumer that keeps every trade.
type tradeKeeper struct {
	tradeByInterface
	last trading.TradeEvent
}

// OnTrade keeps the event and reads it.
func (c *tradeKeeper) OnTrade(e trading.TradeEvent) {
	c.last = events.Keep(e)
	c.tradeByInterface.OnTrade(c.last)
}

// tickByInterface is a consumer of ticks by interface.
type tickByInterface struct{ measure.Tally }

// OnTick reads three fields and the number.
//
//go:noinline
func (c *tickByInterface) OnTick(e generated.TickEvent) {
	t := e.Tick()
	c.Add(e.Sequence() + t.Size() + uint64(len(t.ID())+len(t.Leg().Party())))
}

// tickByValue is a consumer of ticks by value.
type tickByValue struct{ measure.Tally }

// OnTick reads three fields and the number.
//
//go:noinline
func (c *tickByValue) OnTick(e generated.Tick) {
	t := e.Tick()
	c.Add(e.Sequence() + t.Size() + uint64(len(t.ID())+len(t.Leg().Party())))
}

// listingByValue is a consumer of listings by value.
type listingByValue struct{ measure.Tally }

// OnListing reads three slices and the number.
//
//go:noinline
func (c *listingByValue) OnListing(e generated.Listing) {
	l := e.Listing()
	c.Add(e.Sequence() + uint64(l.Names().Len()+len(l.Tags().At(3))+l.Notes().Len()))
}

// tally returns what the consumer counts in.
func (c *tradeByInterface) tally() *measure.Tally { return &c.Tally }
func (c *tradeByValue) tally() *measure.Tally     { return &c.Tally }
func (c *tickByInterface) tally() *measure.Tally  { return &c.Tally }
func (c *tickByValue) tally() *measure.Tally      { return &c.Tally }
func (c *listingByValue) tally() *measure.Tally   { return &c.Tally }
