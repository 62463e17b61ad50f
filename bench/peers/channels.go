package peers

import "github.com/busgen/busgen/bench/measure"

// channels is what many programs have in place of a bus: a channel and a goroutine for each
// consumer.
type channels[P any] struct {
	source[P]
	*crowd[P]
	out []chan *Event[P]
}

func newChannels[P any](of Kind[P], fanout int) measure.Carrier {
	b := &channels[P]{source: newSource(of.pool), crowd: newCrowd(of, fanout)}
	for _, a := range b.members {
		in := make(chan *Event[P], buffer)
		b.out = append(b.out, in)
		go func() {
			for e := range in {
				a.on(e)
			}
		}()
	}
	return b
}

// Carry implements measure.Carrier.
func (b *channels[P]) Carry(n int) {
	b.expect(n)
	for range n {
		e := b.fresh()
		for _, out := range b.out {
			out <- e
		}
	}
	b.wait()
}

// Close ends the consumers' goroutines.
func (b *channels[P]) Close() {
	for _, out := range b.out {
		close(out)
	}
}
