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
	used    []interface{ Release() } // storage that was used since the last end of a block
	reason  string                   // why the bus is stopped
	ignored atomic.Uint64
}

// Stamp returns the header of an event that is about to be emitted. It panics outside a block and on a stopped bus.
func (b *Bus) Stamp(method string) events.Header {
	if b.state != open {
		b.nested(method)
	}
	return b.stamper.Stamp()
}

// nested panics unless a consumer emits an event while a block is open.
//
//go:noinline
func (b *Bus) nested(method string) {
	if b.state != delivering || b.rest != open {
		b.reject(method)
	}
}

// Follow returns h, the header that a decoder gave to an event, and makes the next header come after it. It panics on a stopped bus.
//
//go:noinline
func (b *Bus) Follow(method string, h events.Header) events.Header {
	if b.state == stopped {
		b.reject(method)
	}
	if b.rest == open {
		b.stamper.Follow(h)
	}
	return h
}

// Begin begins the delivery of an event that the driver lends from s. It reports false if a delivery is in progress, so that the
// event has to wait.
func (b *Bus) Begin(s *events.Slot) bool {
	if b.state == delivering {
		return false
	}
	b.state = delivering
	if !s.Used {
		b.use(s)
	}
	return true
}

// use notes that a slot has to be released at the end of the block.
//
//go:noinline
func (b *Bus) use(s *events.Slot) {
	s.Used = true
	b.used = append(b.used, s)
}

// End ends the delivery of the event that s lends, and reports whether the queue has to be drained.
func (b *Bus) End(s *events.Slot) (drain bool) {
	s.End()
	if b.state != delivering {
		b.tangled()
	}
	if len(b.queue.list) == 0 {
		b.state = b.rest
		return false
	}
	return true
}

// Guard stops the bus if a delivery has not ended. Deferred, it runs after a consumer's panic and after runtime.Goexit too.
func (b *Bus) Guard(s *events.Slot) {
	if b.state == delivering {
		b.stop(s)
	}
}

// stop records which event some consumers have received and others have not, and ends its lease.
//
//go:noinline
func (b *Bus) stop(s *events.Slot) {
	event := "an event whose payload was being copied"
	switch w := b.queue.current; {
	case w.event != nil:
		event, s = w.event.String(), w.slot
	case s != nil && s.Lent():
		event = s.String()
	}
	if s != nil {
		s.End()
	}
	b.fail("a consumer panicked or called runtime.Goexit during the delivery of " + event +
		", so that some consumers have received it and others have not")
}

func (b *Bus) fail(reason string) {
	b.state, b.rest, b.reason, b.queue = stopped, closed, reason, queue{}
}

// tangled stops a bus whose state cannot come from one goroutine.
//
//go:noinline
func (b *Bus) tangled() {
	if b.state != stopped {
		b.fail("two goroutines drive it: emit, route and set boundaries from one")
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

// reject panics with the reason why a method cannot be called now.
//
//go:noinline
func (b *Bus) reject(method string) {
	switch b.state {
	case stopped:
		panic("busgen: " + method + " on a stopped bus: " + b.reason)
	case delivering:
		panic("busgen: " + method + " by a consumer while no block is open: the current event ends its block or was routed; " +
			"or by a second goroutine: a bus has one driver")
	}
	panic("busgen: " + method + " outside a block: call BeginBlock first")
}
