package execution_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/node/engine/execution"
	"github.com/busgen/busgen/node/engine/risk"
)

// extremeMarket draws a market with every parameter at a limit, or near it. But a size unit is at most a hundred contracts: the plug-in
// has average prices with 16 decimals, so that a position of 1e15 contracts or more differs from what was paid by more than a unit.
func extremeMarket(t *rapid.T, id string) execution.Market {
	places := rapid.SampledFrom([]int{0, 9}).Draw(t, "places")
	return execution.Market{
		ID:                    id,
		DecimalPlaces:         places,
		AssetDecimalPlaces:    places + rapid.SampledFrom([]int{0, 9}).Draw(t, "more places of the asset"),
		PositionDecimalPlaces: rapid.SampledFrom([]int{-2, 0, 9}).Draw(t, "position places"),
		MarkPrice:             rapid.SampledFrom([]uint64{1, 2, 1000, execution.MaxPrice}).Draw(t, "mark price"),
		Factors: risk.Factors{
			Long:    rapid.SampledFrom([]domain.Decimal{dec("0.000000001"), dec("0.5"), dec("1"), dec("10")}).Draw(t, "long"),
			Short:   rapid.SampledFrom([]domain.Decimal{dec("0.000000001"), dec("0.5"), dec("1"), dec("10")}).Draw(t, "short"),
			Search:  dec("1"),
			Initial: dec("1.000000001"),
			Release: rapid.SampledFrom([]domain.Decimal{dec("1.000000002"), dec("1000")}).Draw(t, "release"),
		},
		MakerFee:          rapid.SampledFrom([]domain.Decimal{{}, dec("0.000000001"), dec("0.5")}).Draw(t, "maker fee"),
		InfrastructureFee: rapid.SampledFrom([]domain.Decimal{{}, dec("0.5")}).Draw(t, "infrastructure fee"),
		DisposalRange:     rapid.SampledFrom([]domain.Decimal{{}, dec("0.000000001"), dec("1")}).Draw(t, "disposal range"),
	}
}

func extremeCommand(t *rapid.T) execution.Command {
	party := rapid.SampledFrom(randomParties).Draw(t, "party")
	price := rapid.SampledFrom([]uint64{1, 2, 3, 999, 1000, 1001, execution.MaxPrice - 1, execution.MaxPrice}).Draw(t, "price")
	size := rapid.SampledFrom([]uint64{1, 2, 1000, execution.MaxSize - 1, execution.MaxSize}).Draw(t, "size")
	switch rapid.SampledFrom([]string{"submit", "submit", "submit", "submit", "mark", "cancel", "withdraw", "settle"}).Draw(t, "command") {
	case "mark":
		return execution.SetMarkPrice{MarketID: "M", Price: price}
	case "cancel":
		return execution.CancelOrder{MarketID: "M", PartyID: party}
	case "withdraw":
		return execution.Withdraw{PartyID: party, Amount: dec("1000")}
	case "settle":
		if rapid.SampledFrom([]bool{false, false, false, true}).Draw(t, "really") {
			return execution.SettleMarket{MarketID: "M", Price: price}
		}
	}
	return execution.SubmitOrder{
		MarketID: "M", PartyID: party, Price: price, Size: size, Type: domain.OrderTypeLimit,
		Side:        rapid.SampledFrom([]domain.Side{domain.SideBuy, domain.SideSell}).Draw(t, "side"),
		TimeInForce: rapid.SampledFrom([]domain.TimeInForce{domain.TimeInForceGTC, domain.TimeInForceIOC}).Draw(t, "time in force"),
	}
}

// TestExtremes runs commands at the limits on markets at the limits, for parties with little and with a lot of money: nothing overflows, and
// no rule of the auditor is broken.
func TestExtremes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := newWorld()
		w.block(execution.CreateMarket{Market: extremeMarket(t, "M")})
		for _, party := range randomParties {
			amount := rapid.SampledFrom([]string{"1", "1000", "1000000000000", "1" + "000000000000000000000000000000000000000000000000"}).Draw(t, "money")
			w.block(execution.Deposit{PartyID: party, Amount: dec(amount)})
		}
		for range rapid.SampledFrom([]int{1, 5, 10}).Draw(t, "blocks") {
			w.begin()
			for range rapid.SampledFrom([]int{1, 5, 10}).Draw(t, "transactions") {
				w.apply(extremeCommand(t))
			}
			w.EndBlock()
			if err := w.audit.Err(); err != nil {
				t.Fatal(err)
			}
		}
	})
}
