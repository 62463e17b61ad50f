package domain

import "github.com/busgen/busgen/events"

// OrdersExpired says that the time of orders of one market is over.
//
//busgen:event
type OrdersExpired struct {
	Market
	OrderIDs events.List[string]
}
