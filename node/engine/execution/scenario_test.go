package execution_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/node/engine/execution"
)

// The comment of each scenario computes its figures. In all of them the initial margin is 12 % of a position's value, and maintenance
// is 10 %.

// TestCascade has two distressed parties that offset each other in part. The network takes over the rest and sells it in the book.
//
// Block 2: L buys 25 of K at 100, with all its money, 300, as margin.
// Block 3: S offers 10 at 80, which takes 120 of margin and 200 that it could lose at the mark price of 100; it then withdraws the
// 200. B buys them at 80. K bids 5 at 89 and 100 at 88, which takes its margin to (105-25) × 100 × 12 % = 960. The oracle
// sets 90:
//
//	B  10 × (90-80)   = +100    K  -25 × (90-100) = +250
//	L  25 × (90-100)  = -250    S  -10 × (90-80)  = -100
//
// L has 50 left and needs 225; S has 20 left and needs 90: both are distressed. S buys 10 of L; the network takes the other 15. Their
// 70 go to the insurance account. The network sells 5 at 89 and 10 at 88. The block ends with a mark price of 88:
//
//	B  10 × (88-90)                        = -20
//	K  -25 × (88-90) + 5 × (88-89)         = +45
//	N  15 × (88-90) - 5 × (88-89)          = -25, out of the insurance account, which has 45 left
//
// Margins: K, with 80 of exposure, had 960 + 250, more than 1.4 × 720 = 1008, so it keeps 864; with the 45 it has 909, which is between
// 1.1 × 704 and 1.4 × 704. B had 120 + 100, more than 1.4 × 90 = 126, so it keeps 108; less 20 that is 88, below 1.1 × 88 = 97, and
// it is filled up to 106.
func TestCascade(t *testing.T) {
	w := newWorld()
	w.block(plain(100), deposit("L", 300), deposit("K", 10_000), deposit("S", 320), deposit("B", 1_000))
	w.block(sell("K", 25, 100), buy("L", 25, 100))
	w.listen()
	w.block(
		sell("S", 10, 80), execution.Withdraw{PartyID: "S", Amount: dec("200")}, buy("B", 10, 80),
		buy("K", 5, 89), buy("K", 100, 88), mark(90),
	)
	require.Equal(t, []string{
		"B buys 10 of S at 80, DEFAULT",
		"mark B at 90, 1 trades", "mark K at 90, 0 trades", "mark L at 90, 0 trades", "mark S at 90, 1 trades",
		"distressed: {[L S]}, safe: {[]}",
		"S buys 10 of L at 90, DEFAULT",
		"network buys 15 of L at 90, NETWORK_CLOSE_OUT_BAD",
		"closed out L, confiscated 50", "closed out S, confiscated 20",
		"resolved 2 of 2 at 90",
		"K buys 5 of network at 89, NETWORK_CLOSE_OUT_GOOD", "K buys 10 of network at 88, NETWORK_CLOSE_OUT_GOOD",
		"mark B at 88, 0 trades", "mark K at 88, 2 trades", "mark network at 88, 2 trades",
	}, w.output())
	require.Equal(t, []string{"9386", "909"}, []string{w.general("K"), w.margin("K")})
	require.Equal(t, []string{"974", "106"}, []string{w.general("B"), w.margin("B")})
	require.Equal(t, []string{"0", "0"}, []string{w.general("L"), w.margin("L")})
	require.Equal(t, []string{"0", "0"}, []string{w.general("S"), w.margin("S")})
	require.Equal(t, "45", w.insurance())
	require.NoError(t, w.audit.Err())
	network, _ := w.positions.Position("M", domain.Network)
	require.Equal(t, "-25", network.PnL.Realised.String())
}

// closedOut closes out one party. The network keeps the position, because there are no bids. A buys 10 of the shorts at 100 with 120 of
// margin. At 91 it has lost 90. The remaining 30, less than the 91 that it needs, go to the insurance account.
func closedOut(t *testing.T, shorts ...execution.Command) *world {
	w := newWorld()
	w.block(plain(100), deposit("A", 120))
	w.block(append(shorts, buy("A", 10, 100), mark(91))...)
	require.Equal(t, "30", w.insurance())
	require.Equal(t, "0", w.margin("A"))
	w.listen()
	return w
}

// TestInsuranceJustSuffices: the network, with 10 from 91, loses 30 at 88, which is what the insurance account has.
func TestInsuranceJustSuffices(t *testing.T) {
	w := closedOut(t, deposit("W", 1_000), sell("W", 10, 100))
	w.block(mark(88))
	require.Equal(t, []string{"mark W at 88, 0 trades", "mark network at 88, 0 trades"}, w.output())
	require.Equal(t, "0", w.insurance())
	// W has gained 10 × (100-88) = 120.
	require.Equal(t, "1014", w.general("W"))
	require.Equal(t, "106", w.margin("W"), "1.2 × 10 × 88 × 10 %, rounded up")
	require.NoError(t, w.audit.Err())
}

