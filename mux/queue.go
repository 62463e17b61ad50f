package mux

import (
	"strconv"

	"github.com/busgen/busgen/events"
)

// maxPending bounds the nested events that wait at one time. More means that a consumer answers its own events without end.
const maxPending = 1 << 16

// queue holds the events that consumers emitted or routed during a delivery, in order.
type queue struct {
	list    []waiting // from head on
	head    int
	current waiting // the event being delivered, unless the driver emitted it
}

type waiting struct {
	event events.Event
	slot  *events.Slot // nil if this bus does not lend the event
}

// Push makes an event wait for the end of the current delivery. The bus lends it from s, or does not lend it if s is nil.
func (b *Bus) Push(e events.Event, s *events.Slot) {
	q := &b.queue
	if len(q.list)-q.head == maxPending {
		panic("busgen: " + e.Kind().String() + " would be one of more than " + strconv.Itoa(maxPending) + " events that wait for the end of one delivery: " +
			"a consumer answers its own events without end; or a second goroutine emits: a bus has one driver")
	}
	if q.head > 0 && len(q.list) == cap(q.list) {
		n := copy(q.list, q.list[q.head:])
		clear(q.list[n:])
		q.list, q.head = q.list[:n], 0
	}
	q.list = append(q.list, waiting{e, s})
}

// Pop ends the delivery of the event that it returned last, and returns the next one. It reports false, and ends the whole
// delivery, if none is left.
func (b *Bus) Pop() (events.Event, bool) {
	b.leave()
	q := &b.queue
	if q.head == len(q.list) {
		b.finish()
		return nil, false
	}
	q.current, q.list[q.head] = q.list[q.head], waiting{}
	q.head++
	return q.current.event, true
}

// leave ends the delivery of the current event.
func (b *Bus) leave() {
	if b.state != delivering {
		b.tangled()
	}
	if s := b.queue.current.slot; s != nil {
		s.End()
	}
	b.queue.current = waiting{}
}

// finish ends a delivery after which nothing waits. At the end of a block it gives storage back.
func (b *Bus) finish() {
	b.queue.list, b.queue.head = b.queue.list[:0], 0
	b.state = b.rest
	if b.ended {
		b.ended = false
		for _, s := range b.used {
			s.Release()
		}
		clear(b.used)
		b.used = b.used[:0]
		if cap(b.queue.list) > keptAlways {
			b.queue.list = nil
		}
	}
}
