package liquidation

import (
	"time"

	"github.com/quagmt/udecimal"

	"github.com/busgen/busgen/domain"
)

// closing is a position that is being closed.
type closing struct {
	party string
	size  uint64 // still open
}

// closeOut closes the positions of these parties at the mark price: with each other as far as possible, the rest with the network. The
// parties are sorted by name and trade in that order.
func (e *Engine) closeOut(parties []string, mark uint64, at time.Time) {
	var longs, shorts []closing
	for _, party := range parties {
		switch open := e.config.Positions.Position(party).Open; {
		case open > 0:
			longs = append(longs, closing{party, uint64(open)})
		case open < 0:
			shorts = append(shorts, closing{party, uint64(-open)})
		}
	}
	for len(longs) > 0 && len(shorts) > 0 {
		size := min(longs[0].size, shorts[0].size)
		e.trade(domain.TradeTypeDefault, shorts[0].party, longs[0].party, size, mark, at)
		longs, shorts = less(longs, size), less(shorts, size)
	}
	for _, long := range longs {
		e.trade(domain.TradeTypeNetworkCloseOutBad, domain.Network, long.party, long.size, mark, at)
	}
	for _, short := range shorts {
		e.trade(domain.TradeTypeNetworkCloseOutBad, short.party, domain.Network, short.size, mark, at)
	}
}

// less reduces the first position by a size, and removes it if nothing is left.
func less(positions []closing, size uint64) []closing {
	positions[0].size -= size
	if positions[0].size == 0 {
		return positions[1:]
	}
	return positions
}

// trade moves volume at the mark price, without orders, fees or money: both sides have just been marked to that price.
func (e *Engine) trade(kind domain.TradeType, buyer, seller string, size, mark uint64, at time.Time) {
	e.config.Emit.EmitTrade(domain.Trade{
		Market:     e.market(),
		ID:         e.offsetID(),
		Type:       kind,
		Buyer:      domain.TradeSide{PartyID: buyer},
		Seller:     domain.TradeSide{PartyID: seller},
		Size:       size,
		Price:      number(mark),
		AssetPrice: e.assetPrice(mark),
		At:         at,
	})
	e.config.Positions.Trade(buyer, seller, size)
	e.config.Settlement.TakeOver(seller, buyer, int64(size))
}

func number(n uint64) domain.Decimal { return udecimal.MustFromUint64(n, 0) }
