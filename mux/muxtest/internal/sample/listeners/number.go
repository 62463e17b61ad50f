package listeners

import (
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/generated"
)

// Number returns the number from which an event was made. It returns 0 for boundaries.
func Number(e events.Event) int64 {
	var v NumberOf
	generated.Visit(e, &v)
	return int64(v)
}

// NumberOf is a visitor that reads the number.
type NumberOf int64

func (v *NumberOf) VisitGiven(e *generated.Given)     { *v = NumberOf(e.Given().Tally()[0][0]) }
func (v *NumberOf) VisitHit(e *generated.Hit)         { *v = NumberOf(e.Hit().Damage()) }
func (v *NumberOf) VisitLooted(e *generated.Looted)   { *v = NumberOf(e.Looted().X()) }
func (v *NumberOf) VisitMapped(e *generated.Mapped)   { *v = NumberOf(e.Mapped().X()) }
func (v *NumberOf) VisitMoved(e *generated.Moved)     { *v = NumberOf(e.Moved().X()) }
func (v *NumberOf) VisitSpawned(e *generated.Spawned) { *v = NumberOf(e.Spawned().X()) }
func (v *NumberOf) VisitTicked(e *generated.Ticked)   { *v = NumberOf(e.Ticked().Number()) }
