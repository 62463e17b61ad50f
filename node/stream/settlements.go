package stream

import (
	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/events"
)

func settlePosition(o *object) domain.SettlePosition {
	return domain.SettlePosition{
		Settlement:     settlement(o, o.decimal("price")),
		PositionFactor: o.positive("position_factor"),
		Trades:         settlementTrades(o),
	}
}

func settleDistressed(o *object) domain.SettleDistressed {
	return domain.SettleDistressed{
		Settlement: settlement(o, optional(o, "price", o.decimal)),
		Margin:     o.decimal("margin"),
	}
}

func settleMarket(o *object) domain.MarketSettled {
	return domain.MarketSettled{
		Market:         market(o),
		Price:          o.decimal("price"),
		PositionFactor: o.positive("position_factor"),
		At:             optional(o, "timestamp", o.time),
	}
}

func settlement(o *object, price domain.Decimal) domain.Settlement {
	return domain.Settlement{Market: market(o), Party: partyOf(o), Price: price, At: o.time("timestamp")}
}

func settlementTrades(o *object) events.List[domain.SettlementTrade] {
	var trades []domain.SettlementTrade
	o.objects("trades", true, func(t *object) {
		trades = append(trades, domain.SettlementTrade{
			Size:        t.count("size"),
			Price:       t.decimal("price"),
			MarketPrice: optional(t, "market_price", t.decimal),
		})
	})
	return events.ListOf(trades...)
}
