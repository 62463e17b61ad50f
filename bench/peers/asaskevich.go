package peers

import (
	"github.com/asaskevich/EventBus"

	"github.com/busgen/busgen/bench/measure"
)

// asaskevich is github.com/asaskevich/EventBus: topics by string, handlers called through reflect.
type asaskevich struct {
	*Maker
	counters
	mode measure.Mode
	bus  EventBus.Bus
}

// NewAsaskevich is asaskevich/EventBus with synchronous handlers.
func NewAsaskevich(mode measure.Mode, fanout int) measure.Carrier {
	b := &asaskevich{NewMaker(), newCounters(fanout), mode, EventBus.New()}
	for _, c := range b.counters {
		must(b.bus.Subscribe(topic, c.OnTrade))
	}
	return b
}

// topic is the name of the measured event wherever a bus wants one.
const topic = "trade"

// Carry implements measure.Carrier.
func (b *asaskevich) Carry(n int) {
	if b.mode == measure.Dispatch {
		for range n {
			b.bus.Publish(topic, b.Ready())
		}
		return
	}
	for range n {
		b.bus.Publish(topic, b.Fresh())
	}
}
