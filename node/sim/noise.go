package sim

import (
	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/node/engine/execution"
)

// patience is the number of orders that a noise trader has in a book before it cancels the oldest.
const patience = 5

// trade sends some order, amendment or cancellation, every third block.
func trade(d *desk, out *orders) {
	m := d.market
	if m.shock.wild && d.random.IntN(2) == 0 { // follows the oracle, and fills quotes that are old
		out.add(d.order(side(m.shock.step), domain.OrderTypeMarket, domain.TimeInForceIOC, 0, 6*m.product.lot))
		return
	}
	if d.random.IntN(3) != 0 {
		return
	}
	side := side(d.random.Int64N(2) - 1)
	size := 1 + d.random.Uint64N(m.product.lot)
	if len(d.live) > patience {
		out.add(execution.CancelOrder{MarketID: m.definition.ID, PartyID: d.name, OrderID: d.live[0].id})
		return
	}
	switch roll := d.random.IntN(100); {
	case roll < 30:
		out.add(d.order(side, domain.OrderTypeMarket, domain.TimeInForceIOC, 0, size))
	case roll < 55:
		out.add(d.order(side, domain.OrderTypeLimit, domain.TimeInForceGTC, d.around(), size))
	case roll < 67:
		o := d.order(side, domain.OrderTypeLimit, domain.TimeInForceGTC, d.better(side), size)
		o.PostOnly = true
		out.add(o)
	case roll < 72:
		out.add(d.order(side, domain.OrderTypeLimit, domain.TimeInForceIOC, d.around(), size))
	case roll < 78:
		out.add(d.order(side, domain.OrderTypeMarket, domain.TimeInForceFOK, 0, 4*size))
	case roll < 84:
		out.add(d.reduce(size))
	default:
		d.change(roll, out)
	}
}

// change amends or cancels an order of the desk.
func (d *desk) change(roll int, out *orders) {
	id := d.market.definition.ID
	if len(d.live) == 0 {
		return
	}
	o := d.live[d.random.IntN(len(d.live))]
	switch {
	case roll < 88:
		out.add(execution.CancelOrder{MarketID: id, PartyID: d.name, OrderID: o.id})
	case roll < 90:
		out.add(execution.CancelOrder{MarketID: id, PartyID: d.name})
	case roll < 95:
		out.add(execution.AmendOrder{MarketID: id, PartyID: d.name, OrderID: o.id, Price: d.around()})
	default:
		out.add(execution.AmendOrder{MarketID: id, PartyID: d.name, OrderID: o.id, Size: 1 + d.random.Uint64N(2*d.market.product.lot)})
	}
}

// around returns a price near the mark price, on either side.
func (d *desk) around() uint64 { return shift(d.market.mark, d.random.Int64N(81)-40) }
