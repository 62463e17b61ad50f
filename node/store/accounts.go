package store

import (
	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
)

// Accounts stores the balance of every account.
type Accounts struct {
	*table
	changed latest[domain.AccountID, domain.Account]
}

var accountsTable = definition{
	name:    "accounts",
	columns: []string{"owner", "market", "asset", "type", "balance", "height"},
	key:     "owner, market, asset, type",
	update:  []string{"balance", "height"},
}

// OnAccount takes a balance for the end of the block.
func (s *Accounts) OnAccount(e generated.Account) {
	if !s.db.skips(e.BlockHeight()) {
		a := e.Account()
		s.changed.set(a.ID().AsStruct(), a.AsStruct())
	}
}

// OnEndBlock writes the balances that changed in the block.
func (s *Accounts) OnEndBlock(e events.EndBlock) {
	for _, a := range s.changed.take() {
		s.add(a.ID.Owner, a.ID.MarketID, a.ID.Asset, a.ID.Type.String(), a.Balance.String(), int64(e.BlockHeight()))
	}
	s.write()
}
