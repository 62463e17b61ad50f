package contract

import (
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest"
)

// orderOfMethods: every match is called once, in order, for each kind of event and each way to send one.
func orderOfMethods(t muxtest.TB, s Subject) {
	tr := s.begins(t)
	tr.bus.BeginBlock(block(1))
	want := []said{s.boundary("BeginBlock", at("", 0))}
	n := uint64(0)
	for _, tx := range []string{"", "a"} {
		if tx != "" {
			tr.bus.BeginTx(tx)
		}
		for _, k := range s.Kinds {
			k.emit(tr.bus, int64(n+1))
			tr.bus.Route(k.event(at(tx, n+2), int64(n+2)))
			tr.bus.RouteBatch([]events.Event{k.event(at(tx, n+3), int64(n+3)), k.event(at(tx, n+4), int64(n+4))})
			for range 4 {
				n++
				want = append(want, k.said(at(tx, n), int64(n)))
			}
		}
	}
	tr.bus.EndTx()
	tr.bus.EndBlock()
	want = append(want, s.boundary("EndTx", at("a", n+1)), s.boundary("EndBlock", at("", n+2)))
	tr.expect(want...)
}

// nestedEmit: what is emitted from inside a consumer follows the event in hand, in the order of emitting, and the outer emit returns
// after the last of it.
func nestedEmit(t muxtest.TB, s Subject) {
	for _, outer := range s.heardOf(t) {
		tr := s.begun(t)
		want := []said{outer.said(at("", 1), 1)}
		tr.when(1, func() {
			for i, k := range s.Kinds {
				tr.returnsAtOnce(func() { k.emit(tr.bus, int64(10+i)) })
			}
		})
		for i, k := range s.Kinds {
			want = append(want, k.said(at("", uint64(2+i)), int64(10+i)))
		}
		last := uint64(1 + len(s.Kinds))
		for i, k := range s.Kinds {
			if len(k.calls) > 0 { // its answer comes behind all that waits already
				tr.when(uint64(2+i), func() { tr.returnsAtOnce(func() { outer.emit(tr.bus, 20) }) })
				want = append(want, outer.said(at("", last+1), 20))
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
		tr.Errorf("contract: something sent from inside a consumer called %s before the event in hand had reached everyone", tr.log[before])
	}
}

// nestedEmitAtBoundaries: a boundary is an event like others, and what its consumers emit follows it.
func nestedEmitAtBoundaries(t muxtest.TB, s Subject) {
	tr, k := s.begins(t), s.least(t)
	var want []said
	n := uint64(0)
	say := func(event said) {
		want = append(want, event)
		n++
	}
	answer := func(name, tx string) {
		say(s.boundary(name, at(tx, n)))
		if len(s.calls(name)) > 0 {
			number := int64(n)
			tr.when(n-1, func() { k.emit(tr.bus, number) })
			say(k.said(at("", n), number))
		}
	}
	answer("BeginBlock", "")
	tr.bus.BeginBlock(block(1))
	tr.bus.BeginTx("a")
	k.emit(tr.bus, 7)
	say(k.said(at("a", n), 7))
	answer("EndTx", "a") // the end of a transaction names it, what answers that does not
	tr.bus.EndTx()
	tr.bus.EndBlock()
	say(s.boundary("EndBlock", at("", n)))
	tr.expect(want...)
}

// nestedEmitInBatch: what consumers emit during a batch follows all of it, and is numbered so.
func nestedEmitInBatch(t muxtest.TB, s Subject) {
	for _, k := range s.heardOf(t) {
		tr := s.begun(t)
		batch := []events.Event{k.event(at("", 1), 1), nil, k.event(at("", 2), 2), k.event(at("", 6), 3)}
		tr.when(1, func() { tr.returnsAtOnce(func() { k.emit(tr.bus, 4) }) })
		tr.when(6, func() { tr.returnsAtOnce(func() { k.emit(tr.bus, 5) }) })
		tr.bus.RouteBatch(batch)
		tr.expect(k.said(at("", 1), 1), k.said(at("", 2), 2), k.said(at("", 6), 3), k.said(at("", 7), 4), k.said(at("", 8), 5))
		tr.next(9)
	}
}

// nestedRoute: a consumer may route as well as emit, and the numbers go on after what it routed.
func nestedRoute(t muxtest.TB, s Subject) {
	for _, k := range s.heardOf(t) {
		tr := s.begun(t)
		tr.when(1, func() {
			tr.returnsAtOnce(func() {
				next := tr.bus.Next()
				tr.bus.RouteBatch([]events.Event{k.event(next, 2), k.event(next.At("", next.Sequence()+1), 3)})
				k.emit(tr.bus, 4)
				tr.bus.Route(k.event(tr.bus.Next(), 5))
				k.emit(tr.bus, 6)
			})
		})
		k.emit(tr.bus, 1)
		var want []said
		for n := range int64(6) {
			want = append(want, k.said(at("", uint64(n+1)), n+1))
		}
		tr.expect(want...)
		tr.next(7)
	}
}

// route: routed events come as they are, boundaries too, outside blocks as well; a block that is open goes on after them.
func route(t muxtest.TB, s Subject) {
	tr := s.begins(t)
	h := events.NewHeader(block(9), "x", 0)
	tr.bus.Route(events.NewBeginBlock(h))
	want := []said{s.boundary("BeginBlock", h)}
	for i, k := range s.Kinds {
		there := h.At("x", uint64(4+i))
		tr.bus.Route(k.event(there, int64(i)))
		want = append(want, k.said(there, int64(i)))
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
