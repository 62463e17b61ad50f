package library

// Lent is a book that a reader took home.
//
//busgen:event
type Lent struct {
	Book   // a capability, embedded
	Reader string
	Days   int // how long the reader may keep it
}
