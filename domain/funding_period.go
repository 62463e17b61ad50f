package domain

import "time"

// FundingPeriod is the state of a perpetual market's funding period when it starts and when it ends.
//
//busgen:event
type FundingPeriod struct {
	Market
	Period  uint64 // number of the funding period
	Start   time.Time
	End     time.Time // zero while it runs
	Paid    bool      // it ended with a payment, so that Payment and Rate are known
	Payment Decimal   // per whole contract, asset units; + when the long side pays
	Rate    Decimal   // the payment as a fraction of the price
}
