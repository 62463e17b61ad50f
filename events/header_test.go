package events_test

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
	"unsafe"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

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

// A header is two words: stamping an event stores no more.
func TestHeaderIsSmall(t *testing.T) {
	require.LessOrEqual(t, unsafe.Sizeof(events.Header{}), 2*unsafe.Sizeof(uint64(0)))
}

func TestAt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		block, tx := drawBlock(t), rapid.SampledFrom([]string{"", "a", "b"})
		h := events.NewHeader(block, tx.Draw(t, "tx"), rapid.Uint64().Draw(t, "sequence"))
		before := h
		other, sequence := tx.Draw(t, "other tx"), rapid.Uint64().Draw(t, "other sequence")
		require.True(t, h.At(other, sequence).Equal(events.NewHeader(block, other, sequence)))
		require.True(t, h.Equal(before), "the header itself stays")
	})
}

func drawBlock(t *rapid.T) events.Block {
	return events.Block{
		ChainID: rapid.String().Draw(t, "chain"),
		Height:  rapid.Uint64().Draw(t, "height"),
		Time:    time.Unix(rapid.Int64Range(0, 1<<33).Draw(t, "time"), 0),
	}
}

func TestHeaderString(t *testing.T) {
	header := func(chain string, height uint64, tx string, sequence uint64) string {
		return fmt.Sprint(events.NewHeader(events.Block{ChainID: chain, Height: height}, tx, sequence))
	}
	require.Equal(t, "block 0 #0", events.Header{}.String())
	require.Equal(t, "BTC-1 block 7 #12", header("BTC-1", 7, "", 12))
	require.Equal(t, "BTC-1 block 7 #12 tx ab12", header("BTC-1", 7, "ab12", 12))
	require.Equal(t, "block 1 #2 tx "+strings.Repeat("x", 32), header("", 1, strings.Repeat("x", 32), 2))
	require.Equal(t, "block 1 #2 tx "+strings.Repeat("x", 29)+"...", header("", 1, strings.Repeat("x", 33), 2))
	require.Equal(t, strings.Repeat("é", 14)+"... block 1 #2", header(strings.Repeat("é", 17), 1, "", 2), "between characters")
	require.Equal(t, strings.Repeat("\U0001f600", 7)+"... block 1 #2", header(strings.Repeat("\U0001f600", 9), 1, "", 2))
}

// TestHeaderStringIsBounded: however long the names are, the text is short, and it cuts no
// character.
func TestHeaderStringIsBounded(t *testing.T) {
	const longest = 32 + len(" block 18446744073709551615 #18446744073709551615 tx ") + 32
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.OneOf(rapid.String(), rapid.StringN(0, 400, 1000), rapid.StringOf(rapid.SampledFrom([]rune("aé水\U0001f600"))))
		tx := name.Draw(t, "tx")
		text := events.NewHeader(drawBlock(t), tx, rapid.Uint64().Draw(t, "sequence")).String()
		require.LessOrEqual(t, len(text), longest)
		require.True(t, utf8.ValidString(text), "%q", text)
		if _, shown, ok := strings.Cut(text, " tx "); ok && len(tx) > 32 && !strings.Contains(tx, " tx ") {
			cut, shortened := strings.CutSuffix(shown, "...")
			require.True(t, shortened && strings.HasPrefix(tx, cut), "%q of %q", shown, tx)
			require.Greater(t, len(cut), 32-len("...")-utf8.UTFMax, "no more is cut than has to be")
		}
	})
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
