package store

import (
	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
)

// Positions stores every position as the positions plug-in computes it. The plug-in has to emit them on the same bus.
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

// OnPositionUpdated takes a position for the end of the block.
func (s *Positions) OnPositionUpdated(e generated.PositionUpdated) {
	if !s.db.skips(e.BlockHeight()) {
		p := e.PositionUpdated().Position()
		s.changed.set([2]string{p.MarketID(), p.PartyID()}, p.AsStruct())
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
