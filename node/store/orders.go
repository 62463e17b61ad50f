package store

import (
	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
)

// Orders stores every order, rejected ones included.
type Orders struct {
	*table
	changed latest[string, domain.Order]
}

var ordersTable = definition{
	name: "orders",
	columns: []string{
		"id", "market", "party", "reference", "side", "type", "time_in_force", "status", "reason", "price", "size", "remaining", "version",
		"created", "height",
	},
	key:    "id",
	update: []string{"status", "reason", "price", "size", "remaining", "version", "height"},
}

// OnOrder takes an order for the end of the block.
func (s *Orders) OnOrder(e generated.Order) {
	if !s.db.skips(e.BlockHeight()) {
		o := e.Order()
		s.changed.set(o.ID(), o.AsStruct())
	}
}

// OnEndBlock writes the orders that changed in the block.
func (s *Orders) OnEndBlock(e events.EndBlock) {
	height := int64(e.BlockHeight())
	for _, o := range s.changed.take() {
		s.add(
			o.ID, o.MarketID, o.PartyID, o.Reference, o.Side.String(), o.Type.String(), o.TimeInForce.String(), o.Status.String(),
			o.Reason.String(), o.Price.String(), size(o.Size), size(o.Remaining), int64(o.Version), height, height,
		)
	}
	s.write()
}
