package positions

import (
	"testing"
	"time"

	"github.com/quagmt/udecimal"
	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/events"
)

var d = udecimal.MustParse

// at returns the time n seconds after the epoch.
func at(n int64) time.Time { return time.Unix(n, 0).UTC() }

func settlement(party, price string, n int64) domain.Settlement {
	return domain.Settlement{Market: domain.Market{MarketID: "m"}, Party: domain.Party{PartyID: party},
		Price: d(price), At: at(n)}
}

// settle returns the settlement of a party at a price after trades, which are pairs of size and
// price.
func settle(party, mark, factor string, n int64, trades ...[2]string) domain.SettlePosition {
	list := make([]domain.SettlementTrade, len(trades))
	for i, t := range trades {
		size, _ := d(t[0]).Int64()
		list[i] = domain.SettlementTrade{Size: size, Price: d(t[1])}
	}
	return domain.SettlePosition{Settlement: settlement(party, mark, n), PositionFactor: d(factor),
		Trades: events.ListOf(list...)}
}

// match returns a trade with a different amount in each part of the fee, the same on both sides.
func match(kind domain.TradeType, buyer, seller string, size uint64, price string,
	aggressor domain.Side) domain.Trade {
	fee := domain.Fee{Maker: d("1"), Infrastructure: d("2"), Liquidity: d("3"), Treasury: d("4"),
		BuyBack: d("5"), HighVolumeMaker: d("6")}
	return domain.Trade{Market: domain.Market{MarketID: "m"}, Type: kind, Aggressor: aggressor, Size: size, Price: d(price),
		Buyer: domain.TradeSide{PartyID: buyer, Fee: fee}, Seller: domain.TradeSide{PartyID: seller, Fee: fee}}
}

// of returns a party's position and fails the test if there is none.
func of(t *testing.T, p *Positions, party string) domain.Position {
	position, ok := p.Position("m", party)
	require.True(t, ok, party)
	return position
}

// equal compares a decimal with its text.
func equal(t *testing.T, want string, got domain.Decimal) {
	t.Helper()
	require.Equal(t, want, got.String())
}

func TestAverageIsRoundedAfterEachTrade(t *testing.T) {
	p := New(Config{})
	p.settlePosition(settle("a", "12", "10", 1, [2]string{"1", "10"}, [2]string{"2", "11"}, [2]string{"-1", "13"}))
	a := of(t, p, "a")
	equal(t, "2", a.OpenVolume)
	equal(t, "10.6666666666666667", a.AverageEntryPrice)
	equal(t, "11", a.Rounded.AverageEntryPrice)
	equal(t, "0.2333333333333333", a.PnL.Realised)
	equal(t, "0", a.Rounded.PnL.Realised)
	equal(t, "0.2666666666666667", a.PnL.Unrealised)
	require.Equal(t, at(1), a.UpdatedAt)
}

func TestTradesAddFeesOnly(t *testing.T) {
	p := New(Config{})
	p.trade(match(domain.TradeTypeDefault, "a", "b", 1, "10", domain.SideBuy))
	require.Empty(t, p.All(), "fees of an unknown market are lost")
	p.settlePosition(settle("x", "10", "1", 1))
	p.trade(match(domain.TradeTypeDefault, "a", "b", 1, "10", domain.SideBuy))
	a, b := of(t, p, "a"), of(t, p, "b")
	equal(t, "0", a.OpenVolume)
	want := domain.Totals{TakerFeesPaid: d("1"), FeesPaid: d("20")}
	require.Equal(t, [2]domain.Totals{want, want}, [2]domain.Totals{a.Life, a.SinceOpened}, "the taker earns nothing as maker")
	want.MakerFeesReceived = d("1")
	require.Equal(t, [2]domain.Totals{want, want}, [2]domain.Totals{b.Life, b.SinceOpened})
	require.True(t, a.UpdatedAt.IsZero())
}

func TestAuctionHasMakersOnBothSides(t *testing.T) {
	p := New(Config{})
	p.settlePosition(settle("a", "10", "1", 1))
	p.trade(match(domain.TradeTypeDefault, "a", "a", 1, "10", domain.SideUnspecified))
	equal(t, "2", of(t, p, "a").Life.MakerFeesReceived)
}

