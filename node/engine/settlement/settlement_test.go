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

// hall is a market's settlement, its ledger, and the plug-in that sees only its events.
type hall struct {
	*settlement.Engine
	*collateral.Ledger
	plugin *positions.Positions
	losses []string
}

func newHall(factor string, money map[string]int64) *hall {
	h := &hall{plugin: positions.New(positions.Config{})}
	bus := generated.NewRouter()
	for _, consumer := range []any{h.plugin, generated.LossSocializationFunc(func(e generated.LossSocializationEvent) {
		l := e.LossSocialization()
		h.losses = append(h.losses, l.PartyID()+" "+l.Amount().String())
	})} {
		if _, err := bus.Attach(consumer); err != nil {
			panic(err)
		}
	}
	bus.BeginBlock(events.Block{Height: 1})
	h.Ledger = collateral.New("USD", bus)
	h.Engine = settlement.New(settlement.Config{MarketID: "M", PositionFactor: dec(factor), Accounts: h.Ledger, Emit: bus})
	for _, party := range names {
		if money[party] == 0 {
			continue
		}
		if err := h.Deposit("d", party, integer(money[party]), at); err != nil {
			panic(err)
		}
	}
	return h
}

var names = []string{"a", "b", "c", "d", "insurer"}

// trade has one party buy from another.
func (h *hall) trade(buyer, seller string, size uint64, price int64) {
	h.Trade(domain.Trade{
		Market: domain.Market{MarketID: "M"}, Buyer: domain.TradeSide{PartyID: buyer}, Seller: domain.TradeSide{PartyID: seller},
		Size: size, Price: integer(price), AssetPrice: integer(price),
	})
}

// insure gives the insurance account money of the insurer.
func (h *hall) insure(amount int64) {
	h.Move(h.General("insurer"), h.Insurance("M"), integer(amount), domain.TransferTypeClearAccount)
	h.Post(at)
}

func (h *hall) balance(id domain.AccountID) string { return h.Balance(id).String() }

// rich is enough for anything here.
var rich = map[string]int64{"a": 100_000, "b": 100_000, "c": 100_000, "d": 100_000, "insurer": 100_000}

// TestGainsAndLosses marks a's 7 from b at 100, and what follows, with each position factor.
//
//	at 103: a +7×3 = 21, b -21
//	c buys 2 of a at 110; at 108: a (7-2)×5 + 2×7 = 39, which is 25 + 14; b -7×5 = -35; c 2×(108-110) = -4
//
// with a factor of ten: 2.1 and -2.1, which is 2 and -3; then in all 6.0, -5.6 and -0.4, which is 6, -6 and -1, so 4, -3 and -1 more.
// With a factor of 0.1 ten times as much.
func TestGainsAndLosses(t *testing.T) {
	for factor, want := range map[string][2][4]string{
		"1":   {{"21", "-21", "0", "0"}, {"60", "-56", "-4", "0"}},
		"10":  {{"2", "-3", "0", "1"}, {"6", "-6", "-1", "1"}},
		"0.1": {{"210", "-210", "0", "0"}, {"600", "-560", "-40", "0"}},
	} {
		h := newHall(factor, rich)
		h.trade("a", "b", 7, 100)
		for i, price := range []int64{103, 108} {
			if i == 1 {
				h.trade("c", "a", 2, 110)
			}
			h.Mark(integer(price), at)
			got := [4]string{h.Moved("a").String(), h.Moved("b").String(), h.Moved("c").String(), h.balance(h.Settlement("M"))}
			require.Equal(t, want[i], got, "factor %s at %d", factor, price)
		}
		require.Equal(t, []int64{5, -7, 2}, []int64{h.Volume("a"), h.Volume("b"), h.Volume("c")})
	}
}

// TestDueIsRoundedOnce moves the price by one, a hundred times, with a factor of 1000: each move is worth 0.003, all of them 0.3, and a
// sum of roundings would have taken 100 of b.
func TestDueIsRoundedOnce(t *testing.T) {
	h := newHall("1000", rich)
	h.trade("a", "b", 3, 100)
	for price := int64(101); price <= 200; price++ {
		h.Mark(integer(price), at)
	}
	require.Equal(t, []string{"0", "-1"}, []string{h.Moved("a").String(), h.Moved("b").String()})
	require.Equal(t, "1", h.balance(h.Settlement("M")))
}

