package peers

import (
	"github.com/kelindar/event"

	"github.com/busgen/busgen/bench/measure"
)

// kelindarValue is github.com/kelindar/event with events by value, as its documentation has them: nothing is allocated for
// an event, and each queue gets a copy.
type kelindarValue struct {
	*Maker
	*crowd
	mode   measure.Mode
	bus    *event.Dispatcher
	cancel []func()
}

// copied is an event by value.
type copied struct{ Event }

// Type is the number by which kelindar/event finds the subscribers.
func (copied) Type() uint32 { return 2 }

// NewKelindarValue is kelindar/event with events by value.
func NewKelindarValue(mode measure.Mode, fanout int) measure.Carrier {
	b := &kelindarValue{Maker: NewMaker(), crowd: newCrowd(fanout), mode: mode, bus: event.NewDispatcher()}
	for _, c := range b.members {
		b.cancel = append(b.cancel, event.Subscribe(b.bus, func(e copied) { c.had(e.Sequence) }))
	}
	return b
}

// Carry implements measure.Carrier.
func (b *kelindarValue) Carry(n int) {
	b.expect(n)
	if b.mode == measure.Dispatch {
		for range n {
			event.Publish(b.bus, copied{*b.Ready()})
		}
	} else {
		for range n {
			b.Last++
			event.Publish(b.bus, copied{Event{Header{b.Block, nil, b.Block.Height, b.Last}, *b.Pool.At(b.Last)}})
		}
	}
	b.wait()
}

// Close ends the subscribers' goroutines.
func (b *kelindarValue) Close() { closeKelindar(b.bus, b.cancel) }
