package domain

// Market is the capability of events that concern one market.
//
//busgen:capability
type Market struct {
	MarketID string
}
