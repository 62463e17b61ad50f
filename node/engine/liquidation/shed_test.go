package liquidation_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/domain"
)

// TestShed offers the volume of the network to a book with orders of a maker.
func TestShed(t *testing.T) {
	for _, c := range []struct {
		name          string
		mark          uint64
		disposalRange string
		network       int64 // before; + long
		side          domain.Side
		rests         [][2]uint64 // sizes and prices of the maker's orders
		said          []string
		left          int64
	}{
		{
			name: "down to the end of the range", mark: 100, disposalRange: "0.1", network: 10, side: domain.SideBuy,
			rests: [][2]uint64{{4, 95}, {3, 90}, {5, 89}},
			said: []string{
				"M-t1: maker buys 4 of network at 95, NETWORK_CLOSE_OUT_GOOD",
				"M-t2: maker buys 3 of network at 90, NETWORK_CLOSE_OUT_GOOD",
			},
			left: 3,
		},
		{
			name: "up to the end of the range", mark: 100, disposalRange: "0.1", network: -10, side: domain.SideSell,
			rests: [][2]uint64{{4, 104}, {3, 110}, {5, 111}},
			said: []string{
				"M-t1: network buys 4 of maker at 104, NETWORK_CLOSE_OUT_GOOD",
				"M-t2: network buys 3 of maker at 110, NETWORK_CLOSE_OUT_GOOD",
			},
			left: -3,
		},
		{
			name: "all of it, and not more", mark: 100, disposalRange: "0.1", network: 10, side: domain.SideBuy,
			rests: [][2]uint64{{4, 110}, {30, 99}},
			said: []string{
				"M-t1: maker buys 4 of network at 110, NETWORK_CLOSE_OUT_GOOD",
				"M-t2: maker buys 6 of network at 99, NETWORK_CLOSE_OUT_GOOD",
			},
		},
		{name: "nothing to shed", mark: 100, disposalRange: "0.1", side: domain.SideBuy, rests: [][2]uint64{{4, 95}}},
		{name: "an empty book", mark: 100, disposalRange: "0.1", network: 10, left: 10},
		{name: "only orders on its own side", mark: 100, disposalRange: "0.1", network: 10, side: domain.SideSell, rests: [][2]uint64{{4, 95}}, left: 10},
		{name: "only prices out of the range", mark: 100, disposalRange: "0.1", network: 10, side: domain.SideBuy, rests: [][2]uint64{{4, 89}}, left: 10},
		{
			name: "no range", mark: 100, disposalRange: "0", network: 10, side: domain.SideBuy, rests: [][2]uint64{{4, 100}, {4, 99}},
			said: []string{"M-t1: maker buys 4 of network at 100, NETWORK_CLOSE_OUT_GOOD"}, left: 6,
		},
		{
			// From 6.3 to 7.7 there is one whole price.
			name: "ends between prices", mark: 7, disposalRange: "0.1", network: 10, side: domain.SideBuy, rests: [][2]uint64{{4, 7}, {4, 6}},
			said: []string{"M-t1: maker buys 4 of network at 7, NETWORK_CLOSE_OUT_GOOD"}, left: 6,
		},
		{
			name: "ends between prices, when buying", mark: 7, disposalRange: "0.1", network: -10, side: domain.SideSell,
			rests: [][2]uint64{{4, 7}, {4, 8}}, said: []string{"M-t1: network buys 4 of maker at 7, NETWORK_CLOSE_OUT_GOOD"}, left: -6,
		},
		{
			// A range of 1 ends at 0, which is no limit: the lowest price is 1.
			name: "down to the lowest price", mark: 100, disposalRange: "1", network: 10, side: domain.SideBuy, rests: [][2]uint64{{4, 1}},
			said: []string{"M-t1: maker buys 4 of network at 1, NETWORK_CLOSE_OUT_GOOD"}, left: 6,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := newMarket(c.disposalRange)
			switch {
			case c.network > 0:
				m.trade(domain.Network, "rich", uint64(c.network), 100)
			case c.network < 0:
				m.trade("rich", domain.Network, uint64(-c.network), 100)
			}
			for _, rest := range c.rests {
				m.order("maker", c.side, rest[0], rest[1])
			}
			m.Shed(c.mark, at)
			require.Equal(t, c.said, m.output())
			require.Equal(t, c.left, m.positions.Position(domain.Network).Open)
			require.Equal(t, c.network-c.left, m.positions.Position("maker").Open)
			m.Shed(c.mark, at)
			require.Empty(t, m.output(), "it has taken all that it can")
		})
	}
}

// TestShedNumbersItsOrders: an order that does not trade has no number.
func TestShedNumbersItsOrders(t *testing.T) {
	m := newMarket("0.1")
	var orders []string
	m.onTrade = func(t domain.Trade) { orders = append(orders, t.Seller.OrderID) }
	m.trade(domain.Network, "rich", 10, 100)
	for range 3 {
		m.Shed(100, at)
		m.order("maker", domain.SideBuy, 2, 100)
		m.Shed(100, at)
	}
	require.Equal(t, []string{"M-n1", "M-n2", "M-n3"}, orders)
	require.Equal(t, int64(4), m.positions.Position(domain.Network).Open)
}

// TestPricesBeyondAnyMarket: execution bounds mark prices, so that such a price is a programming error.
func TestPricesBeyondAnyMarket(t *testing.T) {
	m := newMarket("0.1")
	m.trade(domain.Network, "rich", 10, 100)
	require.PanicsWithValue(t, "liquidation: the price 16602069666338596454 is no market price: execution bounds mark prices and ranges",
		func() { m.Shed(1<<64-1, at) })
}
