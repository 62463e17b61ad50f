package positions

import (
	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/generated"
)

// Position is a position that events change. Each method applies one event, which it reads through its view. None of them reads a
// clock, keeps its argument or can fail. A Position is not safe for concurrent use.
type Position struct {
	domain.Position
}

// NewPosition returns the position of a party that has not traded in the market: zeros everywhere.
func NewPosition(market, party string) Position {
	return Position{domain.Position{
		Market: domain.Market{MarketID: market},
		Party:  domain.Party{PartyID: party},
	}}
}

// SettlePosition books the trades since the last settlement, in order, and marks what is open to the event's price.
func (p *Position) SettlePosition(e generated.SettlePositionView) {
	for _, t := range e.Trades().All() {
		p.book(signed(t.Size), t.Price, e.PositionFactor())
	}
	p.mark(e.Price(), e.PositionFactor())
	p.Rounded.PnL.Unrealised = whole(p.PnL.Unrealised)
	p.UpdatedAt = e.At()
}

// book moves the volume by one trade. The rounded fields follow the precise ones here, and only here.
func (p *Position) book(size, price, factor domain.Decimal) {
	if p.OpenVolume.IsZero() {
		p.SinceOpened = domain.Totals{}
	}
	closed, opened := split(p.OpenVolume, size)
	if !closed.IsZero() {
		p.PnL.Realised = p.PnL.Realised.Add(p.gain(price, closed, factor))
		p.OpenVolume = p.OpenVolume.Sub(closed)
	}
	p.open(opened, price)
	p.Rounded.AverageEntryPrice = whole(p.AverageEntryPrice)
	p.Rounded.PnL.Realised = whole(p.PnL.Realised)
}

// gain returns what volume bought at the average price is worth more at another price, in asset units. A loss is negative.
func (p *Position) gain(price, volume, factor domain.Decimal) domain.Decimal {
	return ratio(price.Sub(p.AverageEntryPrice).Mul(volume), factor)
}

// open adds volume and weighs its price into the average.
func (p *Position) open(opened, price domain.Decimal) {
	volume := p.OpenVolume.Add(opened)
	p.AverageEntryPrice = ratio(p.AverageEntryPrice.Mul(p.OpenVolume).Add(price.Mul(opened)), volume)
	p.OpenVolume = volume
}

// mark sets the precise unrealised gain of what is open.
func (p *Position) mark(price, factor domain.Decimal) {
	p.PnL.Unrealised = p.gain(price, p.OpenVolume, factor)
}

// SettleDistressed closes the position out: the unrealised gain is realised, less what was confiscated.
func (p *Position) SettleDistressed(e generated.SettleDistressedView) {
	p.Rounded.PnL.Realised = p.Rounded.PnL.Realised.Add(p.Rounded.PnL.Unrealised).Sub(e.Margin())
	p.PnL.Realised = p.PnL.Realised.Add(p.PnL.Unrealised).Sub(e.Margin())
	p.PnL.Unrealised, p.Rounded.PnL.Unrealised = domain.Decimal{}, domain.Decimal{}
	p.AverageEntryPrice, p.Rounded.AverageEntryPrice = domain.Decimal{}, domain.Decimal{}
	p.OpenVolume = domain.Decimal{}
	p.Status = domain.PositionStatusClosedOut
	p.UpdatedAt = e.At()
}

// LossSocialization adds what the party lost, or was spared, because somebody could not pay.
func (p *Position) LossSocialization(e generated.LossSocializationView) {
	amount := e.Amount()
	if amount.IsNeg() {
		p.Loss = p.Loss.Add(amount)
	} else {
		p.Adjustment = p.Adjustment.Add(amount)
	}
	p.realise(amount)
	if e.Funding() {
		p.fund(amount)
	}
	p.UpdatedAt = e.At()
}

// FundingPayment adds the party's part of a funding payment.
func (p *Position) FundingPayment(payment domain.FundingPayment) {
	p.realise(payment.Amount)
	p.fund(payment.Amount)
}

// realise adds the same amount to both realised gains.
func (p *Position) realise(amount domain.Decimal) {
	p.PnL.Realised = p.PnL.Realised.Add(amount)
	p.Rounded.PnL.Realised = p.Rounded.PnL.Realised.Add(amount)
}

func (p *Position) fund(amount domain.Decimal) {
	p.Life.Funding = p.Life.Funding.Add(amount)
	p.SinceOpened.Funding = p.SinceOpened.Funding.Add(amount)
}

// Mark sets the status that distress of the party, or its end, gives the position.
func (p *Position) Mark(status domain.PositionStatus) { p.Status = status }

// MarketSettled shows the final settlement as realised. Everything but the two rounded gains stays as it was.
func (p *Position) MarketSettled(e generated.MarketSettledView) {
	final := whole(p.gain(e.Price(), p.OpenVolume, e.PositionFactor()))
	p.Rounded.PnL.Realised = p.Rounded.PnL.Realised.Add(final)
	p.Rounded.PnL.Unrealised = domain.Decimal{}
}
