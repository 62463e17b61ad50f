package replay

import (
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
	"github.com/busgen/busgen/node/stream"
)

// route holds how the events of one recorded kind are emitted, and how they are made for a batch.
type route struct {
	emit func(generated.Emitter, stream.Event)
	make func(events.Header, stream.Event) events.Event
}

// routes has every kind that package stream reads (TestEveryKindHasItsRoute), with the type of the payload that it returns for the kind.
var routes = map[string]route{
	"account":              to(generated.Emitter.EmitAccount, generated.NewAccount),
	"auction":              to(generated.Emitter.EmitAuction, generated.NewAuction),
	"cancelled_orders":     to(generated.Emitter.EmitOrdersCancelled, generated.NewOrdersCancelled),
	"deposit":              to(generated.Emitter.EmitDeposit, generated.NewDeposit),
	"distressed_orders":    to(generated.Emitter.EmitDistressedOrders, generated.NewDistressedOrders),
	"distressed_positions": to(generated.Emitter.EmitDistressedPositions, generated.NewDistressedPositions),
	"epoch":                to(generated.Emitter.EmitEpoch, generated.NewEpoch),
	"expired_orders":       to(generated.Emitter.EmitOrdersExpired, generated.NewOrdersExpired),
	"funding_payments":     to(generated.Emitter.EmitFundingPayments, generated.NewFundingPayments),
	"funding_period":       to(generated.Emitter.EmitFundingPeriod, generated.NewFundingPeriod),
	"ledger_movements":     to(generated.Emitter.EmitLedgerMovement, generated.NewLedgerMovement),
	"loss_socialization":   to(generated.Emitter.EmitLossSocialization, generated.NewLossSocialization),
	"margin_levels":        to(generated.Emitter.EmitMarginLevels, generated.NewMarginLevels),
	"market_created":       to(generated.Emitter.EmitMarketCreated, generated.NewMarketCreated),
	"market_data":          to(generated.Emitter.EmitMarketData, generated.NewMarketData),
	"market_updated":       to(generated.Emitter.EmitMarketUpdated, generated.NewMarketUpdated),
	"order":                to(generated.Emitter.EmitOrder, generated.NewOrder),
	"other":                to(generated.Emitter.EmitNotice, generated.NewNotice),
	"party":                to(generated.Emitter.EmitPartyAdded, generated.NewPartyAdded),
	"position_resolution":  to(generated.Emitter.EmitPositionResolution, generated.NewPositionResolution),
	"position_state":       to(generated.Emitter.EmitPositionState, generated.NewPositionState),
	"settle_distressed":    to(generated.Emitter.EmitSettleDistressed, generated.NewSettleDistressed),
	"settle_market":        to(generated.Emitter.EmitMarketSettled, generated.NewMarketSettled),
	"settle_position":      to(generated.Emitter.EmitSettlePosition, generated.NewSettlePosition),
	"stop_order":           to(generated.Emitter.EmitStopOrder, generated.NewStopOrder),
	"time_update":          to(generated.Emitter.EmitTimeUpdate, generated.NewTimeUpdate),
	"trade":                to(generated.Emitter.EmitTrade, generated.NewTrade),
	"tx_error":             to(generated.Emitter.EmitTxFailed, generated.NewTxFailed),
	"withdrawal":           to(generated.Emitter.EmitWithdrawal, generated.NewWithdrawal),
}

// to returns the route of payloads of one type.
func to[P any, E events.Event](emit func(generated.Emitter, P), make func(events.Header, P) E) route {
	return route{
		emit: func(out generated.Emitter, e stream.Event) { emit(out, e.Payload.(P)) },
		make: func(h events.Header, e stream.Event) events.Event { return make(h, e.Payload.(P)) },
	}
}
