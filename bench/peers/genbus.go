package peers

import (
	"sync/atomic"

	"github.com/busgen/busgen/bench/measure"
)

// genbus stands for github.com/joamaki/genbus, which the module proxy does not serve: a type-safe bus on generics. A publisher has the
// subscribers of its type; each may be switched off at any time and takes the event as an interface, which is asserted back
// to its type for the handler.
type genbus struct {
	*Maker
	counters
	mode measure.Mode
	subs []*genSubscriber
}

type genSubscriber struct {
	active  atomic.Int32
	handler func(genEvent) error
}

type genEvent interface{ String() string }

// String makes an event of genbus of it.
func (e *Event) String() string { return e.Trade.Buyer }

// NewGenbus is the stand-in for joamaki/genbus.
func NewGenbus(mode measure.Mode, fanout int) measure.Carrier {
	b := &genbus{Maker: NewMaker(), counters: newCounters(fanout), mode: mode}
	for _, c := range b.counters {
		b.subs = append(b.subs, subscribe(func(e *Event) error {
			c.OnTrade(e)
			return nil
		}))
	}
	return b
}

func subscribe[E genEvent](handler func(E) error) *genSubscriber {
	s := &genSubscriber{handler: func(e genEvent) error { return handler(e.(E)) }}
	s.active.Store(1)
	return s
}

func (b *genbus) publish(e genEvent) {
	for _, s := range b.subs {
		if s.active.Load() != 0 {
			_ = s.handler(e) // the bus drops it too
		}
	}
}

// Carry implements measure.Carrier.
func (b *genbus) Carry(n int) {
	if b.mode == measure.Dispatch {
		for range n {
			b.publish(b.Ready())
		}
		return
	}
	for range n {
		b.publish(b.Fresh())
	}
}
