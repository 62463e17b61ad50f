package positions

import (
	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/generated"
)

// Trade adds the fees that the party paid on its side of a trade, and the maker fee that it received
// from the other side. It does not move volume; the next settlement does. The side is domain.SideBuy
// or domain.SideSell.
func (p *Position) Trade(t generated.TradeView, on domain.Side) {
	own := side(t, on).Fee()
	var received domain.Decimal
	if t.Aggressor() != on {
		received = side(t, other(on)).Fee().Maker()
	}
	for _, totals := range []*domain.Totals{&p.Life, &p.SinceOpened} {
		totals.TakerFeesPaid = totals.TakerFeesPaid.Add(own.Maker())
		totals.FeesPaid = totals.FeesPaid.Add(charged(own))
		totals.MakerFeesReceived = totals.MakerFeesReceived.Add(received)
	}
}

// charged returns the sum of a fee's parts, without the maker's.
func charged(f generated.FeeView) domain.Decimal {
	return f.Infrastructure().Add(f.Liquidity()).Add(f.Treasury()).Add(f.BuyBack()).Add(f.HighVolumeMaker())
}

// HandOver applies a close-out to the position of the party that hands it over to the network. It
// changes only the fees; the SettleDistressed that follows removes the volume.
func (p *Position) HandOver(t generated.TradeView) {
	p.Trade(t, other(networkSide(t)))
	p.SinceOpened = domain.Totals{}
}

// TakeOver applies a close-out to the network's position, which gets the volume at once. The factor
// is that of the market's first final settlement, or 1 before it. The price is the trade's market
// price.
func (p *Position) TakeOver(t generated.TradeView, factor domain.Decimal) {
	on := networkSide(t)
	p.Trade(t, on)
	size, price := unsigned(t.Size()), t.Price()
	if on == domain.SideSell {
		size = size.Neg()
	}
	closed, opened := split(p.OpenVolume, size)
	delta := p.gain(price, closed, factor)
	p.realise(delta)
	p.PnL.Unrealised = p.PnL.Unrealised.Sub(delta)
	p.Rounded.PnL.Unrealised = p.Rounded.PnL.Unrealised.Sub(delta)
	p.OpenVolume = p.OpenVolume.Sub(closed)
	p.open(opened, price)
	p.Rounded.AverageEntryPrice = whole(p.AverageEntryPrice)
	p.mark(price, factor)
	if p.OpenVolume.IsZero() {
		p.Rounded.PnL.Unrealised = domain.Decimal{}
	}
}

// networkSide returns the network's side of a close-out. If neither party is the network, the
// network counts as the seller.
func networkSide(t generated.TradeView) domain.Side {
	if t.Buyer().PartyID() == domain.Network {
		return domain.SideBuy
	}
	return domain.SideSell
}

// other returns the opposite side.
func other(s domain.Side) domain.Side {
	if s == domain.SideBuy {
		return domain.SideSell
	}
	return domain.SideBuy
}

// side returns the party of a trade on a side.
func side(t generated.TradeView, s domain.Side) generated.TradeSideView {
	if s == domain.SideBuy {
		return t.Buyer()
	}
	return t.Seller()
}
