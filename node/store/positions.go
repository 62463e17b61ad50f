package store

import (
	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
)

// Positions keeps every position as the positions plug-in has it. The plug-in must be told to emit them on the same bus.
type Positions struct {
	*table
	changed latest[[2]string, domain.Position]
}

var positionsTable = definition{
	name: "positions",
	columns: []string{
		"market", "party", "open_volume", "average_entry_price", "realised", "unrealised", "loss", "adjustment", "fees_paid",
		"status", "updated", "height",
	},
	key: "market, party",
	update: []string{
		"open_volume", "average_entry_price", "realised", "unrealised", "loss", "adjustment", "fees_paid", "status", "updated", "height",
	},
}

// OnPositionUpdated notes a position.
func (s *Positions) OnPositionUpdated(e generated.PositionUpdatedEvent) {
	if !s.db.skips(e.BlockHeight()) {
		p := e.PositionUpdated().Position
		s.changed.set([2]string{p.MarketID, p.PartyID}, p)
	}
}

// OnEndBlock writes the positions that changed in the block.
func (s *Positions) OnEndBlock(e events.EndBlock) {
	for _, p := range s.changed.take() {
		s.add(
			p.MarketID, p.PartyID, p.OpenVolume.String(), p.AverageEntryPrice.String(), p.PnL.Realised.String(), p.PnL.Unrealised.String(),
			p.Loss.String(), p.Adjustment.String(), p.Life.FeesPaid.Add(p.Life.TakerFeesPaid).String(),
			p.Status.String(), nanos(p.UpdatedAt), int64(e.BlockHeight()),
		)
	}
	s.write()
}
