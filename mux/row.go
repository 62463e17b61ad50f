package mux

// Place is the list of a generated row to which a consumer is added. The lists keep the order of attaching, since consumers go into
// the first one only while the others are empty, and so on.
type Place int

// The lists of a row.
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
