package stream

import "github.com/busgen/busgen/domain"

func trade(o *object) domain.Trade {
	return domain.Trade{
		Market:     market(o),
		ID:         o.optionalText("id"),
		Type:       enum(o, "type", domain.ParseTradeType),
		Aggressor:  enum(o, "aggressor", domain.ParseSide),
		Buyer:      tradeSide(o, "buyer", "buy_order", "buyer_fee"),
		Seller:     tradeSide(o, "seller", "sell_order", "seller_fee"),
		Size:       o.ordinal("size"),
		Price:      o.decimal("price"),
		AssetPrice: optional(o, "asset_price", o.decimal),
		At:         optional(o, "timestamp", o.time),
	}
}

// tradeSide reads one side. A missing fee object means no fee, and a missing part of one means 0.
func tradeSide(o *object, party, order, fee string) domain.TradeSide {
	side := domain.TradeSide{PartyID: o.text(party), OrderID: o.optionalText(order)}
	if !o.has(fee) {
		return side
	}
	o.nested(fee, true, func(parts *object) {
		side.Fee = domain.Fee{
			Maker:           optional(parts, "maker", parts.decimal),
			Infrastructure:  optional(parts, "infrastructure", parts.decimal),
			Liquidity:       optional(parts, "liquidity", parts.decimal),
			Treasury:        optional(parts, "treasury", parts.decimal),
			BuyBack:         optional(parts, "buy_back", parts.decimal),
			HighVolumeMaker: optional(parts, "high_volume_maker", parts.decimal),
		}
	})
	return side
}
