// Package domain is another game. Its event has the name of one of the sample's events and the
// number of another, and is unknown to the buses of the sample.
package domain

//go:generate go run github.com/busgen/busgen/cmd/busgen -out ../generated

// Ticked reports that the clock of the other game advanced.
//
//busgen:event
type Ticked struct{ Number int64 }
