package domain

// PositionState is a party's volume as the core itself counts it, in size units. It moves with each trade, so it can be
// ahead of what settlements have said so far.
//
//busgen:event
type PositionState struct {
	Market
	Party
	Size           int64 // signed
	PotentialBuys  int64 // what it would buy if its orders filled
	PotentialSells int64
}
