package library

// Borrowed is a book that a reader took home.
//
//busgen:event
type Borrowed struct {
	Book   // a capability, embedded
	Reader string
	Days   int // how long the reader may keep it
}
