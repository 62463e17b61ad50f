package domain

import "time"

// Auction says that a market entered or left an auction.
//
//busgen:event
type Auction struct {
	Market
	Trigger AuctionTrigger
	Opening bool // it is the auction that opens the market
	Leave   bool // the market left it
	Start   time.Time
	End     time.Time
}
