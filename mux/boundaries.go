package mux

import "github.com/busgen/busgen/events"

// Boundaries holds the consumers of the boundaries. Generated tables embed it.
type Boundaries struct {
	begins    boundaryRow[events.BeginBlockConsumer]
	endTxs    boundaryRow[events.EndTxConsumer]
	endBlocks boundaryRow[events.EndBlockConsumer]
}

// boundaryRow has an entry for each consumer. own is nil for a consumer of every event only.
type boundaryRow[C comparable] []boundaryEntry[C]

type boundaryEntry[C comparable] struct {
	own   C
	every events.Consumer
}

// Add adds a consumer of boundaries or of every event, and notes the latter.
func (t *Boundaries) Add(c *Candidate) {
	c.Every, _ = c.Value.(events.Consumer)
	t.begins.add(c)
	t.endTxs.add(c)
	t.endBlocks.add(c)
}

func (r *boundaryRow[C]) add(c *Candidate) {
	if own, ok := c.Value.(C); ok || c.Every != nil {
		c.Matches = true
		*r = append(*r, boundaryEntry[C]{own, c.Every})
	}
}

func (r boundaryRow[C]) deliver(e events.Event, call func(C)) {
	for _, c := range r {
		if c.own != *new(C) {
			call(c.own)
		}
		if c.every != nil {
			c.every.OnEvent(e)
		}
	}
}

// Boundary delivers a boundary. Any other event is of another package: it is counted.
func (b *Bus) Boundary(t *Boundaries, e events.Event) {
	switch e := e.(type) {
	case events.BeginBlock:
		t.begins.deliver(e, func(c events.BeginBlockConsumer) { c.OnBeginBlock(e) })
	case events.EndTx:
		t.endTxs.deliver(e, func(c events.EndTxConsumer) { c.OnEndTx(e) })
	case events.EndBlock:
		t.endBlocks.deliver(e, func(c events.EndBlockConsumer) { c.OnEndBlock(e) })
		b.ended = true
	default:
		b.ignored.Add(1)
	}
}
