package mux

import "github.com/busgen/busgen/events"

// Candidate is a consumer that is about to be attached.
type Candidate struct {
	Value   any
	Every   events.Consumer // Value, if it is one
	Matches bool            // Value has a consumer method
}

// Place is the list of a generated row to which a consumer is added. Consumers go into a list only while those behind it are empty, so
// that the lists, one after another, are in the order of attaching.
type Place int

// The lists of a row, in the order of delivery.
const (
	Nowhere     Place = iota
	ByValue           // consumers that take the event by value, and in no other way
	ByInterface       // consumers that take it by its own interface, and in no other way
	Mixed             // all others
)

// Place returns where to add the consumer, which takes the event by value, by its own interface, or in a way that it shares with
// other events. consumers and mixed are the lengths of the lists.
func (c *Candidate) Place(value, own, shared bool, consumers, mixed int) Place {
	if !value && !own && !shared {
		return Nowhere
	}
	c.Matches = true
	switch {
	case value && !shared && consumers+mixed == 0:
		return ByValue
	case own && !shared && mixed == 0:
		return ByInterface
	}
	return Mixed
}
