package liquidation_test

import (
	"fmt"
	"time"

	"github.com/quagmt/udecimal"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
	"github.com/busgen/busgen/node/engine/collateral"
	"github.com/busgen/busgen/node/engine/liquidation"
	"github.com/busgen/busgen/node/engine/matching"
	"github.com/busgen/busgen/node/engine/positions"
	"github.com/busgen/busgen/node/engine/risk"
	"github.com/busgen/busgen/node/engine/settlement"
)

var _ liquidation.Emitter = (*generated.Router)(nil)

var at = time.Unix(1_800_000_000, 0).UTC()

func dec(s string) domain.Decimal { return udecimal.MustParse(s) }

func integer(n int64) domain.Decimal { return udecimal.MustFromInt64(n, 0) }

// market is market M with all its engines. Maintenance is 10 % of the value of a position, the other levels are 1.1, 1.2 and 1.4
// times as much. A size unit is a contract, a market price is an asset price.
type market struct {
	*liquidation.Engine
	ledger     *collateral.Ledger
	book       *matching.Book
	positions  *positions.Engine
	margins    *risk.Margins
	settlement *settlement.Engine
	said       []string // what liquidation and settlement emitted, a line for each event
	orders     int
	onTrade    func(domain.Trade) // called for each trade in the book, if set
}

func newMarket(disposalRange string) *market {
	m := &market{}
	bus := generated.NewRouter()
	m.listen(bus)
	bus.BeginBlock(events.Block{Height: 1, Time: at})
	m.ledger = collateral.New("USD", bus)
	m.book = matching.New(matching.Config{MarketID: "M", PriceFactor: udecimal.One, Emit: bus})
	m.positions = positions.New("M", bus)
	m.margins = risk.NewMargins(risk.Config{
		MarketID: "M", Asset: "USD", PositionFactor: udecimal.One, Emit: bus,
		Factors: risk.Factors{Long: dec("0.1"), Short: dec("0.1"), Search: dec("1.1"), Initial: dec("1.2"), Release: dec("1.4")},
	}, m.ledger)
	m.settlement = settlement.New(settlement.Config{MarketID: "M", PositionFactor: udecimal.One, Accounts: m.ledger, Emit: bus})
	m.Engine = liquidation.New(liquidation.Config{
		MarketID: "M", PriceFactor: udecimal.One, DisposalRange: dec(disposalRange), Accounts: m.ledger, Book: m.book,
		Positions: m.positions, Margins: m.margins, Settlement: m.settlement, Booked: m.booked, Emit: bus,
	})
	return m
}

// listen writes down what liquidation and settlement emit.
func (m *market) listen(bus *generated.Router) {
	say := func(format string, arguments ...any) { m.said = append(m.said, fmt.Sprintf(format, arguments...)) }
	for _, consumer := range []any{
		generated.TradeFunc(func(e generated.TradeEvent) {
			t := e.Trade()
			say("%s: %s buys %d of %s at %s, %s", t.ID(), t.Buyer().PartyID(), t.Size(), t.Seller().PartyID(), t.Price(), t.Type())
		}),
		generated.LossSocializationFunc(func(e generated.LossSocializationEvent) {
			say("loss of %s: %s", e.LossSocialization().PartyID(), e.LossSocialization().Amount())
		}),
		generated.DistressedOrdersFunc(func(e generated.DistressedOrdersEvent) {
			say("orders removed: %v", e.DistressedOrders().PartyIDs())
		}),
		generated.DistressedPositionsFunc(func(e generated.DistressedPositionsEvent) {
			d := e.DistressedPositions()
			say("distressed: %v, safe: %v", d.DistressedIDs(), d.SafeIDs())
		}),
		generated.SettleDistressedFunc(func(e generated.SettleDistressedEvent) {
			say("closed out %s: %s", e.SettleDistressed().PartyID(), e.SettleDistressed().Margin())
		}),
		generated.PositionResolutionFunc(func(e generated.PositionResolutionEvent) {
			r := e.PositionResolution()
			say("resolved %d of %d at %s", r.Closed(), r.Distressed(), r.MarkPrice())
		}),
	} {
		if _, err := bus.Attach(consumer); err != nil {
			panic(err)
		}
	}
}

// output returns what was emitted since the last call.
func (m *market) output() []string {
	said := m.said
	m.said = nil
	return said
}

// booked counts the trades of an order in the book, as package execution does.
func (m *market) booked(trades []domain.Trade) {
	for _, t := range trades {
		maker, side := t.Seller.PartyID, domain.SideSell
		if t.Aggressor == domain.SideSell {
			maker, side = t.Buyer.PartyID, domain.SideBuy
		}
		m.positions.Order(maker, side, -int64(t.Size))
		m.positions.Trade(t.Buyer.PartyID, t.Seller.PartyID, t.Size)
		m.settlement.Trade(t)
		if m.onTrade != nil {
			m.onTrade(t)
		}
	}
}

// fund gives a party free money.
func (m *market) fund(party string, amount int64) {
	if amount > 0 {
		if err := m.ledger.Deposit("deposit", party, integer(amount), at); err != nil {
			panic(err)
		}
	}
}

// insure gives the insurance account money.
func (m *market) insure(amount int64) {
	m.fund("insurer", amount)
	m.ledger.Move(m.ledger.General("insurer"), m.ledger.Insurance("M"), integer(amount), domain.TransferTypeClearAccount)
	m.ledger.Post(at)
}

// trade opens positions of two parties.
func (m *market) trade(buyer, seller string, size uint64, price int64) {
	m.positions.Trade(buyer, seller, size)
	m.settlement.Trade(domain.Trade{
		Market: domain.Market{MarketID: "M"}, Buyer: domain.TradeSide{PartyID: buyer}, Seller: domain.TradeSide{PartyID: seller},
		Size: size, Price: integer(price), AssetPrice: integer(price),
	})
}

// order puts a limit order into the book. It must not match.
func (m *market) order(party string, side domain.Side, size, price uint64) {
	m.orders++
	plan := m.book.Plan(matching.Order{
		ID: fmt.Sprint("order-", m.orders), PartyID: party, Side: side, Type: domain.OrderTypeLimit, TimeInForce: domain.TimeInForceGTC,
		Price: price, Size: size, Remaining: size,
	}, m.positions.Position(party).Open)
	if len(plan.Fills) > 0 {
		panic("the order matches")
	}
	m.book.Accept(plan, nil, at)
	m.positions.Order(party, side, int64(size))
}

// mark marks all positions to a price and resolves who is distressed by it, as package execution does.
func (m *market) mark(price uint64) {
	m.settlement.Mark(integer(int64(price)), at)
	m.Resolve(price, at)
}

// money returns all that a party has, free or as margin.
func (m *market) money(party string) domain.Decimal {
	return m.ledger.Balance(m.ledger.General(party)).Add(m.ledger.Balance(m.ledger.Margin(party, "M")))
}

// insurance returns the balance of the insurance account.
func (m *market) insurance() string { return m.ledger.Balance(m.ledger.Insurance("M")).String() }

// total returns the money of all accounts.
func (m *market) total(parties []string) domain.Decimal {
	sum := m.ledger.Balance(m.ledger.Insurance("M")).Add(m.ledger.Balance(m.ledger.Settlement("M"))).Add(m.money(domain.Network))
	for _, party := range parties {
		sum = sum.Add(m.money(party))
	}
	return sum.Add(m.money("insurer"))
}
