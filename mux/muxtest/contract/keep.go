package contract

import (
	"reflect"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest"
)

// isSame reports whether two events are one: the same pointer, or equal boundaries.
func isSame(a, b events.Event) bool { return a == b }

// keepsOf returns what all ways to keep an event return: by pointer, by value, and by the function.
func keepsOf(e events.Event) []events.Event {
	kept := []events.Event{events.Keep(e)}
	v := reflect.ValueOf(e)
	if v.Kind() == reflect.Pointer {
		for _, handle := range []reflect.Value{v, reflect.ValueOf(v.Elem().Interface())} {
			kept = append(kept, handle.MethodByName("Keep").Call(nil)[0].Interface().(events.Event))
		}
	}
	return kept
}

// keptOnce: all consumers that keep an event during one delivery get the same kept event, however
// it was sent. Each delivery has another one. Keeping a kept event or a boundary returns the event
// itself.
func keptOnce(t muxtest.TB, s Subject) {
	for _, k := range s.consumed(t) {
		tr := s.begun(t)
		routed := k.event(at("", 50), 5)
		kept := map[uint64]events.Event{}
		tr.observe = func(c Call, e events.Event) {
			for _, keep := range keepsOf(e) {
				if first := kept[e.Sequence()]; first != nil && !isSame(keep, first) {
					t.Errorf("contract: %s keeps another event than the others of the delivery of %s", c, e)
				}
				kept[e.Sequence()] = keep
				for _, again := range keepsOf(keep) {
					if !isSame(again, keep) {
						t.Errorf("contract: keeping %s again returns another event", e)
					}
				}
			}
		}
		tr.when(1, func() { k.emit(tr.bus, 2); k.route(tr.bus, tr.bus.Next(), 3) })
		k.emit(tr.bus, 1)
		k.route(tr.bus, tr.bus.Next(), 4)
		tr.bus.Route(routed)
		tr.bus.EndBlock()
		if kept[50] != nil && !isSame(kept[50], routed) {
			t.Errorf("contract: keeping a routed %s returns another event", k.name)
		}
		for n := range uint64(4) {
			e := kept[n+1]
			if e == nil || e.Sequence() != n+1 || contentOf(e) != spell(k.payload(int64(n+1))) {
				t.Errorf("contract: the kept event of %s %d is %v", k.name, n+1, e)
			}
		}
	}
}

// keptForEver: kept events never change, whatever the bus does later, and all uses of them are
// allowed.
func keptForEver(t muxtest.TB, s Subject) {
	const blocks, rounds = 2, 100
	tr := s.begins(t)
	var want []delivered
	n := int64(0)
	for height := uint64(1); height <= blocks; height++ {
		h := events.NewHeader(block(height), "", 0)
		tr.bus.BeginBlock(block(height))
		want = append(want, s.boundary("BeginBlock", h))
		sequence := uint64(0)
		for range rounds {
			for _, k := range s.Kinds {
				n++
				sequence++
				k.emit(tr.bus, n)
				want = append(want, k.delivered(h.At("", sequence), n))
			}
		}
		tr.bus.EndBlock()
		want = append(want, s.boundary("EndBlock", h.At("", sequence+1)))
	}
	for _, r := range tr.log[max(0, len(tr.log)-200):] {
		usesOf(t, r.kept) // tries them all
	}
	tr.expect(want...)
}
