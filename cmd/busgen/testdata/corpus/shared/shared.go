// Package shared has events that share memory with their emitter. It shows that the proof of the other packages can fail.
package shared

import "github.com/cockroachdb/apd/v3"

// Careless copies what a decimal has in its own memory, and shares the rest.
//
//busgen:clone
func Careless(d *apd.Decimal) *apd.Decimal { c := *d; return &c }

// Listed has a list that is not copied.
//
//busgen:event
type Listed struct {
	Names []string //busgen:shared
}

// Named has a map that is not copied.
//
//busgen:event
type Named struct {
	Names map[string]int //busgen:shared
}

// Pointed has a pointer whose target is not copied.
//
//busgen:event
type Pointed struct {
	Deep struct {
		Count *int //busgen:shared
	}
}

// Priced has a price that its function copies in part.
//
//busgen:event
type Priced struct{ Price *apd.Decimal }
