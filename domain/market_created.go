package domain

// MarketCreated says that there is a new market, and its precision.
//
//busgen:event
type MarketCreated struct {
	Market
	DecimalPlaces         int64 // of its prices
	PositionDecimalPlaces int64 // of its sizes: the position factor is ten to this power; may be negative
}
