package domain

import "github.com/quagmt/udecimal"

// Looted reports which items an actor took out of a chest. It has every capability.
//
//busgen:event
type Looted struct {
	Actor
	Bag
	Weight udecimal.Decimal // of all items, in kilograms
	Worth  map[string]int64 // points for each item
}

// Score returns the worth of all items.
func (l Looted) Score() int64 {
	var sum int64
	for _, points := range l.Worth {
		sum += points
	}
	return sum
}
