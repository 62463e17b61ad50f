package mux

import (
	"sync/atomic"

	"github.com/busgen/busgen/events"
)

// state says what a bus is doing.
type state uint8

const (
	closed     state = iota // no block is open
	open                    // a block is open
	delivering              // consumers are being called
	stopped                 // a consumer panicked
)

// Bus is the part of a generated bus that does not depend on its events. The zero Bus is ready to use.
type Bus struct {
	state   state
	rest    state // closed or open: the state between deliveries
	ended   bool  // the end of a block has been delivered
	stamper events.Stamper
	queue   queue
	used    []usage // since the last end of a block
	reason  string  // why the bus is stopped
	ignored atomic.Uint64
}

// usage is storage, and where it says that it was used.
type usage struct {
	used    *bool
	storage interface{ Clear() }
}

// Stamp returns the header of an event that is about to be emitted. It panics outside a block, on a stopped bus, and if too many
// events wait.
func (b *Bus) Stamp(method string) events.Header {
	if b.state == open {
		return b.stamper.Stamp()
	}
	return b.nested(method)
}

// nested does the work of Stamp for consumers.
//
//go:noinline
func (b *Bus) nested(method string) events.Header {
	if b.state != delivering || b.rest != open {
		b.reject(method)
	}
	b.wait(method)
	return b.stamper.Stamp()
}

// At returns h, the header that a decoder gave to an event, and makes the next header come after it. It panics on a stopped bus, and
// if too many events wait.
//
//go:noinline
func (b *Bus) At(h events.Header) events.Header {
	b.wait("Route")
	if b.rest == open {
		b.stamper.Follow(h)
	}
	return h
}

// Begin begins the delivery of an event that the driver emits to so many consumers. It reports false if there is none, or if a delivery
// is in progress, so that the event has to wait.
func (b *Bus) Begin(consumers int) bool {
	if b.state == delivering || consumers == 0 {
		return false
	}
	b.state = delivering
	return true
}

// Nested reports whether an event for which Begin reported false has to wait: others may consume it by then.
func (b *Bus) Nested() bool { return b.state == delivering }

// Use notes that storage is used, unless it was used before since the last end of a block.
func (b *Bus) Use(used *bool, s interface{ Clear() }) {
	if !*used {
		b.use(used, s)
	}
}

//go:noinline
func (b *Bus) use(used *bool, s interface{ Clear() }) {
	*used = true
	b.used = append(b.used, usage{used, s})
}

// End ends the delivery of the event with the stamp, and reports whether the queue has to be drained.
func (b *Bus) End(s *events.Stamp) (drain bool) {
	s.End()
	if b.state == delivering && len(b.queue.list) == 0 {
		b.state = b.rest
		return false
	}
	return true // if it is not delivering, Pop says why
}

// Guard stops the bus if the delivery of an event has not ended. s is the event's stamp if this bus lends it, and e is the event if not.
// Deferred, it runs after a consumer's panic and after runtime.Goexit too.
func (b *Bus) Guard(s *events.Stamp, e events.Event) {
	if b.state == delivering {
		b.interrupted(s, e)
	}
}

// interrupted stops the bus, says which event some consumers have not received, and ends its lease.
//
//go:noinline
func (b *Bus) interrupted(s *events.Stamp, e events.Event) {
	event := "an event whose payload was being copied"
	switch current := b.queue.current; {
	case current.event != nil:
		event, s = current.event.String(), current.stamp
	case e != nil:
		event = e.String()
	case s != nil && s.Lent():
		event = s.String()
	}
	if s != nil {
		s.End()
	}
	b.stop("a consumer panicked or called runtime.Goexit during the delivery of " + event +
		", so that some consumers have received it and others have not")
}

func (b *Bus) stop(reason string) {
	b.state, b.rest, b.reason, b.queue = stopped, closed, reason, queue{}
}

// tangled stops a bus whose state cannot come from one goroutine.
//
//go:noinline
func (b *Bus) tangled() {
	if b.state != stopped {
		b.stop("two goroutines drive it: emit, route, and open and close blocks from one")
	}
	panic("busgen: the bus is stopped: " + b.reason)
}

// Next returns the header of the next event. It panics on a stopped bus.
func (b *Bus) Next() events.Header {
	if b.state == stopped {
		b.reject("Next")
	}
	return b.stamper.Next()
}

// Ignored returns the number of routed events that were nil, zero, or of another package. It is safe from any goroutine.
func (b *Bus) Ignored() uint64 { return b.ignored.Load() }

// orElse ends a sentence about what a consumer did, since the state of a bus cannot tell.
const orElse = "; or by a second goroutine: a bus has one driver"

// reject panics with the reason why a method cannot be called now.
//
//go:noinline
func (b *Bus) reject(method string) {
	switch b.state {
	case stopped:
		panic("busgen: " + method + " on a stopped bus: " + b.reason)
	case delivering:
		panic("busgen: " + method + " by a consumer while no block is open: the current event ends its block or was routed" + orElse)
	}
	panic("busgen: " + method + " outside a block: call BeginBlock first")
}
