package peers

import (
	"github.com/libp2p/go-libp2p/core/event"
	"github.com/libp2p/go-libp2p/p2p/host/eventbus"

	"github.com/busgen/busgen/bench/measure"
)

// libp2p is the event bus of github.com/libp2p/go-libp2p: a channel of any for each subscription.
// It carries pointers, which are cheaper for it than values.
type libp2p[P any] struct {
	source[P]
	*crowd[P]
	out event.Emitter
	in  []event.Subscription
}

func newLibp2p[P any](of Kind[P], fanout int) measure.Carrier {
	bus := eventbus.NewBus()
	out, err := bus.Emitter(new(*Event[P]))
	must(err)
	b := &libp2p[P]{source: newSource(of.pool), crowd: newCrowd(of, fanout), out: out}
	for _, a := range b.members {
		in, err := bus.Subscribe(new(*Event[P]), eventbus.BufSize(buffer))
		must(err)
		b.in = append(b.in, in)
		go func() {
			for e := range in.Out() {
				a.on(e.(*Event[P]))
			}
		}()
	}
	return b
}

// Carry implements measure.Carrier.
func (b *libp2p[P]) Carry(n int) {
	b.expect(n)
	for range n {
		must(b.out.Emit(b.fresh()))
	}
	b.wait()
}

// Close ends the subscriptions.
func (b *libp2p[P]) Close() {
	for _, in := range b.in {
		must(in.Close())
	}
	must(b.out.Close())
}
