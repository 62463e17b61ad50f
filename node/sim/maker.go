package sim

import (
	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/node/engine/execution"
)

const (
	levels    = 4  // that a maker quotes on each side
	heaviest  = 60 // lots that a maker holds before it stops quoting the side that adds to them
	courage   = 5  // one of so many makers quotes during a shock
	leanEvery = 6  // lots that move a maker's quotes by a ten-thousandth
)

// references name a maker's quotes, by side and level.
var references = [2][levels]string{{"bid-1", "bid-2", "bid-3", "bid-4"}, {"offer-1", "offer-2", "offer-3", "offer-4"}}

// quote updates a maker's quotes, in two blocks of three, and never those of all makers in the same block.
func quote(d *desk, out *orders) {
	m := d.market
	if m.shock.blocks > 0 && d.number%courage != 0 {
		if len(d.live) > 0 {
			out.add(execution.CancelOrder{MarketID: m.definition.ID, PartyID: d.name})
		}
		return
	}
	if d.random.IntN(3) == 0 {
		return
	}
	lean := -d.volume / int64(leanEvery*m.product.lot)
	for level := range levels {
		width := int64(3 + d.number%4 + level*(3+d.random.IntN(3)))
		size := m.product.lot * uint64(1+level)
		d.quoteSide(domain.SideBuy, references[0][level], shift(m.fair, lean-width), size, out)
		d.quoteSide(domain.SideSell, references[1][level], shift(m.fair, lean+width), size, out)
	}
}

// quoteSide places one quote, or moves it if it is in the book.
func (d *desk) quoteSide(side domain.Side, reference string, price, size uint64, out *orders) {
	full := d.held() > heaviest*d.market.product.lot && (d.volume > 0) == (side == domain.SideBuy)
	for _, o := range d.live {
		if o.reference != reference {
			continue
		}
		switch {
		case full:
			out.add(execution.CancelOrder{MarketID: d.market.definition.ID, PartyID: d.name, OrderID: o.id})
		case o.price != price:
			out.add(execution.AmendOrder{MarketID: d.market.definition.ID, PartyID: d.name, OrderID: o.id, Price: price})
		}
		return
	}
	if full {
		return
	}
	o := d.order(side, domain.OrderTypeLimit, domain.TimeInForceGTC, price, size)
	o.Reference = reference
	o.PostOnly = d.random.IntN(4) == 0
	out.add(o)
}
