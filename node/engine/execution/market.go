package execution

import (
	"strconv"
	"time"

	"github.com/quagmt/udecimal"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/node/engine/collateral"
	"github.com/busgen/busgen/node/engine/liquidation"
	"github.com/busgen/busgen/node/engine/matching"
	"github.com/busgen/busgen/node/engine/positions"
	"github.com/busgen/busgen/node/engine/risk"
	"github.com/busgen/busgen/node/engine/settlement"
)

// market is one market: its engines, and what holds them together.
type market struct {
	definition  Market
	priceFactor domain.Decimal
	contract    domain.Decimal // whole contracts in one size unit: one over the position factor

	bus         Bus
	accounts    *collateral.Ledger
	book        *matching.Book
	positions   *positions.Engine
	margins     *risk.Margins
	settlement  *settlement.Engine
	liquidation *liquidation.Engine

	orders   uint64 // placed so far, refused ones included
	mark     uint64 // market price that positions are marked to
	last     uint64 // market price of the last trade in the book, 0 before the first
	unmarked bool   // there was such a trade since positions were last marked
	settled  bool
	told     domain.MarketData // the last one
}

func newMarket(definition Market, accounts *collateral.Ledger, bus Bus) *market {
	m := &market{
		definition:  definition,
		priceFactor: definition.PriceFactor(),
		contract:    tenTo(-definition.PositionDecimalPlaces),
		bus:         bus,
		accounts:    accounts,
		mark:        definition.MarkPrice,
	}
	id, positionFactor := definition.ID, definition.PositionFactor()
	m.book = matching.New(matching.Config{MarketID: id, PriceFactor: m.priceFactor, Emit: bus})
	m.positions = positions.New(id, bus)
	m.margins = risk.NewMargins(risk.Config{
		MarketID: id, Asset: accounts.Asset(), PositionFactor: positionFactor, Factors: definition.Factors, Emit: bus,
	}, accounts)
	m.settlement = settlement.New(settlement.Config{
		MarketID: id, PositionFactor: positionFactor, Accounts: accounts, Emit: bus,
	})
	m.liquidation = liquidation.New(liquidation.Config{
		MarketID: id, PriceFactor: m.priceFactor, DisposalRange: definition.DisposalRange, Accounts: accounts, Book: m.book,
		Positions: m.positions, Margins: m.margins, Settlement: m.settlement, Booked: m.booked, Emit: bus,
	})
	return m
}

// open tells that the market is there.
func (m *market) open() {
	m.bus.EmitMarketCreated(domain.MarketCreated{
		Market:                m.id(),
		DecimalPlaces:         int64(m.definition.DecimalPlaces),
		PositionDecimalPlaces: int64(m.definition.PositionDecimalPlaces),
	})
	m.bus.EmitMarketUpdated(domain.MarketUpdated{Market: m.id(), State: domain.MarketStateActive})
	m.tell()
}

// endBlock marks positions to the last traded price if there were trades since they were last marked, and lets the network trade what it holds.
func (m *market) endBlock(at time.Time) {
	if m.settled {
		return
	}
	if m.unmarked {
		m.markTo(m.last, at)
	}
	m.liquidation.Shed(m.mark, at)
	m.tell()
}

// markTo marks all positions to a price and resolves who is distressed by it.
func (m *market) markTo(price uint64, at time.Time) {
	m.mark, m.unmarked = price, false
	m.settlement.Mark(m.assetPrice(price), at)
	m.liquidation.Resolve(price, at)
}

// setMarkPrice takes an oracle's price. It stands until the next trade: those before it do not move it at the end of the block.
func (m *market) setMarkPrice(price uint64, at time.Time) error {
	if err := checkPrice(price); err != nil {
		return err
	}
	m.markTo(price, at)
	m.liquidation.Shed(m.mark, at)
	m.tell()
	return nil
}

// settle ends the market at a price.
func (m *market) settle(price uint64, at time.Time) error {
	if err := checkPrice(price); err != nil {
		return err
	}
	for _, o := range m.book.StopAll() {
		m.positions.Order(o.PartyID, o.Side, -int64(o.Remaining))
	}
	m.mark, m.settled = price, true
	m.settlement.Settle(m.assetPrice(price), at)
	m.positions.Close()
	m.positions.Post()
	m.bus.EmitMarketUpdated(domain.MarketUpdated{Market: m.id(), State: domain.MarketStateSettled})
	m.tell()
	return nil
}

// booked takes note of trades that an order has just made in the book.
func (m *market) booked(trades []domain.Trade) {
	for _, t := range trades {
		maker, side := t.Seller.PartyID, domain.SideSell
		if t.Aggressor == domain.SideSell {
			maker, side = t.Buyer.PartyID, domain.SideBuy
		}
		m.positions.Order(maker, side, -int64(t.Size))
		m.positions.Trade(t.Buyer.PartyID, t.Seller.PartyID, t.Size)
		m.settlement.Trade(t)
	}
	if n := len(trades); n > 0 {
		last, _ := trades[n-1].Price.Int64() // an integer up to MaxPrice
		m.last, m.unmarked = uint64(last), true
	}
}

func (m *market) id() domain.Market { return domain.Market{MarketID: m.definition.ID} }

func (m *market) assetPrice(price uint64) domain.Decimal { return number(price).Mul(m.priceFactor) }

// orderID names the next order.
func (m *market) orderID() string {
	m.orders++
	return m.definition.ID + "-o" + strconv.FormatUint(m.orders, 10)
}

func number(n uint64) domain.Decimal { return udecimal.MustFromUint64(n, 0) }
