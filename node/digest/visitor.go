package digest

import "github.com/busgen/busgen/generated"

// visitor writes the payload of an event. It has a method for each type of event, as generated.Visitor requires.
type visitor Digest

func (v *visitor) VisitAccount(e *generated.Account) { payload(v, e.Account().AsStruct()) }
func (v *visitor) VisitAuction(e *generated.Auction) { payload(v, e.Auction().AsStruct()) }
func (v *visitor) VisitDeposit(e *generated.Deposit) { payload(v, e.Deposit().AsStruct()) }
func (v *visitor) VisitDistressedOrders(e *generated.DistressedOrders) {
	payload(v, e.DistressedOrders().AsStruct())
}
func (v *visitor) VisitDistressedPositions(e *generated.DistressedPositions) {
	payload(v, e.DistressedPositions().AsStruct())
}
func (v *visitor) VisitEpoch(e *generated.Epoch) { payload(v, e.Epoch().AsStruct()) }
func (v *visitor) VisitFundingPayments(e *generated.FundingPayments) {
	payload(v, e.FundingPayments().AsStruct())
}
func (v *visitor) VisitFundingPeriod(e *generated.FundingPeriod) {
	payload(v, e.FundingPeriod().AsStruct())
}
func (v *visitor) VisitLedgerMovement(e *generated.LedgerMovement) {
	payload(v, e.LedgerMovement().AsStruct())
}
func (v *visitor) VisitLossSocialization(e *generated.LossSocialization) {
	payload(v, e.LossSocialization().AsStruct())
}
func (v *visitor) VisitMarginLevels(e *generated.MarginLevels) {
	payload(v, e.MarginLevels().AsStruct())
}
func (v *visitor) VisitMarketCreated(e *generated.MarketCreated) {
	payload(v, e.MarketCreated().AsStruct())
}
func (v *visitor) VisitMarketData(e *generated.MarketData) { payload(v, e.MarketData().AsStruct()) }
func (v *visitor) VisitMarketSettled(e *generated.MarketSettled) {
	payload(v, e.MarketSettled().AsStruct())
}
func (v *visitor) VisitMarketUpdated(e *generated.MarketUpdated) {
	payload(v, e.MarketUpdated().AsStruct())
}
func (v *visitor) VisitNotice(e *generated.Notice) { payload(v, e.Notice().AsStruct()) }
func (v *visitor) VisitOrder(e *generated.Order)   { payload(v, e.Order().AsStruct()) }
func (v *visitor) VisitOrderRejected(e *generated.OrderRejected) {
	payload(v, e.OrderRejected().AsStruct())
}
func (v *visitor) VisitOrdersCancelled(e *generated.OrdersCancelled) {
	payload(v, e.OrdersCancelled().AsStruct())
}
func (v *visitor) VisitOrdersExpired(e *generated.OrdersExpired) {
	payload(v, e.OrdersExpired().AsStruct())
}
func (v *visitor) VisitPartyAdded(e *generated.PartyAdded) { payload(v, e.PartyAdded().AsStruct()) }
func (v *visitor) VisitPositionResolution(e *generated.PositionResolution) {
	payload(v, e.PositionResolution().AsStruct())
}
func (v *visitor) VisitPositionState(e *generated.PositionState) {
	payload(v, e.PositionState().AsStruct())
}
func (v *visitor) VisitPositionUpdated(e *generated.PositionUpdated) {
	payload(v, e.PositionUpdated().AsStruct())
}
func (v *visitor) VisitSettleDistressed(e *generated.SettleDistressed) {
	payload(v, e.SettleDistressed().AsStruct())
}
func (v *visitor) VisitSettlePosition(e *generated.SettlePosition) {
	payload(v, e.SettlePosition().AsStruct())
}
func (v *visitor) VisitStopOrder(e *generated.StopOrder)   { payload(v, e.StopOrder().AsStruct()) }
func (v *visitor) VisitTimeUpdate(e *generated.TimeUpdate) { payload(v, e.TimeUpdate().AsStruct()) }
func (v *visitor) VisitTrade(e *generated.Trade)           { payload(v, e.Trade().AsStruct()) }
func (v *visitor) VisitTxFailed(e *generated.TxFailed)     { payload(v, e.TxFailed().AsStruct()) }
func (v *visitor) VisitWithdrawal(e *generated.Withdrawal) { payload(v, e.Withdrawal().AsStruct()) }
