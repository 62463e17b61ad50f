package positions

// Position is the volume of one party, in size units.
type Position struct {
	PartyID string
	Open    int64 // + long, - short
	// Buys and Sells are the sizes of the party's orders in the book. Neither is negative.
	Buys, Sells int64
}

// active reports whether there is open volume or an order.
func (p Position) active() bool { return p.Open != 0 || p.Buys != 0 || p.Sells != 0 }
