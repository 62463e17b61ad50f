package peers

import (
	"tailscale.com/util/eventbus"

	"github.com/busgen/busgen/bench/measure"
)

// tailscale is tailscale.com/util/eventbus: a goroutine and a queue for each client, here one a
// consumer, and one for the bus.
type tailscale[P any] struct {
	source[P]
	*crowd[P]
	bus *eventbus.Bus
	out *eventbus.Publisher[*Event[P]]
}

func newTailscale[P any](of Kind[P], fanout int) measure.Carrier {
	b := &tailscale[P]{source: newSource(of.pool), crowd: newCrowd(of, fanout), bus: eventbus.New()}
	b.out = eventbus.Publish[*Event[P]](b.bus.Client("engine"))
	for _, a := range b.members {
		eventbus.SubscribeFunc(b.bus.Client("consumer"), a.on)
	}
	return b
}

// Carry implements measure.Carrier.
func (b *tailscale[P]) Carry(n int) {
	b.expect(n)
	for range n {
		b.out.Publish(b.fresh())
	}
	b.wait()
}

// Close ends the bus and its clients.
func (b *tailscale[P]) Close() { b.bus.Close() }
