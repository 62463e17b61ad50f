package stream

import "github.com/busgen/busgen/domain"

func market(o *object) domain.Market { return domain.Market{MarketID: o.text("market")} }

func marketCreated(o *object) domain.MarketCreated {
	return domain.MarketCreated{
		Market:                market(o),
		DecimalPlaces:         o.count("decimal_places"),
		PositionDecimalPlaces: o.count("position_decimal_places"),
	}
}

func marketUpdated(o *object) domain.MarketUpdated {
	return domain.MarketUpdated{Market: market(o), State: enum(o, "state", domain.ParseMarketState)}
}

func marketData(o *object) domain.MarketData {
	return domain.MarketData{
		Market:          market(o),
		MarkPrice:       o.decimal("mark_price"),
		LastTradedPrice: optional(o, "last_traded_price", o.decimal),
		MidPrice:        optional(o, "mid_price", o.decimal),
		BestBidPrice:    optional(o, "best_bid_price", o.decimal),
		BestBidVolume:   optional(o, "best_bid_volume", o.ordinal),
		BestOfferPrice:  optional(o, "best_offer_price", o.decimal),
		BestOfferVolume: optional(o, "best_offer_volume", o.ordinal),
		OpenInterest:    o.ordinal("open_interest"),
		TradingMode:     enum(o, "trading_mode", domain.ParseTradingMode),
		State:           enum(o, "market_state", domain.ParseMarketState),
	}
}

func auction(o *object) domain.Auction {
	return domain.Auction{
		Market:  market(o),
		Trigger: optionalEnum(o, "trigger", domain.ParseAuctionTrigger),
		Opening: o.flag("opening"),
		Leave:   o.flag("leave"),
		Start:   optional(o, "start", o.time),
		End:     optional(o, "end", o.time),
	}
}
