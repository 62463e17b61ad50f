// Package peers has the buses that this project's are measured against, one file each: libraries at the versions that go.mod
// pins, and, for those that the module proxy does not serve, a loop written here that does what their documentation says.
package peers

import (
	"time"

	"github.com/busgen/busgen/bench/domain"
	"github.com/busgen/busgen/events"
)

// Event is what the peers carry: a header with what this project's has, and the same payload.
type Event struct {
	Header
	Trade domain.Trade
}

// Header has the content and the size of [events.Header], in plain fields.
type Header struct {
	Block    *events.Block
	Tx       *string
	Height   uint64
	Sequence uint64
}

// Maker makes the events of one bus: fresh ones, or the next of the prebuilt ones.
type Maker struct {
	Pool  *domain.Pool
	Block *events.Block
	Last  uint64 // the sequence number of the last event
	ready [domain.PoolSize]*Event
	turn  uint64
}

// NewMaker is a maker of events of one block, whose sequence numbers begin with 1.
func NewMaker() *Maker {
	m := &Maker{
		Pool:  domain.NewPool(),
		Block: &events.Block{ChainID: "bench", Height: 1, Time: time.Unix(1_700_000_000, 0)},
	}
	for i := range m.ready {
		m.ready[i] = m.Fresh()
	}
	m.Last = 0
	return m
}

// Fresh is a new event that whoever has it may keep.
func (m *Maker) Fresh() *Event {
	m.Last++
	return &Event{Header{m.Block, nil, m.Block.Height, m.Last}, *m.Pool.At(m.Last)}
}

// Payload is that of the next event.
func (m *Maker) Payload() *domain.Trade { return m.Pool.At(m.Last + 1) }

// Fill makes e, which may be on the caller's stack, the next event. It writes each field where it is to be: to copy a literal
// there would wait for what has just been written.
func (m *Maker) Fill(e *Event, payload *domain.Trade) {
	m.Last++
	e.Block, e.Tx, e.Height, e.Header.Sequence = m.Block, nil, m.Block.Height, m.Last
	e.Trade = *payload
}

// Ready is the next of the prebuilt events.
func (m *Maker) Ready() *Event {
	m.turn++
	return m.ready[(m.turn-1)%domain.PoolSize]
}
