package domain

import (
	"time"

	"github.com/busgen/busgen/events"
)

// Deposit is the state of a party's deposit after it changed.
//
//busgen:event
type Deposit struct {
	Party
	ID     string
	Asset  string
	Amount Decimal // asset units
	Status DepositStatus
	At     time.Time
}

// Moves returns the one movement from outside to the party's general account, once the deposit is finalized.
func (d Deposit) Moves() events.List[LedgerEntry] {
	if d.Status != DepositStatusFinalized {
		return events.List[LedgerEntry]{}
	}
	return events.ListOf(LedgerEntry{
		From:   AccountID{Asset: d.Asset, Type: AccountTypeExternal},
		To:     AccountID{Owner: d.PartyID, Asset: d.Asset, Type: AccountTypeGeneral},
		Amount: d.Amount,
		Type:   TransferTypeDeposit,
		At:     d.At,
	})
}
