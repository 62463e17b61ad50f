package library

// Fined is money that is owed for a book that came back late.
//
//busgen:event
type Fined struct {
	Book
	Cents int
}
