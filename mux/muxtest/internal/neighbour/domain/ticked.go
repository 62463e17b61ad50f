// Package domain is another game beside the sample. Its one event has the name of one of the sample's events and the number of another, and is
// foreign to the sample's bus all the same.
package domain

//go:generate go run github.com/busgen/busgen/cmd/busgen -out ../generated

// Ticked says that the other game's clock went on.
//
//busgen:event
type Ticked struct{ Number int64 }
