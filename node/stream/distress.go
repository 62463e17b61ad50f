package stream

import (
	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/events"
)

func distressedOrders(o *object) domain.DistressedOrders {
	return domain.DistressedOrders{Market: market(o), PartyIDs: events.ListOf(o.texts("parties")...)}
}

func distressedPositions(o *object) domain.DistressedPositions {
	return domain.DistressedPositions{
		Market:        market(o),
		DistressedIDs: events.ListOf(o.texts("distressed_parties")...),
		SafeIDs:       events.ListOf(o.texts("safe_parties")...),
	}
}

func lossSocialization(o *object) domain.LossSocialization {
	return domain.LossSocialization{
		Market:  market(o),
		Party:   partyOf(o),
		Amount:  o.decimal("amount"),
		Funding: o.flag("is_funding"),
		Type:    optionalEnum(o, "loss_type", domain.ParseLossType),
		At:      o.time("timestamp"),
	}
}

// positionResolution reads a kind of which the format does not list the fields.
func positionResolution(o *object) domain.PositionResolution {
	return domain.PositionResolution{
		Market:     market(o),
		Distressed: optional(o, "distressed", o.ordinal),
		Closed:     optional(o, "closed", o.ordinal),
		MarkPrice:  optional(o, "mark_price", o.decimal),
	}
}
