// Package events holds what every event has: its place in the chain ([Header]), its [Kind], the boundaries of blocks and
// transactions, and [List], the immutable list that payloads use.
//
// An event is a header and a payload, immutable once emitted. The concrete events are generated (see cmd/busgen); this package
// knows none of them and imports nothing of the project. Everything here is an immutable value and safe for concurrent use.
//
// The place of an event is the pair (height, sequence): the begin of a block has sequence 0, and whatever follows in that block, the
// other boundaries included, takes the next number. [Header.Compare] orders by it.
package events
