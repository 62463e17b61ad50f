package positions

import "github.com/busgen/busgen/domain"

// TakenOver applies the trade by which the network takes the party's position over. Only fees move here: the volume
// goes when the SettleDistressed comes that follows.
func (p *Position) TakenOver(t domain.Trade) {
	p.Trade(t, other(networkSide(t)))
	p.SinceOpened = domain.Totals{}
}

// TakeOver applies the same trade to the network's own position, which gets the volume at once. The factor is that of
// the market's settlement, or 1 while there was none; the price is the trade's market price.
func (p *Position) TakeOver(t domain.Trade, factor domain.Decimal) {
	side := networkSide(t)
	p.Trade(t, side)
	size := unsigned(t.Size)
	if side == domain.SideSell {
		size = size.Neg()
	}
	closed, opened := split(p.OpenVolume, size)
	delta := p.gain(t.Price, closed, factor)
	p.realise(delta)
	p.PnL.Unrealised = p.PnL.Unrealised.Sub(delta)
	p.Rounded.PnL.Unrealised = p.Rounded.PnL.Unrealised.Sub(delta)
	p.OpenVolume = p.OpenVolume.Sub(closed)
	p.open(opened, t.Price)
	p.Rounded.AverageEntryPrice = whole(p.AverageEntryPrice)
	p.mark(t.Price, factor)
	if p.OpenVolume.IsZero() {
		p.Rounded.PnL.Unrealised = domain.Decimal{}
	}
}

// networkSide is the side of a close-out that the network is on. Where neither party is the network, it sells.
func networkSide(t domain.Trade) domain.Side {
	if t.Buyer.PartyID == domain.Network {
		return domain.SideBuy
	}
	return domain.SideSell
}

func other(side domain.Side) domain.Side {
	if side == domain.SideBuy {
		return domain.SideSell
	}
	return domain.SideBuy
}

func party(t domain.Trade, side domain.Side) string {
	if side == domain.SideBuy {
		return t.Buyer.PartyID
	}
	return t.Seller.PartyID
}
