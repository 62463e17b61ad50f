package positions

import "github.com/busgen/busgen/domain"

// Trade adds the fees of the party's side of a trade, and of the other side's what the party earned as maker. It moves
// no volume: the next settlement does. Side is domain.SideBuy or domain.SideSell.
func (p *Position) Trade(t domain.Trade, side domain.Side) {
	own, other := t.Buyer.Fee, t.Seller.Fee
	if side == domain.SideSell {
		own, other = other, own
	}
	var received domain.Decimal
	if t.Aggressor != side {
		received = other.Maker
	}
	for _, totals := range []*domain.Totals{&p.Life, &p.SinceOpened} {
		totals.TakerFeesPaid = totals.TakerFeesPaid.Add(own.Maker)
		totals.FeesPaid = totals.FeesPaid.Add(charged(own))
		totals.MakerFeesReceived = totals.MakerFeesReceived.Add(received)
	}
}

// charged is all of a fee but the maker's part.
func charged(f domain.Fee) domain.Decimal {
	return f.Infrastructure.Add(f.Liquidity).Add(f.Treasury).Add(f.BuyBack).Add(f.HighVolumeMaker)
}
