package sim

import (
	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/node/engine/execution"
)

// follow opens a position in the direction of the trend, and closes it after a while.
func follow(d *desk, out *orders) {
	roll := d.random.IntN(100)
	if d.volume != 0 {
		d.hold(roll, out)
		return
	}
	if len(d.live) > 0 && roll < 3 { // no longer waits
		out.add(execution.CancelOrder{MarketID: d.market.definition.ID, PartyID: d.name, OrderID: d.live[0].id})
	}
	if roll >= 12 || len(d.live) > 0 {
		return
	}
	side := side(d.market.trend(out.height))
	leverage := uint64(10 + d.random.IntN(15))
	size := d.market.affordable(d.free * leverage)
	if size == 0 {
		return
	}
	if roll < 7 { // waits for a better price, which it may get only when the market has turned
		o := d.order(side, domain.OrderTypeLimit, domain.TimeInForceGTC, d.better(side), size)
		out.add(o)
		return
	}
	out.add(d.order(side, domain.OrderTypeMarket, domain.TimeInForceIOC, 0, size))
}

// better returns a price that is a little better for the desk than the mark price.
func (d *desk) better(side domain.Side) uint64 {
	by := 5 + d.random.Int64N(80)
	if side == domain.SideBuy {
		by = -by
	}
	return shift(d.market.mark, by)
}

// hold adds the commands of a trend follower with a position. When a wild oracle brings gains, some double their position, and others
// withdraw the money, so that they have none when the price comes back.
func (d *desk) hold(roll int, out *orders) {
	shock := d.market.shock
	switch {
	case shock.wild && d.volume*shock.step > 0 && roll < 50:
		gain := d.market.worth(d.held()) / 10_000 * uint64(2*max(shock.step, -shock.step))
		out.add(execution.Withdraw{PartyID: d.name, Amount: amount(int64(d.free + gain*4/5))})
	case shock.wild && d.volume*shock.step > 0:
		for size := 2 * d.held(); size > d.held()/8; size /= 2 {
			out.add(d.order(side(d.volume), domain.OrderTypeMarket, domain.TimeInForceIOC, 0, size))
		}
	case roll < 3:
		out.add(d.reduce(d.held()))
	}
}
