package main

import (
	"testing"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/examples/quickstart/generated"
	"github.com/busgen/busgen/examples/quickstart/library"
	"github.com/busgen/busgen/mux/muxtest"
)

// TestDesk shows the test kit: it records what an engine emits, and says what was expected.
func TestDesk(t *testing.T) {
	bus := generated.NewRouter()
	record := muxtest.Record(t, bus)
	bus.BeginBlock(events.Block{Height: 1})
	(&Desk{out: bus}).Day()
	bus.EndBlock()

	record.Kinds("BeginBlock", "Borrowed", "Returned", "EndBlock")
	record.InOrder(library.Returned{Book: library.Book{Title: "Emma"}, DaysLate: 3})
	record.None(library.Fined{})
	record.StrictOrder()
}

// TestDelays shows that a method can be tested without a bus.
func TestDelays(t *testing.T) {
	delays := &Delays{}
	delays.OnReturned(generated.NewReturned(events.Header{}, library.Returned{DaysLate: 2}))
	if delays.days != 2 {
		t.Errorf("got %d days, want 2", delays.days)
	}
}

// TestMethods fails if a method of Delays looks like a consumer method and is none.
func TestMethods(t *testing.T) {
	muxtest.Check(t, generated.NewRouter(), &Delays{})
}
