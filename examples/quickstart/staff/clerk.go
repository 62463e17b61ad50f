package staff

import (
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/examples/quickstart/generated"
)

// Watch is told of each call of a consumer, in tests. It may be nil.
type Watch func(consumer, method string, e events.Event)

// Clerk counts the books that are out, and the days that are to be paid for.
type Clerk struct {
	Name      string
	Watch     Watch
	Out, Days int
}

// OnLent takes the event by pointer: nothing is copied.
func (c *Clerk) OnLent(e *generated.Lent) {
	c.Out++
	if c.Watch != nil {
		kept := *e // a copy, so that the event itself stays on the stack of who emits it
		c.Watch(c.Name, "OnLent", &kept)
	}
}

// OnReturned takes the event by value: a copy, which is the clerk's own.
func (c *Clerk) OnReturned(e generated.Returned) {
	c.Out--
	c.Days += e.Returned().DaysLate
	if c.Watch != nil {
		kept := e
		c.Watch(c.Name, "OnReturned", &kept)
	}
}
