package domain

import "time"

// Settlement is the capability of events that settle one party's position in one market: what marking it to market and
// closing it out share.
//
//busgen:capability
type Settlement struct {
	Market
	Party
	Price Decimal   // the price that it is settled at, an asset price
	At    time.Time // when
}
