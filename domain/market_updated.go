package domain

// MarketUpdated is the state of a market after it changed.
//
//busgen:event
type MarketUpdated struct {
	Market
	State MarketState
}
