package settlement_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/quagmt/udecimal"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
	"github.com/busgen/busgen/node/engine/collateral"
	"github.com/busgen/busgen/node/engine/settlement"
	"github.com/busgen/busgen/plugins/positions"
)

var _ settlement.Emitter = (*generated.Router)(nil)

var at = time.Unix(1_800_000_000, 0).UTC()

func dec(s string) domain.Decimal { return udecimal.MustParse(s) }

func integer(n int64) domain.Decimal { return udecimal.MustFromInt64(n, 0) }

// market is the settlement of a market, its ledger, and the plug-in, which receives its events.
type market struct {
	*settlement.Engine
	*collateral.Ledger
	plugin *positions.Positions
	losses []string
}

func newMarket(factor string, money map[string]int64) *market {
	m := &market{plugin: positions.New(positions.Config{})}
	bus := generated.NewRouter()
	for _, consumer := range []any{m.plugin, generated.LossSocializationFunc(func(e generated.LossSocializationEvent) {
		l := e.LossSocialization()
		m.losses = append(m.losses, l.PartyID()+" "+l.Amount().String())
	})} {
		if _, err := bus.Attach(consumer); err != nil {
			panic(err)
		}
	}
	bus.BeginBlock(events.Block{Height: 1})
	m.Ledger = collateral.New("USD", bus)
	m.Engine = settlement.New(settlement.Config{MarketID: "M", PositionFactor: dec(factor), Accounts: m.Ledger, Emit: bus})
	for _, party := range names {
		if money[party] == 0 {
			continue
		}
		if err := m.Deposit("d", party, integer(money[party]), at); err != nil {
			panic(err)
		}
	}
	return m
}

var names = []string{"a", "b", "c", "d", "insurer"}

// trade lets one party buy from another.
func (m *market) trade(buyer, seller string, size uint64, price int64) {
	m.Trade(domain.Trade{
		Market: domain.Market{MarketID: "M"}, Buyer: domain.TradeSide{PartyID: buyer}, Seller: domain.TradeSide{PartyID: seller},
		Size: size, Price: integer(price), AssetPrice: integer(price),
	})
}

// insure moves money of the insurer to the insurance account.
func (m *market) insure(amount int64) {
	m.Move(m.General("insurer"), m.Insurance("M"), integer(amount), domain.TransferTypeClearAccount)
	m.Post(at)
}

func (m *market) balance(id domain.AccountID) string { return m.Balance(id).String() }

// rich is enough for anything here.
var rich = map[string]int64{"a": 100_000, "b": 100_000, "c": 100_000, "d": 100_000, "insurer": 100_000}

// TestGainsAndLosses marks the 7 that a bought from b at 100, and the trades that follow, with each position factor.
//
//	at 103: a +7×3 = 21, b -21
//	c buys 2 of a at 110; at 108: a (7-2)×5 + 2×7 = 39, which is 25 + 14; b -7×5 = -35; c 2×(108-110) = -4
//
// With a factor of ten that is 2.1 and -2.1, rounded down 2 and -3. Then the sums are 6.0, -5.6 and -0.4, rounded down 6, -6 and -1, so
// that the second mark moves 4, -3 and -1. With a factor of 0.1 it is ten times as much.
func TestGainsAndLosses(t *testing.T) {
	for factor, want := range map[string][2][4]string{
		"1":   {{"21", "-21", "0", "0"}, {"60", "-56", "-4", "0"}},
		"10":  {{"2", "-3", "0", "1"}, {"6", "-6", "-1", "1"}},
		"0.1": {{"210", "-210", "0", "0"}, {"600", "-560", "-40", "0"}},
	} {
		m := newMarket(factor, rich)
		m.trade("a", "b", 7, 100)
		for i, price := range []int64{103, 108} {
			if i == 1 {
				m.trade("c", "a", 2, 110)
			}
			m.Mark(integer(price), at)
			got := [4]string{m.Moved("a").String(), m.Moved("b").String(), m.Moved("c").String(), m.balance(m.Settlement("M"))}
			require.Equal(t, want[i], got, "factor %s at %d", factor, price)
		}
		require.Equal(t, []int64{5, -7, 2}, []int64{m.Volume("a"), m.Volume("b"), m.Volume("c")})
	}
}

