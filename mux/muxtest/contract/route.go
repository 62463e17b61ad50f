package contract

import (
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest"
)

// route: routed events are delivered as they are, boundaries too, outside blocks as well. The
// numbers of an open block continue after them.
func route(t muxtest.TB, s Subject) {
	tr := s.begins(t)
	h := events.NewHeader(block(9), "x", 0)
	tr.bus.Route(events.NewBeginBlock(h))
	want := []delivered{s.boundary("BeginBlock", h)}
	for i, k := range s.Kinds {
		there := h.At("x", uint64(4+i))
		tr.bus.Route(k.event(there, int64(i)))
		want = append(want, k.delivered(there, int64(i)))
	}
	tr.bus.Route(events.NewEndTx(h.At("x", 500)))
	tr.bus.Route(events.NewEndBlock(h.At("", 501)))
	tr.expect(append(want, s.boundary("EndTx", h.At("x", 500)), s.boundary("EndBlock", h.At("", 501)))...)

	tr.bus.BeginBlock(block(10))
	k := s.Kinds[0]
	tr.bus.Route(k.event(events.NewHeader(block(9), "", 70), 1))
	tr.next(1) // another block's numbers do not count in this one
	tr.bus.Route(k.event(events.NewHeader(block(10), "", 70), 2))
	tr.next(71)
}

// routeByPayload: RouteX(header, payload) delivers an event with this header, outside blocks as
// well, and lends it like an emitted one.
func routeByPayload(t muxtest.TB, s Subject) {
	tr := s.begins(t)
	h := events.NewHeader(block(9), "x", 0)
	var want []delivered
	for i, k := range s.Kinds {
		there := h.At("x", uint64(4+i))
		k.route(tr.bus, there, int64(i))
		want = append(want, k.delivered(there, int64(i)))
	}
	tr.expect(want...)

	tr.bus.BeginBlock(block(10))
	k := s.least(t)
	k.route(tr.bus, h.At("", 70), 1)
	tr.next(1)
	k.route(tr.bus, events.NewHeader(block(10), "", 70), 2)
	tr.next(71)
	tr.log = nil
	var kept events.Event
	tr.observe = func(_ Call, e events.Event) {
		if kept = events.Keep(e); isSame(kept, e) {
			tr.Errorf("contract: Route%s delivers a kept event", k.name)
		}
	}
	k.route(tr.bus, tr.bus.Next(), 3)
}

// routeLent: a bus passes the lent events of another bus on. It keeps an event that has to wait,
// since its lease may end before. A consumer's panic on one bus does not end the lease of the
// other.
func routeLent(t muxtest.TB, s Subject) {
	for _, k := range s.consumed(t) {
		from, to := s.begun(t), s.begins(t)
		var passed, kept []events.Event
		var lease []use
		to.observe = func(_ Call, e events.Event) {
			passed = append(passed, events.Keep(e))
			if e.Sequence() == 1 && len(lease) == 0 {
				lease = usesOf(t, e)
			}
		}
		from.observe = func(_ Call, e events.Event) {
			kept = append(kept, events.Keep(e))
			if len(kept) > 1 {
				return
			}
			to.when(1, func() { to.returnsAtOnce(func() { to.bus.Route(e) }) })
			to.bus.Route(e)
		}
		k.emit(from.bus, 1)
		if len(passed) != 2*len(k.calls) || len(kept) != len(k.calls) {
			t.Fatalf("contract: a lent %s that was routed twice made %d calls, want %d", k.name, len(passed),
				2*len(k.calls))
		}
		for i, e := range passed {
			if !isSame(e, kept[0]) {
				t.Errorf("contract: call %d of a routed %s keeps another event", i, k.name)
			}
		}
		from.late(k.name, "the delivery of the first bus", lease)

		panicked := s.begins(t)
		panicked.observe = func(Call, events.Event) { panic(boom) }
		from.observe = func(_ Call, e events.Event) {
			_, _ = panicOf(func() { panicked.bus.Route(e) })
			if got, want := contentOf(e), spell(k.payload(2)); got != want {
				t.Errorf("contract: after a panic on another bus, %s reads %s, want %s", e, got, want)
			}
		}
		k.emit(from.bus, 2)
		from.next(3)

		outer, inner := s.begun(t), s.begun(t)
		inner.observe = func(_ Call, e events.Event) {
			if len(inner.answers) > 0 { // the first call
				outer.bus.Route(e)
			}
		}
		inner.when(1, func() {})
		outer.when(1, func() { outer.returnsAtOnce(func() { k.emit(inner.bus, 4) }) })
		k.emit(outer.bus, 3)
		outer.expect(k.delivered(at("", 1), 3), k.delivered(at("", 1), 4))
	}
}

// routeLate: routing an event whose delivery has ended panics, and the bus goes on. The driver and
// consumers may do so.
func routeLate(t muxtest.TB, s Subject) {
	k := s.least(t)
	tr, other := s.begun(t), s.begun(t)
	var lent events.Event
	other.observe = func(_ Call, e events.Event) { lent = e }
	k.emit(other.bus, 1)
	misuse := func() {
		tr.panics(func() { tr.bus.Route(lent) }, k.name, "call Keep")
		tr.panics(func() { tr.bus.RouteBatch([]events.Event{lent}) }, k.name, "call Keep")
	}
	misuse()
	tr.when(1, misuse)
	k.emit(tr.bus, 1)
	k.emit(tr.bus, 2)
	tr.expect(k.delivered(at("", 1), 1), k.delivered(at("", 2), 2))
}
