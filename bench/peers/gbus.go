package peers

import (
	"sync"

	"github.com/busgen/busgen/bench/measure"
)

// gbus stands for github.com/reddec/gbus, which the module proxy does not serve: a generator that writes, for each event, a list of
// handlers behind a read-write lock and a method that calls them with a pointer to the event, as in its example.
type gbus struct {
	*Maker
	counters
	mode    measure.Mode
	lock    sync.RWMutex
	onTrade []func(*Event)
}

// NewGbus is the stand-in for reddec/gbus.
func NewGbus(mode measure.Mode, fanout int) measure.Carrier {
	b := &gbus{Maker: NewMaker(), counters: newCounters(fanout), mode: mode}
	for _, c := range b.counters {
		b.OnTrade(c.OnTrade)
	}
	return b
}

// OnTrade adds a handler.
func (b *gbus) OnTrade(handler func(*Event)) {
	b.lock.Lock()
	defer b.lock.Unlock()
	b.onTrade = append(b.onTrade, handler)
}

// Trade calls the handlers.
func (b *gbus) Trade(e *Event) {
	b.lock.RLock()
	defer b.lock.RUnlock()
	for _, f := range b.onTrade {
		f(e)
	}
}

// Carry implements measure.Carrier.
func (b *gbus) Carry(n int) {
	if b.mode == measure.Dispatch {
		for range n {
			b.Trade(b.Ready())
		}
		return
	}
	for range n {
		b.Trade(b.Fresh())
	}
}
