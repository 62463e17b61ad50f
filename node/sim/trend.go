package sim

import "github.com/busgen/busgen/domain"

// follow puts a trend follower's money behind the trend, and takes it back after a while.
func follow(d *desk, out *orders) {
	roll := d.random.IntN(100)
	if d.volume != 0 {
		switch gains := d.volume*d.market.shock.step > 0; {
		case gains && roll < 60: // puts at stake what it has just won
			for size := 2 * d.held(); size > d.held()/8; size /= 2 {
				out.add(d.order(side(d.volume), domain.OrderTypeMarket, domain.TimeInForceIOC, 0, size))
			}
		case roll < 4:
			out.add(d.reduce(d.held()))
		}
		return
	}
	if roll >= 12 || len(d.live) > 0 {
		return
	}
	side := domain.SideBuy
	if by := d.market.trend(out.height); by < 0 || by == 0 && roll%2 == 0 {
		side = domain.SideSell
	}
	leverage := uint64(10 + d.random.IntN(15))
	size := d.market.affordable(d.free * leverage)
	if size == 0 {
		return
	}
	if roll < 4 { // waits for a better price, and may get it when it is none any more
		o := d.order(side, domain.OrderTypeLimit, domain.TimeInForceGTC, d.better(side), size)
		out.add(o)
		return
	}
	out.add(d.order(side, domain.OrderTypeMarket, domain.TimeInForceIOC, 0, size))
}

// better is a price somewhat on the desk's side of the mark price.
func (d *desk) better(side domain.Side) uint64 {
	by := 10 + d.random.Int64N(300)
	if side == domain.SideBuy {
		by = -by
	}
	return shift(d.market.mark, by)
}
