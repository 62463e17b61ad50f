package risk

import (
	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/node/engine/collateral"
	"github.com/busgen/busgen/node/engine/positions"
)

// Margins keeps the margin accounts of one market's parties at their levels. It moves money in the ledger, and leaves it to the caller
// to post the ledger.
type Margins struct {
	*Engine
	accounts *collateral.Ledger
}

// NewMargins returns what keeps the margin accounts of a ledger at the levels of a market.
func NewMargins(config Config, accounts *collateral.Ledger) *Margins {
	return &Margins{Engine: New(config), accounts: accounts}
}

// Keep publishes the levels of a position at a mark price, which is an asset price, and brings the margin account to them. Below the
// search level it fills the account up to the initial level, as far as the party's general account allows. Above the release level
// it takes out what exceeds the initial level. It reports whether the party now has its maintenance margin. Do not call it for the
// network, which has no margin.
func (m *Margins) Keep(p positions.Position, mark domain.Decimal) bool {
	levels := m.Levels(p, mark)
	return m.keep(p.PartyID, levels, levels.Search)
}

// Secure does what Keep does, for a party that has just placed an order: it fills the account up to the initial level if it is below that.
func (m *Margins) Secure(p positions.Position, mark domain.Decimal) bool {
	levels := m.Levels(p, mark)
	return m.keep(p.PartyID, levels, levels.Initial)
}

func (m *Margins) keep(party string, levels Levels, enough domain.Decimal) bool {
	m.Publish(party, levels)
	margin, general := m.accounts.Margin(party, m.config.MarketID), m.accounts.General(party)
	balance := m.accounts.Balance(margin)
	switch {
	case balance.LessThan(enough):
		balance = balance.Add(m.accounts.MoveUpTo(general, margin, levels.Initial.Sub(balance), domain.TransferTypeMarginLow))
	case balance.GreaterThan(levels.Release):
		m.accounts.Move(margin, general, balance.Sub(levels.Initial), domain.TransferTypeMarginHigh)
		balance = levels.Initial
	}
	return balance.GreaterThanOrEqual(levels.Maintenance)
}
