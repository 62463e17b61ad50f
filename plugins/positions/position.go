package positions

import (
	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/generated"
)

// Position holds a position and applies events to it, one method per event. The methods read events
// through views, retain none of them, read no clock and cannot fail. A Position is not safe for
// concurrent use.
type Position struct {
	domain.Position
}

// NewPosition returns the position of a party that has not traded in the market. All its figures
// are zero.
func NewPosition(market, party string) Position {
	return Position{domain.Position{
		Market: domain.Market{MarketID: market},
		Party:  domain.Party{PartyID: party},
	}}
}

// SettlePosition books the trades since the last settlement, in order, and marks the open volume to
// the event's price.
func (p *Position) SettlePosition(e generated.SettlePositionView) {
	for _, t := range e.Trades().All() {
		p.book(signed(t.Size), t.Price, e.PositionFactor())
	}
	p.mark(e.Price(), e.PositionFactor())
	p.Rounded.PnL.Unrealised = whole(p.PnL.Unrealised)
	p.UpdatedAt = e.At()
}

// book moves the volume by one trade. It is the only method that computes the rounded realised gain
// from the precise one.
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

// gain returns the gain of a volume that was bought at the average price and is now worth another
// price, in asset units. A loss is negative.
func (p *Position) gain(price, volume, factor domain.Decimal) domain.Decimal {
	return ratio(price.Sub(p.AverageEntryPrice).Mul(volume), factor)
}

// open adds volume and includes its price in the average price.
func (p *Position) open(opened, price domain.Decimal) {
	volume := p.OpenVolume.Add(opened)
	p.AverageEntryPrice = ratio(p.AverageEntryPrice.Mul(p.OpenVolume).Add(price.Mul(opened)), volume)
	p.OpenVolume = volume
}

// mark sets the precise unrealised gain of the open volume.
func (p *Position) mark(price, factor domain.Decimal) {
	p.PnL.Unrealised = p.gain(price, p.OpenVolume, factor)
}

// SettleDistressed closes the position out. It realises the unrealised gain and subtracts the
// confiscated margin.
func (p *Position) SettleDistressed(e generated.SettleDistressedView) {
	p.Rounded.PnL.Realised = p.Rounded.PnL.Realised.Add(p.Rounded.PnL.Unrealised).Sub(e.Margin())
	p.PnL.Realised = p.PnL.Realised.Add(p.PnL.Unrealised).Sub(e.Margin())
	p.PnL.Unrealised, p.Rounded.PnL.Unrealised = domain.Decimal{}, domain.Decimal{}
	p.AverageEntryPrice, p.Rounded.AverageEntryPrice = domain.Decimal{}, domain.Decimal{}
	p.OpenVolume = domain.Decimal{}
	p.Status = domain.PositionStatusClosedOut
	p.UpdatedAt = e.At()
}

// LossSocialization adds a loss that the party bears because another party could not pay, or, if the
// amount is positive, an adjustment in its favour.
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

// FundingPayment adds the party's share of a funding payment.
func (p *Position) FundingPayment(payment domain.FundingPayment) {
	p.realise(payment.Amount)
	p.fund(payment.Amount)
}

// realise adds the same amount to both realised gains.
func (p *Position) realise(amount domain.Decimal) {
	p.PnL.Realised = p.PnL.Realised.Add(amount)
	p.Rounded.PnL.Realised = p.Rounded.PnL.Realised.Add(amount)
}

// fund adds an amount to the funding totals.
func (p *Position) fund(amount domain.Decimal) {
	p.Life.Funding = p.Life.Funding.Add(amount)
	p.SinceOpened.Funding = p.SinceOpened.Funding.Add(amount)
}

// SetStatus sets the status, which changes when the party becomes distressed or safe.
func (p *Position) SetStatus(status domain.PositionStatus) { p.Status = status }

// MarketSettled realises the gain of the final settlement. It changes only the two rounded gains.
func (p *Position) MarketSettled(e generated.MarketSettledView) {
	final := whole(p.gain(e.Price(), p.OpenVolume, e.PositionFactor()))
	p.Rounded.PnL.Realised = p.Rounded.PnL.Realised.Add(final)
	p.Rounded.PnL.Unrealised = domain.Decimal{}
}
