package positions

import "github.com/busgen/busgen/generated"

var _ interface {
	generated.SettlePositionConsumer
	generated.SettleDistressedConsumer
	generated.LossSocializationConsumer
	generated.FundingPaymentsConsumer
	generated.DistressedOrdersConsumer
	generated.DistressedPositionsConsumer
	generated.MarketSettledConsumer
	generated.TradeConsumer
} = (*Positions)(nil)

// OnSettlePosition books trades and marks to market; it adds the row if there is none.
func (p *Positions) OnSettlePosition(e generated.SettlePositionEvent) {
	p.settlePosition(e.SettlePosition())
}

// OnSettleDistressed closes a position out; it adds the row if there is none.
func (p *Positions) OnSettleDistressed(e generated.SettleDistressedEvent) {
	p.settleDistressed(e.SettleDistressed())
}

// OnLossSocialization adds to a row that is known.
func (p *Positions) OnLossSocialization(e generated.LossSocializationEvent) {
	p.lossSocialization(e.LossSocialization())
}

// OnFundingPayments adds to the rows that are known.
func (p *Positions) OnFundingPayments(e generated.FundingPaymentsEvent) {
	p.fundingPayments(e.FundingPayments())
}

// OnDistressedOrders sets the status of the rows that are known.
func (p *Positions) OnDistressedOrders(e generated.DistressedOrdersEvent) {
	p.distressedOrders(e.DistressedOrders())
}

// OnDistressedPositions sets the status of the rows that are known: first of the distressed, then of the safe.
func (p *Positions) OnDistressedPositions(e generated.DistressedPositionsEvent) {
	p.distressedPositions(e.DistressedPositions())
}

// OnMarketSettled shows the final settlement in every row of the market, in the order of their parties.
func (p *Positions) OnMarketSettled(e generated.MarketSettledEvent) {
	p.marketSettled(e.MarketSettled())
}

// OnTrade adds fees to both sides and, in a close-out, volume to the network; in a known market it adds rows.
func (p *Positions) OnTrade(e generated.TradeEvent) { p.trade(e.Trade()) }
