package sim

import (
	"math/rand/v2"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/generated"
	"github.com/busgen/busgen/node/engine/execution"
)

// lookBack is the number of blocks over which trend followers measure a trend.
const lookBack = 8

// market holds what the traders know of a market, and the price around which its makers quote.
type market struct {
	definition execution.Market
	product    product
	random     *rand.Rand
	expiry     uint64 // the block in which it is settled; 0: never

	fair  uint64 // market price around which makers quote
	shock shock

	// From events.
	open  bool
	mark  uint64
	marks [lookBack]uint64 // at the end of the last blocks, as a ring
}

// shock is a move of the fair price over a few blocks.
type shock struct {
	blocks int   // remaining
	step   int64 // of each, in ten-thousandths of the price
	wild   bool  // the oracle goes twice as far and corrects itself within the block: a shock for both sides
}

func newMarket(config Config, number int) *market {
	p := products[(number-1)%len(products)]
	m := &market{definition: p.definition(number), product: p, fair: p.price}
	m.random = config.source(m.definition.ID)
	if number%4 == 3 {
		m.expiry = 400 + 10*uint64(number)
	}
	return m
}

// move sets the market's fair price for the next block.
func (m *market) move(height uint64) {
	m.marks[height%lookBack] = m.mark
	m.shock.blocks = max(m.shock.blocks-1, 0)
	if m.shock.blocks == 0 {
		m.shock = shock{}
		if m.random.IntN(60) == 0 {
			m.shock = m.strike()
		}
	}
	m.fair = shift(m.fair, m.shock.step+m.random.Int64N(21)-10)
}

// strike starts a shock of 3 to 12 per cent in 1 to 4 blocks. If the price is far from where the market started, the shock leads back.
func (m *market) strike() shock {
	blocks := 1 + m.random.IntN(4)
	size := 300 + m.random.Int64N(900)
	down := m.random.IntN(2) == 0
	switch {
	case m.fair > 2*m.product.price:
		down = true
	case m.fair < m.product.price/2:
		down = false
	}
	if down {
		size = -size
	}
	if m.random.IntN(3) == 0 {
		return shock{blocks: 1, step: size/4 + size/max(size, -size)*500, wild: true}
	}
	return shock{blocks: blocks, step: size / int64(blocks)}
}

// trend returns how far the mark price has moved in the last blocks; 0 while that is unknown.
func (m *market) trend(height uint64) int64 {
	before := m.marks[(height+1)%lookBack]
	if before == 0 {
		return 0
	}
	return int64(m.mark) - int64(before)
}

// see stores the state of the market from its data.
func (m *market) see(data generated.MarketDataView) {
	m.open = data.State() == domain.MarketStateActive
	m.mark = whole(data.MarkPrice())
}

// affordable returns the size that an amount of asset units buys at the mark price.
func (m *market) affordable(amount uint64) uint64 {
	price, units := m.contract()
	return amount * units / max(price, 1)
}

// worth returns the value of a size at the mark price, in asset units.
func (m *market) worth(size uint64) uint64 {
	price, units := m.contract()
	return size * price / units
}

// contract returns the price of a number of size units at the mark price, in asset units.
func (m *market) contract() (price, units uint64) {
	price, units = m.mark, 1
	for range assetPlaces - m.product.places {
		price *= 10
	}
	for range m.product.positionPlaces {
		units *= 10
	}
	for range -m.product.positionPlaces {
		price *= 10
	}
	return price, units
}

// shift returns a price moved by ten-thousandths of itself.
func shift(price uint64, by int64) uint64 {
	return uint64(max(int64(price)+int64(price)*by/10_000, 1))
}

// whole returns a number of the exchange as an integer. All of them fit: prices are integers up to the limit, balances of traders are far
// below it.
func whole(d domain.Decimal) uint64 {
	n, err := d.Int64()
	if err != nil || n < 0 {
		panic("sim: " + d.String() + " is neither a price nor the balance of a trader")
	}
	return uint64(n)
}
