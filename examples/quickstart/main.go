// Quickstart is busgen in one small program: a domain (package library), what busgen makes of it (package generated), an engine
// that emits, and a plug-in that consumes.
//
// Package staff has consumers that are wired instead of attached, and runs the suite of what a bus promises on them.
package main

import (
	"fmt"
	"time"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/examples/quickstart/generated"
	"github.com/busgen/busgen/examples/quickstart/library"
)

// Desk is an engine: it says what happened, and needs no more of the bus than two methods.
type Desk struct {
	out interface {
		generated.LentEmitter
		generated.ReturnedEmitter
	}
}

func (d *Desk) Day() {
	d.out.EmitLent(library.Lent{Book: library.Book{Title: "Moby-Dick"}, Reader: "reader 7", Days: 14})
	d.out.EmitReturned(library.Returned{Book: library.Book{Title: "Emma"}, DaysLate: 3})
}

// Fines is a plug-in: one method per interest, and the parameter's type is the interest.
type Fines struct{ days int }

func (f *Fines) OnReturned(e generated.ReturnedEvent) { f.days += e.Returned().DaysLate }

// OnBook gets every event that has the capability Book, those that are added to the domain later included.
func (f *Fines) OnBook(e generated.BookEvent) {
	fmt.Printf("block %d, event %d: %s %q\n", e.BlockHeight(), e.Sequence(), e.Kind(), e.Book().Title)
}

func main() {
	bus := generated.NewRouter()
	fines := &Fines{}
	detach, err := bus.Attach(fines)
	if err != nil {
		panic(err) // Fines has no method of any consumer interface
	}
	defer detach()

	desk := &Desk{out: bus}
	bus.BeginBlock(events.Block{Height: 1, Time: time.Unix(1_800_000_000, 0)})
	desk.Day()
	bus.EndBlock()
	fmt.Println("days to pay for:", fines.days)
}
