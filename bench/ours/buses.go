package ours

import "github.com/busgen/busgen/bench/measure"

// The names of this project's buses in results.
const (
	ByInterface = "interface"
	ByValue     = "value"
	Wired       = "wired"
	Kept        = "kept"
)

const (
	routerByInterface = "router, consumers by interface"
	routerByValue     = "router, consumers by value"
	routerKept        = "router, consumers that keep every event"
	wiredByValue      = "wired bus, consumers by value"
)

// Trades returns the buses for trades.
func Trades() []measure.Bus {
	byValue := func() consumer { return new(tradeByValue) }
	byInterface := func() consumer { return new(tradeByInterface) }
	keeping := func() consumer { return new(tradeKeeper) }
	return []measure.Bus{
		{Name: Wired, Title: wiredByValue, New: wiredTrades},
		{Name: ByValue, Title: routerByValue, New: tradeRouter(byValue)},
		{Name: ByInterface, Title: routerByInterface, New: tradeRouter(byInterface)},
		{Name: Kept, Title: routerKept, New: tradeRouter(keeping)},
	}
}

// Ticks returns the buses for ticks.
func Ticks() []measure.Bus {
	byValue := func() consumer { return new(tickByValue) }
	byInterface := func() consumer { return new(tickByInterface) }
	return []measure.Bus{
		{Name: Wired, Title: wiredByValue, New: wiredTicks},
		{Name: ByValue, Title: routerByValue, New: tickRouter(byValue)},
		{Name: ByInterface, Title: routerByInterface, New: tickRouter(byInterface)},
	}
}

// Listings returns the buses for listings.
func Listings() []measure.Bus {
	return []measure.Bus{{Name: ByValue, Title: routerByValue, New: listingRouter}}
}
