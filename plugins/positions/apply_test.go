package positions

import (
	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
)

// The methods in this file apply one payload as a kept event, without a bus.

func (p *Positions) settlePosition(e domain.SettlePosition) {
	p.OnSettlePosition(generated.NewSettlePosition(events.Header{}, e))
}

func (p *Positions) settleDistressed(e domain.SettleDistressed) {
	p.OnSettleDistressed(generated.NewSettleDistressed(events.Header{}, e))
}

func (p *Positions) lossSocialization(e domain.LossSocialization) {
	p.OnLossSocialization(generated.NewLossSocialization(events.Header{}, e))
}

func (p *Positions) fundingPayments(e domain.FundingPayments) {
	p.OnFundingPayments(generated.NewFundingPayments(events.Header{}, e))
}

func (p *Positions) distressedOrders(e domain.DistressedOrders) {
	p.OnDistressedOrders(generated.NewDistressedOrders(events.Header{}, e))
}

func (p *Positions) distressedPositions(e domain.DistressedPositions) {
	p.OnDistressedPositions(generated.NewDistressedPositions(events.Header{}, e))
}

func (p *Positions) marketSettled(e domain.MarketSettled) {
	p.OnMarketSettled(generated.NewMarketSettled(events.Header{}, e))
}

func (p *Positions) trade(t domain.Trade) { p.OnTrade(generated.NewTrade(events.Header{}, t)) }
