package peers

import "github.com/busgen/busgen/bench/measure"

// channels is what many programs have in place of a bus: a channel and a goroutine for each consumer.
type channels struct {
	*Maker
	*crowd
	mode measure.Mode
	out  []chan *Event
}

// buffer is how many events wait for a consumer, here and wherever a bus lets one choose.
const buffer = 1024

// NewChannels is a channel for each consumer.
func NewChannels(mode measure.Mode, fanout int) measure.Carrier {
	b := &channels{Maker: NewMaker(), crowd: newCrowd(fanout), mode: mode}
	for _, c := range b.members {
		in := make(chan *Event, buffer)
		b.out = append(b.out, in)
		go func() {
			for e := range in {
				c.OnTrade(e)
			}
		}()
	}
	return b
}

func (b *channels) send(e *Event) {
	for _, out := range b.out {
		out <- e
	}
}

// Carry implements measure.Carrier.
func (b *channels) Carry(n int) {
	b.expect(n)
	if b.mode == measure.Dispatch {
		for range n {
			b.send(b.Ready())
		}
	} else {
		for range n {
			b.send(b.Fresh())
		}
	}
	b.wait()
}

// Close ends the consumers' goroutines.
func (b *channels) Close() {
	for _, out := range b.out {
		close(out)
	}
}
