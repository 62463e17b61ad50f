package ours

import (
	"github.com/busgen/busgen/bench/generated"
	"github.com/busgen/busgen/bench/measure"
	trading "github.com/busgen/busgen/generated"
)

// tradeRouter returns a function that makes routers with consumers of trades.
func tradeRouter(fresh func() consumer) func(int) measure.Carrier {
	return func(fanout int) measure.Carrier {
		bus := trading.NewRouter()
		return trades(bus, attached(bus, fanout, fresh))
	}
}

// tickRouter returns a function that makes routers with consumers of ticks.
func tickRouter(fresh func() consumer) func(int) measure.Carrier {
	return func(fanout int) measure.Carrier {
		bus := generated.NewRouter()
		return ticks(bus, attached(bus, fanout, fresh))
	}
}

func listingRouter(fanout int) measure.Carrier {
	bus := generated.NewRouter()
	return listings(bus, attached(bus, fanout, func() consumer { return new(listingByValue) }))
}

// attached returns so many consumers that are attached to a router.
func attached(bus interface {
	Attach(any) (func(), error)
}, fanout int, fresh func() consumer) []consumer {
	var all []consumer
	for range fanout {
		c := fresh()
		if _, err := bus.Attach(c); err != nil {
			panic("bench: " + err.Error())
		}
		all = append(all, c)
	}
	return all
}
