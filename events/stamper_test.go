package events_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/busgen/busgen/events"
)

// TestStamper compares the headers of random blocks with those made one by one, and again when all
// are there: no header changes.
func TestStamper(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var s events.Stamper
		var got, want []events.Header
		height := uint64(0)
		for range rapid.IntRange(1, 4).Draw(t, "blocks") {
			height += rapid.Uint64Range(1, 3).Draw(t, "step")
			block := events.Block{ChainID: "chain", Height: height, Time: noon}
			tx, sequence := "", uint64(0)
			s.BeginBlock(block)
			got, want = append(got, s.Stamp()), append(want, events.NewHeader(block, "", 0)) // the start of the block
			sequence++
			for i := range rapid.IntRange(0, 100).Draw(t, "steps") {
				switch rapid.IntRange(0, 4).Draw(t, "step") {
				case 0:
					tx = fmt.Sprint("tx", height, i)
					s.BeginTx(tx)
				case 1:
					tx = ""
					s.EndTx()
				case 2:
					h := events.NewHeader(events.Block{Height: height - rapid.Uint64Range(0, 1).Draw(t, "lower")}, "x",
						rapid.Uint64Range(0, 2*sequence+2).Draw(t, "routed"))
					s.Follow(h)
					if h.Height() == height && h.Sequence() >= sequence {
						sequence = h.Sequence() + 1
					}
				default:
					require.True(t, s.Next().Equal(events.NewHeader(block, tx, sequence)))
					got = append(got, s.Stamp())
					want = append(want, events.NewHeader(block, tx, sequence))
					sequence++
				}
			}
		}
		for i := range want {
			require.True(t, want[i].Equal(got[i]), "%v, want %v", got[i], want[i])
			require.True(t, i == 0 || got[i-1].Compare(got[i]) < 0)
		}
	})
}

// Within a block, stamping allocates nothing, and a transaction much less than once.
func TestStamperAllocates(t *testing.T) {
	var s events.Stamper
	s.BeginBlock(events.Block{Height: 1})
	require.Zero(t, testing.AllocsPerRun(100, func() { s.Stamp() }))
	require.Zero(t, testing.AllocsPerRun(1000, func() { s.BeginTx("a"); s.EndTx() }))
}
