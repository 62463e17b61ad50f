package wired

import (
	"github.com/busgen/busgen/mux/muxtest/internal/sample/ears"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/generated"
)

// Consumers take events in all ways there are, so that somebody may keep each of them.
//
//busgen:wire
type Consumers struct {
	Pointers *ears.Pointers
	All      *ears.All
	*ears.Mixed
	Values     *ears.AllByValue
	Router     *generated.Router
	Boundaries *ears.Boundaries
	Place      *ears.Place
}

// Few take few events, and none that has to be kept; nobody hears of the boundaries.
//
//busgen:wire
type Few struct {
	Hits   *ears.HitByValue
	Looted *ears.LootedByValue
	Again  *ears.LootedByValue
}

// Adders take events by value and by pointer, and keep none.
//
//busgen:wire
type Adders struct {
	First, Second *Adder
	Pointers      *PointerAdder
}

// Keepers are one that may keep its events, and one that takes them by value.
//
//busgen:wire
type Keepers struct {
	Place *ears.Place
	Adder *Adder
}

// Open has an adder, and a router for those who come and go.
//
//busgen:wire
type Open struct {
	Adder  *Adder
	Router *generated.Router
}
