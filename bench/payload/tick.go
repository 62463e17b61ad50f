package payload

import (
	"strconv"

	"github.com/busgen/busgen/bench/domain"
	trading "github.com/busgen/busgen/domain"
)

// Ticks are payloads of 128 bytes.
var Ticks = newPool(func(i int) domain.Tick {
	return domain.Tick{
		Market: trading.Market{MarketID: "BTC"}, ID: "tick-" + strconv.Itoa(i*i), Size: uint64(1 + i),
		Leg: domain.Leg{Party: "party-" + strconv.Itoa(100*i), Lots: 1},
	}
}, ReadTick, nil)

// ReadTick reads three fields.
func ReadTick(t *domain.Tick) uint64 { return t.Size + uint64(len(t.ID)+len(t.Leg.Party)) }
