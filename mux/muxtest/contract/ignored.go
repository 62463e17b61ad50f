package contract

import (
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest"
	foreigndomain "github.com/busgen/busgen/mux/muxtest/internal/neighbour/domain"
	foreign "github.com/busgen/busgen/mux/muxtest/internal/neighbour/generated"
)

// ignored: what is no event of the package reaches nobody, is counted, and takes nothing with it.
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
	tr.expect(k.said(at("", 1), 1))

	tr.when(2, func() {
		for _, e := range unknown {
			tr.bus.Route(e)
		}
		tr.bus.RouteBatch(unknown)
	})
	k.emit(tr.bus, 2)
	k.emit(tr.bus, 3)
	tr.ignored(4 * len(unknown))
	tr.expect(k.said(at("", 2), 2), k.said(at("", 3), 3))
}

// unknown are events that a bus has to ignore.
func (s Subject) unknown() []events.Event {
	boundary := events.NewEndTx(at("", 1))
	unknown := []events.Event{
		nil,
		(*foreign.Ticked)(nil),
		foreign.NewTicked(at("", 1), foreigndomain.Ticked{Number: 1}),
		(*events.BeginBlock)(nil),
		&boundary,
	}
	for _, k := range s.Kinds {
		unknown = append(unknown, k.none)
	}
	return unknown
}

func (tr *trial) ignored(want int) {
	tr.Helper()
	if got := tr.bus.Ignored(); got != uint64(want) {
		tr.Errorf("contract: %d events are counted as ignored, want %d", got, want)
	}
}
