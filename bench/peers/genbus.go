package peers

import (
	"sync/atomic"

	"github.com/busgen/busgen/bench/measure"
)

// genbus stands for github.com/joamaki/genbus, a type-safe bus on generics. A publisher has the
// subscribers of its type. Each can be switched off at any time, and receives the event as an
// interface, which is asserted back to its type for the handler.
type genbus[P any] struct {
	source[P]
	readers[P]
	subscribers []*genSubscriber
}

type genSubscriber struct {
	active  atomic.Int32
	handler func(genEvent) error
}

type genEvent interface{ String() string }

func newGenbus[P any](of Kind[P], fanout int) measure.Carrier {
	b := &genbus[P]{source: newSource(of.pool), readers: of.readers(fanout)}
	for _, r := range b.readers {
		handle := r.handler()
		s := &genSubscriber{handler: func(e genEvent) error {
			handle(e.(*Event[P]))
			return nil
		}}
		s.active.Store(1)
		b.subscribers = append(b.subscribers, s)
	}
	return b
}

func (b *genbus[P]) publish(e genEvent) {
	for _, s := range b.subscribers {
		if s.active.Load() != 0 {
			_ = s.handler(e) // the bus drops it too
		}
	}
}

// Carry implements measure.Carrier.
func (b *genbus[P]) Carry(n int) {
	for range n {
		b.publish(b.fresh())
	}
}
