package stream

import "github.com/busgen/busgen/domain"

func partyOf(o *object) domain.Party { return domain.Party{PartyID: o.text("party")} }

func party(o *object) domain.PartyAdded { return domain.PartyAdded{Party: partyOf(o)} }

func marginLevels(o *object) domain.MarginLevels {
	return domain.MarginLevels{
		Market:      market(o),
		Party:       partyOf(o),
		Asset:       o.text("asset"),
		Maintenance: o.decimal("maintenance"),
		Search:      o.decimal("search"),
		Initial:     o.decimal("initial"),
		Release:     o.decimal("release"),
		OrderMargin: optional(o, "order_margin", o.decimal),
	}
}

func positionState(o *object) domain.PositionState {
	return domain.PositionState{
		Market:         market(o),
		Party:          partyOf(o),
		Size:           o.count("size"),
		PotentialBuys:  optional(o, "potential_buys", o.count),
		PotentialSells: optional(o, "potential_sells", o.count),
	}
}
