package contract

import (
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest"
)

// encapsulated: from the moment of the emit, a change of the caller's slices, maps and pointers
// does not change the event. Here consumers change them during the delivery, and while nested
// events wait.
func encapsulated(t muxtest.TB, s Subject) {
	for _, k := range s.consumed(t) {
		tr := s.begun(t)
		var spoil func()
		tr.observe = func(c Call, e events.Event) {
			if spoil != nil {
				spoil()
			}
			tr.record(c, e)
		}
		emitted, routed, built := k.prepare(1), k.prepare(2), k.prepare(3)
		spoil = emitted.spoil
		emitted.emit(tr.bus)
		spoil = routed.spoil
		routed.route(tr.bus, at("", 2))
		spoil = built.spoil
		tr.bus.Route(built.event(at("", 3)))
		tr.expect(k.delivered(at("", 1), 1), k.delivered(at("", 2), 2), k.delivered(at("", 3), 3))

		emitted, routed, built = k.prepare(5), k.prepare(6), k.prepare(7)
		spoil = nil
		tr.when(4, func() {
			emitted.emit(tr.bus)
			routed.route(tr.bus, tr.bus.Next())
			tr.bus.Route(built.event(tr.bus.Next()))
			emitted.spoil()
			routed.spoil()
			built.spoil()
		})
		k.emit(tr.bus, 4)
		tr.expect(k.delivered(at("", 4), 4), k.delivered(at("", 5), 5), k.delivered(at("", 6), 6),
			k.delivered(at("", 7), 7))
	}
}

// nothingShared: nothing that an event and its views return shares memory with the bus's storage,
// nor with a kept event. Here the first and the last consumer overwrite everything that can be
// reached and set in what they return, and the event reads as before.
func nothingShared(t muxtest.TB, s Subject) {
	const payloads = 3
	for _, k := range s.consumed(t) {
		tr := s.begun(t)
		want, calls, kept := map[uint64]string{}, map[uint64]int{}, map[uint64]events.Event{}
		check := func(what string, e events.Event) {
			if got := reading(e); got != want[e.Sequence()] {
				t.Fatalf("contract: %s of %s reads\n%swant\n%s", what, e, got, want[e.Sequence()])
			}
		}
		tr.observe = func(c Call, e events.Event) {
			n := e.Sequence()
			if calls[n]++; calls[n] == 1 {
				want[n] = reading(k.event(e.Header(), numberOf(e)))
			}
			check("the event", e)
			if calls[n] > 1 && calls[n] < len(k.calls) {
				return
			}
			spoilReturned(e)
			check("the event, after a change of what it returned,", e)
			kept[n] = events.Keep(e)
			check("the kept event", kept[n])
			spoilReturned(kept[n])
			check("the kept event, after a change of what it returned,", kept[n])
			check("the event, after a change of what the kept one returned,", e)
		}
		for range payloads {
			next := tr.bus.Next().Sequence()
			tr.when(next, func() {
				k.emit(tr.bus, int64(next+1))
				tr.bus.Route(k.event(tr.bus.Next(), int64(next+2)))
			})
			k.emit(tr.bus, int64(next))
			next = tr.bus.Next().Sequence()
			k.route(tr.bus, tr.bus.Next(), int64(next))
		}
		if len(kept) != 4*payloads {
			t.Errorf("contract: %d events of kind %s, want %d", len(kept), k.name, 4*payloads)
		}
		for _, e := range kept {
			check("after all deliveries, the kept event", e)
		}
	}
}

// numberOf returns the number from which an event was made, where that is its sequence number.
func numberOf(e events.Event) int64 { return int64(e.Sequence()) }
