package events

import "time"

// Event is what all events have in common. It is sealed: generated events and the boundaries of this package satisfy it, and
// nothing else.
type Event interface {
	Header() Header
	Kind() Kind
	// Sequence is the event's number within its block; the begin of the block has 0.
	Sequence() uint64
	BlockHeight() uint64
	// BlockTime is the time that the block gives to all its events, not the time of a clock.
	BlockTime() time.Time
	// TxID names the transaction that the event belongs to; it is empty between transactions.
	TxID() string

	sealed()
}

// Stamped is the header part of a concrete event, for generated code to embed. Its methods are those of the pointer, so that
// to read a number out of an event copies no header.
type Stamped struct{ header Header }

// Stamp makes the header part of a concrete event.
func Stamp(h Header) Stamped { return Stamped{h} }

// Header is the event's place.
func (s *Stamped) Header() Header { return s.header }

// Sequence is the event's number within its block.
func (s *Stamped) Sequence() uint64 { return s.header.place[1] }

// BlockHeight is the height of the event's block.
func (s *Stamped) BlockHeight() uint64 { return s.header.place[0] }

// BlockTime is the time of the event's block.
func (s *Stamped) BlockTime() time.Time { return s.header.Time() }

// TxID names the event's transaction; it is empty between transactions.
func (s *Stamped) TxID() string { return s.header.TxID() }

func (*Stamped) sealed() {}

var _ interface{ sealed() } = (*Stamped)(nil)
