// Package reference has what a team would write by hand in place of a bus, for one event type. A bus is measured by how close it
// comes.
package reference

import (
	"github.com/busgen/busgen/bench/domain"
	"github.com/busgen/busgen/bench/generated"
	"github.com/busgen/busgen/bench/measure"
	"github.com/busgen/busgen/bench/ours"
	"github.com/busgen/busgen/bench/peers"
	"github.com/busgen/busgen/events"
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
	consumers []consumer
	tallies   []*measure.Tally
}

// NewLoop is the hand-written loop over a slice of consumers by interface. What it dispatches, and to whom, is what the router
// does, so that nothing but the way differs.
func NewLoop(mode measure.Mode, fanout int) measure.Carrier {
	if mode == measure.Dispatch {
		return newDispatch(fanout)
	}
	b := &loop{Maker: peers.NewMaker()}
	for range fanout {
		c := new(counter)
		b.consumers = append(b.consumers, c)
		b.tallies = append(b.tallies, &c.Tally)
	}
	return b
}

// Carry implements measure.Carrier.
func (b *loop) Carry(n int) {
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

// dispatch is the loop over consumers of the generated interface.
type dispatch struct {
	ready     [domain.PoolSize]*generated.Trade
	turn      uint64
	consumers []generated.TradeConsumer
	tallies   []*measure.Tally
}

func newDispatch(fanout int) *dispatch {
	b := new(dispatch)
	pool := domain.NewPool()
	for i := range b.ready {
		n := uint64(i) + 1
		b.ready[i] = generated.NewTrade(events.NewHeader(events.Block{Height: 1}, "", n), *pool.At(n))
	}
	for range fanout {
		c := new(ours.ByInterface)
		b.consumers = append(b.consumers, c)
		b.tallies = append(b.tallies, &c.Tally)
	}
	return b
}

// Carry implements measure.Carrier.
func (b *dispatch) Carry(n int) {
	for range n {
		b.turn++
		e := b.ready[(b.turn-1)%domain.PoolSize]
		for _, c := range b.consumers {
			c.OnTrade(e)
		}
	}
}

// Tallies are those of the consumers.
func (b *dispatch) Tallies() []*measure.Tally { return b.tallies }

// Close has nothing to end.
func (b *dispatch) Close() {}
