package domain

import "time"

// Trade is a match between two orders.
//
//busgen:event
type Trade struct {
	Market
	ID            string
	Type          TradeType
	Aggressor     Side // the side that set it off; unspecified in an auction
	Buyer, Seller TradeSide
	Size          uint64
	Price         Decimal // market price
	AssetPrice    Decimal // the same as an asset price
	At            time.Time
}

// TradeSide is one of the two parties of a trade.
type TradeSide struct {
	PartyID string
	OrderID string
	Fee     Fee
	PnL     PnL // what the trade gained for this side, where the core knows; 0 where it does not
}
