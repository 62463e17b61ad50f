package collateral

import (
	"errors"
	"fmt"
	"time"

	"github.com/busgen/busgen/domain"
)

// Reasons for rejecting a deposit or a withdrawal.
var (
	ErrParty             = errors.New("a party needs a name, which is not the network's")
	ErrUnknownParty      = errors.New("the party is not known: its first deposit makes it so")
	ErrInsufficientFunds = errors.New("the general account holds less")
	ErrAmount            = errors.New("an amount is a whole number of asset units above 0")
)

// Known reports whether a party has ever deposited.
func (l *Ledger) Known(party string) bool { return l.accounts[l.General(party)] != nil }

// Deposit emits what was moved before, adds money from outside to a party's general account, and emits the deposit. The first deposit
// of a party makes it known (PartyAdded). ID names the deposit. Errors are ErrParty and ErrAmount; after an error nothing has changed.
func (l *Ledger) Deposit(id, party string, amount domain.Decimal, at time.Time) error {
	if party == "" || party == domain.Network {
		return ErrParty
	}
	if !amount.IsPos() || !whole(amount) {
		return fmt.Errorf("deposit of %s: %w", amount, ErrAmount)
	}
	l.Post(at)
	if !l.Known(party) {
		l.out.EmitPartyAdded(domain.PartyAdded{Party: domain.Party{PartyID: party}})
	}
	l.Move(l.External(), l.General(party), amount, domain.TransferTypeDeposit)
	l.out.EmitDeposit(domain.Deposit{
		Party: domain.Party{PartyID: party}, ID: id, Asset: l.asset, Amount: amount, Status: domain.DepositStatusFinalized, At: at,
	})
	l.emitBalances()
	return nil
}

// Withdraw emits what was moved before, pays money out of a party's general account, and emits the withdrawal. Errors are
// ErrUnknownParty, ErrAmount and ErrInsufficientFunds; after an error it emits a rejected withdrawal.
func (l *Ledger) Withdraw(id, party string, amount domain.Decimal, at time.Time) error {
	l.Post(at)
	withdrawal := domain.Withdrawal{
		Party: domain.Party{PartyID: party}, ID: id, Asset: l.asset, Amount: amount, Status: domain.WithdrawalStatusFinalized, At: at,
	}
	if err := l.withdrawable(party, amount); err != nil {
		withdrawal.Status = domain.WithdrawalStatusRejected
		l.out.EmitWithdrawal(withdrawal)
		return fmt.Errorf("withdrawal of %s: %w", amount, err)
	}
	l.Move(l.General(party), l.External(), amount, domain.TransferTypeWithdraw)
	l.out.EmitWithdrawal(withdrawal)
	l.emitBalances()
	return nil
}

func (l *Ledger) withdrawable(party string, amount domain.Decimal) error {
	switch {
	case !l.Known(party):
		return ErrUnknownParty
	case !amount.IsPos() || !whole(amount):
		return ErrAmount
	case l.Balance(l.General(party)).LessThan(amount):
		return ErrInsufficientFunds
	}
	return nil
}
