package domain

// MarketData is what a market looks like just now. Prices are market prices, 0 where there is none.
//
//busgen:event
type MarketData struct {
	Market
	MarkPrice       Decimal // what positions are marked to
	LastTradedPrice Decimal
	MidPrice        Decimal
	BestBidPrice    Decimal
	BestBidVolume   uint64
	BestOfferPrice  Decimal
	BestOfferVolume uint64
	OpenInterest    uint64 // size that is open on either side
	TradingMode     TradingMode
	State           MarketState
}
