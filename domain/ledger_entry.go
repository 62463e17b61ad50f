package domain

import "time"

// LedgerEntry is money that moves from one account to another.
type LedgerEntry struct {
	From, To AccountID
	Amount   Decimal // asset units
	Type     TransferType
	At       time.Time
}
