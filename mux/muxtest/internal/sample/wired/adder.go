package wired

import "github.com/busgen/busgen/mux/muxtest/internal/sample/generated"

// Adder adds up what it takes by value.
type Adder struct{ Sum, Calls int64 }

// OnSpawned adds where it was.
func (a *Adder) OnSpawned(e generated.Spawned) { a.add(e.Spawned().X + e.Actor().X) }

// OnMoved adds the length of the way.
func (a *Adder) OnMoved(e generated.Moved) { a.add(int64(e.Moved().Through.Len())) }

// OnHit adds the damage.
func (a *Adder) OnHit(e generated.Hit) { a.add(e.Hit().Damage + int64(e.BlockHeight())) }

// OnTicked adds the number.
func (a *Adder) OnTicked(e generated.Ticked) { a.add(e.Ticked().Number) }

func (a *Adder) add(n int64) {
	a.Sum += n
	a.Calls++
}

// PointerAdder adds up what it takes by pointer, and does not keep the event.
type PointerAdder struct{ Sum int64 }

// OnHit adds the damage.
func (a *PointerAdder) OnHit(e *generated.Hit) { a.Sum += e.Hit().Damage }

// OnMoved adds the length of the way.
func (a *PointerAdder) OnMoved(e *generated.Moved) { a.Sum += int64(e.Moved().Through.Len()) }
