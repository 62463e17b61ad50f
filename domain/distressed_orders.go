package domain

import "github.com/busgen/busgen/events"

// DistressedOrders says that the orders of distressed parties were removed from a market.
//
//busgen:event
type DistressedOrders struct {
	Market
	PartyIDs events.List[string]
}
