package store

import (
	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
)

// Trades stores every trade.
type Trades struct{ *table }

var tradesTable = definition{
	name: "trades",
	columns: []string{
		"height", "number", "id", "market", "time", "type", "aggressor", "buyer", "seller", "buy_order", "sell_order", "size", "price",
		"asset_price", "buyer_fee", "seller_fee",
	},
}

// OnTrade stores a trade.
func (s *Trades) OnTrade(e generated.Trade) {
	if s.db.skips(e.BlockHeight()) {
		return
	}
	t := e.Trade()
	s.add(
		int64(e.BlockHeight()), int64(e.Sequence()), t.ID(), t.MarketID(), nanos(t.At()), t.Type().String(), t.Aggressor().String(),
		t.Buyer().PartyID(), t.Seller().PartyID(), t.Buyer().OrderID(), t.Seller().OrderID(), size(t.Size()), t.Price().String(),
		t.AssetPrice().String(), sum(t.Buyer().Fee()).String(), sum(t.Seller().Fee()).String(),
	)
}

// OnEndBlock writes the block's remaining trades.
func (s *Trades) OnEndBlock(events.EndBlock) { s.write() }

// sum adds up the parts of a fee.
func sum(f generated.FeeView) domain.Decimal {
	return f.Maker().Add(f.Infrastructure()).Add(f.Liquidity()).Add(f.Treasury()).Add(f.BuyBack()).Add(f.HighVolumeMaker())
}
