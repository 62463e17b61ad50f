package core

import (
	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/events"
)

// silent does nothing with what the core emits.
type silent struct{}

func (silent) BeginBlock(events.Block) {}
func (silent) BeginTx(string)          {}
func (silent) EndTx()                  {}
func (silent) EndBlock()               {}

func (silent) EmitAccount(domain.Account)                         {}
func (silent) EmitDeposit(domain.Deposit)                         {}
func (silent) EmitDistressedOrders(domain.DistressedOrders)       {}
func (silent) EmitDistressedPositions(domain.DistressedPositions) {}
func (silent) EmitLedgerMovement(domain.LedgerMovement)           {}
func (silent) EmitLossSocialization(domain.LossSocialization)     {}
func (silent) EmitMarginLevels(domain.MarginLevels)               {}
func (silent) EmitMarketCreated(domain.MarketCreated)             {}
func (silent) EmitMarketData(domain.MarketData)                   {}
func (silent) EmitMarketSettled(domain.MarketSettled)             {}
func (silent) EmitMarketUpdated(domain.MarketUpdated)             {}
func (silent) EmitOrder(domain.Order)                             {}
func (silent) EmitOrderRejected(domain.OrderRejected)             {}
func (silent) EmitOrdersCancelled(domain.OrdersCancelled)         {}
func (silent) EmitPartyAdded(domain.PartyAdded)                   {}
func (silent) EmitPositionResolution(domain.PositionResolution)   {}
func (silent) EmitPositionState(domain.PositionState)             {}
func (silent) EmitSettleDistressed(domain.SettleDistressed)       {}
func (silent) EmitSettlePosition(domain.SettlePosition)           {}
func (silent) EmitTrade(domain.Trade)                             {}
func (silent) EmitTxFailed(domain.TxFailed)                       {}
func (silent) EmitWithdrawal(domain.Withdrawal)                   {}
