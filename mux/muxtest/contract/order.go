package contract

import (
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest"
)

// orderOfMethods: every matching method is called once, in order, for each kind of event and each
// way to send one.
func orderOfMethods(t muxtest.TB, s Subject) {
	tr := s.begins(t)
	tr.bus.BeginBlock(block(1))
	want := []delivered{s.boundary("BeginBlock", at("", 0))}
	n := uint64(0)
	for _, tx := range []string{"", "a"} {
		if tx != "" {
			tr.bus.BeginTx(tx)
		}
		for _, k := range s.Kinds {
			k.emit(tr.bus, int64(n+1))
			tr.bus.Route(k.event(at(tx, n+2), int64(n+2)))
			tr.bus.RouteBatch([]events.Event{k.event(at(tx, n+3), int64(n+3)), k.event(at(tx, n+4), int64(n+4))})
			k.route(tr.bus, at(tx, n+5), int64(n+5))
			for range 5 {
				n++
				want = append(want, k.delivered(at(tx, n), int64(n)))
			}
		}
	}
	tr.bus.EndTx()
	tr.bus.EndBlock()
	want = append(want, s.boundary("EndTx", at("a", n+1)), s.boundary("EndBlock", at("", n+2)))
	tr.expect(want...)
}

// nestedEmit: events emitted by a consumer are delivered after the current one, in the order of
// emitting, and the outer emit returns after the last of them.
func nestedEmit(t muxtest.TB, s Subject) {
	for _, outer := range s.consumed(t) {
		tr := s.begun(t)
		want := []delivered{outer.delivered(at("", 1), 1)}
		tr.when(1, func() {
			for i, k := range s.Kinds {
				tr.returnsAtOnce(func() { k.emit(tr.bus, int64(10+i)) })
			}
		})
		for i, k := range s.Kinds {
			want = append(want, k.delivered(at("", uint64(2+i)), int64(10+i)))
		}
		last := uint64(1 + len(s.Kinds))
		for i, k := range s.Kinds {
			if len(k.calls) > 0 { // its answer comes after everything that waits already
				tr.when(uint64(2+i), func() { tr.returnsAtOnce(func() { outer.emit(tr.bus, 20) }) })
				want = append(want, outer.delivered(at("", last+1), 20))
				break
			}
		}
		outer.emit(tr.bus, 1)
		tr.expect(want...)
		tr.next(last + 2)
	}
}

// returnsAtOnce expects that nobody is called before f returns.
func (tr *trial) returnsAtOnce(f func()) {
	tr.Helper()
	before := len(tr.log)
	f()
	if len(tr.log) != before {
		tr.Errorf("contract: an event sent by a consumer made the call %s before the end of the current delivery",
			tr.log[before])
	}
}

// nestedEmitAtBoundaries: a boundary is an event like others, and events that its consumers emit
// follow it.
func nestedEmitAtBoundaries(t muxtest.TB, s Subject) {
	tr, k := s.begins(t), s.least(t)
	var want []delivered
	n := uint64(0)
	add := func(event delivered) {
		want = append(want, event)
		n++
	}
	answer := func(name, tx string) {
		add(s.boundary(name, at(tx, n)))
		if len(s.callsOf(name)) > 0 {
			number := int64(n)
			tr.when(n-1, func() { k.emit(tr.bus, number) })
			add(k.delivered(at("", n), number))
		}
	}
	answer("BeginBlock", "")
	tr.bus.BeginBlock(block(1))
	tr.bus.BeginTx("a")
	k.emit(tr.bus, 7)
	add(k.delivered(at("a", n), 7))
	answer("EndTx", "a") // the end of a transaction names it, the events that follow do not
	tr.bus.EndTx()
	tr.bus.EndBlock()
	add(s.boundary("EndBlock", at("", n)))
	tr.expect(want...)
}

// nestedEmitInBatch: events that consumers emit during a batch follow all of it, also by number.
func nestedEmitInBatch(t muxtest.TB, s Subject) {
	for _, k := range s.consumed(t) {
		tr := s.begun(t)
		batch := []events.Event{k.event(at("", 1), 1), nil, k.event(at("", 2), 2), k.event(at("", 6), 3)}
		tr.when(1, func() { tr.returnsAtOnce(func() { k.emit(tr.bus, 4) }) })
		tr.when(6, func() { tr.returnsAtOnce(func() { k.emit(tr.bus, 5) }) })
		tr.bus.RouteBatch(batch)
		tr.expect(k.delivered(at("", 1), 1), k.delivered(at("", 2), 2), k.delivered(at("", 6), 3),
			k.delivered(at("", 7), 4), k.delivered(at("", 8), 5))
		tr.next(9)
	}
}

// nestedRoute: a consumer may route as well as emit, and the next number comes after those that it
// routed.
func nestedRoute(t muxtest.TB, s Subject) {
	for _, k := range s.consumed(t) {
		tr := s.begun(t)
		tr.when(1, func() {
			tr.returnsAtOnce(func() {
				next := tr.bus.Next()
				tr.bus.RouteBatch([]events.Event{k.event(next, 2), k.event(next.At("", next.Sequence()+1), 3)})
				k.emit(tr.bus, 4)
				tr.bus.Route(k.event(tr.bus.Next(), 5))
				k.emit(tr.bus, 6)
				k.route(tr.bus, tr.bus.Next(), 7)
			})
		})
		k.emit(tr.bus, 1)
		var want []delivered
		for n := range int64(7) {
			want = append(want, k.delivered(at("", uint64(n+1)), n+1))
		}
		tr.expect(want...)
		tr.next(8)
	}
}
