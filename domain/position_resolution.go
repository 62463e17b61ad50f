package domain

// PositionResolution sums up a round in which a market closed out distressed parties.
//
//busgen:event
type PositionResolution struct {
	Market
	Distressed uint64  // parties that were distressed
	Closed     uint64  // parties that were closed out
	MarkPrice  Decimal // market price
}
