package liquidation

import (
	"strconv"
	"time"

	"github.com/quagmt/udecimal"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/node/engine/matching"
)

// Shed offers the network's volume to the book, at prices within the disposal range of the mark price. The trades have no fees. It
// emits nothing if the network holds nothing, or if no order matches.
func (e *Engine) Shed(mark uint64, at time.Time) {
	open := e.config.Positions.Position(domain.Network).Open
	if open == 0 {
		return
	}
	order := e.order(open, mark)
	plan := e.config.Book.Plan(order, open)
	if len(plan.Fills) == 0 {
		return
	}
	e.orders++
	e.config.Booked(e.config.Book.Accept(plan, nil, at))
	e.config.Positions.Post()
}

// order returns the network's next order, which closes a volume.
func (e *Engine) order(open int64, mark uint64) matching.Order {
	down, up := e.bounds(mark)
	o := matching.Order{
		ID:          e.config.MarketID + "-n" + strconv.FormatUint(e.orders+1, 10),
		PartyID:     domain.Network,
		Side:        domain.SideSell,
		Type:        domain.OrderTypeNetwork,
		TimeInForce: domain.TimeInForceIOC,
		Price:       down,
		Size:        uint64(open),
	}
	if open < 0 {
		o.Side, o.Price, o.Size = domain.SideBuy, up, uint64(-open)
	}
	o.Remaining = o.Size
	return o
}

// bounds returns the lowest and the highest price of the disposal range. The lowest is at least 1, because an order with a price of 0
// has no limit.
func (e *Engine) bounds(mark uint64) (down, up uint64) {
	off := number(mark).Mul(e.config.DisposalRange)
	low, high := number(mark).Sub(off).Ceil(), number(mark).Add(off).Floor()
	return whole(udecimal.Max(low, udecimal.One)), whole(high)
}

// whole returns a price as an integer. It panics if the price is none: execution bounds mark prices and disposal ranges.
func whole(price domain.Decimal) uint64 {
	n, err := price.Int64()
	if err != nil || n < 0 {
		panic("liquidation: the price " + price.String() + " is no market price: execution bounds mark prices and ranges")
	}
	return uint64(n)
}
