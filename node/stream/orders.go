package stream

import (
	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/events"
)

func order(o *object) domain.Order {
	return domain.Order{
		Market:      market(o),
		Party:       partyOf(o),
		ID:          o.text("id"),
		Reference:   o.optionalText("reference"),
		Side:        enum(o, "side", domain.ParseSide),
		Type:        enum(o, "type", domain.ParseOrderType),
		TimeInForce: enum(o, "time_in_force", domain.ParseTimeInForce),
		Status:      enum(o, "status", domain.ParseOrderStatus),
		Reason:      optionalEnum(o, "reason", domain.ParseOrderReason),
		Price:       o.decimal("price"),
		Size:        o.ordinal("size"),
		Remaining:   o.ordinal("remaining"),
		Version:     optional(o, "version", o.ordinal),
	}
}

func cancelledOrders(o *object) domain.OrdersCancelled {
	return domain.OrdersCancelled{Market: market(o), Party: partyOf(o), OrderIDs: events.ListOf(o.texts("orders")...)}
}

// The format does not list the fields of expired orders and stop orders.
func expiredOrders(o *object) domain.OrdersExpired {
	return domain.OrdersExpired{Market: market(o), OrderIDs: events.ListOf(optional(o, "orders", o.texts)...)}
}

func stopOrder(o *object) domain.StopOrder {
	return domain.StopOrder{
		Market:         domain.Market{MarketID: o.optionalText("market")},
		Party:          domain.Party{PartyID: o.optionalText("party")},
		ID:             o.optionalText("id"),
		OrderID:        o.optionalText("order"),
		Side:           optionalEnum(o, "side", domain.ParseSide),
		Size:           optional(o, "size", o.ordinal),
		Direction:      optionalEnum(o, "trigger_direction", domain.ParseTriggerDirection),
		TriggerPrice:   optional(o, "trigger_price", o.decimal),
		TrailingOffset: optional(o, "trailing_offset", o.decimal),
		Status:         optionalEnum(o, "status", domain.ParseStopOrderStatus),
	}
}

func txError(o *object) domain.TxFailed {
	return domain.TxFailed{Party: domain.Party{PartyID: o.optionalText("party")}, Error: o.text("error")}
}
