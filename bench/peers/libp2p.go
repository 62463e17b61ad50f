package peers

import (
	"github.com/libp2p/go-libp2p/core/event"
	"github.com/libp2p/go-libp2p/p2p/host/eventbus"

	"github.com/busgen/busgen/bench/measure"
)

// libp2p is the event bus of github.com/libp2p/go-libp2p: a channel of any for each subscription.
type libp2p struct {
	*Maker
	*crowd
	mode measure.Mode
	out  event.Emitter
	in   []event.Subscription
}

// NewLibp2p is the event bus of libp2p. It takes events by value or by pointer to them; a pointer is cheaper.
func NewLibp2p(mode measure.Mode, fanout int) measure.Carrier {
	bus := eventbus.NewBus()
	b := &libp2p{Maker: NewMaker(), crowd: newCrowd(fanout), mode: mode}
	out, err := bus.Emitter(new(*Event))
	must(err)
	b.out = out
	for _, c := range b.members {
		in, err := bus.Subscribe(new(*Event), eventbus.BufSize(buffer))
		must(err)
		b.in = append(b.in, in)
		go func() {
			for e := range in.Out() {
				c.OnTrade(e.(*Event))
			}
		}()
	}
	return b
}

// Carry implements measure.Carrier.
func (b *libp2p) Carry(n int) {
	b.expect(n)
	if b.mode == measure.Dispatch {
		for range n {
			must(b.out.Emit(b.Ready()))
		}
	} else {
		for range n {
			must(b.out.Emit(b.Fresh()))
		}
	}
	b.wait()
}

// Close ends the subscriptions.
func (b *libp2p) Close() {
	for _, in := range b.in {
		must(in.Close())
	}
	must(b.out.Close())
}

// must panics: a bus that refuses an event can't be measured.
func must(err error) {
	if err != nil {
		panic("bench: a bus has refused: " + err.Error())
	}
}