// TestDueIsRoundedOnce moves the price by one, a hundred times, with a factor of 1000: each move is worth 0.003, all of them 0.3, and a
// sum of roundings would have taken 100 of b.
func TestDueIsRoundedOnce(t *testing.T) {
	m := newMarket("1000", rich)
	m.trade("a", "b", 3, 100)
	for price := int64(101); price <= 200; price++ {
		m.Mark(integer(price), at)
	}
	require.Equal(t, []string{"0", "-1"}, []string{m.Moved("a").String(), m.Moved("b").String()})
	require.Equal(t, "1", m.balance(m.Settlement("M")))
}

func TestUnbooked(t *testing.T) {
	m := newMarket("10", rich)
	m.trade("a", "b", 7, 100)
	require.Equal(t, []string{"2.1", "-2.1"}, []string{m.Unbooked("a", dec("103")).String(), m.Unbooked("b", dec("103")).String()})
	m.Mark(dec("103"), at)
	require.Equal(t, "0", m.Unbooked("a", dec("110")).String())
}

// TestCascadeOfLosses: b loses 7 × 20 = 140 and has 100. a should get 140.
func TestCascadeOfLosses(t *testing.T) {
	for _, c := range []struct {
		insurance int64
		moved     string // for a
		losses    []string
		left      string
	}{
		{60, "140", []string{"b 40"}, "20"},
		{40, "140", []string{"b 40"}, "0"},
		{15, "115", []string{"b 40", "a -25"}, "0"},
		{0, "100", []string{"b 40", "a -40"}, "0"},
	} {
		m := newMarket("1", map[string]int64{"a": 1000, "b": 100, "insurer": 100})
		m.insure(c.insurance)
		m.trade("a", "b", 7, 100)
		m.Mark(dec("120"), at)
		require.Equal(t, c.moved, m.Moved("a").String())
		require.Equal(t, "-100", m.Moved("b").String())
		require.Equal(t, c.losses, m.losses)
		require.Equal(t, c.left, m.balance(m.Insurance("M")))
		require.Equal(t, "0", m.balance(m.Settlement("M")))
	}
}

// TestThreeWinnersShare: d owes 14 and has 4, so 10 are missing. The gains are 7, 4 and 3. Their shares of the loss, rounded down, are 5, 2
// and 2. The unit that is left over is taken from a, the first by name.
func TestThreeWinnersShare(t *testing.T) {
	m := newMarket("1", map[string]int64{"a": 10, "b": 10, "c": 10, "d": 4})
	m.trade("a", "d", 7, 100)
	m.trade("b", "d", 4, 100)
	m.trade("c", "d", 3, 100)
	m.Mark(dec("101"), at)
	require.Equal(t, []string{"d 10", "a -6", "b -2", "c -2"}, m.losses)
	require.Equal(t, []string{"1", "2", "1"}, []string{m.Moved("a").String(), m.Moved("b").String(), m.Moved("c").String()})
}

// TestNetwork: the network takes over the 10 of b at 100. At 102 it has gained 20, which the insurance account gets. At 97 it loses 50, of
// which the insurance account pays its 30.
func TestNetwork(t *testing.T) {
	m := newMarket("1", map[string]int64{"a": 1000, "b": 1000, "insurer": 10})
	m.insure(10)
	m.trade("b", "a", 10, 100)
	m.Mark(dec("100"), at)
	m.TakeOver("b", domain.Network, 10)
	m.Mark(dec("102"), at)
	require.Equal(t, "30", m.balance(m.Insurance("M")))
	require.Equal(t, "20", m.Moved(domain.Network).String())
	m.Mark(dec("97"), at)
	require.Equal(t, "0", m.balance(m.Insurance("M")))
	require.Equal(t, "-10", m.Moved(domain.Network).String())
	require.Equal(t, []string{"network 20", "a -20"}, m.losses)
	require.Equal(t, "0", m.balance(m.Margin(domain.Network, "M")))
	require.Zero(t, m.Volume("b"))
	require.Equal(t, "0", m.Moved("b").String(), "taking over is worth nothing")
}

// TestNetworkLosesFirst: c has nothing and owes 6. The network and a gain 4 and 2. The network's gain is cut first.
func TestNetworkLosesFirst(t *testing.T) {
	m := newMarket("1", map[string]int64{"a": 10, "b": 10})
	m.trade("a", "c", 2, 100)
	m.trade("b", "c", 4, 100)
	m.Mark(dec("100"), at)
	m.TakeOver("b", domain.Network, 4)
	m.Mark(dec("101"), at)
	require.Equal(t, []string{"c 6", "network -4", "a -2"}, m.losses)
}

