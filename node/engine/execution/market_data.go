package execution

import (
	"fmt"

	"github.com/quagmt/udecimal"

	"github.com/busgen/busgen/domain"
)

var half = udecimal.MustFromInt64(5, 1)

// tell emits what the market looks like, unless it looks as it did the last time.
func (m *market) tell() {
	data := m.look()
	if data == m.told { // prices are all made in the same way, so equal ones are the same in memory too
		return
	}
	m.told = data
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
