// Package peers holds the buses that this project's are measured against: libraries at the versions
// that go.mod pins, stand-ins for those that the module proxy does not serve, written to do what
// their documentation says, and what a program would write by hand.
package peers

import "github.com/busgen/busgen/bench/measure"

const (
	standIn      = "stand-in: the module proxy does not serve it"
	asynchronous = "asynchronous"
)

// Plainest returns what a program would write by hand.
func Plainest[P any](kind Kind[P]) measure.Bus {
	return measure.Bus{
		Name: "loop", Title: "hand-written loop over an interface slice", Peer: true, New: of(kind, newLoop),
	}
}

// Of returns all peers for one payload.
func Of[P any](kind Kind[P]) []measure.Bus {
	all := []measure.Bus{
		Plainest(kind),
		{Name: "genbus", Title: "joamaki/genbus", Note: standIn, Long: true, New: of(kind, newGenbus)},
		{Name: "gbus", Title: "reddec/gbus", Note: standIn, Long: true, New: of(kind, newGbus)},
		{Name: "ebus", Title: "webmafia/ebus", Note: standIn, Long: true, New: of(kind, newEbus)},
		{Name: "kelindar", Title: "kelindar/event", Note: asynchronous, Long: true, New: of(kind, newKelindar)},
		{Name: "channels", Title: "channels, one per consumer", Note: asynchronous, Long: true, New: of(kind, newChannels)},
		{Name: "libp2p", Title: "libp2p eventbus", Note: asynchronous, Long: true, New: of(kind, newLibp2p)},
		{Name: "asaskevich", Title: "asaskevich/EventBus", Note: "reflection", Long: true, New: of(kind, newAsaskevich)},
		{Name: "tailscale", Title: "tailscale util/eventbus", Note: asynchronous, Long: true, New: of(kind, newTailscale)},
		{Name: "watermill", Title: "watermill gochannel", Note: "messages are JSON; the publisher waits", Long: true,
			New: of(kind, newWatermill)},
	}
	for i := range all {
		all[i].Peer = true
	}
	return append(all, measure.Bus{
		Name: "copies", Title: "hand-written loop that copies", Long: true, New: of(kind, newCopies),
		Note: "no target refers to it: it shares slices, maps and pointers",
	})
}

func of[P any](kind Kind[P], fresh func(Kind[P], int) measure.Carrier) func(int) measure.Carrier {
	return func(fanout int) measure.Carrier { return fresh(kind, fanout) }
}

// must panics: a bus that refuses an event cannot be measured.
func must(err error) {
	if err != nil {
		panic("bench: " + err.Error())
	}
}
