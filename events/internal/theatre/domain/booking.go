// Package domain is a theatre, for tests of events and their views. Its maps have keys of every sort.
package domain

//go:generate go run github.com/busgen/busgen/cmd/busgen -out ../generated

// Booking says which seats somebody has booked.
//
//busgen:event
type Booking struct {
	Guest    string
	Notes    []string
	Party    []Seat
	Best     *Seat // nil if all are equal
	Paid     map[bool]int64
	Guests   map[Seat]string
	Squares  map[[2]int8]string
	Discount map[float64]int64
	Signals  map[complex128]string
	Members  map[Member]Seat
}

// Seat is a place in the hall.
type Seat struct {
	Balcony bool
	Row     string
	Number  int
}

// Member is the name of a regular visitor.
type Member string
