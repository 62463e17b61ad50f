package peers

import (
	"time"

	"github.com/kelindar/event"

	"github.com/busgen/busgen/bench/measure"
)

// kelindar is github.com/kelindar/event: a queue and a goroutine for each subscriber.
type kelindar[P any] struct {
	source[P]
	*crowd[P]
	bus    *event.Dispatcher
	cancel []func()
}

func newKelindar[P any](of Kind[P], fanout int) measure.Carrier {
	b := &kelindar[P]{source: newSource(of.pool), crowd: newCrowd(of, fanout), bus: event.NewDispatcher()}
	for _, a := range b.members {
		b.cancel = append(b.cancel, event.SubscribeTo(b.bus, 1, a.on))
	}
	return b
}

// Carry implements measure.Carrier.
func (b *kelindar[P]) Carry(n int) {
	b.expect(n)
	for range n {
		event.Publish(b.bus, b.fresh())
	}
	b.wait()
}

// Close ends the subscribers' goroutines. Each looks whether it is cancelled when the dispatcher
// next flushes, every half a millisecond until it is closed. If it were closed at once, they and
// their queues would stay for ever.
func (b *kelindar[P]) Close() {
	for _, cancel := range b.cancel {
		cancel()
	}
	time.Sleep(5 * time.Millisecond)
	must(b.bus.Close())
}
