// Package wired has the wired buses that are measured: of 1, 4 and 16 consumers, by value and by pointer.
package wired

import (
	"github.com/busgen/busgen/bench/generated"
	"github.com/busgen/busgen/bench/measure"
)

//go:generate go run github.com/busgen/busgen/cmd/busgen

// ByValue is a consumer of a copy of the event.
type ByValue struct{ measure.Tally }

// OnTrade counts the event.
func (c *ByValue) OnTrade(e generated.Trade) { c.Add(e.Sequence()) }

// Value1 has one consumer.
//
//busgen:wire
type Value1 struct{ A *ByValue }

// Value4 has four.
//
//busgen:wire
type Value4 struct{ A, B, C, D *ByValue }

// Value16 has sixteen.
//
//busgen:wire
type Value16 struct{ A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P *ByValue }

// ByPointer is a consumer of the event itself, which it does not keep.
type ByPointer struct{ measure.Tally }

// OnTrade counts the event.
func (c *ByPointer) OnTrade(e *generated.Trade) { c.Add(e.Sequence()) }

// Pointer1 has one consumer.
//
//busgen:wire
type Pointer1 struct{ A *ByPointer }

// Pointer4 has four.
//
//busgen:wire
type Pointer4 struct{ A, B, C, D *ByPointer }

// Pointer16 has sixteen.
//
//busgen:wire
type Pointer16 struct{ A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P *ByPointer }
