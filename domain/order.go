package domain

// Order is the state of an order after it changed.
//
//busgen:event
type Order struct {
	Market
	Party
	ID          string
	Reference   string // the party's own name for it
	Side        Side
	Type        OrderType
	TimeInForce TimeInForce
	Status      OrderStatus
	Reason      OrderReason // of a status that needs one
	Price       Decimal     // market price; 0 for an order without a limit
	Size        uint64      // as placed
	Remaining   uint64      // size not yet filled
	Version     uint64      // grows with each amendment
}