func TestUnbooked(t *testing.T) {
	h := newHall("10", rich)
	h.trade("a", "b", 7, 100)
	require.Equal(t, []string{"2.1", "-2.1"}, []string{h.Unbooked("a", dec("103")).String(), h.Unbooked("b", dec("103")).String()})
	h.Mark(dec("103"), at)
	require.Equal(t, "0", h.Unbooked("a", dec("110")).String())
}

// TestCascadeOfLosses has b lose more than it has: 7 × 20 = 140, and it has 100. a should get 140.
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
		h := newHall("1", map[string]int64{"a": 1000, "b": 100, "insurer": 100})
		h.insure(c.insurance)
		h.trade("a", "b", 7, 100)
		h.Mark(dec("120"), at)
		require.Equal(t, c.moved, h.Moved("a").String())
		require.Equal(t, "-100", h.Moved("b").String())
		require.Equal(t, c.losses, h.losses)
		require.Equal(t, c.left, h.balance(h.Insurance("M")))
		require.Equal(t, "0", h.balance(h.Settlement("M")))
	}
}

// TestThreeWinnersShare: d owes 14 for its 14 and has 4. Gains of 7, 4 and 3 lose 10 in all: 5, 2 and 2 by their shares rounded down,
// and one more is a's.
func TestThreeWinnersShare(t *testing.T) {
	h := newHall("1", map[string]int64{"a": 10, "b": 10, "c": 10, "d": 4})
	h.trade("a", "d", 7, 100)
	h.trade("b", "d", 4, 100)
	h.trade("c", "d", 3, 100)
	h.Mark(dec("101"), at)
	require.Equal(t, []string{"d 10", "a -6", "b -2", "c -2"}, h.losses)
	require.Equal(t, []string{"1", "2", "1"}, []string{h.Moved("a").String(), h.Moved("b").String(), h.Moved("c").String()})
}

// TestNetwork takes b's 10 over at 100. It gains 20 at 102, which the insurance account gets, loses 50 at 97, of which it pays the 30 that
// are there, and gains 10 at 98, of which d, who is short 15 and has nothing, pays nothing.
func TestNetwork(t *testing.T) {
	h := newHall("1", map[string]int64{"a": 1000, "b": 1000, "insurer": 10})
	h.insure(10)
	h.trade("b", "a", 10, 100)
	h.Mark(dec("100"), at)
	h.TakeOver("b", domain.Network, 10)
	h.Mark(dec("102"), at)
	require.Equal(t, "30", h.balance(h.Insurance("M")))
	require.Equal(t, "20", h.Moved(domain.Network).String())
	h.Mark(dec("97"), at)
	require.Equal(t, "0", h.balance(h.Insurance("M")))
	require.Equal(t, "-10", h.Moved(domain.Network).String())
	require.Equal(t, []string{"network 20", "a -20"}, h.losses)
	require.Equal(t, "0", h.balance(h.Margin(domain.Network, "M")))
	require.Zero(t, h.Volume("b"))
	require.Equal(t, "0", h.Moved("b").String(), "taking over is worth nothing")
}

// TestNetworkLosesFirst: c, who has nothing, owes 6; the network and a gain 4 and 2. The network's gain goes first.
func TestNetworkLosesFirst(t *testing.T) {
	h := newHall("1", map[string]int64{"a": 10, "b": 10})
	h.trade("a", "c", 2, 100)
	h.trade("b", "c", 4, 100)
	h.Mark(dec("100"), at)
	h.TakeOver("b", domain.Network, 4)
	h.Mark(dec("101"), at)
	require.Equal(t, []string{"c 6", "network -4", "a -2"}, h.losses)
}

