package execution_test

import (
	"testing"
	"time"

	"github.com/quagmt/udecimal"
	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
	"github.com/busgen/busgen/mux/muxtest"
	"github.com/busgen/busgen/node/engine/execution"
	"github.com/busgen/busgen/node/engine/risk"
)

var _ execution.Bus = (*generated.Router)(nil)

func dec(s string) domain.Decimal { return udecimal.MustParse(s) }

func plain(id string, mark uint64) execution.Market {
	return execution.Market{
		ID: id, MarkPrice: mark, DisposalRange: dec("0.5"),
		Factors: risk.Factors{Long: dec("0.1"), Short: dec("0.1"), Search: dec("1.1"), Initial: dec("1.2"), Release: dec("1.4")},
	}
}

func TestSmoke(t *testing.T) {
	bus := generated.NewRouter()
	rec := &muxtest.Recorder{}
	_, err := bus.Attach(rec)
	require.NoError(t, err)
	x := execution.New("USD", bus)
	at := time.Unix(1_800_000_000, 0).UTC()
	x.Block(events.Block{ChainID: "c", Height: 1, Time: at}, []execution.Tx{
		{ID: "1", Command: execution.CreateMarket{Market: plain("M", 100)}},
		{ID: "2", Command: execution.Deposit{PartyID: "a", Amount: dec("1000")}},
		{ID: "3", Command: execution.Deposit{PartyID: "b", Amount: dec("130")}},
		{ID: "4", Command: execution.SubmitOrder{MarketID: "M", PartyID: "a", Side: domain.SideSell, Type: domain.OrderTypeLimit, TimeInForce: domain.TimeInForceGTC, Price: 100, Size: 10}},
		{ID: "5", Command: execution.SubmitOrder{MarketID: "M", PartyID: "b", Side: domain.SideBuy, Type: domain.OrderTypeMarket, TimeInForce: domain.TimeInForceIOC, Size: 10}},
	})
	x.Block(events.Block{ChainID: "c", Height: 2, Time: at}, []execution.Tx{
		{ID: "6", Command: execution.SetMarkPrice{MarketID: "M", Price: 95}},
		{ID: "7", Command: execution.SetMarkPrice{MarketID: "M", Price: 80}},
	})
	for _, e := range rec.Events() {
		t.Logf("%d/%d %s %v", e.BlockHeight(), e.Sequence(), e.Kind(), e)
	}
}
