// Package measure runs buses side by side and checks that every consumer received every event.
package measure

// Carrier is a bus with its consumers.
type Carrier interface {
	// Carry emits n events and returns when every consumer has received all of them.
	Carry(n int)
	// Tallies returns the tally of each consumer. It is called when no event is on its way.
	Tallies() []*Tally
	// Close ends what the bus runs in the background.
	Close()
}

// Bus is a way to carry the events of one payload.
type Bus struct {
	Name  string // in results: no spaces
	Title string // in the document
	Note  string
	Peer  bool // somebody else's bus, or what somebody writes in place of one: the fastest counts
	Long  bool // measured in the long run only
	New   func(fanout int) Carrier
}

// Subject is a bus with a number of consumers.
type Subject struct {
	Name    string // in results
	Bus     Bus
	Fanout  int
	Reading func(i uint64) uint64 // what each consumer adds to its tally for event i, from 1
}