func TestOnlyOpeningFromZeroResetsSinceOpened(t *testing.T) {
	p := New(Config{})
	p.settlePosition(settle("a", "10", "1", 1, [2]string{"5", "10"}))
	p.trade(match(domain.TradeTypeDefault, "a", "b", 1, "10", domain.SideBuy))
	p.settlePosition(settle("a", "10", "1", 2, [2]string{"-9", "10"}))
	equal(t, "-4", of(t, p, "a").OpenVolume)
	equal(t, "1", of(t, p, "a").SinceOpened.TakerFeesPaid)
	p.settlePosition(settle("a", "10", "1", 3, [2]string{"4", "10"}))
	equal(t, "1", of(t, p, "a").SinceOpened.TakerFeesPaid)
	p.settlePosition(settle("a", "10", "1", 4, [2]string{"1", "10"}))
	equal(t, "0", of(t, p, "a").SinceOpened.TakerFeesPaid)
	equal(t, "1", of(t, p, "a").Life.TakerFeesPaid)
}

func TestFinalSettlementMovesRoundedGainsOnly(t *testing.T) {
	p := New(Config{})
	p.settlePosition(settle("a", "12", "1", 1, [2]string{"5", "10"}))
	final := domain.MarketSettled{Market: domain.Market{MarketID: "m"}, Price: d("13"), PositionFactor: d("2")}
	p.marketSettled(final)
	a := of(t, p, "a")
	equal(t, "8", a.Rounded.PnL.Realised) // 7.5, half away from zero
	equal(t, "0", a.Rounded.PnL.Unrealised)
	equal(t, "0", a.PnL.Realised)
	equal(t, "10", a.PnL.Unrealised)
	equal(t, "5", a.OpenVolume)
	require.Equal(t, at(1), a.UpdatedAt)
	p.settlePosition(settle("a", "10", "1", 2, [2]string{"1", "10"}))
	equal(t, "0", of(t, p, "a").Rounded.PnL.Realised)
}

func TestCloseOutDividesByOneUntilTheMarketIsSettled(t *testing.T) {
	p := New(Config{})
	p.marketSettled(domain.MarketSettled{Market: domain.Market{MarketID: "m"}, PositionFactor: d("3")})
	require.Empty(t, p.All(), "a market without rows stays unknown")
	p.settlePosition(settle("a", "10", "100", 1, [2]string{"5", "10"}))
	takeOver := match(domain.TradeTypeNetworkCloseOutBad, domain.Network, "a", 5, "10", domain.SideBuy)
	p.trade(takeOver)
	equal(t, "5", of(t, p, "a").OpenVolume)
	equal(t, "0", of(t, p, "a").SinceOpened.FeesPaid)
	equal(t, "20", of(t, p, "a").Life.FeesPaid)
	p.trade(match(domain.TradeTypeNetworkCloseOutBad, "a", domain.Network, 2, "13", domain.SideSell))
	equal(t, "6", of(t, p, domain.Network).PnL.Realised)
	equal(t, "9", of(t, p, domain.Network).PnL.Unrealised)
	equal(t, "-6", of(t, p, domain.Network).Rounded.PnL.Unrealised)
	for _, factor := range []string{"2", "100"} { // the second one is not remembered
		p.marketSettled(domain.MarketSettled{Market: domain.Market{MarketID: "m"}, Price: d("10"), PositionFactor: d(factor)})
	}
	p.trade(match(domain.TradeTypeNetworkCloseOutBad, "a", domain.Network, 3, "13", domain.SideSell))
	n := of(t, p, domain.Network)
	equal(t, "10.5", n.PnL.Realised)
	equal(t, "10.5", n.Rounded.PnL.Realised)
	equal(t, "0", n.OpenVolume)
	equal(t, "0", n.Rounded.PnL.Unrealised)
	require.True(t, n.UpdatedAt.IsZero())
}

