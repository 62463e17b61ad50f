package domain

import "github.com/busgen/busgen/events"

// FundingPayments is what the parties of a perpetual market paid each other at the end of a funding period.
//
//busgen:event
type FundingPayments struct {
	Market
	Period   uint64 // number of the funding period
	Payments events.List[FundingPayment]
}

// FundingPayment is one party's part.
type FundingPayment struct {
	PartyID string
	Amount  Decimal // signed, asset units: + received
}