// TestFlip turns a's 5 from 100 into -3 at 90: 50 are lost, and 6 more at 92.
func TestFlip(t *testing.T) {
	h := newHall("1", rich)
	h.trade("a", "b", 5, 100)
	h.trade("b", "a", 8, 90)
	h.Mark(dec("90"), at)
	require.Equal(t, "-50", h.Moved("a").String())
	h.Mark(dec("92"), at)
	require.Equal(t, "-56", h.Moved("a").String())
	require.Equal(t, int64(-3), h.Volume("a"))
}

// TestSettle ends a market with a factor of 10: a's 7 from 100 have gained 2.1 at 103, b and c have lost 0.9 and 1.2. That is 2, -1 and -2;
// the 1 that is left over ends in the global insurance account with the market's 50.
func TestSettle(t *testing.T) {
	h := newHall("10", rich)
	h.insure(50)
	h.trade("a", "b", 3, 100)
	h.trade("a", "c", 4, 100)
	h.Settle(dec("103"), at)
	require.Equal(t, []string{"100002", "99999", "99998"}, []string{h.balance(h.General("a")), h.balance(h.General("b")), h.balance(h.General("c"))})
	require.Equal(t, []string{"0", "0", "0", "51"}, []string{
		h.balance(h.Settlement("M")), h.balance(h.Insurance("M")), h.balance(h.Margin("a", "M")), h.balance(h.GlobalInsurance()),
	})
	require.Zero(t, h.Volume("a"))
}

// deal is a random market: trades and marks among parties with little or much money.
func deal(t *rapid.T, factor string, check func(h *hall)) *hall {
	money := map[string]int64{"insurer": 1000}
	for _, party := range names[:4] {
		money[party] = rapid.SampledFrom([]int64{100_000, 500, 50, 0}).Draw(t, "money of "+party)
	}
	h := newHall(factor, money)
	h.insure(rapid.SampledFrom([]int64{0, 10, 200}).Draw(t, "insurance"))
	parties := rapid.SampledFrom(append([]string{domain.Network}, names[:4]...))
	for range rapid.IntRange(1, 30).Draw(t, "steps") {
		if rapid.Bool().Draw(t, "trade") {
			h.trade(parties.Draw(t, "buyer"), parties.Draw(t, "seller"), rapid.Uint64Range(1, 20).Draw(t, "size"), rapid.Int64Range(90, 110).Draw(t, "price"))
			continue
		}
		h.Mark(integer(rapid.Int64Range(80, 120).Draw(t, "mark")), at)
		check(h)
	}
	h.Mark(integer(rapid.Int64Range(80, 120).Draw(t, "last mark")), at)
	check(h)
	return h
}

// TestPlugInAgrees compares, after every mark, what was moved for each party with what the plug-in makes of the events.
func TestPlugInAgrees(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		deal(t, rapid.SampledFrom([]string{"1", "10", "1000", "0.1"}).Draw(t, "factor"), func(h *hall) {
			var sum int64
			for _, p := range h.plugin.All() {
				gained := p.PnL.Realised.Add(p.PnL.Unrealised)
				moved := h.Moved(p.PartyID)
				require.True(t, gained.Sub(moved).Abs().LessThanOrEqual(udecimal.One), "%s gained %s and was paid %s", p.PartyID, gained, moved)
				require.Equal(t, fmt.Sprint(h.Volume(p.PartyID)), p.OpenVolume.String())
				sum += h.Volume(p.PartyID)
			}
			require.Zero(t, sum)
		})
	})
}

// TestSettlementAccountHoldsTheRest: as long as everybody could pay, what the account holds is minus what was moved, and less than one
// for each party. It is never negative, whoever could not.
func TestSettlementAccountHoldsTheRest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		deal(t, rapid.SampledFrom([]string{"1", "10", "1000", "0.1"}).Draw(t, "factor"), func(h *hall) {
			rest := h.Balance(h.Settlement("M"))
			if len(h.losses) > 0 {
				return
			}
			var moved domain.Decimal
			for _, party := range append([]string{domain.Network}, names...) {
				moved = moved.Add(h.Moved(party))
			}
			require.True(t, rest.Equal(moved.Neg()), "%s and %s", rest, moved)
			require.True(t, rest.LessThan(integer(5)), rest.String())
		})
	})
}
