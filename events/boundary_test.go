package events_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/events"
)

func TestBoundaries(t *testing.T) {
	h := events.NewHeader(events.Block{ChainID: "chain", Height: 4, Time: noon}, "tx", 9)
	for want, e := range map[events.Kind]events.Event{
		events.NewKind(1, "BeginBlock"): events.NewBeginBlock(h),
		events.NewKind(2, "EndTx"):      events.NewEndTx(h),
		events.NewKind(3, "EndBlock"):   events.NewEndBlock(h),
	} {
		require.Equal(t, want, e.Kind())
		require.True(t, h.Equal(e.Header()))
		require.EqualValues(t, 9, e.Sequence())
		require.EqualValues(t, 4, e.BlockHeight())
		require.Equal(t, noon, e.BlockTime())
		require.Equal(t, "tx", e.TxID())
	}
}

func TestZeroBoundary(t *testing.T) {
	var e events.EndBlock
	require.Zero(t, e.BlockHeight())
	require.Zero(t, e.Sequence())
	require.True(t, e.BlockTime().IsZero())
}

func TestKind(t *testing.T) {
	k := events.NewKind(16, "Hit")
	require.EqualValues(t, 16, k.Number())
	require.Equal(t, "Hit", k.String())
	require.True(t, k == events.NewKind(16, "Hit"))
	require.False(t, k == events.NewKind(17, "Hit"))
	require.False(t, k == events.NewKind(16, "Missed"), "two packages may give one number to two names")
}

func TestFunc(t *testing.T) {
	var got events.Event
	var c events.Consumer = events.Func(func(e events.Event) { got = e })
	e := events.NewEndTx(events.Header{})
	c.OnEvent(e)
	require.Equal(t, e, got)
}
