package positions

import "github.com/busgen/busgen/domain"

func (p *Positions) settlePosition(e domain.SettlePosition) {
	p.create(e.MarketID, e.PartyID, func(q *Position) { q.SettlePosition(e) })
}

func (p *Positions) settleDistressed(e domain.SettleDistressed) {
	p.create(e.MarketID, e.PartyID, func(q *Position) { q.SettleDistressed(e) })
}

func (p *Positions) lossSocialization(e domain.LossSocialization) {
	p.update(p.find(e.MarketID, e.PartyID), func(q *Position) { q.LossSocialization(e) })
}

func (p *Positions) fundingPayments(e domain.FundingPayments) {
	for _, payment := range e.Payments.All() {
		p.update(p.find(e.MarketID, payment.PartyID), func(q *Position) { q.FundingPayment(payment) })
	}
}

func (p *Positions) distressedOrders(e domain.DistressedOrders) {
	for _, id := range e.PartyIDs.All() {
		p.update(p.find(e.MarketID, id), func(q *Position) { q.Mark(domain.PositionStatusOrdersClosed) })
	}
}

func (p *Positions) distressedPositions(e domain.DistressedPositions) {
	for _, id := range e.DistressedIDs.All() {
		p.update(p.find(e.MarketID, id), func(q *Position) { q.Mark(domain.PositionStatusDistressed) })
	}
	for _, id := range e.SafeIDs.All() {
		p.update(p.find(e.MarketID, id), func(q *Position) { q.Mark(domain.PositionStatusUnspecified) })
	}
}

func (p *Positions) marketSettled(e domain.MarketSettled) {
	m := p.markets[e.MarketID]
	if m == nil {
		return
	}
	m.settle(e.PositionFactor)
	for _, r := range m.sorted() {
		p.update(r, func(q *Position) { q.MarketSettled(e) })
	}
}

func (p *Positions) trade(t domain.Trade) {
	m := p.markets[t.MarketID]
	if m == nil {
		return
	}
	if t.Type == domain.TradeTypeNetworkCloseOutBad {
		p.closeOut(m, t)
		return
	}
	p.create(m.id, t.Buyer.PartyID, func(q *Position) { q.Trade(t, domain.SideBuy) })
	p.create(m.id, t.Seller.PartyID, func(q *Position) { q.Trade(t, domain.SideSell) })
}

func (p *Positions) closeOut(m *market, t domain.Trade) {
	p.create(m.id, party(t, other(networkSide(t))), func(q *Position) { q.TakenOver(t) })
	p.create(m.id, domain.Network, func(q *Position) { q.TakeOver(t, m.closeOutFactor()) })
}
