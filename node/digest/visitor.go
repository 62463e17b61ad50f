package digest

import "github.com/busgen/busgen/generated"

// visitor finds the payload of an event. It has a line for each type of event, as generated.Visitor demands.
type visitor Digest

func (v *visitor) VisitAccount(e *generated.Account) { payload(v, e.Account()) }
func (v *visitor) VisitAuction(e *generated.Auction) { payload(v, e.Auction()) }
func (v *visitor) VisitDeposit(e *generated.Deposit) { payload(v, e.Deposit()) }
func (v *visitor) VisitDistressedOrders(e *generated.DistressedOrders) {
	payload(v, e.DistressedOrders())
}
func (v *visitor) VisitDistressedPositions(e *generated.DistressedPositions) {
	payload(v, e.DistressedPositions())
}
func (v *visitor) VisitEpoch(e *generated.Epoch)                     { payload(v, e.Epoch()) }
func (v *visitor) VisitFundingPayments(e *generated.FundingPayments) { payload(v, e.FundingPayments()) }
func (v *visitor) VisitFundingPeriod(e *generated.FundingPeriod)     { payload(v, e.FundingPeriod()) }
func (v *visitor) VisitLedgerMovement(e *generated.LedgerMovement)   { payload(v, e.LedgerMovement()) }
func (v *visitor) VisitLossSocialization(e *generated.LossSocialization) {
	payload(v, e.LossSocialization())
}
func (v *visitor) VisitMarginLevels(e *generated.MarginLevels)       { payload(v, e.MarginLevels()) }
func (v *visitor) VisitMarketCreated(e *generated.MarketCreated)     { payload(v, e.MarketCreated()) }
func (v *visitor) VisitMarketData(e *generated.MarketData)           { payload(v, e.MarketData()) }
func (v *visitor) VisitMarketSettled(e *generated.MarketSettled)     { payload(v, e.MarketSettled()) }
func (v *visitor) VisitMarketUpdated(e *generated.MarketUpdated)     { payload(v, e.MarketUpdated()) }
func (v *visitor) VisitNotice(e *generated.Notice)                   { payload(v, e.Notice()) }
func (v *visitor) VisitOrder(e *generated.Order)                     { payload(v, e.Order()) }
func (v *visitor) VisitOrderRejected(e *generated.OrderRejected)     { payload(v, e.OrderRejected()) }
func (v *visitor) VisitOrdersCancelled(e *generated.OrdersCancelled) { payload(v, e.OrdersCancelled()) }
func (v *visitor) VisitOrdersExpired(e *generated.OrdersExpired)     { payload(v, e.OrdersExpired()) }
func (v *visitor) VisitPartyAdded(e *generated.PartyAdded)           { payload(v, e.PartyAdded()) }
func (v *visitor) VisitPositionResolution(e *generated.PositionResolution) {
	payload(v, e.PositionResolution())
}
func (v *visitor) VisitPositionState(e *generated.PositionState)     { payload(v, e.PositionState()) }
func (v *visitor) VisitPositionUpdated(e *generated.PositionUpdated) { payload(v, e.PositionUpdated()) }
func (v *visitor) VisitSettleDistressed(e *generated.SettleDistressed) {
	payload(v, e.SettleDistressed())
}
func (v *visitor) VisitSettlePosition(e *generated.SettlePosition) { payload(v, e.SettlePosition()) }
func (v *visitor) VisitStopOrder(e *generated.StopOrder)           { payload(v, e.StopOrder()) }
func (v *visitor) VisitTimeUpdate(e *generated.TimeUpdate)         { payload(v, e.TimeUpdate()) }
func (v *visitor) VisitTrade(e *generated.Trade)                   { payload(v, e.Trade()) }
func (v *visitor) VisitTxFailed(e *generated.TxFailed)             { payload(v, e.TxFailed()) }
func (v *visitor) VisitWithdrawal(e *generated.Withdrawal)         { payload(v, e.Withdrawal()) }
