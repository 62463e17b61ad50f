package library

// Returned is a book that came back.
//
//busgen:event
type Returned struct {
	Book
	DaysLate int
}
