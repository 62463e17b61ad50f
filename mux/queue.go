package mux

import (
	"strconv"

	"github.com/busgen/busgen/events"
)

// maxPending bounds the nested events that wait at one time. More means that a consumer answers its own events without end.
const maxPending = 1 << 16

// roomAlways is the number of events for which the queue has room after the end of a block.
const roomAlways = 64

// queue holds the events that consumers emitted or routed during a delivery, in order.
type queue struct {
	list    []waiting // from head on
	head    int
	current waiting // the event being delivered, unless the driver emitted it
}

type waiting struct {
	event events.Event
	stamp *events.Stamp // nil if this bus does not lend the event
}

// wait panics if one more event could not wait, and on a stopped bus.
func (b *Bus) wait(method string) {
	switch {
	case b.state == stopped:
		b.reject(method)
	case len(b.queue.list)-b.queue.head >= maxPending:
		panic("busgen: " + method + " by a consumer while " + strconv.Itoa(maxPending) + " events wait for the end of one delivery: " +
			"consumers answer their own events without end" + orElse)
	}
}

// Slot returns storage for an event that has to wait. fresh returns new storage.
func (b *Bus) Slot(l *events.Lane, fresh func() events.Storage) events.Storage {
	b.Use(&l.Used, l)
	return l.Free(fresh)
}

// Push makes an event wait for the end of the current delivery. s is nil if this bus does not lend it.
func (b *Bus) Push(e events.Event, s *events.Stamp) {
	q := &b.queue
	if len(q.list) == cap(q.list) && 2*q.head >= len(q.list) { // moving half of the list makes room for as many
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
	if s := b.queue.current.stamp; s != nil {
		s.End()
	}
	b.queue.current = waiting{}
}

// finish ends a delivery after which nothing waits. At the end of a block it gives storage back.
func (b *Bus) finish() {
	b.state, b.queue.list, b.queue.head = b.rest, b.queue.list[:0], 0
	if !b.ended {
		return
	}
	for _, u := range b.used {
		*u.used = false
		u.storage.Clear()
	}
	clear(b.used)
	b.used, b.ended = b.used[:0], false
	if cap(b.queue.list) > roomAlways {
		b.queue.list = nil
	}
}