func TestClosedOutStaysUntilTheNextDistressEvent(t *testing.T) {
	p := New(Config{})
	p.settlePosition(settle("a", "8", "1", 1, [2]string{"5", "10"}))
	p.settleDistressed(domain.SettleDistressed{Settlement: settlement("a", "8", 2), Margin: d("7")})
	a := of(t, p, "a")
	equal(t, "-17", a.PnL.Realised)
	equal(t, "-17", a.Rounded.PnL.Realised)
	equal(t, "0", a.OpenVolume)
	p.settlePosition(settle("a", "8", "1", 3, [2]string{"5", "8"}))
	require.Equal(t, domain.PositionStatusClosedOut, of(t, p, "a").Status)
	m := domain.Market{MarketID: "m"}
	p.distressedOrders(domain.DistressedOrders{Market: m, PartyIDs: events.ListOf("a", "nobody")})
	require.Equal(t, domain.PositionStatusOrdersClosed, of(t, p, "a").Status)
	p.distressedPositions(domain.DistressedPositions{Market: m, DistressedIDs: events.ListOf("a")})
	require.Equal(t, domain.PositionStatusDistressed, of(t, p, "a").Status)
	p.distressedPositions(domain.DistressedPositions{Market: m,
		DistressedIDs: events.ListOf("a"), SafeIDs: events.ListOf("a")})
	require.Equal(t, domain.PositionStatusUnspecified, of(t, p, "a").Status)
	require.Len(t, p.All(), 1)
}

func TestUnknownRowsGetNoFundingAndNoLoss(t *testing.T) {
	p := New(Config{})
	m := domain.Market{MarketID: "m"}
	loss := domain.LossSocialization{Market: m, Party: domain.Party{PartyID: "a"},
		Amount: d("-3"), Funding: true, At: at(9)}
	funding := domain.FundingPayments{Market: m,
		Payments: events.ListOf(domain.FundingPayment{PartyID: "a", Amount: d("2")})}
	p.lossSocialization(loss)
	p.fundingPayments(funding)
	require.Empty(t, p.All())
	p.settlePosition(settle("a", "10", "1", 1))
	p.fundingPayments(funding)
	require.Equal(t, at(1), of(t, p, "a").UpdatedAt)
	p.lossSocialization(loss)
	a := of(t, p, "a")
	equal(t, "-3", a.Loss)
	equal(t, "-1", a.PnL.Realised)
	equal(t, "-1", a.Life.Funding)
	require.Equal(t, at(9), a.UpdatedAt)

	loss.Funding, loss.Amount = false, d("5")
	p.lossSocialization(loss)
	a = of(t, p, "a")
	equal(t, "5", a.Adjustment)
	equal(t, "-3", a.Loss)
	equal(t, "-1", a.Life.Funding)
	equal(t, "-1", a.SinceOpened.Funding)
	equal(t, "4", a.Rounded.PnL.Realised)
}

func TestZeroFactorGivesNoGain(t *testing.T) {
	p := New(Config{})
	p.settlePosition(settle("a", "20", "0", 1, [2]string{"5", "10"}, [2]string{"-2", "15"}))
	a := of(t, p, "a")
	equal(t, "3", a.OpenVolume)
	equal(t, "0", a.PnL.Realised)
	equal(t, "0", a.PnL.Unrealised)
}

func TestVolumeHasNoLimit(t *testing.T) {
	p := New(Config{})
	most := [2]string{"9223372036854775807", "1"}
	p.settlePosition(settle("a", "2", "1", 1, most, most, most))
	equal(t, "27670116110564327421", of(t, p, "a").OpenVolume)
	equal(t, "27670116110564327421", of(t, p, "a").PnL.Unrealised)
}

func TestNegativeFactorChangesTheSignOfGains(t *testing.T) {
	p := New(Config{})
	p.settlePosition(settle("a", "20", "-2", 1, [2]string{"5", "10"}, [2]string{"-2", "15"}))
	a := of(t, p, "a")
	equal(t, "3", a.OpenVolume)
	equal(t, "-5", a.PnL.Realised)
	equal(t, "-15", a.PnL.Unrealised)
}

func TestNetworkSellsInACloseOutWithoutIt(t *testing.T) {
	p := New(Config{})
	p.settlePosition(settle("a", "10", "1", 1, [2]string{"-5", "10"}))
	p.trade(match(domain.TradeTypeNetworkCloseOutBad, "a", "b", 2, "10", domain.SideBuy))
	require.Len(t, p.All(), 2, "the seller gets no row")
	equal(t, "-5", of(t, p, "a").OpenVolume)
	equal(t, "20", of(t, p, "a").Life.FeesPaid)
	equal(t, "-2", of(t, p, domain.Network).OpenVolume)
	equal(t, "20", of(t, p, domain.Network).Life.FeesPaid)
}
