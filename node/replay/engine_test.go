package replay

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
	"github.com/busgen/busgen/node/stream"
)

func TestEveryKindHasItsRoute(t *testing.T) {
	require.Len(t, routes, len(stream.Kinds()))
	for _, kind := range stream.Kinds() {
		require.Contains(t, routes, kind)
	}
}

// place is the kind and the header of an event.
type place struct {
	kind     string
	chain    string
	height   uint64
	sequence uint64
}

// TestCallsKeepTheirOrder replays single events and a batch in one block: all are in one sequence, in the order of the lines.
func TestCallsKeepTheirOrder(t *testing.T) {
	text := `{"kind":"header","name":"chain"}
{"kind":"begin_block","seq":1,"height":4,"time":"1000000000"}
{"kind":"party","seq":2,"party":"a"}
{"kind":"party","seq":3,"batch":1,"party":"b"}
{"kind":"other","seq":4,"batch":1,"type":"X"}
{"kind":"epoch","seq":5,"epoch_seq":"1","action":"START"}
{"kind":"end_block","seq":6,"height":4}
{"kind":"expected","positions":[]}
`
	var seen []place
	bus := generated.NewRouter()
	_, err := bus.Attach(events.Func(func(e events.Event) {
		require.Equal(t, time.Unix(1, 0).UTC(), e.BlockTime())
		seen = append(seen, place{e.Kind().String(), e.Header().ChainID(), e.BlockHeight(), e.Sequence()})
	}))
	require.NoError(t, err)
	recorded, err := stream.NewReader("x", strings.NewReader(text))
	require.NoError(t, err)
	p := player{engine: engine{bus: bus}}
	for range 6 {
		step, err := recorded.Next()
		if err != nil {
			require.ErrorContains(t, err, "EOF")
			break
		}
		if _, ok := step.(stream.Checkpoint); !ok {
			p.step(step)
		}
	}
	require.Equal(t, []place{
		{"BeginBlock", "chain", 4, 0},
		{"PartyAdded", "chain", 4, 1},
		{"PartyAdded", "chain", 4, 2},
		{"Notice", "chain", 4, 3},
		{"Epoch", "chain", 4, 4},
		{"EndBlock", "chain", 4, 5},
	}, seen)
	require.Equal(t, len(seen), p.engine.delivered)
	require.Zero(t, bus.Ignored())
}

func TestNamesStayOnTheirLine(t *testing.T) {
	m := Mismatch{File: "f", Line: 3, Market: "a\nb", Party: "", Field: "loss", Got: "1", Want: "2"}
	require.Equal(t, `f:3: mismatch: market "a\nb", party "", field loss: got 1, want 2`, m.String())
	m.Market, m.Party = "ETH/DEC19", "lp 1"
	require.Equal(t, `f:3: mismatch: market ETH/DEC19, party "lp 1", field loss: got 1, want 2`, m.String())
}

func TestTheTallyNeedsNoTime(t *testing.T) {
	require.Equal(t, "throughput: 5 events, 0.00 s (0 events/s)\nreplay: 0 of 1 streams match, 0 of 0 positions", Tally{Streams: 1, Events: 5}.String())
	require.Equal(t, "throughput: 500 events, 0.25 s (2000 events/s)\nreplay: 1 of 1 streams match, 2 of 3 positions",
		Tally{Streams: 1, MatchingStreams: 1, Positions: 3, MatchingPositions: 2, Events: 500, Took: 250 * time.Millisecond}.String())
}
