package domain

// StopOrder is the state of a stop order after it changed: an order that waits for the price to pass its trigger.
//
//busgen:event
type StopOrder struct {
	Market
	Party
	ID             string
	OrderID        string // the order that was placed when it triggered
	Side           Side
	Size           uint64
	Direction      TriggerDirection
	TriggerPrice   Decimal // market price; 0 when it trails
	TrailingOffset Decimal // a fraction of the best price seen, 0.01 is 1 %; 0 when it has a price
	Status         StopOrderStatus
}
