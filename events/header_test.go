package events_test

import (
	"testing"
	"time"
	"unsafe"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/events"
)

var noon = time.Date(2030, 1, 2, 12, 0, 0, 5, time.UTC)

func TestZeroHeader(t *testing.T) {
	var h events.Header
	require.Equal(t, events.Block{}, h.Block())
	require.Empty(t, h.ChainID())
	require.Zero(t, h.Height())
	require.True(t, h.Time().IsZero())
	require.Empty(t, h.TxID())
	require.Zero(t, h.Sequence())
	require.True(t, h.Equal(events.NewHeader(events.Block{}, "", 0)))
	require.Zero(t, h.Compare(events.Header{}))
	require.Equal(t, -1, h.Compare(h.At("", 1)))
	require.Equal(t, "tx", h.At("tx", 1).TxID())
}

func TestHeader(t *testing.T) {
	block := events.Block{ChainID: "chain", Height: 4, Time: noon}
	h := events.NewHeader(block, "tx", 9)
	require.Equal(t, block, h.Block())
	require.Equal(t, "chain", h.ChainID())
	require.EqualValues(t, 4, h.Height())
	require.Equal(t, noon, h.Time())
	require.Equal(t, "tx", h.TxID())
	require.EqualValues(t, 9, h.Sequence())

	block.Height = 5
	require.EqualValues(t, 4, h.Height(), "the block is a copy")

	next := h.At("", 10)
	require.Equal(t, h.Block(), next.Block())
	require.Empty(t, next.TxID())
	require.EqualValues(t, 10, next.Sequence())
}

func TestHeaderIsSmall(t *testing.T) {
	require.EqualValues(t, 32, unsafe.Sizeof(events.Header{}))
}

func TestCompare(t *testing.T) {
	at := func(height, sequence uint64) events.Header {
		return events.NewHeader(events.Block{Height: height}, "", sequence)
	}
	ascending := []events.Header{{}, at(0, 1), at(1, 0), at(1, 1), at(1, 1<<63), at(2, 0), at(1<<63, 0), at(1<<64-1, 1<<64-1)}
	for i, a := range ascending {
		for j, b := range ascending {
			want := 0
			if i < j {
				want = -1
			} else if i > j {
				want = 1
			}
			require.Equal(t, want, a.Compare(b), "%d and %d", i, j)
		}
	}
}

func TestEqual(t *testing.T) {
	block := events.Block{ChainID: "chain", Height: 4, Time: noon}
	h := events.NewHeader(block, "tx", 9)
	require.True(t, h.Equal(events.NewHeader(block, "tx", 9)))
	elsewhere := block
	elsewhere.Time = noon.In(time.FixedZone("east", 3600))
	require.True(t, h.Equal(events.NewHeader(elsewhere, "tx", 9)), "times are instants")
	for name, other := range map[string]events.Header{
		"chain":       events.NewHeader(events.Block{ChainID: "other", Height: 4, Time: noon}, "tx", 9),
		"height":      events.NewHeader(events.Block{ChainID: "chain", Height: 5, Time: noon}, "tx", 9),
		"time":        events.NewHeader(events.Block{ChainID: "chain", Height: 4, Time: noon.Add(1)}, "tx", 9),
		"transaction": events.NewHeader(block, "", 9),
		"sequence":    events.NewHeader(block, "tx", 8),
		"zero":        {},
	} {
		require.False(t, h.Equal(other), name)
		require.False(t, other.Equal(h), name)
	}
}
