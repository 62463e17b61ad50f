package domain

import "github.com/busgen/busgen/events"

// SettlePosition marks a position to market and books the trades since it was last marked. Its Price is the mark price.
//
//busgen:event
type SettlePosition struct {
	Settlement
	PositionFactor Decimal
	Trades         events.List[SettlementTrade] // may be empty
}

// SettlementTrade is a trade seen from one side.
type SettlementTrade struct {
	Size        int64   // signed: + bought, - sold
	Price       Decimal // asset price
	MarketPrice Decimal // the same as a market price
}
