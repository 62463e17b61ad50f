package peers

import (
	"sync"

	"github.com/busgen/busgen/bench/measure"
)

// gbusValue is what the generator of [NewGbus] writes if its event is declared as a struct and not as a pointer: each
// handler gets a copy of its own, and nothing is allocated.
type gbusValue struct {
	*Maker
	counters
	mode    measure.Mode
	lock    sync.RWMutex
	onTrade []func(Event)
}

// NewGbusValue is the stand-in for reddec/gbus with an event by value.
func NewGbusValue(mode measure.Mode, fanout int) measure.Carrier {
	b := &gbusValue{Maker: NewMaker(), counters: newCounters(fanout), mode: mode}
	for _, c := range b.counters {
		b.onTrade = append(b.onTrade, func(e Event) { c.Add(e.Sequence) })
	}
	return b
}

// Trade calls the handlers.
func (b *gbusValue) Trade(e Event) {
	b.lock.RLock()
	defer b.lock.RUnlock()
	for _, f := range b.onTrade {
		f(e)
	}
}

// Carry implements measure.Carrier.
func (b *gbusValue) Carry(n int) {
	if b.mode == measure.Dispatch {
		for range n {
			b.Trade(*b.Ready())
		}
		return
	}
	for range n {
		b.Last++
		b.Trade(Event{Header{b.Block, nil, b.Block.Height, b.Last}, *b.Pool.At(b.Last)})
	}
}
