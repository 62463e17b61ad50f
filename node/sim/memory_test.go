package sim

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
	"github.com/busgen/busgen/node/engine/execution"
)

// drive runs blocks for traders.
func drive(t *testing.T, config Config, blocks int) *Traders {
	t.Helper()
	bus, traders := generated.NewRouter(), New(config)
	_, err := bus.Attach(traders)
	require.NoError(t, err)
	exchange := execution.New(Asset, bus)
	for height := uint64(1); height <= uint64(blocks); height++ {
		block := events.Block{Height: height, Time: time.Unix(int64(height), 0)}
		exchange.Block(block, traders.Commands(height))
	}
	return traders
}

// TestForgetsDeadOrders checks that no trader holds more orders than its quotes or its patience allow.
func TestForgetsDeadOrders(t *testing.T) {
	traders := drive(t, Config{Seed: 3, Markets: 3, Parties: 18}, 600)
	for _, trader := range traders.traders {
		for _, d := range trader.desks {
			require.LessOrEqual(t, len(d.live), 2*levels+patience, "%s in %s", d.name, d.market.definition.ID)
			if !d.market.open {
				require.Empty(t, d.live)
				require.Zero(t, d.volume)
			}
		}
	}
}

// TestOneMoreChangesNoDice: the price around which makers quote depends neither on the traders nor on the other markets.
func TestOneMoreChangesNoDice(t *testing.T) {
	few := drive(t, Config{Seed: 3, Markets: 1, Parties: 6}, 200)
	many := drive(t, Config{Seed: 3, Markets: 4, Parties: 13}, 200)
	require.Equal(t, few.markets[0].fair, many.markets[0].fair)
	require.NotEqual(t, few.markets[0].fair, few.markets[0].product.price)
}

// TestUnits compares worth and affordable of a market with what the exchange computes with its factors.
func TestUnits(t *testing.T) {
	for number := range len(products) {
		m := newMarket(Config{}, number+1)
		m.mark = m.product.price
		value := m.worth(m.product.lot)
		exact := amount(int64(m.product.lot)).Mul(amount(int64(m.mark))).Mul(m.definition.PriceFactor())
		exact, err := exact.Div(m.definition.PositionFactor())
		require.NoError(t, err)
		require.Equal(t, exact.String(), amount(int64(value)).String(), m.definition.ID)
		require.InDelta(t, 10_000*dollar, value, 3_000*dollar, "a lot is worth some ten thousand dollars")
		require.Equal(t, m.product.lot, m.affordable(value))
	}
}
