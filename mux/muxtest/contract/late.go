package contract

import (
	"fmt"
	"strings"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest"
)

// loan is a way to make a bus lend an event of a kind. A trial in block 1 lends it under the
// sequence number.
type loan struct {
	name     string
	sequence uint64
	send     func(*trial, Kind)
}

var loans = []loan{
	{"an emitted event", 1, func(tr *trial, k Kind) { k.emit(tr.bus, 1) }},
	{"an event routed by its payload", 1, func(tr *trial, k Kind) { k.route(tr.bus, at("", 1), 1) }},
	{"an event emitted by a consumer", 2, func(tr *trial, k Kind) {
		tr.when(1, func() { k.emit(tr.bus, 2) })
		k.emit(tr.bus, 1)
	}},
	{"an event routed by its payload by a consumer", 2, func(tr *trial, k Kind) {
		tr.when(1, func() { k.route(tr.bus, at("", 2), 2) })
		k.emit(tr.bus, 1)
	}},
	{"an event emitted by a consumer of a routed one", 2, func(tr *trial, k Kind) {
		tr.when(1, func() { k.emit(tr.bus, 2) })
		tr.bus.Route(k.event(at("", 1), 1))
	}},
}

// moment is a time after a delivery, at which check is called.
type moment struct {
	name  string
	reach func(tr *trial, k Kind, check func())
}

var moments = []moment{
	{"its delivery", func(_ *trial, _ Kind, check func()) { check() }},
	{"its delivery, in the next one", func(tr *trial, k Kind, check func()) {
		tr.when(tr.bus.Next().Sequence(), check)
		k.emit(tr.bus, 3)
	}},
	{"its delivery, in that of a nested event", func(tr *trial, k Kind, check func()) {
		next := tr.bus.Next().Sequence()
		tr.when(next, func() { k.emit(tr.bus, 4); k.emit(tr.bus, 5) })
		tr.when(next+2, check)
		k.emit(tr.bus, 3)
	}},
	{"a queue of nested events", func(tr *trial, k Kind, check func()) {
		tr.when(tr.bus.Next().Sequence(), func() {
			for n := range int64(40) {
				k.emit(tr.bus, n)
			}
		})
		k.emit(tr.bus, 3)
		check()
	}},
	{"its block", func(tr *trial, _ Kind, check func()) { tr.bus.EndBlock(); check() }},
	{"its block, in the next one", func(tr *trial, k Kind, check func()) {
		tr.bus.EndBlock()
		tr.bus.BeginBlock(block(2))
		tr.when(tr.bus.Next().Sequence(), check)
		k.emit(tr.bus, 3)
	}},
	{"its delivery, in that of a routed event", func(tr *trial, k Kind, check func()) {
		next := tr.bus.Next()
		tr.when(next.Sequence(), check)
		tr.bus.Route(k.event(next, 3))
	}},
	{"its delivery, in that of an event routed by its payload", func(tr *trial, k Kind, check func()) {
		next := tr.bus.Next()
		tr.when(next.Sequence(), check)
		k.route(tr.bus, next, 3)
	}},
	{"its delivery, in that of a batch", func(tr *trial, k Kind, check func()) {
		next := tr.bus.Next()
		tr.when(next.Sequence(), check)
		tr.bus.RouteBatch([]events.Event{k.event(next, 3), k.event(next.At("", next.Sequence()+1), 4)})
	}},
	{"a later panic", func(tr *trial, k Kind, check func()) {
		tr.when(tr.bus.Next().Sequence(), func() { panic(boom) })
		tr.panics(func() { k.emit(tr.bus, 3) }, boom)
		check()
	}},
}

// lateUses: using a lent event after its delivery, or anything that it returned, panics with an
// error that names the kind and says to call Keep. It makes no difference how the event was lent
// and what the bus did meanwhile.
func lateUses(t muxtest.TB, s Subject) {
	for _, k := range s.consumed(t) {
		for _, l := range loans {
			for _, m := range moments {
				tr, uses := s.begun(t), []use(nil)
				calls := 0
				tr.observe = func(_ Call, e events.Event) {
					if e.Sequence() == l.sequence && e.BlockHeight() == 1 {
						if calls++; calls == 1 || calls == len(k.calls) || m.name == moments[0].name {
							uses = append(uses, usesOf(t, e)...)
						}
					}
				}
				l.send(tr, k)
				checked := false
				m.reach(tr, k, func() {
					checked = true
					tr.late(k.name, fmt.Sprintf("%s: after %s", l.name, m.name), uses)
				})
				if !checked || calls < len(k.calls) {
					t.Errorf("contract: %s of kind %s was not delivered (after %s)", l.name, k.name, m.name)
				}
			}
		}
	}
}

// lateUsesAfterAPanic: a consumer's panic ends the lease of the current event, and of those that
// wait.
func lateUsesAfterAPanic(t muxtest.TB, s Subject) {
	for _, k := range s.consumed(t) {
		for _, l := range loans {
			tr, uses := s.begun(t), []use(nil)
			tr.observe = func(_ Call, e events.Event) {
				if e.Sequence() == l.sequence {
					uses = usesOf(t, e)
					panic(boom)
				}
			}
			tr.panics(func() { l.send(tr, k) }, boom)
			tr.late(k.name, l.name+": after its consumer's panic", uses)
		}
	}
}

// late expects that each use panics.
func (tr *trial) late(kind, when string, uses []use) {
	tr.Helper()
	if len(uses) == 0 {
		tr.Errorf("contract: %s: there is nothing to use", when)
	}
	for _, u := range uses {
		var reason any
		func() {
			defer func() { reason = recover() }()
			u.call()
		}()
		err, ok := reason.(error)
		if !ok || !strings.Contains(err.Error(), kind) || !strings.Contains(err.Error(), "call Keep") {
			tr.Errorf(`contract: %s, %s panics with %v, want an error that names %s and says "call Keep"`,
				when, u.path, reason, kind)
			return
		}
	}
}
