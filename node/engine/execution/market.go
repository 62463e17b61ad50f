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

// market is one market: its engines, and the state that they share.
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

	orders   uint64 // number of orders, rejected ones included
	mark     uint64 // market price that positions are marked to
	last     uint64 // market price of the last trade in the book, 0 before the first
	unmarked bool   // there was such a trade since positions were last marked
	settled  bool
	emitted  domain.MarketData // the last one
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

// open emits that the market exists.
func (m *market) open() {
	m.bus.EmitMarketCreated(domain.MarketCreated{
		Market:                m.id(),
		DecimalPlaces:         int64(m.definition.DecimalPlaces),
		PositionDecimalPlaces: int64(m.definition.PositionDecimalPlaces),
	})
	m.bus.EmitMarketUpdated(domain.MarketUpdated{Market: m.id(), State: domain.MarketStateActive})
	m.emitData()
}

// endBlock marks positions to the last traded price if there were trades since the last mark, and offers the network's volume to the book.
func (m *market) endBlock(at time.Time) {
	if m.settled {
		return
	}
	if m.unmarked {
		m.markTo(m.last, at)
	}
	m.liquidation.Shed(m.mark, at)
	m.emitData()
}

// markTo marks all positions to a price, and resolves the distressed parties.
func (m *market) markTo(price uint64, at time.Time) {
	m.mark, m.unmarked = price, false
	m.settlement.Mark(m.assetPrice(price), at)
	m.liquidation.Resolve(price, at)
}

// setMarkPrice marks positions to a price of the oracle. At the end of the block, only later trades change it.
func (m *market) setMarkPrice(price uint64, at time.Time) error {
	if err := checkPrice(price); err != nil {
		return err
	}
	m.markTo(price, at)
	m.liquidation.Shed(m.mark, at)
	m.emitData()
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
	m.emitData()
	return nil
}

// booked counts the trades of an order that has just entered the book.
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

// orderID returns the ID of the next order.
func (m *market) orderID() string {
	m.orders++
	return m.definition.ID + "-o" + strconv.FormatUint(m.orders, 10)
}

func number(n uint64) domain.Decimal { return udecimal.MustFromUint64(n, 0) }
