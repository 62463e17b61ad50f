package domain

import "time"

// MarketSettled says that a market was settled for good, and at which price.
//
//busgen:event
type MarketSettled struct {
	Market
	Price          Decimal // final settlement price, an asset price
	PositionFactor Decimal
	At             time.Time
}
