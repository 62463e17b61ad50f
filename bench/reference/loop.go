// Package reference has what a team would write by hand in place of a bus, for one event type. A bus is measured by how close it
// comes.
package reference

import (
	"github.com/busgen/busgen/bench/measure"
	"github.com/busgen/busgen/bench/peers"
)

// consumer is the interface of the loop.
type consumer interface{ OnTrade(*peers.Event) }

// counter is a consumer.
type counter struct{ measure.Tally }

// OnTrade counts the event.
func (c *counter) OnTrade(e *peers.Event) { c.Add(e.Sequence) }

// loop is a slice of consumers by interface.
type loop struct {
	*peers.Maker
	mode      measure.Mode
	consumers []consumer
	tallies   []*measure.Tally
}

// NewLoop is the hand-written loop over a slice of consumers by interface.
func NewLoop(mode measure.Mode, fanout int) measure.Carrier {
	b := &loop{Maker: peers.NewMaker(), mode: mode}
	for range fanout {
		c := new(counter)
		b.consumers = append(b.consumers, c)
		b.tallies = append(b.tallies, &c.Tally)
	}
	return b
}

// Carry implements measure.Carrier.
func (b *loop) Carry(n int) {
	if b.mode == measure.Dispatch {
		for range n {
			e := b.Ready()
			for _, c := range b.consumers {
				c.OnTrade(e)
			}
		}
		return
	}
	for range n {
		e := b.Fresh()
		for _, c := range b.consumers {
			c.OnTrade(e)
		}
	}
}

// Tallies are those of the consumers.
func (b *loop) Tallies() []*measure.Tally { return b.tallies }

// Close has nothing to end.
func (b *loop) Close() {}
