package contract

import (
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest"
)

// maxPending is the number of nested events that may wait at one time.
const maxPending = 1 << 16

// pendingEvents: so many events may wait for the end of a delivery. One more panics in the consumer
// that sends it, however it does. A consumer that recovers loses nothing.
func pendingEvents(t muxtest.TB, s Subject) {
	k := s.least(t)
	tr := s.begun(t)
	calls, last := 0, uint64(0)
	tr.observe = func(_ Call, e events.Event) {
		calls++
		if e.Sequence() < last {
			t.Fatalf("contract: %s comes after number %d", e, last)
		}
		last = e.Sequence()
	}
	routed := k.event(at("", 1<<20), 1)
	tr.when(1, func() {
		p := k.prepare(2)
		for range maxPending {
			p.emit(tr.bus)
		}
		next := tr.bus.Next()
		tr.panics(func() { p.emit(tr.bus) }, "Emit"+k.name, "65536", "without end")
		tr.panics(func() { p.route(tr.bus, next) }, "Route", "65536", "without end")
		tr.panics(func() { tr.bus.Route(routed) }, "Route", "65536", "without end")
		if !tr.bus.Next().Equal(next) {
			t.Errorf("contract: an event that may not wait took sequence number %d", next.Sequence())
		}
	})
	k.emit(tr.bus, 1)
	if want := (1 + maxPending) * len(k.calls); calls != want {
		t.Errorf("contract: %d calls, want %d", calls, want)
	}
	tr.next(maxPending + 2)
	tr.observe, tr.log = nil, nil
	k.emit(tr.bus, 3)
	tr.expect(k.delivered(at("", maxPending+2), 3))
}

// endlessNesting: a consumer that answers each of its events with more than one panics, and the bus
// stops.
func endlessNesting(t muxtest.TB, s Subject) {
	k := s.least(t)
	tr := s.begun(t)
	p := k.prepare(1)
	tr.observe = func(c Call, _ events.Event) {
		if c == k.calls[0] {
			p.emit(tr.bus)
			p.emit(tr.bus)
		}
	}
	tr.panics(func() { p.emit(tr.bus) }, "Emit"+k.name, "65536", "without end")
	tr.stopped(k.name + " game block 1 #")
}
