package domain

// OrderRejected says that an order never entered the book.
//
//busgen:event
type OrderRejected struct {
	Market
	Party
	OrderID string
	Reason  OrderReason
}

// Failure returns the name of the reason.
func (o OrderRejected) Failure() string { return o.Reason.String() }
