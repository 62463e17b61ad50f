package domain

import "github.com/quagmt/udecimal"

// Looted says what an actor took out of a chest. It has all capabilities there are.
//
//busgen:event
type Looted struct {
	Actor
	Bag
	Weight udecimal.Decimal // of all of it, in kilograms
	Worth  map[string]int64 // points for each item
}

// Score is the worth of all items.
func (l Looted) Score() int64 {
	var sum int64
	for _, points := range l.Worth {
		sum += points
	}
	return sum
}
