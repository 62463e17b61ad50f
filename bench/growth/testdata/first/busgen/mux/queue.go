package mux

import (
	"strconv"

	"github.com/busgen/busgen/events"
)

// maxNested bounds the events that consumers may emit in answer to one: a consumer that emits in a loop would otherwise
// never return, or fill the memory.
const maxNested = 1 << 20

// Nest is for an emission that [Bus.Enter] has refused. It panics unless it comes from inside a consumer, in an open block, so that
// the event can be stamped and goes to [Bus.Enqueue].
func (b *Bus) Nest(method string) {
	if !b.busy() || b.block != open {
		b.refuse(method)
	}
	b.outer, b.nesting = b.inHand, true
}

// Enqueue keeps an event that was emitted or routed from inside a consumer, until the event in hand has reached everyone. It
// panics if the bus is stopped, or if consumers emit without end.
func (b *Bus) Enqueue(method string, e events.Event) {
	emitted := b.nesting
	if emitted {
		b.inHand, b.nesting = b.outer, false
	}
	b.nested++
	if b.state == stopped || b.suspicious(e) && !b.inside() {
		b.refuse(method)
	}
	if b.nested > maxNested {
		panic("busgen: " + method + ": more than " + strconv.Itoa(maxNested) +
			" events emitted from consumers in answer to one: a consumer answers its own event without end")
	}
	if !emitted { // what was emitted has its place already
		b.afterRouted(e)
	}
	b.queue = append(b.queue, e)
	b.routed = b.routed || b.state == routing
	b.state = waiting
}

// suspicious says when to look whether a consumer is running indeed, or a panic has ended the delivery: to look takes about a
// microsecond, so it is done at boundaries, and as the queue doubles.
func (b *Bus) suspicious(e events.Event) bool {
	switch e.(type) {
	case events.BeginBlock, events.EndTx, events.EndBlock:
		return true
	}
	return b.nested >= 16 && b.nested&(b.nested-1) == 0
}

// Pop gives the event that has waited longest, to be routed. Without one the delivery is over at last.
func (b *Bus) Pop() (events.Event, bool) {
	b.state, b.routed = b.idle, false
	if b.head == len(b.queue) {
		b.queue, b.head, b.nested, b.held = b.queue[:0], 0, 0, false
		return nil, false
	}
	e := b.queue[b.head]
	b.queue[b.head] = nil
	b.head++
	b.held = true
	return e, true
}

// EnterBatch begins a batch: what consumers emit in answer comes after all of it, in number and in time. If it says no, the events
// have to wait: [Bus.Enqueue] them.
func (b *Bus) EnterBatch(batch []events.Event) bool {
	switch {
	case b.state == stopped:
		b.refuse("RouteBatch")
	case b.busy():
		return false
	}
	b.held = true
	for _, e := range batch {
		b.afterRouted(e)
	}
	return true
}

// LeaveBatch ends a batch and says whether emissions wait, to be taken with [Bus.Pop].
func (b *Bus) LeaveBatch() bool {
	b.held = false
	return len(b.queue) != 0
}

// follow notes the place of a routed event in an open block. It stays out of what is inlined, since a bus that routes mostly has no
// block open.
//
//go:noinline
func (b *Bus) follow(height, sequence uint64) {
	b.inHand = elsewhere
	if height == b.stamper.Height() {
		b.inHand = sequence
	}
	b.behind(height, sequence)
}

// afterRouted goes behind an event that is to be routed.
func (b *Bus) afterRouted(e events.Event) {
	if h, ok := headerOf(e); ok {
		b.behind(h.Height(), h.Sequence())
	}
}

// behind moves the next place behind one that is taken.
func (b *Bus) behind(height, sequence uint64) {
	if b.block == open && height == b.stamper.Height() && sequence >= b.stamper.Sequence() {
		b.stamper.Go(sequence + 1)
	}
}

// headerOf reads the header of an event that may be nil, or a nil pointer of an event type, which has none.
func headerOf(e events.Event) (h events.Header, ok bool) {
	if e == nil {
		return h, false
	}
	defer func() { ok = recover() == nil }()
	return e.Header(), true
}
