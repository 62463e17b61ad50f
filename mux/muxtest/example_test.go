package muxtest_test

import (
	"fmt"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/domain"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/generated"
)

// printed stands for the *testing.T of a test.
type printed struct{}

func (printed) Helper()                           {}
func (printed) Errorf(format string, args ...any) { fmt.Printf(format+"\n", args...) }
func (printed) Fatalf(format string, args ...any) { fmt.Printf(format+"\n", args...) }

func ExampleRecord() {
	var t printed
	bus := generated.NewRouter()
	rec := muxtest.Record(t, bus)

	bus.BeginBlock(events.Block{Height: 1})
	bus.EmitHit(domain.Hit{By: "ada", Target: "door", Damage: 3})
	bus.EndBlock()

	rec.Exactly(domain.Hit{By: "ada", Target: "door", Damage: 5})
	rec.None(domain.Moved{})
	rec.StrictOrder()
	// Output:
	// muxtest: event 1 (Hit block 1 #1): Damage: got 3, want 5
}
