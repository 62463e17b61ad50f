package peers

import (
	"github.com/busgen/busgen/bench/measure"
	"github.com/busgen/busgen/bench/payload"
	"github.com/busgen/busgen/events"
)

// Event is what the peers carry: a header with the content of this project's, and the same payload.
type Event[P any] struct {
	Block    *events.Block
	TxID     string
	Sequence uint64
	Payload  P
}

// String makes it an event of genbus.
func (e *Event[P]) String() string { return e.TxID }

// Type makes it an event of kelindar/event.
func (e *Event[P]) Type() uint32 { return 1 }

// source makes the events of one bus.
type source[P any] struct {
	pool  *payload.Pool[P]
	block *events.Block
	last  uint64
}

func newSource[P any](pool *payload.Pool[P]) source[P] {
	return source[P]{pool: pool, block: &payload.Block}
}

// fresh returns a new event that consumers may keep.
func (s *source[P]) fresh() *Event[P] {
	s.last++
	e := new(Event[P])
	e.Block, e.Sequence, e.Payload = s.block, s.last, *s.pool.At(s.last)
	s.pool.Own(&e.Payload)
	return e
}

// Kind is a payload that the peers carry, with its consumers.
type Kind[P any] struct {
	pool   *payload.Pool[P]
	reader func() reader[P]
}

// reader is a consumer that reads the event where it is.
type reader[P any] interface {
	On(*Event[P])
	handler() func(*Event[P]) // of a bus that calls functions
	copied() func(Event[P])   // of a bus that hands out copies
	tally() *measure.Tally
}

func (k Kind[P]) readers(n int) readers[P] {
	all := make(readers[P], n)
	for i := range all {
		all[i] = k.reader()
	}
	return all
}

// readers are the consumers of a synchronous bus.
type readers[P any] []reader[P]

// Tallies implements measure.Carrier.
func (rs readers[P]) Tallies() []*measure.Tally {
	all := make([]*measure.Tally, len(rs))
	for i, r := range rs {
		all[i] = r.tally()
	}
	return all
}

// Close has nothing to end.
func (rs readers[P]) Close() {}
