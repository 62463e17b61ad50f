package peers

import (
	"sync"

	"github.com/busgen/busgen/bench/measure"
)

// gbus stands for github.com/reddec/gbus, a generator that writes, for each event, a list of
// handlers behind a read-write lock and a method that calls them with a pointer to the event, as in
// its example.
type gbus[P any] struct {
	source[P]
	readers[P]
	lock     sync.RWMutex
	handlers []func(*Event[P])
}

func newGbus[P any](of Kind[P], fanout int) measure.Carrier {
	b := &gbus[P]{source: newSource(of.pool), readers: of.readers(fanout)}
	for _, r := range b.readers {
		b.handlers = append(b.handlers, r.handler())
	}
	return b
}

func (b *gbus[P]) publish(e *Event[P]) {
	b.lock.RLock()
	defer b.lock.RUnlock()
	for _, handle := range b.handlers {
		handle(e)
	}
}

// Carry implements measure.Carrier.
func (b *gbus[P]) Carry(n int) {
	for range n {
		b.publish(b.fresh())
	}
}
