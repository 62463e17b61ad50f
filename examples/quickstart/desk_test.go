package main

import (
	"testing"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/examples/quickstart/generated"
	"github.com/busgen/busgen/examples/quickstart/library"
	"github.com/busgen/busgen/mux/muxtest"
)

// TestDesk shows the test kit: record what an engine emits, and say what was expected.
func TestDesk(t *testing.T) {
	bus := generated.NewRouter()
	record := muxtest.Record(t, bus)
	bus.BeginBlock(events.Block{Height: 1})
	(&Desk{out: bus}).Day()
	bus.EndBlock()

	record.Kinds("BeginBlock", "Lent", "Returned", "EndBlock")
	record.InOrder(library.Returned{Book: library.Book{Title: "Emma"}, DaysLate: 3})
	record.StrictOrder()
}

// TestFines shows that a method can be tested without a bus.
func TestFines(t *testing.T) {
	fines := &Fines{}
	fines.OnReturned(generated.NewReturned(events.Header{}, library.Returned{DaysLate: 2}))
	if fines.days != 2 {
		t.Errorf("got %d days, want 2", fines.days)
	}
}
