package domain

import "github.com/busgen/busgen/events"

// LedgerMovement is a set of entries that were booked together.
//
//busgen:event
type LedgerMovement struct {
	Entries events.List[LedgerEntry]
}

// Moves returns the entries.
func (m LedgerMovement) Moves() events.List[LedgerEntry] { return m.Entries }
