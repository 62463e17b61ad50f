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
	Again  *ears.HitByValue
}

// Adders take events by value and by pointer, and keep none.
//
//busgen:wire
type Adders struct {
	First, Second *Adder
	Pointers      *PointerAdder
}
