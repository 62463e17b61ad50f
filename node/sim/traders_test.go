package sim_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
	"github.com/busgen/busgen/node/engine/execution"
	"github.com/busgen/busgen/node/sim"
)

// world is an exchange with its traders, and counts of its events.
type world struct {
	bus      *generated.Router
	traders  *sim.Traders
	exchange *execution.Exchange
	height   uint64
	commands []string
	seen     map[string]int
}

func newWorld(t *testing.T, config sim.Config) *world {
	t.Helper()
	w := &world{bus: generated.NewRouter(), traders: sim.New(config), seen: map[string]int{}}
	w.exchange = execution.New(sim.Asset, w.bus)
	for _, consumer := range []any{w.traders, w} {
		_, err := w.bus.Attach(consumer)
		require.NoError(t, err)
	}
	return w
}

func (w *world) run(blocks int) *world {
	for range blocks {
		w.height++
		txs := w.traders.Commands(w.height)
		for _, tx := range txs {
			w.commands = append(w.commands, fmt.Sprintf("%s %T %+v", tx.ID, tx.Command, tx.Command))
		}
		w.exchange.Block(events.Block{ChainID: "sim", Height: w.height, Time: time.Unix(int64(w.height), 0).UTC()}, txs)
	}
	return w
}

// OnEvent counts events by kind and by some of their fields.
func (w *world) OnEvent(e events.Event) {
	w.seen[e.Kind().String()]++
	switch e := e.(type) {
	case *generated.Trade:
		trade := e.Trade()
		w.seen["trade "+trade.Type().String()]++
		if trade.Type() == domain.TradeTypeDefault && trade.Aggressor() == domain.SideUnspecified {
			w.seen["offset"]++
		}
	case *generated.Order:
		order := e.Order()
		w.seen["order "+order.Status().String()]++
		w.seen["order "+order.TimeInForce().String()]++
		if order.Version() > 1 {
			w.seen["amended"]++
		}
	case *generated.LedgerMovement:
		for _, entry := range e.LedgerMovement().Entries().All() {
			w.seen[entry.From.Type.String()+" pays "+entry.Type.String()]++
		}
	case *generated.OrderRejected:
		w.seen["rejected "+e.OrderRejected().Reason().String()]++
	}
}

func TestSameSeedSameCommands(t *testing.T) {
	config := sim.Config{Seed: 7, Markets: 2, Parties: 12}
	first := newWorld(t, config).run(120).commands
	require.Equal(t, first, newWorld(t, config).run(120).commands)
	config.Seed = 8
	require.NotEqual(t, first, newWorld(t, config).run(120).commands)
}

// TestEverythingHappens looks for each step of the cascade and each status of an order, for several seeds. Close-outs of both sides
// against each other are rare, so that one is enough.
func TestEverythingHappens(t *testing.T) {
	offset := 0
	for seed := range uint64(3) {
		w := newWorld(t, sim.Config{Seed: seed, Markets: 3, Parties: 30}).run(500)
		for _, what := range []string{
			"order ACTIVE", "order FILLED", "order PARTIALLY_FILLED", "order STOPPED", "order CANCELLED", "order REJECTED",
			"order GTC", "order IOC", "order FOK", "amended", "OrdersCancelled",
			"trade DEFAULT", "trade NETWORK_CLOSE_OUT_BAD", "trade NETWORK_CLOSE_OUT_GOOD",
			"DistressedOrders", "DistressedPositions", "SettleDistressed", "PositionResolution", "LossSocialization", "MarketSettled",
			"MARGIN pays MARGIN_CONFISCATED", "INSURANCE pays MTM_LOSS", "INSURANCE pays CLEAR_ACCOUNT",
			"Deposit", "Withdrawal", "TxFailed",
			"rejected POST_ONLY_ORDER_WOULD_TRADE", "rejected REDUCE_ONLY_ORDER_WOULD_NOT_REDUCE_POSITION",
			"rejected MARGIN_CHECK_FAILED", "rejected INSUFFICIENT_FUNDS_TO_PAY_FEES", "rejected INVALID_SIZE", "rejected INVALID_PARTY_ID",
		} {
			require.Positive(t, w.seen[what], "seed %d: %s", seed, what)
		}
		offset += w.seen["offset"]
	}
	require.Positive(t, offset)
}

func TestBounds(t *testing.T) {
	for _, config := range []sim.Config{
		{Markets: 0, Parties: 30}, {Markets: sim.MaxMarkets + 1, Parties: 30}, {Markets: -1, Parties: 30},
		{Markets: 1, Parties: sim.MinParties - 1}, {Markets: 1, Parties: sim.MaxParties + 1},
	} {
		require.ErrorContains(t, config.Validate(), "want", config)
		require.Panics(t, func() { sim.New(config) }, config)
	}
	for _, config := range []sim.Config{{Markets: 1, Parties: sim.MinParties}, {Markets: 9, Parties: 9}} {
		require.NoError(t, config.Validate())
		w := newWorld(t, config).run(60)
		require.Equal(t, config.Markets, w.seen["MarketCreated"], "all definitions are valid, their names differ")
		require.Positive(t, w.seen["Trade"])
	}
}
