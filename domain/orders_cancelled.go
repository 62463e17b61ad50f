package domain

import "github.com/busgen/busgen/events"

// OrdersCancelled says that orders of one party were cancelled together.
//
//busgen:event
type OrdersCancelled struct {
	Market
	Party
	OrderIDs events.List[string]
}
