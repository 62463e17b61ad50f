package domain

import "github.com/busgen/busgen/events"

// MoneyMovement is the capability of events by which money changes accounts.
//
//busgen:capability
type MoneyMovement interface {
	// Moves returns each movement, in order. It is empty when the event, by its status, moved nothing.
	Moves() events.List[LedgerEntry]
}
