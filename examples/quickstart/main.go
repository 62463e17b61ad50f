// Quickstart shows busgen in one small program: a domain (package library), the code generated from
// it (package generated), an engine that emits, and a plug-in that consumes.
//
// Package staff has consumers that are wired instead of attached. Package server has a driver for
// programs without blocks.
package main

import (
	"fmt"
	"time"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/examples/quickstart/generated"
	"github.com/busgen/busgen/examples/quickstart/library"
)

// Desk is an engine. It emits two types of event, so it needs two methods of the bus.
type Desk struct {
	out interface {
		generated.BorrowedEmitter
		generated.ReturnedEmitter
	}
}

func (d *Desk) Day() {
	d.out.EmitBorrowed(library.Borrowed{Book: library.Book{Title: "Moby-Dick"}, Reader: "reader 7", Days: 14})
	d.out.EmitReturned(library.Returned{Book: library.Book{Title: "Emma"}, DaysLate: 3})
}

// Delays is a plug-in. Each of its methods subscribes to the type of its parameter.
type Delays struct {
	days  int
	worst generated.ReturnedEvent
}

// OnReturned reads the event through its view, which copies nothing. Keep returns an event that
// stays valid after the call.
func (d *Delays) OnReturned(e generated.ReturnedEvent) {
	late := e.Returned().DaysLate()
	d.days += late
	if d.worst == nil || late > d.worst.Returned().DaysLate() {
		d.worst = events.Keep(e)
	}
}

// OnBook receives every event with the capability Book, whatever its type.
func (d *Delays) OnBook(e generated.BookEvent) {
	fmt.Printf("block %d, event %d: %s %q\n", e.BlockHeight(), e.Sequence(), e.Kind(), e.Book().Title())
}

func main() {
	bus := generated.NewRouter()
	delays := &Delays{}
	detach, err := bus.Attach(delays)
	if err != nil {
		panic(err) // a method with a wrong signature, or none that consumes an event
	}
	defer detach()

	desk := &Desk{out: bus}
	bus.BeginBlock(events.Block{Height: 1, Time: time.Unix(1_800_000_000, 0)})
	desk.Day()
	bus.EndBlock()
	fmt.Printf("%d days late, most of all %q\n", delays.days, delays.worst.Returned().Title())
}
