package audit

import (
	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/generated"
)

// money checks the rules "conserved", "negative" and "explained".
type money struct {
	accounts map[domain.AccountID]*balance // only for lookups
	touched  []*balance                    // in this transaction, in the order of their first changes
	stated   domain.Decimal                // the sum of all stated balances
	inside   domain.Decimal                // deposits less withdrawals
}

// balance is the balance of one account: the sum of its entries, and as stated last.
type balance struct {
	id             domain.AccountID
	booked, stated domain.Decimal
	touched        bool
}

// OnMoneyMovement books the entries of deposits, withdrawals and ledger movements.
func (a *Auditor) OnMoneyMovement(e generated.MoneyMovementEvent) {
	a.at = e.Header()
	for _, entry := range e.Moves().All() {
		if !entry.Amount.IsPos() {
			a.found("explained", "an entry of %s from %v to %v", entry.Amount, entry.From, entry.To)
		}
		a.money.add(entry.From, entry.Amount.Neg())
		a.money.add(entry.To, entry.Amount)
		a.profits.move(entry)
	}
}

func (m *money) add(id domain.AccountID, amount domain.Decimal) {
	if id.Type == domain.AccountTypeExternal {
		m.inside = m.inside.Sub(amount)
		return
	}
	b := m.account(id)
	b.booked = b.booked.Add(amount)
}

func (m *money) account(id domain.AccountID) *balance {
	b := m.accounts[id]
	if b == nil {
		b = &balance{id: id}
		m.accounts[id] = b
	}
	if !b.touched {
		b.touched = true
		m.touched = append(m.touched, b)
	}
	return b
}

// OnAccount compares a stated balance.
func (a *Auditor) OnAccount(e generated.Account) {
	a.at = e.Header()
	id, stated := e.Account().ID().AsStruct(), e.Account().Balance()
	b := a.money.account(id)
	a.money.stated = a.money.stated.Add(stated).Sub(b.stated)
	b.stated = stated
	if stated.IsNeg() {
		a.found("negative", "%v holds %s", id, stated)
	}
	if !stated.Equal(b.booked) {
		a.found("explained", "%v is stated to hold %s, its entries add up to %s", id, stated, b.booked)
	}
}

func (m *money) check(a *Auditor) {
	for _, b := range m.touched {
		b.touched = false
		if !b.stated.Equal(b.booked) {
			a.found("explained", "%v holds %s by its entries, and was last stated to hold %s", b.id, b.booked, b.stated)
		}
	}
	m.touched = m.touched[:0]
	if !m.stated.Equal(m.inside) {
		a.found("conserved", "all accounts hold %s, and %s came in from outside", m.stated, m.inside)
	}
}
