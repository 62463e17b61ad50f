package stream

import (
	"maps"
	"slices"
)

// kind defines how lines of a kind become payloads.
type kind struct {
	decode func(*object) any
	// consumed reports whether positions depend on the kind. The format lists all fields of those kinds, so there is no other. Lines of
	// all other kinds may have more fields than are read here, and fields that are not always recorded may be missing.
	consumed bool
}

var kinds = map[string]kind{
	"settle_position":      consumed(settlePosition),
	"settle_distressed":    consumed(settleDistressed),
	"settle_market":        consumed(settleMarket),
	"loss_socialization":   consumed(lossSocialization),
	"distressed_orders":    consumed(distressedOrders),
	"distressed_positions": consumed(distressedPositions),
	"funding_payments":     consumed(fundingPayments),
	"trade":                consumed(trade),

	"account":             plain(account),
	"ledger_movements":    plain(ledgerMovements),
	"deposit":             plain(deposit),
	"withdrawal":          plain(withdrawal),
	"order":               plain(order),
	"cancelled_orders":    plain(cancelledOrders),
	"expired_orders":      plain(expiredOrders),
	"stop_order":          plain(stopOrder),
	"tx_error":            plain(txError),
	"market_created":      plain(marketCreated),
	"market_updated":      plain(marketUpdated),
	"market_data":         plain(marketData),
	"auction":             plain(auction),
	"funding_period":      plain(fundingPeriod),
	"margin_levels":       plain(marginLevels),
	"position_state":      plain(positionState),
	"position_resolution": plain(positionResolution),
	"party":               plain(party),
	"epoch":               plain(epoch),
	"time_update":         plain(timeUpdate),
	"other":               plain(other),
}

// Kinds returns the kinds of events, without the boundaries of blocks, in alphabetical order.
func Kinds() []string { return slices.Sorted(maps.Keys(kinds)) }

func consumed[P any](decode func(*object) P) kind {
	return kind{decode: func(o *object) any { return decode(o) }, consumed: true}
}

func plain[P any](decode func(*object) P) kind {
	return kind{decode: func(o *object) any { return decode(o) }}
}
