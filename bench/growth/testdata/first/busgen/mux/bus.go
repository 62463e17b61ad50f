package mux

import (
	"strconv"
	"sync/atomic"

	"github.com/busgen/busgen/events"
)

// state says what the bus is doing.
type state uint8

// The states, in this order: up to marking the bus rests.
const (
	closed     state = iota // no block is open
	open                    // between BeginBlock and EndBlock
	marking                 // one of the two, and the next delivery is to be marked
	delivering              // of an emission or a boundary: a consumer may be running, and what is emitted now waits
	routing                 // the same, of an event that came with its place
	waiting                 // one of the two, and something waits
	stopped                 // a consumer panicked
)

// elsewhere is in place of the number of an event that is not of the open block.
const elsewhere = 1<<64 - 1

// Bus is the part of a generated bus that does not depend on its events: the place in the block, the queue of nested
// emissions and the state. One goroutine drives it; Ignored and Await are safe from any. [Bus.Init] makes it ready.
//
// Every method on the way of an event is small enough to be inlined into the generated one; what is rare is a call.
type Bus struct {
	state  state
	idle   state  // what it is between deliveries: closed, open or marking
	block  state  // closed or open
	asked  uint32 // atomic: whether to mark deliveries
	held   bool   // a batch or the queue is being delivered: what waits is not for Leave to deliver
	routed bool   // the event in delivery is a routed one, and something waits
	inHand uint64 // the number of the event in delivery, or elsewhere

	stamper events.Stamper

	marks

	queue  []events.Event // emitted from inside consumers, in order
	head   int
	nested int

	nesting bool   // between Nest and Enqueue, which stamp another event than the one in delivery
	outer   uint64 // the number of that one

	ignored atomic.Uint64
	reason  string // why the bus is stopped
	methods string // prefix of the names of the methods that deliver
}

// Enter begins the delivery of an emission. If it says no, the emission comes from inside a consumer or from outside a block:
// [Bus.Nest] knows.
func (b *Bus) Enter() bool {
	if b.state != open {
		return b.enter(open)
	}
	b.state = delivering
	return true
}

// enter is for a bus that is not simply open: it may rest and be marking, with no less than the given state of the block.
func (b *Bus) enter(least state) bool {
	if b.state > marking || b.block < least {
		return false
	}
	b.state = delivering
	if b.idle == marking {
		b.mark()
	}
	return true
}

// Stamp gives the event that is to be delivered the next place in the block.
func (b *Bus) Stamp(e *events.Stamped) {
	b.inHand = b.stamper.Sequence()
	b.stamper.Stamp(e)
}

// Skip takes the next place in the block for an event that nobody gets.
func (b *Bus) Skip() { b.stamper.Go(b.stamper.Sequence() + 1) }

// Next is the header that the next emission gets.
func (b *Bus) Next() events.Header { return b.stamper.Next() }

// EnterRoute begins the delivery of an event that has a place. If it says no, the event has to wait: [Bus.Enqueue] it.
func (b *Bus) EnterRoute() bool {
	if b.state > open {
		return b.enterRoute()
	}
	b.state = routing
	return true
}

func (b *Bus) enterRoute() bool {
	entered := b.enter(closed)
	if entered {
		b.state = routing
	}
	return entered
}

// Follow notes the place of a routed event, when its delivery begins: what is emitted next in the open block comes after it.
func (b *Bus) Follow(height, sequence uint64) {
	if b.block == open {
		b.follow(height, sequence)
	}
}

// Leave ends a delivery and says whether emissions wait, to be taken with [Bus.Pop].
func (b *Bus) Leave() bool {
	if b.state == waiting || atomic.LoadUint32(&b.asked) != unasked {
		return b.leave()
	}
	b.state = b.idle
	return false
}

func (b *Bus) leave() bool {
	if atomic.LoadUint32(&b.asked) != unasked {
		b.unmark()
	}
	if b.state == waiting && !b.held {
		return true
	}
	b.state, b.routed = b.idle, false
	return false
}

// stop is for a bus whose delivery has ended without Leave. Nothing tells of that when it happens: a deferred call in every
// delivery would cost more than the delivery. So [Bus.Enqueue] and the boundaries look.
func (b *Bus) stop() {
	event := "the event with sequence " + strconv.FormatUint(b.inHand, 10) + " of block " + strconv.FormatUint(b.stamper.Height(), 10)
	if b.inHand == elsewhere || b.block == closed && (b.routed || b.state == routing) {
		event = "an event that was routed and is of no block that is open here"
	}
	b.reason = "a consumer panicked, or ended its goroutine, on " + event + ", which has reached some consumers and not others"
	b.state, b.idle, b.block = stopped, stopped, closed
	b.queue, b.head = nil, 0
	if b.marked {
		b.unmark()
	}
}

// busy says whether a delivery has begun and not ended.
func (b *Bus) busy() bool { return b.state > marking && b.state < stopped }

// Ignore counts an event of a type that the bus does not know.
func (b *Bus) Ignore() { b.ignored.Add(1) }

// Ignored is how many events of a type that the bus does not know were routed. Safe from any goroutine.
func (b *Bus) Ignored() uint64 { return b.ignored.Load() }

// refuse panics with the sentence that says why method can't be called now.
func (b *Bus) refuse(method string) {
	if b.busy() && !b.inside() {
		b.stop()
	}
	switch b.state {
	case stopped:
		panic("busgen: " + method + " on a stopped bus: " + b.reason)
	case delivering, routing, waiting:
		panic("busgen: " + method + " from inside a consumer with no block open: the event in hand ends its block or was routed, " +
			"so that nothing can follow it in a block of this bus")
	default:
		panic("busgen: " + method + " outside a block: call BeginBlock first")
	}
}
