package collateral

import (
	"slices"
	"time"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
)

// Emitter has the emitters that a ledger uses.
type Emitter interface {
	generated.AccountEmitter
	generated.LedgerMovementEmitter
	generated.DepositEmitter
	generated.WithdrawalEmitter
	generated.PartyAddedEmitter
}

// Ledger holds all accounts of one asset. It belongs to the goroutine that drives the exchange.
type Ledger struct {
	asset    string
	out      Emitter
	accounts map[domain.AccountID]*account // only for lookups
	holders  map[string][]string           // by market: the parties that ever had a margin account, sorted

	entries []domain.LedgerEntry // since the last Post
	touched []*account           // the accounts that they changed, in the order of their first changes
}

type account struct {
	id      domain.AccountID
	balance domain.Decimal
	touched bool
}

// New returns a ledger without accounts.
func New(asset string, out Emitter) *Ledger {
	return &Ledger{asset: asset, out: out, accounts: map[domain.AccountID]*account{}, holders: map[string][]string{}}
}

// Asset returns the name of the asset.
func (l *Ledger) Asset() string { return l.asset }

// Balance returns the balance of an account; 0 if it was never used.
func (l *Ledger) Balance(id domain.AccountID) domain.Decimal {
	if a := l.accounts[id]; a != nil {
		return a.balance
	}
	return domain.Decimal{}
}

// MarginHolders returns the parties that ever had a margin account in a market, sorted. The caller must not change the slice.
func (l *Ledger) MarginHolders(market string) []string { return l.holders[market] }

// Move moves an amount from one account to another. An amount of zero moves nothing. Move panics if the amount is negative, not
// whole, or more than the balance: call Balance first, or MoveUpTo.
func (l *Ledger) Move(from, to domain.AccountID, amount domain.Decimal, why domain.TransferType) {
	if amount.IsZero() {
		return
	}
	if amount.IsNeg() || !whole(amount) {
		panic("collateral: " + amount.String() + " cannot be moved: an amount is a whole number above 0")
	}
	payer := l.account(from)
	left := payer.balance.Sub(amount)
	if left.IsNeg() && from.Type != domain.AccountTypeExternal {
		panic("collateral: " + from.Type.String() + " account of " + from.Owner + from.MarketID + " holds " + payer.balance.String() +
			", which is less than " + amount.String() + ": ask for its balance before moving money")
	}
	receiver := l.account(to)
	payer.balance = left
	receiver.balance = receiver.balance.Add(amount)
	l.touch(payer)
	l.touch(receiver)
	l.entries = append(l.entries, domain.LedgerEntry{From: from, To: to, Amount: amount, Type: why})
}

// MoveUpTo moves an amount, or the whole balance if that is less. It returns what it moved.
func (l *Ledger) MoveUpTo(from, to domain.AccountID, amount domain.Decimal, why domain.TransferType) domain.Decimal {
	if balance := l.Balance(from); balance.LessThan(amount) {
		amount = balance
	}
	l.Move(from, to, amount, why)
	return amount
}

// Post emits what was moved since the last Post: all entries in one event, then the balance of each account that they changed, in the
// order of the first changes. If nothing was moved, it emits nothing.
func (l *Ledger) Post(at time.Time) {
	if len(l.entries) == 0 {
		return
	}
	for i := range l.entries {
		l.entries[i].At = at
	}
	l.out.EmitLedgerMovement(domain.LedgerMovement{Entries: events.ListOf(l.entries...)})
	l.emitBalances()
}

// emitBalances emits the balances that the entries led to, and removes the entries. The caller has emitted them.
func (l *Ledger) emitBalances() {
	for _, a := range l.touched {
		a.touched = false
		if a.id.Type != domain.AccountTypeExternal {
			l.out.EmitAccount(domain.Account{ID: a.id, Balance: a.balance})
		}
	}
	clear(l.entries)
	l.entries, l.touched = l.entries[:0], l.touched[:0]
}

func (l *Ledger) touch(a *account) {
	if !a.touched {
		a.touched = true
		l.touched = append(l.touched, a)
	}
}

func (l *Ledger) account(id domain.AccountID) *account {
	a := l.accounts[id]
	if a == nil {
		a = &account{id: id}
		l.accounts[id] = a
		if id.Type == domain.AccountTypeMargin {
			holders := l.holders[id.MarketID]
			at, _ := slices.BinarySearch(holders, id.Owner)
			l.holders[id.MarketID] = slices.Insert(holders, at, id.Owner)
		}
	}
	return a
}

func whole(amount domain.Decimal) bool { return amount.Trunc(0).Equal(amount) }