// TestFlip: a buys 5 at 100 and sells 8 at 90. It has lost 50 at 90, and 6 more at 92.
func TestFlip(t *testing.T) {
	m := newMarket("1", rich)
	m.trade("a", "b", 5, 100)
	m.trade("b", "a", 8, 90)
	m.Mark(dec("90"), at)
	require.Equal(t, "-50", m.Moved("a").String())
	m.Mark(dec("92"), at)
	require.Equal(t, "-56", m.Moved("a").String())
	require.Equal(t, int64(-3), m.Volume("a"))
}

// TestSettle settles a market with a factor of 10. At 103, a has gained 2.1 with its 7 from 100, b and c have lost 0.9 and 1.2: 2, -1 and
// -2 when rounded down. The unit that is left over goes to the global insurance account, together with the 50 of the market.
func TestSettle(t *testing.T) {
	m := newMarket("10", rich)
	m.insure(50)
	m.trade("a", "b", 3, 100)
	m.trade("a", "c", 4, 100)
	m.Settle(dec("103"), at)
	require.Equal(t, []string{"100002", "99999", "99998"}, []string{m.balance(m.General("a")), m.balance(m.General("b")), m.balance(m.General("c"))})
	require.Equal(t, []string{"0", "0", "0", "51"}, []string{
		m.balance(m.Settlement("M")), m.balance(m.Insurance("M")), m.balance(m.Margin("a", "M")), m.balance(m.GlobalInsurance()),
	})
	require.Zero(t, m.Volume("a"))
}

// randomMarket runs random trades and marks of parties with little or much money. It calls check after each mark.
func randomMarket(t *rapid.T, factor string, check func(m *market)) *market {
	money := map[string]int64{"insurer": 1000}
	for _, party := range names[:4] {
		money[party] = rapid.SampledFrom([]int64{100_000, 500, 50, 0}).Draw(t, "money of "+party)
	}
	m := newMarket(factor, money)
	m.insure(rapid.SampledFrom([]int64{0, 10, 200}).Draw(t, "insurance"))
	parties := rapid.SampledFrom(append([]string{domain.Network}, names[:4]...))
	for range rapid.IntRange(1, 30).Draw(t, "steps") {
		if rapid.Bool().Draw(t, "trade") {
			m.trade(parties.Draw(t, "buyer"), parties.Draw(t, "seller"), rapid.Uint64Range(1, 20).Draw(t, "size"), rapid.Int64Range(90, 110).Draw(t, "price"))
			continue
		}
		m.Mark(integer(rapid.Int64Range(80, 120).Draw(t, "mark")), at)
		check(m)
	}
	m.Mark(integer(rapid.Int64Range(80, 120).Draw(t, "last mark")), at)
	check(m)
	return m
}

// TestPlugInAgrees compares, after every mark, what was moved for each party with what the plug-in computes from the events.
func TestPlugInAgrees(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		randomMarket(t, rapid.SampledFrom([]string{"1", "10", "1000", "0.1"}).Draw(t, "factor"), func(m *market) {
			var sum int64
			for _, p := range m.plugin.All() {
				gained := p.PnL.Realised.Add(p.PnL.Unrealised)
				moved := m.Moved(p.PartyID)
				require.True(t, gained.Sub(moved).Abs().LessThanOrEqual(udecimal.One), "%s gained %s and was paid %s", p.PartyID, gained, moved)
				require.Equal(t, fmt.Sprint(m.Volume(p.PartyID)), p.OpenVolume.String())
				sum += m.Volume(p.PartyID)
			}
			require.Zero(t, sum)
		})
	})
}

// TestSettlementAccountHoldsTheRest: as long as all losers could pay, the balance of the account is minus the sum of what was moved, and
// less than one unit for each party. The ledger panics if it becomes negative.
func TestSettlementAccountHoldsTheRest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		randomMarket(t, rapid.SampledFrom([]string{"1", "10", "1000", "0.1"}).Draw(t, "factor"), func(m *market) {
			rest := m.Balance(m.Settlement("M"))
			if len(m.losses) > 0 {
				return
			}
			var moved domain.Decimal
			for _, party := range append([]string{domain.Network}, names...) {
				moved = moved.Add(m.Moved(party))
			}
			require.True(t, rest.Equal(moved.Neg()), "%s and %s", rest, moved)
			require.True(t, rest.LessThan(integer(5)), rest.String())
		})
	})
}
