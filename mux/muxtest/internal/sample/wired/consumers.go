package wired

import (
	"github.com/busgen/busgen/mux/muxtest/internal/sample/generated"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/listeners"
)

// Consumers subscribe in every way.
//
//busgen:wire
type Consumers struct {
	First *listeners.AllByValue
	All   *listeners.All
	*listeners.Mixed
	Values     *listeners.AllByValue
	Router     *generated.Router
	Boundaries *listeners.Boundaries
	Place      *listeners.Place
}

// Few subscribe to few events, all by value, and to no boundary.
//
//busgen:wire partial
type Few struct {
	Hits   *listeners.HitByValue
	Looted *listeners.LootedByValue
	Again  *listeners.LootedByValue
}

// Adders subscribe to every event by value.
//
//busgen:wire
type Adders struct {
	First, Second *Adder
}

// Mix has one consumer by interface and one by value.
//
//busgen:wire
type Mix struct {
	Interface *InterfaceAdder
	Adder     *Adder
}

// Open has an adder, and a router for consumers that attach at run time.
//
//busgen:wire
type Open struct {
	Adder  *Adder
	Router *generated.Router
}
