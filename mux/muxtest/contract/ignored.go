package contract

import (
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest"
	foreigndomain "github.com/busgen/busgen/mux/muxtest/internal/neighbour/domain"
	foreign "github.com/busgen/busgen/mux/muxtest/internal/neighbour/generated"
)

// ignored: nil events, nil pointers, zero events and events of other packages reach nobody and are
// counted. The events beside them in a batch are delivered.
func ignored(t muxtest.TB, s Subject) {
	unknown := s.unknown()
	tr, k := s.begun(t), s.least(t)
	for i, e := range unknown {
		tr.bus.Route(e)
		tr.ignored(i + 1)
	}
	tr.expect()

	tr.bus.RouteBatch(append(unknown, k.event(at("", 1), 1)))
	tr.ignored(2 * len(unknown))
	tr.expect(k.delivered(at("", 1), 1))

	tr.when(2, func() {
		for _, e := range unknown {
			tr.bus.Route(e)
		}
		tr.bus.RouteBatch(unknown)
	})
	k.emit(tr.bus, 2)
	k.emit(tr.bus, 3)
	tr.ignored(4 * len(unknown))
	tr.expect(k.delivered(at("", 2), 2), k.delivered(at("", 3), 3))
}

// unknown returns events that a bus has to ignore.
func (s Subject) unknown() []events.Event {
	unknown := []events.Event{
		nil,
		(*foreign.Ticked)(nil),
		new(foreign.Ticked),
		foreign.NewTicked(at("", 1), foreigndomain.Ticked{Number: 1}),
	}
	for _, k := range s.Kinds {
		unknown = append(unknown, k.nil, k.zero)
	}
	return unknown
}

func (tr *trial) ignored(want int) {
	tr.Helper()
	if got := tr.bus.Ignored(); got != uint64(want) {
		tr.Errorf("contract: %d events are counted as ignored, want %d", got, want)
	}
}
