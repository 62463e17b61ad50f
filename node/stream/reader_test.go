package stream_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/quagmt/udecimal"
	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/node/stream"
)

// read returns all steps of a stream, and the error that ended it, nil at its end.
func read(name, text string) ([]stream.Step, error) {
	r, err := stream.NewReader(name, strings.NewReader(text))
	if err != nil {
		return nil, err
	}
	var steps []stream.Step
	for {
		step, err := r.Next()
		if errors.Is(err, io.EOF) {
			return steps, nil
		} else if err != nil {
			return steps, err
		}
		steps = append(steps, step)
	}
}

func TestRecordedStreamsAreRead(t *testing.T) {
	files, err := filepath.Glob("../testdata/streams/*.jsonl")
	require.NoError(t, err)
	require.GreaterOrEqual(t, len(files), 60)
	kinds := map[string]bool{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		steps, err := read(file, string(text))
		require.NoError(t, err)
		final, ok := steps[len(steps)-1].(stream.Checkpoint)
		require.True(t, ok && final.Final, file)
		lines := 1
		for _, step := range steps {
			switch s := step.(type) {
			case stream.Call:
				lines += len(s.Events)
				kinds[s.Events[0].Kind] = true
			default:
				lines++
			}
		}
		require.Equal(t, strings.Count(string(text), "\n"), lines, file)
	}
	// The format defines these too, but none of the recorded files has them.
	for _, kind := range []string{"deposit", "withdrawal", "expired_orders", "stop_order", "position_resolution"} {
		require.False(t, kinds[kind], kind)
		kinds[kind] = true
	}
	for _, kind := range stream.Kinds() {
		require.True(t, kinds[kind], "no stream has kind %s", kind)
	}
}

const small = `{"kind":"header","name":"small","stream":"core","group":"unit-test"}
{"kind":"begin_block","seq":1,"height":7,"time":"1575072002000000000"}
{"kind":"settle_position","seq":2,"batch":3,"market":"m","party":"a","price":"100","position_factor":"0.1","timestamp":"5","trades":[{"size":"-2","price":"99","market_price":"9.9"}]}
{"kind":"settle_position","seq":3,"batch":3,"market":"m","party":"b","price":"100","position_factor":"0.1","timestamp":"5","trades":[]}
{"kind":"trade","seq":4,"market":"m","id":"t","buyer":"a","seller":"network","size":"18446744073709551615","price":"1","aggressor":"BUY","type":"NETWORK_CLOSE_OUT_BAD","buyer_fee":{"maker":"99999999999999999999999"}}
{"kind":"account","seq":5,"owner":"*","market":"!","asset":"USD","type":"EXTERNAL","balance":"-1"}
{"kind":"other","seq":6,"type":"ORACLE_DATA"}
{"kind":"end_block","seq":7,"height":7}
{"kind":"expected","positions":[]}
`

func TestLinesBecomePayloads(t *testing.T) {
	steps, err := read("small", small)
	require.NoError(t, err)
	number := udecimal.MustParse
	at := time.Unix(0, 5).UTC()
	row := func(party string, trades ...domain.SettlementTrade) domain.SettlePosition {
		return domain.SettlePosition{
			Settlement: domain.Settlement{
				Market: domain.Market{MarketID: "m"}, Party: domain.Party{PartyID: party}, Price: number("100"), At: at,
			},
			PositionFactor: number("0.1"),
			Trades:         events.ListOf(trades...),
		}
	}
	require.Equal(t, []stream.Step{
		stream.BeginBlock{Block: events.Block{ChainID: "small", Height: 7, Time: time.Unix(1575072002, 0).UTC()}},
		stream.Call{Batch: true, Events: []stream.Event{
			{Line: 3, Kind: "settle_position", Payload: row("a", domain.SettlementTrade{Size: -2, Price: number("99"), MarketPrice: number("9.9")})},
			{Line: 4, Kind: "settle_position", Payload: row("b")},
		}},
		stream.Call{Events: []stream.Event{{Line: 5, Kind: "trade", Payload: domain.Trade{
			Market: domain.Market{MarketID: "m"}, ID: "t", Type: domain.TradeTypeNetworkCloseOutBad, Aggressor: domain.SideBuy,
			Buyer:  domain.TradeSide{PartyID: "a", Fee: domain.Fee{Maker: number("99999999999999999999999")}},
			Seller: domain.TradeSide{PartyID: domain.Network},
			Size:   18446744073709551615, Price: number("1"),
		}}}},
		stream.Call{Events: []stream.Event{{Line: 6, Kind: "account", Payload: domain.Account{
			ID: domain.AccountID{Asset: "USD", Type: domain.AccountTypeExternal}, Balance: number("-1"),
		}}}},
		stream.Call{Events: []stream.Event{{Line: 7, Kind: "other", Payload: domain.Notice{Type: "ORACLE_DATA"}}}},
		stream.EndBlock{},
		stream.Checkpoint{Line: 9, Final: true},
	}, steps)
}

func TestAMissingLastLineEndIsNoFault(t *testing.T) {
	_, err := read("small", strings.TrimSuffix(small, "\n"))
	require.NoError(t, err)
}

func TestReadingEndsWithAFault(t *testing.T) {
	r, err := stream.NewReader("x", strings.NewReader(`{"kind":"header"}`+"\nnonsense\n"))
	require.NoError(t, err)
	_, first := r.Next()
	_, second := r.Next()
	require.Equal(t, "x:2: broken JSON: invalid character 'o' in literal null (expecting 'u')", first.Error())
	require.Equal(t, first, second)
}

// BenchmarkReader reads one recorded stream.
func BenchmarkReader(b *testing.B) {
	text, err := os.ReadFile("../testdata/streams/synthetic-0011.jsonl")
	require.NoError(b, err)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		_, err := read("x", string(text))
		require.NoError(b, err)
	}
}
