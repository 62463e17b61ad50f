package domain

import "time"

// LossSocialization says that a payment could not be made in full and what a party gets less, or owes more, by that.
//
//busgen:event
type LossSocialization struct {
	Market
	Party
	Amount  Decimal // signed, asset units: negative is a loss
	Funding bool    // the payment was a funding payment
	Type    LossType
	At      time.Time
}
