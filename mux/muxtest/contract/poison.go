package contract

import (
	"slices"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest"
)

// poisoned returns the subject with a bus whose storage is overwritten after each delivery of the
// driver.
//
// A slot holds the last payload until the next event of its type, so memory that was read too late,
// or is shared with a kept event or a copy, often has the right content for a while, and a check
// would pass by luck. Here each event that the driver emits is followed by events of the same type
// with other content: one in the driver's slot, and several in the slots of nested events. The
// observer does not receive them. They are routed by payload with the zero header, so they take no
// sequence number. If the suite still finds everything as it should be, then nothing that was kept
// or copied during a delivery is in memory that the bus uses again, and no late use reads that
// memory: it would read the poison.
func poisoned(s Subject) Subject {
	poisons := map[Bus]*poison{}
	whole := s.Make
	s.Make = func(observe Observer) Bus {
		p := &poison{}
		bus := whole(func(consumer, method string, e events.Event) {
			if p.active {
				p.nest()
				return
			}
			p.depth++
			defer func() { p.depth-- }()
			observe(consumer, method, e)
		})
		poisons[bus] = p
		return bus
	}
	s.Kinds = slices.Clone(s.Kinds)
	for i, k := range s.Kinds {
		s.Kinds[i].emit = func(b Bus, n int64) {
			k.emit(b, n)
			poisons[b].spread(b, k)
		}
		s.Kinds[i].route = func(b Bus, h events.Header, n int64) {
			k.route(b, h, n)
			poisons[b].spread(b, k)
		}
	}
	return s
}

// poison overwrites the storage of one bus.
type poison struct {
	depth  int    // of deliveries that the observer receives
	active bool   // poison is being delivered
	nest   func() // sends it to the slots of nested events
}

// spread overwrites the storage of one kind, unless a consumer has just emitted an event, which
// still waits.
func (p *poison) spread(b Bus, k Kind) {
	const nested, number = 4, 1_000_003
	if p.depth > 0 || len(k.calls) == 0 {
		return
	}
	p.active = true
	defer func() { p.active = false }()
	p.nest = func() {
		p.nest = func() {}
		for i := range int64(nested) {
			k.route(b, events.Header{}, number+i)
		}
	}
	k.route(b, events.Header{}, number)
}

// poisonedPromises: what was kept or copied from events, and late uses, do not depend on the
// content of the bus's storage.
func poisonedPromises(t muxtest.TB, s Subject) {
	s = poisoned(s)
	for _, check := range []func(muxtest.TB, Subject){
		orderOfMethods, nestedEmit, nestedRoute, keptOnce, keptForEver, encapsulated, nothingShared, lateUses,
		sameAgain,
	} {
		check(t, s)
	}
}
