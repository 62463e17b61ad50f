package payload

import (
	"strconv"
	"time"

	"github.com/quagmt/udecimal"

	"github.com/busgen/busgen/domain"
)

// Trades are payloads of the real trading domain, of 712 bytes.
var Trades = newPool(func(i int) domain.Trade {
	return domain.Trade{
		Market: domain.Market{MarketID: "BTC"}, ID: "trade-" + strconv.Itoa(i), Size: uint64(1 + i),
		Price: udecimal.MustFromInt64(int64(i%2), 0), At: time.Unix(int64(i), 0),
		Buyer: domain.TradeSide{PartyID: "party-" + strconv.Itoa(i*i)}, Seller: domain.TradeSide{PartyID: "party"},
	}
}, ReadTrade, nil)

// ReadTrade reads three fields.
func ReadTrade(t *domain.Trade) uint64 {
	sum := t.Size + uint64(len(t.Buyer.PartyID))
	if t.Price.IsZero() {
		sum++
	}
	return sum
}
