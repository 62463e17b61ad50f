package execution

import (
	"fmt"

	"github.com/quagmt/udecimal"

	"github.com/busgen/busgen/domain"
)

var half = udecimal.MustFromInt64(5, 1)

// emitData emits the state of the market, unless it is as last emitted.
func (m *market) emitData() {
	data := m.look()
	if data == m.emitted { // equal prices are identical in memory, because all are computed in the same way
		return
	}
	m.emitted = data
	m.bus.EmitMarketData(data)
}

func (m *market) look() domain.MarketData {
	bid, bidVolume := m.book.BestBid()
	offer, offerVolume := m.book.BestOffer()
	data := domain.MarketData{
		Market:          m.id(),
		MarkPrice:       number(m.mark),
		LastTradedPrice: number(m.last),
		BestBidPrice:    number(bid),
		BestBidVolume:   bidVolume,
		BestOfferPrice:  number(offer),
		BestOfferVolume: offerVolume,
		OpenInterest:    m.positions.OpenInterest(),
		TradingMode:     domain.TradingModeContinuous,
		State:           domain.MarketStateActive,
	}
	if bid != 0 && offer != 0 {
		data.MidPrice = number(bid + offer).Mul(half)
	}
	if m.settled {
		data.TradingMode, data.State = domain.TradingModeNoTrading, domain.MarketStateSettled
	}
	return data
}

func checkPrice(price uint64) error {
	if price == 0 || price > MaxPrice {
		return fmt.Errorf("price %d: want 1 to %d", price, uint64(MaxPrice))
	}
	return nil
}
