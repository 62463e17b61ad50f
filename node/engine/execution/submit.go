package execution

import (
	"time"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/node/engine/matching"
)

// submit places an order.
func (m *market) submit(c SubmitOrder, at time.Time) error {
	o := matching.Order{
		ID:          m.orderID(),
		PartyID:     c.PartyID,
		Reference:   c.Reference,
		Side:        c.Side,
		Type:        c.Type,
		TimeInForce: c.TimeInForce,
		Price:       c.Price,
		Size:        c.Size,
		Remaining:   c.Size,
		PostOnly:    c.PostOnly,
		ReduceOnly:  c.ReduceOnly,
		Version:     1,
	}
	if !m.accounts.Known(c.PartyID) {
		m.book.Reject(o, domain.OrderReasonInvalidPartyId)
		return nil
	}
	if reason := refusal(c); reason != domain.OrderReasonUnspecified {
		m.book.Reject(o, reason)
		return nil
	}
	m.enter(o, 0, at)
	return nil
}

// refusal returns the reason if an order is invalid, independent of the book and the party's accounts.
func refusal(c SubmitOrder) domain.OrderReason {
	immediate := c.TimeInForce == domain.TimeInForceIOC || c.TimeInForce == domain.TimeInForceFOK
	switch {
	case c.Side != domain.SideBuy && c.Side != domain.SideSell:
		return domain.OrderReasonInvalidType
	case c.Size == 0 || c.Size > MaxSize:
		return domain.OrderReasonInvalidSize
	case !immediate && c.TimeInForce != domain.TimeInForceGTC:
		return domain.OrderReasonInvalidTimeInForce
	case immediate && c.PostOnly, !immediate && c.ReduceOnly:
		return domain.OrderReasonInvalidTimeInForce
	}
	switch c.Type {
	case domain.OrderTypeLimit:
		return priceRefusal(c.Price)
	case domain.OrderTypeMarket:
		if !immediate {
			return domain.OrderReasonInvalidTimeInForce
		}
		if c.Price != 0 {
			return domain.OrderReasonInvalidType
		}
		return domain.OrderReasonUnspecified
	default:
		return domain.OrderReasonInvalidType
	}
}

func priceRefusal(price uint64) domain.OrderReason {
	switch {
	case price == 0:
		return domain.OrderReasonPriceNotInTickSize
	case price > MaxPrice:
		return domain.OrderReasonPriceMustBeLessThanOrEqualToMaxPrice
	}
	return domain.OrderReasonUnspecified
}

// enter executes a new order, or a new version of one that rests with a size, if the party can pay for it.
func (m *market) enter(o matching.Order, resting uint64, at time.Time) {
	before := m.positions.Position(o.PartyID)
	plan := m.book.Plan(o, before.Open)
	if plan.Refused != domain.OrderReasonUnspecified {
		m.book.Reject(o, plan.Refused)
		return
	}
	bill := m.bill(plan)
	if reason := m.check(before, plan, resting, bill); reason != domain.OrderReasonUnspecified {
		m.book.Reject(o, reason)
		return
	}
	trades := m.book.Accept(plan, bill.fees, at)
	m.booked(trades)
	m.positions.Order(o.PartyID, o.Side, int64(plan.Rests)-int64(resting))
	m.pay(o.PartyID, bill)
	m.margins.Secure(m.positions.Position(o.PartyID), m.assetPrice(m.mark))
	m.positions.Post()
	m.accounts.Post(at)
}
