package mux

import (
	"strconv"

	"github.com/busgen/busgen/events"
)

// Enqueue keeps an event that was emitted from inside a consumer, until the event in hand has reached everyone. It panics if
// the bus is stopped, or if consumers emit without end.
func (b *Bus) Enqueue(method string, e events.Event) {
	if b.state == stopped {
		b.refuse(method)
	}
	b.nested++
	if b.nested > maxNested {
		panic("busgen: " + method + ": more than " + strconv.Itoa(maxNested) +
			" events emitted from consumers in answer to one: a consumer answers its own event without end")
	}
	if h, ok := headerOf(e); ok {
		b.follow(h) // a routed event; one that was emitted has its place already
	}
	b.queue = append(b.queue, e)
}

// Pop begins the delivery of the event that has waited longest.
func (b *Bus) Pop() events.Event {
	e := b.queue[b.head]
	b.queue[b.head] = nil
	b.head++
	if b.head == len(b.queue) {
		b.queue, b.head = b.queue[:0], 0
	}
	b.Enter(0)
	return e
}

// Follow notes the place of an event that comes with a header, when its delivery begins. What is emitted next in the open
// block comes after it.
func (b *Bus) Follow(h events.Header) {
	b.inHand, b.height = h.Sequence(), h.Height()
	b.follow(h)
}

func (b *Bus) follow(h events.Header) {
	if b.open && h.Sequence() >= b.next && h.Height() == b.block.Height() {
		b.next = h.Sequence() + 1
	}
}

// FollowAll does so for a batch before its first event is delivered: what consumers emit in answer comes after the
// whole batch.
func (b *Bus) FollowAll(batch []events.Event) {
	if !b.open {
		return
	}
	for _, e := range batch {
		if h, ok := headerOf(e); ok {
			b.follow(h)
		}
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
