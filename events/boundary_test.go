package events_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/events"
)

// boundaries makes one of each kind.
var boundaries = []struct {
	number uint32
	name   string
	make   func(events.Header) events.Event
}{
	{1, "BeginBlock", func(h events.Header) events.Event { return events.NewBeginBlock(h) }},
	{2, "EndTx", func(h events.Header) events.Event { return events.NewEndTx(h) }},
	{3, "EndBlock", func(h events.Header) events.Event { return events.NewEndBlock(h) }},
}

func TestBoundaries(t *testing.T) {
	h := events.NewHeader(events.Block{ChainID: "chain", Height: 4, Time: noon}, "tx", 9)
	for _, b := range boundaries {
		e := b.make(h)
		require.Equal(t, b.number, e.Kind().Number())
		require.Equal(t, b.name, e.Kind().String())
		require.True(t, h.Equal(e.Header()))
		require.EqualValues(t, 9, e.Sequence())
		require.EqualValues(t, 4, e.BlockHeight())
		require.Equal(t, noon, e.BlockTime())
		require.Equal(t, "tx", e.TxID())
		require.Equal(t, b.name+" chain block 4 #9 tx tx", fmt.Sprint(e))
		require.True(t, e.Valid())
		require.Equal(t, e, events.Keep(e), "a boundary is valid for ever")
	}
	require.Equal(t, events.NewEndBlock(h), events.Keep(events.NewEndBlock(h)), "also by its own type")
	pointer := new(events.EndTx)
	require.Same(t, pointer, events.Keep(pointer))
}

func TestZeroBoundary(t *testing.T) {
	var e events.EndBlock
	require.Zero(t, e.BlockHeight())
	require.Zero(t, e.Sequence())
	require.True(t, e.BlockTime().IsZero())
	require.True(t, e.Valid())
	require.Equal(t, "EndBlock block 0 #0", e.String())
}

func TestKind(t *testing.T) {
	kind := func(number uint32, name string) events.Kind { return events.NewType(number, name).Kind() }
	k := kind(16, "Hit")
	require.EqualValues(t, 16, k.Number())
	require.Equal(t, "Hit", fmt.Sprint(k))
	require.True(t, k == kind(16, "Hit"), "kinds are comparable")
	require.False(t, k == kind(17, "Hit"))
	require.False(t, k == kind(16, "Missed"), "two packages may give one number to two names")
	require.True(t, events.EndTx{}.Kind() == events.NewEndTx(events.NewHeader(events.Block{}, "a", 1)).Kind())
	require.Equal(t, k, events.NewType(16, "Hit").Kind())
	require.Zero(t, events.Kind{}.Number())
}
