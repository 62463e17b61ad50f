package ours

import (
	"github.com/busgen/busgen/bench/measure"
	"github.com/busgen/busgen/bench/payload"
	"github.com/busgen/busgen/events"
	trading "github.com/busgen/busgen/generated"
)

// The names of the two ways to dispatch kept events.
const (
	Route = "route"
	Loop  = "loop"
)

// Dispatch returns the two ways to dispatch kept trades to the same consumers by interface: Route
// outside a block, and a hand-written loop. Both get the same events again and again.
func Dispatch() []measure.Bus {
	return []measure.Bus{
		{Name: Route, Title: "`Route` of kept events", New: routed},
		{Name: Loop, Title: "hand-written loop over an interface slice", New: looped},
	}
}

// Dispatched returns what a consumer adds to its tally for dispatch i.
func Dispatched(i uint64) uint64 { return payload.Trades.Reading(number(i)) }

// number returns the sequence number of the event of dispatch i.
func number(i uint64) uint64 { return i % payload.Size * payload.Turn }

// kept returns a kept event of each payload.
func kept() (all [payload.Size]*trading.Trade) {
	for i := range all {
		n := number(uint64(i))
		all[i] = trading.NewTrade(events.NewHeader(payload.Block, "", n), *payload.Trades.At(n))
	}
	return all
}

func routed(fanout int) measure.Carrier {
	bus := trading.NewRouter()
	consumers := attached(bus, fanout, func() consumer { return new(tradeByInterface) })
	var ready [payload.Size]events.Event
	for i, e := range kept() {
		ready[i] = e
	}
	return newCarrier(consumers, func(first, n uint64) {
		for i := range n {
			bus.Route(ready[(first+i)%payload.Size])
		}
	})
}

func looped(fanout int) measure.Carrier {
	var counted []consumer
	var consumers []trading.TradeConsumer
	for range fanout {
		c := new(tradeByInterface)
		counted, consumers = append(counted, c), append(consumers, c)
	}
	ready := kept()
	return newCarrier(counted, func(first, n uint64) {
		for i := range n {
			e := ready[(first+i)%payload.Size]
			for _, c := range consumers {
				c.OnTrade(e)
			}
		}
	})
}
