package peers

import (
	"tailscale.com/util/eventbus"

	"github.com/busgen/busgen/bench/measure"
)

// tailscale is tailscale.com/util/eventbus: a goroutine and a queue for each client, one for the bus.
type tailscale struct {
	*Maker
	*crowd
	mode measure.Mode
	bus  *eventbus.Bus
	out  *eventbus.Publisher[*Event]
}

// NewTailscale is the event bus of tailscale, a client for each consumer.
func NewTailscale(mode measure.Mode, fanout int) measure.Carrier {
	b := &tailscale{Maker: NewMaker(), crowd: newCrowd(fanout), mode: mode, bus: eventbus.New()}
	b.out = eventbus.Publish[*Event](b.bus.Client("engine"))
	for _, c := range b.members {
		eventbus.SubscribeFunc(b.bus.Client("consumer"), c.OnTrade)
	}
	return b
}

// Carry implements measure.Carrier.
func (b *tailscale) Carry(n int) {
	b.expect(n)
	if b.mode == measure.Dispatch {
		for range n {
			b.out.Publish(b.Ready())
		}
	} else {
		for range n {
			b.out.Publish(b.Fresh())
		}
	}
	b.wait()
}

// Close ends the bus and its clients.
func (b *tailscale) Close() { b.bus.Close() }
