package peers

import "github.com/busgen/busgen/bench/measure"

// loop is the plainest peer: a fresh event, and a loop over consumers by interface.
type loop[P any] struct {
	source[P]
	readers[P]
}

func newLoop[P any](of Kind[P], fanout int) measure.Carrier {
	return &loop[P]{newSource(of.pool), of.readers(fanout)}
}

// Carry implements measure.Carrier.
func (b *loop[P]) Carry(n int) {
	for range n {
		e := b.fresh()
		for _, r := range b.readers {
			r.On(e)
		}
	}
}

// copies is a loop that hands each consumer a copy of the event, as a program does that wants no
// allocation. What the payload refers to is shared.
type copies[P any] struct {
	source[P]
	readers[P]
	handlers []func(Event[P])
}

func newCopies[P any](of Kind[P], fanout int) measure.Carrier {
	b := &copies[P]{source: newSource(of.pool), readers: of.readers(fanout)}
	for _, r := range b.readers {
		b.handlers = append(b.handlers, r.copied())
	}
	return b
}

// Carry implements measure.Carrier.
func (b *copies[P]) Carry(n int) {
	for range n {
		b.last++
		e := Event[P]{Block: b.block, Sequence: b.last, Payload: *b.pool.At(b.last)}
		for _, handle := range b.handlers {
			handle(e)
		}
	}
}
