package wired

import (
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/generated"
)

// Adder reads every event by value and adds up what it reads.
type Adder struct{ Sum, Calls int64 }

// OnGiven adds what was handed over.
func (a *Adder) OnGiven(e generated.Given) {
	n := e.Given().Items().Len()
	for _, parcel := range e.Given().Parcels().All() {
		n += len(parcel.Label()) + parcel.Stamps().Len()
	}
	a.add(int64(n))
}

// OnHit adds the damage.
func (a *Adder) OnHit(e generated.Hit) { a.add(e.Hit().Damage() + int64(e.BlockHeight())) }

// OnLooted adds the worth of the rope.
func (a *Adder) OnLooted(e generated.Looted) {
	worth, _ := e.Looted().Worth().Get("rope")
	a.add(worth + int64(e.Looted().Items().Len()))
}

// OnMapped adds the length of the paths.
func (a *Adder) OnMapped(e generated.Mapped) {
	n := e.Mapped().Seen().Len()
	for _, path := range e.Mapped().Paths().All() {
		n += path.Len()
	}
	a.add(int64(n))
}

// OnMoved adds the length of the way.
func (a *Adder) OnMoved(e generated.Moved) { a.add(int64(e.Moved().Through().Len())) }

// OnSpawned adds the place.
func (a *Adder) OnSpawned(e generated.Spawned) { a.add(e.Spawned().X() + e.Actor().X()) }

// OnTicked adds the number.
func (a *Adder) OnTicked(e generated.Ticked) { a.add(e.Ticked().Number()) }

func (a *Adder) add(n int64) {
	a.Sum += n
	a.Calls++
}

// InterfaceAdder reads events by interface and adds up what it reads.
type InterfaceAdder struct{ Sum, Calls int64 }

// OnPlace adds the place.
func (a *InterfaceAdder) OnPlace(e generated.PlaceEvent) {
	a.Sum += e.Place().X()
	a.Calls++
}

// OnEvent adds the number within the block.
func (a *InterfaceAdder) OnEvent(e events.Event) {
	a.Sum += int64(e.Sequence())
	a.Calls++
}
