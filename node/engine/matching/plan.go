package matching

import (
	"time"

	"github.com/busgen/busgen/domain"
)

// Plan is what would happen to an order if it entered now.
type Plan struct {
	Order Order
	Fills []Fill // in order
	Rests uint64 // size that enters the book
	// Refused is the reason if the order is rejected. It then neither fills nor rests.
	Refused domain.OrderReason
	// Stopped is the reason for removing what neither fills nor rests, unless that is the order's time in force.
	Stopped domain.OrderReason

	version uint64 // of the book
}

// Fill is a match with an order in the book.
type Fill struct {
	Maker Order // before the fill
	Price uint64
	Size  uint64
}

// Fees are what the two sides of one fill pay.
type Fees struct{ Buyer, Seller domain.Fee }

// Plan returns what would happen to an order now, and changes nothing. Open is the open volume of its party, for reduce-only orders. If
// an order with the same ID rests in the book, the new one replaces it. Plan panics if the order would rest and has no price.
func (b *Book) Plan(o Order, open int64) Plan {
	resting := o.TimeInForce == domain.TimeInForceGTC
	if resting && o.Price == 0 {
		panic("matching: order " + o.ID + " has no price and cannot rest: it must be immediate or cancel, or fill or kill")
	}
	p := Plan{Order: o, version: b.version}
	size := o.Remaining
	if o.ReduceOnly {
		size = min(size, reducible(o.Side, open))
		if size == 0 {
			return p.refuse(domain.OrderReasonReduceOnlyOrderWouldNotReducePosition)
		}
	}
	left := b.match(&p, size)
	switch {
	case o.PostOnly && (len(p.Fills) > 0 || p.Stopped != domain.OrderReasonUnspecified):
		return p.refuse(domain.OrderReasonPostOnlyOrderWouldTrade)
	case o.TimeInForce == domain.TimeInForceFOK && left > 0:
		return p.refuse(domain.OrderReasonInvalidRemainingSize)
	case resting && p.Stopped == domain.OrderReasonUnspecified:
		p.Rests = left
	}
	return p
}

func (p Plan) refuse(reason domain.OrderReason) Plan {
	return Plan{Order: p.Order, Refused: reason, version: p.version}
}

// reducible returns the size of a position that an order on a side can close.
func reducible(side domain.Side, open int64) uint64 {
	switch {
	case side == domain.SideSell && open > 0:
		return uint64(open)
	case side == domain.SideBuy && open < 0:
		return uint64(-open)
	default:
		return 0
	}
}

// match adds the fills of a size to a plan, and returns what is left of the size.
func (b *Book) match(p *Plan, size uint64) uint64 {
	levels := b.half(opposite(p.Order.Side)).levels
	for i := len(levels) - 1; i >= 0 && size > 0 && p.Order.accepts(levels[i].price); i-- {
		for e := levels[i].first; e != nil && size > 0; e = e.behind {
			if e.PartyID == p.Order.PartyID {
				p.Stopped = domain.OrderReasonSelfTrading
				return size
			}
			filled := min(size, e.Remaining)
			p.Fills = append(p.Fills, Fill{Maker: e.Order, Price: e.Price, Size: filled})
			size -= filled
		}
	}
	return size
}

func opposite(side domain.Side) domain.Side {
	if side == domain.SideBuy {
		return domain.SideSell
	}
	return domain.SideBuy
}

// Accept carries out a plan, emits what happens, and returns the trades in order. It panics if the plan is refused, or if the book has
// changed since. Fees has the fees of each fill; nil means none.
func (b *Book) Accept(p Plan, fees []Fees, at time.Time) []domain.Trade {
	if p.version != b.version || p.Refused != domain.OrderReasonUnspecified {
		panic("matching: Accept of a plan for order " + p.Order.ID + " that is refused, or older than the last change of the book: plan it again")
	}
	o := p.Order
	if old := b.orders[o.ID]; old != nil {
		b.take(old)
		o.Version++
	}
	trades := make([]domain.Trade, len(p.Fills))
	for i, fill := range p.Fills {
		o.Remaining -= fill.Size
		trades[i] = b.trade(o, fill, at)
		if fees != nil {
			trades[i].Buyer.Fee, trades[i].Seller.Fee = fees[i].Buyer, fees[i].Seller
		}
		b.config.Emit.EmitTrade(trades[i])
		b.fill(fill)
	}
	if p.Rests > 0 {
		b.rest(o)
	}
	b.config.Emit.EmitOrder(o.event(b.market(), status(o, p), p.Stopped))
	return trades
}

// status returns the status of an order that has entered.
func status(o Order, p Plan) domain.OrderStatus {
	switch {
	case o.Remaining == 0:
		return domain.OrderStatusFilled
	case p.Rests > 0:
		return domain.OrderStatusActive
	case o.Remaining < o.Size:
		return domain.OrderStatusPartiallyFilled
	default:
		return domain.OrderStatusStopped
	}
}

// fill reduces the order in the book by a fill, and emits what remains of it.
func (b *Book) fill(f Fill) {
	e := b.orders[f.Maker.ID]
	if f.Size == e.Remaining {
		b.take(e)
		e.Remaining = 0
		b.emit(e.Order, domain.OrderStatusFilled)
		return
	}
	b.version++
	e.Remaining -= f.Size
	e.level.volume -= f.Size
	b.emit(e.Order, domain.OrderStatusActive)
}

// trade returns the trade of a fill.
func (b *Book) trade(taker Order, f Fill, at time.Time) domain.Trade {
	b.trades++
	t := domain.Trade{
		Market:     b.market(),
		ID:         b.tradeID(),
		Type:       domain.TradeTypeDefault,
		Aggressor:  taker.Side,
		Buyer:      domain.TradeSide{PartyID: taker.PartyID, OrderID: taker.ID},
		Seller:     domain.TradeSide{PartyID: f.Maker.PartyID, OrderID: f.Maker.ID},
		Size:       f.Size,
		Price:      number(f.Price),
		AssetPrice: number(f.Price).Mul(b.config.PriceFactor),
		At:         at,
	}
	if taker.Side == domain.SideSell {
		t.Buyer, t.Seller = t.Seller, t.Buyer
	}
	if taker.PartyID == domain.Network {
		t.Type = domain.TradeTypeNetworkCloseOutGood
	}
	return t
}
