package risk

import (
	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/node/engine/collateral"
	"github.com/busgen/busgen/node/engine/positions"
)

// Margins keeps the margin accounts of one market's parties at their levels. It moves money in the ledger; who uses it posts the
// ledger.
type Margins struct {
	*Engine
	accounts *collateral.Ledger
}

// NewMargins keeps margin accounts in a ledger at the levels of a market.
func NewMargins(config Config, accounts *collateral.Ledger) *Margins {
	return &Margins{Engine: New(config), accounts: accounts}
}

// Keep publishes the levels of a position at a mark price, an asset price, and brings its margin account to them: below the
// search level up to the initial one, as far as the party's general account goes; above the release level down to the
// initial one. It says whether the party now has its maintenance margin. The network has no margin to keep.
func (m *Margins) Keep(p positions.Position, mark domain.Decimal) bool {
	levels := m.Levels(p, mark)
	return m.keep(p.PartyID, levels, levels.Search)
}

// Secure is Keep for a party that has just been given an order: anything below the initial level is raised to it.
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
