package domain

import "github.com/busgen/busgen/events"

// DistressedPositions says which parties of a market became distressed but could not be closed out yet, and which are
// safe again.
//
//busgen:event
type DistressedPositions struct {
	Market
	DistressedIDs events.List[string]
	SafeIDs       events.List[string]
}
