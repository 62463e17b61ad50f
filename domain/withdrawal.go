package domain

import (
	"time"

	"github.com/busgen/busgen/events"
)

// Withdrawal is the state of a party's withdrawal after it changed.
//
//busgen:event
type Withdrawal struct {
	Party
	ID     string
	Asset  string
	Amount Decimal // asset units
	Status WithdrawalStatus
	At     time.Time
}

// Moves returns the one movement from the party's general account to outside, once the withdrawal is finalized.
func (w Withdrawal) Moves() events.List[LedgerEntry] {
	if w.Status != WithdrawalStatusFinalized {
		return events.List[LedgerEntry]{}
	}
	return events.ListOf(LedgerEntry{
		From:   AccountID{Owner: w.PartyID, Asset: w.Asset, Type: AccountTypeGeneral},
		To:     AccountID{Asset: w.Asset, Type: AccountTypeExternal},
		Amount: w.Amount,
		Type:   TransferTypeWithdraw,
		At:     w.At,
	})
}
