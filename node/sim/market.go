package sim

import (
	"math/rand/v2"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/node/engine/execution"
)

// lookBack is over how many blocks trend followers measure a trend.
const lookBack = 8

// market is what the traders know of a market, and the price that its makers believe in.
type market struct {
	definition execution.Market
	product    product
	random     *rand.Rand
	expiry     uint64 // the block in which it is settled; 0: never

	fair  uint64 // what makers quote around, a market price
	shock shock

	// As told by events.
	open  bool
	mark  uint64
	marks [lookBack]uint64 // at the end of the last blocks, as a ring
}

// shock is a move of the fair price that takes a few blocks.
type shock struct {
	blocks int   // that it still takes
	step   int64 // of each, in ten-thousandths of the price
	wild   bool  // the oracle sees twice as far, and the market puts that right within the block: a shock for both sides
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

// move gives the market's fair price of the next block.
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

// strike begins a shock of 3 to 12 per cent in 1 to 4 blocks. It leads back to where the market began if it has gone far.
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

// trend is how far the mark price has moved lately; 0 while that is not known.
func (m *market) trend(height uint64) int64 {
	before := m.marks[(height+1)%lookBack]
	if before == 0 {
		return 0
	}
	return int64(m.mark) - int64(before)
}

// see takes over what the exchange says of the market.
func (m *market) see(data domain.MarketData) {
	m.open = data.State == domain.MarketStateActive
	m.mark = whole(data.MarkPrice)
}

// affordable is the size that an amount of asset units pays for at the mark price.
func (m *market) affordable(amount uint64) uint64 {
	price, units := m.contract()
	return amount * units / max(price, 1)
}

// worth is the value of a size at the mark price, in asset units.
func (m *market) worth(size uint64) uint64 {
	price, units := m.contract()
	return size * price / units
}

// contract is what so many units of size are worth at the mark price, in asset units.
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

// shift moves a price by ten-thousandths of itself.
func shift(price uint64, by int64) uint64 {
	return uint64(max(int64(price)+int64(price)*by/10_000, 1))
}

// whole is a number of the exchange's, all of which fit: prices are integers up to its limit, balances of traders are far below.
func whole(d domain.Decimal) uint64 {
	n, err := d.Int64()
	if err != nil || n < 0 {
		panic("sim: " + d.String() + " is no price and no balance of a trader")
	}
	return uint64(n)
}
