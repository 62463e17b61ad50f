package staff

import (
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/examples/quickstart/generated"
)

// Watch is called at each call of a consumer, in tests. It may be nil.
type Watch func(consumer, method string, e events.Event)

// Clerk counts the books that are out and the days that books came back late. It takes events by
// value.
type Clerk struct {
	Name      string
	Watch     Watch
	Out, Late int
}

// OnBorrowed counts one book more.
func (c *Clerk) OnBorrowed(e generated.Borrowed) {
	c.Out++
	if c.Watch != nil {
		event := e // so that e itself need not be in the heap
		c.Watch(c.Name, "OnBorrowed", &event)
	}
}

// OnReturned counts one book less.
func (c *Clerk) OnReturned(e generated.Returned) {
	c.Out--
	c.Late += e.Returned().DaysLate()
	if c.Watch != nil {
		event := e
		c.Watch(c.Name, "OnReturned", &event)
	}
}
