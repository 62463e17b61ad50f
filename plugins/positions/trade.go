package positions

import (
	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/generated"
)

// Trade adds the fees of the party's side of a trade, and of the other side's fees what the party earned as maker. It moves no
// volume: the next settlement does. Side is domain.SideBuy or domain.SideSell.
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

// charged returns all of a fee but the maker's part.
func charged(f generated.FeeView) domain.Decimal {
	return f.Infrastructure().Add(f.Liquidity()).Add(f.Treasury()).Add(f.BuyBack()).Add(f.HighVolumeMaker())
}

// TakenOver applies the trade by which the network takes the party's position over. Only fees move here: the SettleDistressed that
// follows removes the volume.
func (p *Position) TakenOver(t generated.TradeView) {
	p.Trade(t, other(networkSide(t)))
	p.SinceOpened = domain.Totals{}
}

// TakeOver applies the same trade to the network's own position, which gets the volume at once. The factor is that of the market's
// settlement, or 1 before there was one; the price is the trade's market price.
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

// networkSide returns the network's side of a close-out. Where neither party is the network, it sells.
func networkSide(t generated.TradeView) domain.Side {
	if t.Buyer().PartyID() == domain.Network {
		return domain.SideBuy
	}
	return domain.SideSell
}

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
