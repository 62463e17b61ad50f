package domain

// Refund says that somebody returned an item.
//
//busgen:event
type Refund struct {
	Item
	Reason string
}
