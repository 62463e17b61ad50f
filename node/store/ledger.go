package store

import (
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
)

// Ledger stores every movement of money: the entries of all events with the capability MoneyMovement.
type Ledger struct{ *table }

var ledgerTable = definition{
	name: "ledger_entries",
	columns: []string{
		"height", "number", "entry", "time", "type", "asset", "amount", "from_owner", "from_market", "from_type", "to_owner", "to_market",
		"to_type",
	},
}

// OnMoneyMovement stores the entries of an event.
func (s *Ledger) OnMoneyMovement(e generated.MoneyMovementEvent) {
	if s.db.skips(e.BlockHeight()) {
		return
	}
	height, number := int64(e.BlockHeight()), int64(e.Sequence())
	for i, m := range e.Moves().All() {
		s.add(
			height, number, int64(i), nanos(m.At), m.Type.String(), m.From.Asset, m.Amount.String(),
			m.From.Owner, m.From.MarketID, m.From.Type.String(), m.To.Owner, m.To.MarketID, m.To.Type.String(),
		)
	}
}

// OnEndBlock writes the block's remaining entries.
func (s *Ledger) OnEndBlock(events.EndBlock) { s.write() }
