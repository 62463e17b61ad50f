package execution

import (
	"github.com/quagmt/udecimal"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/node/engine/matching"
	"github.com/busgen/busgen/node/engine/positions"
)

// check returns the reason if the party cannot afford a plan. An order that does not increase the risk of the position needs money for
// its fees only. Any other order also needs the initial margin of the position that it could lead to, and what it loses at the mark
// price, because that is charged at the next mark.
func (m *market) check(before positions.Position, plan matching.Plan, resting uint64, b bill) domain.OrderReason {
	after := planned(before, plan, resting)
	if max(volume(after.Open, after.Buys), volume(after.Open, after.Sells)) > MaxVolume {
		return domain.OrderReasonInvalidSize
	}
	id := m.definition.ID
	money := m.accounts.Balance(m.accounts.General(after.PartyID)).Add(m.accounts.Balance(m.accounts.Margin(after.PartyID, id)))
	if money.LessThan(b.total) {
		return domain.OrderReasonInsufficientFundsToPayFees
	}
	mark := m.assetPrice(m.mark)
	need := m.margins.Levels(after, mark)
	if need.Maintenance.LessThanOrEqual(m.margins.Levels(before, mark).Maintenance) {
		return domain.OrderReasonUnspecified
	}
	if money.LessThan(need.Initial.Add(b.total).Add(m.loss(plan))) {
		return domain.OrderReasonMarginCheckFailed
	}
	return domain.OrderReasonUnspecified
}

// planned returns the party's position after a plan that replaces a resting size.
func planned(p positions.Position, plan matching.Plan, resting uint64) positions.Position {
	var filled uint64
	for _, fill := range plan.Fills {
		filled += fill.Size
	}
	if plan.Order.Side == domain.SideBuy {
		p.Open += int64(filled)
		p.Buys += int64(plan.Rests) - int64(resting)
	} else {
		p.Open -= int64(filled)
		p.Sells += int64(plan.Rests) - int64(resting)
	}
	return p
}

// volume returns the largest size that a position could reach on either side.
func volume(open, orders int64) int64 {
	if open < 0 {
		open = -open
	}
	return open + orders
}

// loss returns what the party's unmarked trades and the plan have lost at the mark price, if the whole plan fills at its prices. It is in
// asset units, rounded up, and 0 if they gain.
func (m *market) loss(plan matching.Plan) domain.Decimal {
	cost := m.value(plan.Rests, plan.Order.Price)
	size := plan.Rests
	for _, fill := range plan.Fills {
		cost = cost.Add(m.value(fill.Size, fill.Price))
		size += fill.Size
	}
	gain := m.value(size, m.mark).Sub(cost)
	if plan.Order.Side == domain.SideSell {
		gain = gain.Neg()
	}
	gain = gain.Add(m.settlement.Unbooked(plan.Order.PartyID, m.assetPrice(m.mark)))
	return udecimal.Max(gain.Neg(), udecimal.Zero).Ceil()
}
