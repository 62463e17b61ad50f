package events

import "time"

// Event is implemented by all events, and only by generated types and the boundaries of this package.
type Event interface {
	// Header returns the event's place: chain, block, transaction and sequence number.
	Header() Header
	// Kind returns the kind of the event.
	Kind() Kind
	// Sequence returns the event's number within its block. The start of the block has number 0.
	Sequence() uint64
	// BlockHeight returns the height of the event's block.
	BlockHeight() uint64
	// BlockTime returns the time that the block gives to all its events. It never comes from a clock.
	BlockTime() time.Time
	// TxID returns the name of the event's transaction. It is empty outside transactions.
	TxID() string
	// String returns kind and header, such as "Trade BTC-1 block 7 #12".
	String() string
	// Valid reports whether there is an event: false for a nil pointer and a zero event. As all other methods do, it panics if
	// the event's delivery has ended.
	Valid() bool

	// Kept returns the event as one that stays valid for ever. [Keep] returns it with its own type.
	Kept() Event

	sealed()
}

// Keep returns an event with the same content that stays valid for ever and is safe to hand to other goroutines. The event
// takes over the memory of its payload, and slices, maps and pointers in it are copied, once: all calls during one delivery return
// the same event. A kept event and a boundary are returned as they are. Keep panics if the delivery of e has ended.
func Keep[E Event](e E) E {
	if kept, ok := e.Kept().(E); ok {
		return kept
	}
	return e // a pointer to a boundary, which is no event but implements the interface
}
