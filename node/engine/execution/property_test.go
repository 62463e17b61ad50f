package execution_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/quagmt/udecimal"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
	"github.com/busgen/busgen/node/engine/execution"
	"github.com/busgen/busgen/node/engine/risk"
)

var randomParties = []string{"a", "b", "c", "d", "e"}

func randomMarket(t *rapid.T, id string) execution.Market {
	scale := rapid.SampledFrom([][3]int{{0, 0, 0}, {0, 0, 1}, {0, 2, 3}, {1, 1, -1}, {0, 0, 5}}).Draw(t, "places")
	return execution.Market{
		ID:                    id,
		DecimalPlaces:         scale[0],
		AssetDecimalPlaces:    scale[1],
		PositionDecimalPlaces: scale[2],
		MarkPrice:             100,
		Factors: risk.Factors{
			Long: dec("0.05"), Short: dec("0.07"), Search: dec("1.1"), Initial: dec("1.25"), Release: dec("1.5"),
		},
		MakerFee:          rapid.SampledFrom([]domain.Decimal{{}, dec("0.0002"), dec("0.3")}).Draw(t, "maker fee"),
		InfrastructureFee: rapid.SampledFrom([]domain.Decimal{{}, dec("0.0005")}).Draw(t, "infrastructure fee"),
		DisposalRange:     rapid.SampledFrom([]domain.Decimal{{}, dec("0.1"), dec("1")}).Draw(t, "disposal range"),
	}
}

// weighted draws a value, each in proportion to its weight. The likely ones come first, because rapid prefers the front.
func weighted[T any](t *rapid.T, label string, choices map[int][]T) T {
	var all []T
	for _, weight := range slices.Backward(slices.Sorted(maps.Keys(choices))) {
		for _, c := range choices[weight] {
			all = append(all, slices.Repeat([]T{c}, weight)...)
		}
	}
	return rapid.SampledFrom(all).Draw(t, label)
}

// randomCommand draws a command, which is usually a valid one: sizes and money of the same magnitude, prices around 100.
func randomCommand(t *rapid.T) execution.Command {
	market := weighted(t, "market", map[int][]string{20: {"M", "N"}, 1: {"nowhere"}})
	party := weighted(t, "party", map[int][]string{10: randomParties, 1: {"stranger", "", domain.Network}})
	price := weighted(t, "price", map[int][]uint64{10: {90, 95, 98, 99, 100, 101, 102, 105, 110}, 1: {0, 1, 50, 300, execution.MaxPrice, 1 << 63}})
	size := weighted(t, "size", map[int][]uint64{10: {1, 2, 3, 10, 20, 30}, 1: {0, 1000, execution.MaxSize, 1 << 63}})
	order := fmt.Sprintf("%s-o%d", market, rapid.SampledFrom([]int{1, 2, 3, 5, 8, 10, 15, 20, 30, 50, 80}).Draw(t, "order"))
	switch weighted(t, "command", map[int][]string{20: {"submit"}, 2: {"amend", "mark"}, 1: {"deposit", "withdraw", "cancel", "settle"}}) {
	case "deposit":
		return execution.Deposit{PartyID: party, Amount: randomAmount(t)}
	case "withdraw":
		return execution.Withdraw{PartyID: party, Amount: randomAmount(t)}
	case "cancel":
		return execution.CancelOrder{MarketID: market, PartyID: party, OrderID: rapid.SampledFrom([]string{"", order}).Draw(t, "which")}
	case "amend":
		return execution.AmendOrder{MarketID: market, PartyID: party, OrderID: order, Price: price, Size: size}
	case "mark":
		return execution.SetMarkPrice{MarketID: market, Price: price}
	case "settle":
		if weighted(t, "really", map[int][]bool{9: {false}, 1: {true}}) {
			return execution.SettleMarket{MarketID: market, Price: price}
		}
	}
	return execution.SubmitOrder{
		MarketID: market, PartyID: party, Price: price, Size: size,
		Side:        weighted(t, "side", map[int][]domain.Side{20: {domain.SideBuy, domain.SideSell}, 1: {domain.SideUnspecified}}),
		Type:        weighted(t, "type", map[int][]domain.OrderType{8: {domain.OrderTypeLimit}, 1: {domain.OrderTypeMarket}}),
		TimeInForce: weighted(t, "time in force", map[int][]domain.TimeInForce{8: {domain.TimeInForceGTC}, 1: {domain.TimeInForceIOC, domain.TimeInForceFOK, domain.TimeInForceGTT}}),
		PostOnly:    weighted(t, "post only", map[int][]bool{9: {false}, 1: {true}}),
		ReduceOnly:  weighted(t, "reduce only", map[int][]bool{9: {false}, 1: {true}}),
	}
}

func randomAmount(t *rapid.T) domain.Decimal {
	return rapid.SampledFrom([]domain.Decimal{dec("1"), dec("50"), dec("777"), dec("5000"), dec("0"), dec("-3"), dec("0.5")}).Draw(t, "amount")
}

// TestInvariants runs random commands and asks the auditor after each transaction. It repeats that until the commands have led to every
// rare event.
func TestInvariants(t *testing.T) {
	seen := map[string]int{}
	rare := func() (missing []string) {
		for _, kind := range []string{
			"Trade", "SettlePosition", "LossSocialization", "SettleDistressed", "PositionResolution", "DistressedOrders", "MarketSettled",
			"OrderRejected", "TxFailed", "Withdrawal",
		} {
			if seen[kind] == 0 {
				missing = append(missing, kind)
			}
		}
		return missing
	}
	for range 10 {
		checkInvariants(t, seen)
		if len(rare()) == 0 {
			break
		}
	}
	require.Empty(t, rare(), "the commands never led to these")
	t.Log(seen)
}

// checkInvariants counts the events by kind.
func checkInvariants(t *testing.T, seen map[string]int) {
	tally := generated.EventConsumer(generated.EventFunc(func(e events.Event) { seen[e.Kind().String()]++ }))
	rapid.Check(t, func(t *rapid.T) {
		w := newWorld()
		w.attach(tally)
		w.block(execution.CreateMarket{Market: randomMarket(t, "M")}, execution.CreateMarket{Market: randomMarket(t, "N")})
		for _, party := range randomParties {
			amount := udecimal.MustFromInt64(rapid.SampledFrom([]int64{1, 100, 200, 400, 1000, 3000}).Draw(t, "money"), 0)
			w.block(execution.Deposit{PartyID: party, Amount: amount})
		}
		for range rapid.SampledFrom([]int{1, 3, 10, 20, 30}).Draw(t, "blocks") {
			w.begin()
			for range rapid.SampledFrom([]int{0, 1, 5, 10, 15}).Draw(t, "transactions") {
				w.apply(randomCommand(t))
				if err := w.audit.Err(); err != nil {
					t.Fatal(err)
				}
			}
			w.EndBlock()
			if err := w.audit.Err(); err != nil {
				t.Fatal(err)
			}
		}
	})
}
