package positions

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
)

// own applies the events of one market to positions without a bus, through views of payloads that
// the test owns.
type own map[string]*Position

func (o own) of(party string) *Position {
	if o[party] == nil {
		p := NewPosition("m", party)
		o[party] = &p
	}
	return o[party]
}

// step emits one random payload on the bus and applies it to the test's own positions. Both market
// and parties have a row already.
func (o own) step(c *choices, bus generated.Emitter) {
	market := domain.Market{MarketID: "m"}
	switch c.next() % 6 {
	case 0:
		e := c.settlePosition()
		e.Market = market
		bus.EmitSettlePosition(e)
		o.of(e.PartyID).SettlePosition(generated.ViewSettlePosition(&e))
	case 1:
		e := domain.SettleDistressed{Settlement: c.settlement(), Margin: c.number()}
		e.Market = market
		bus.EmitSettleDistressed(e)
		o.of(e.PartyID).SettleDistressed(generated.ViewSettleDistressed(&e))
	case 2:
		e := domain.LossSocialization{Market: market, Party: c.party(), Amount: c.number(),
			Funding: c.next()%2 == 0, At: c.time()}
		bus.EmitLossSocialization(e)
		o.of(e.PartyID).LossSocialization(generated.ViewLossSocialization(&e))
	case 3:
		payment := domain.FundingPayment{PartyID: pick(c, fuzzParties), Amount: c.number()}
		bus.EmitFundingPayments(domain.FundingPayments{Market: market, Payments: events.ListOf(payment)})
		o.of(payment.PartyID).FundingPayment(payment)
	case 4:
		id := pick(c, fuzzParties)
		bus.EmitDistressedOrders(domain.DistressedOrders{Market: market, PartyIDs: events.ListOf(id)})
		o.of(id).SetStatus(domain.PositionStatusOrdersClosed)
	case 5:
		e := c.trade()
		e.Market, e.Type = market, domain.TradeTypeDefault
		bus.EmitTrade(e)
		o.of(e.Buyer.PartyID).Trade(generated.ViewTrade(&e), domain.SideBuy)
		o.of(e.Seller.PartyID).Trade(generated.ViewTrade(&e), domain.SideSell)
	}
}

// TestPositionReadsOwnPayloads applies the same random payloads on a bus, which lends events from
// storage that it reuses, and to positions without a bus. Both give the same figures.
func TestPositionReadsOwnPayloads(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		c := &choices{rapid.SliceOfN(rapid.Byte(), 0, 400).Draw(r, "choices")}
		bus, p := generated.NewRouter(), New(Config{})
		_, err := bus.Attach(p)
		require.NoError(r, err)
		bus.BeginBlock(events.Block{Height: 1})
		positions := own{}
		for _, party := range fuzzParties {
			e := settle(party, "10", "1", 1)
			bus.EmitSettlePosition(e)
			positions.of(party).SettlePosition(generated.ViewSettlePosition(&e))
		}
		for len(c.data) > 0 {
			positions.step(c, bus)
		}
		for _, row := range p.All() {
			require.Equal(r, positions.of(row.PartyID).Position, row)
		}
	})
}

// TestKnownRowsDoNotAllocate counts the allocations of events whose rows exist. MarketSettled is not
// among them: it sorts the rows of its market.
func TestKnownRowsDoNotAllocate(t *testing.T) {
	p, block := New(Config{}), events.Header{}
	p.settlePosition(settle("a", "10", "1", 1, [2]string{"5", "10"}))
	p.settlePosition(settle(domain.Network, "10", "1", 1))
	market := domain.Market{MarketID: "m"}

	trade := generated.NewTrade(block, match(domain.TradeTypeDefault, "a", domain.Network, 1, "10", domain.SideBuy))
	closeOut := generated.NewTrade(block,
		match(domain.TradeTypeNetworkCloseOutBad, domain.Network, "a", 1, "10", domain.SideBuy))
	settled := generated.NewSettlePosition(block, settle("a", "12", "10", 1, [2]string{"1", "10"}, [2]string{"-2", "11"}))
	distressed := generated.NewSettleDistressed(block,
		domain.SettleDistressed{Settlement: settlement("a", "8", 2), Margin: d("7")})
	loss := generated.NewLossSocialization(block,
		domain.LossSocialization{Market: market, Party: domain.Party{PartyID: "a"}, Amount: d("2"), Funding: true})
	funding := generated.NewFundingPayments(block, domain.FundingPayments{Market: market,
		Payments: events.ListOf(domain.FundingPayment{PartyID: "a", Amount: d("2")})})
	orders := generated.NewDistressedOrders(block,
		domain.DistressedOrders{Market: market, PartyIDs: events.ListOf("a")})
	parties := generated.NewDistressedPositions(block,
		domain.DistressedPositions{Market: market, DistressedIDs: events.ListOf("a"), SafeIDs: events.ListOf("a")})

	for name, handle := range map[string]func(){
		"Trade":               func() { p.OnTrade(trade) },
		"Trade (close-out)":   func() { p.OnTrade(closeOut) },
		"SettlePosition":      func() { p.OnSettlePosition(settled) },
		"SettleDistressed":    func() { p.OnSettleDistressed(distressed) },
		"LossSocialization":   func() { p.OnLossSocialization(loss) },
		"FundingPayments":     func() { p.OnFundingPayments(funding) },
		"DistressedOrders":    func() { p.OnDistressedOrders(orders) },
		"DistressedPositions": func() { p.OnDistressedPositions(parties) },
	} {
		require.Zero(t, testing.AllocsPerRun(100, handle), name)
	}
}