// TestWinnersShareALoss: the insurance account is empty after the mark to 88, as above. At 87 the network, with 10, can pay nothing
// of its loss of 10; P, with 4, pays 4. The winners should get 7, 4 and 3, and 10 are missing:
//
//	10 × 7/14 = 5      10 × 4/14 = 2 and 12/14      10 × 3/14 = 2 and 2/14
//
// That takes 5 + 2 + 2 = 9. The last unit is taken from W1, the first by name. So they get 1, 2 and 1.
func TestWinnersShareALoss(t *testing.T) {
	w := closedOut(t,
		deposit("P", 1_000), deposit("W1", 1_000), deposit("W2", 1_000), deposit("W3", 1_000),
		sell("W1", 7, 100), sell("W2", 4, 100), sell("W3", 3, 100), buy("P", 4, 100))
	w.block(mark(88))
	w.output()
	before := []string{w.margin("W1"), w.margin("W2"), w.margin("W3")}
	w.block(mark(87))
	require.Equal(t, []string{
		"mark P at 87, 0 trades", "mark W1 at 87, 0 trades", "mark W2 at 87, 0 trades", "mark W3 at 87, 0 trades",
		"mark network at 87, 0 trades",
		"loss of network: 10", "loss of W1: -6", "loss of W2: -2", "loss of W3: -2",
	}, w.output())
	after := []string{w.margin("W1"), w.margin("W2"), w.margin("W3")}
	for i, paid := range []string{"1", "2", "1"} {
		require.Equal(t, paid, dec(after[i]).Sub(dec(before[i])).String())
	}
	require.Equal(t, "0", w.insurance())
	require.NoError(t, w.audit.Err())
}

// TestFlip turns a long position into a short one at a loss: F buys 5 at 100, and sells 8 at 90. At 90 it has lost 5 × 10 = 50, all
// of it realised, and is short 3 from 90; at 92 these have lost 6.
func TestFlip(t *testing.T) {
	w := newWorld()
	w.block(plain(100), deposit("F", 1_000), deposit("K", 1_000))
	w.block(sell("K", 5, 100), buy("F", 5, 100))
	w.block(buy("K", 8, 90), sell("F", 8, 90))
	w.block(mark(92))
	f, _ := w.positions.Position("M", "F")
	require.Equal(t, "-3", f.OpenVolume.String())
	require.Equal(t, "90", f.AverageEntryPrice.String())
	require.Equal(t, []string{"-50", "-6"}, []string{f.PnL.Realised.String(), f.PnL.Unrealised.String()})
	require.Equal(t, "944", dec(w.general("F")).Add(dec(w.margin("F"))).String())
	require.NoError(t, w.audit.Err())
}

// TestFinalSettlement settles with ten size units to a contract, so that money is a tenth of size × price: A holds 7 from 100, B is
// short 3 and C short 4. At 103
//
//	A   7 × 3 / 10 =  2.1, rounded down  2
//	B  -3 × 3 / 10 = -0.9, rounded down -1
//	C  -4 × 3 / 10 = -1.2, rounded down -2
//
// so that 1 is left over, which goes through the market's insurance account to the global one. All margins go back.
func TestFinalSettlement(t *testing.T) {
	w := newWorld()
	definition := plain(100)
	definition.Market.PositionDecimalPlaces = 1
	w.block(definition, deposit("A", 1_000), deposit("B", 1_000), deposit("C", 1_000))
	w.block(sell("B", 3, 100), sell("C", 4, 100), buy("A", 7, 100), buy("A", 5, 99), sell("C", 5, 110))
	w.listen()
	w.block(execution.SettleMarket{MarketID: "M", Price: 103}, buy("A", 1, 103), mark(104))
	require.Equal(t, []string{
		"mark A at 103, 0 trades", "mark B at 103, 0 trades", "mark C at 103, 0 trades",
		"TxFailed: market M is settled", "TxFailed: market M is settled",
	}, w.output())
	require.Equal(t, []string{"1002", "999", "998"}, []string{w.general("A"), w.general("B"), w.general("C")})
	require.Equal(t, []string{"0", "0", "0"}, []string{w.margin("A"), w.margin("B"), w.margin("C")})
	require.Equal(t, "1", w.balances[domain.AccountID{Asset: "USD", Type: domain.AccountTypeGlobalInsurance}])
	require.NoError(t, w.audit.Err())
}

// TestSafeWithoutOrders: D is long 10 from 100 and bids for 10 more at 91, with 240 of margin. At 92 it has lost 80. The remaining 160 are
// less than 20 × 9.2 = 184, but enough for the 92 of the position alone.
func TestSafeWithoutOrders(t *testing.T) {
	w := newWorld()
	w.block(plain(100), deposit("D", 240), deposit("K", 1_000))
	w.block(sell("K", 10, 100), buy("D", 10, 100), buy("D", 10, 91))
	w.listen()
	w.block(mark(92))
	require.Equal(t, []string{
		"mark D at 92, 0 trades", "mark K at 92, 0 trades", "orders closed: {[D]}", "distressed: {[]}, safe: {[D]}", "resolved 0 of 1 at 92",
	}, w.output())
	require.NoError(t, w.audit.Err())
}

// TestFees: the taker pays. 10 at 100 are worth 1000. The maker gets 0.15 % of it, 1.5, rounded up to 2. The market gets 0.2 %, 2.
func TestFees(t *testing.T) {
	w := newWorld()
	definition := plain(100)
	definition.Market.MakerFee, definition.Market.InfrastructureFee = dec("0.0015"), dec("0.002")
	w.block(definition, deposit("K", 1_000), deposit("T", 123), deposit("U", 124))
	w.listen()
	w.block(sell("K", 20, 100), buy("T", 10, 100), buy("U", 10, 100))
	require.Equal(t, "OrderRejected: MARGIN_CHECK_FAILED", w.output()[0], "T has the margin of 120, but not the fees of 4")
	require.Equal(t, []string{"762", "240"}, []string{w.general("K"), w.margin("K")})
	require.Equal(t, []string{"0", "120"}, []string{w.general("U"), w.margin("U")})
	require.Equal(t, "2", w.balances[domain.AccountID{MarketID: "M", Asset: "USD", Type: domain.AccountTypeFeesInfrastructure}])
	require.NoError(t, w.audit.Err())
}
