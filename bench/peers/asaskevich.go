package peers

import (
	"github.com/asaskevich/EventBus"

	"github.com/busgen/busgen/bench/measure"
)

// topic is the name of the measured event, where a bus wants one.
const topic = "event"

// asaskevich is github.com/asaskevich/EventBus with synchronous handlers: topics by name, calls by
// reflection.
type asaskevich[P any] struct {
	source[P]
	readers[P]
	bus EventBus.Bus
}

func newAsaskevich[P any](of Kind[P], fanout int) measure.Carrier {
	b := &asaskevich[P]{newSource(of.pool), of.readers(fanout), EventBus.New()}
	for _, r := range b.readers {
		must(b.bus.Subscribe(topic, r.handler()))
	}
	return b
}

// Carry implements measure.Carrier.
func (b *asaskevich[P]) Carry(n int) {
	for range n {
		b.bus.Publish(topic, b.fresh())
	}
}
