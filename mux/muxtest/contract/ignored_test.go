package contract

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest"
	neighbourdomain "github.com/busgen/busgen/mux/muxtest/internal/neighbour/domain"
	neighbour "github.com/busgen/busgen/mux/muxtest/internal/neighbour/generated"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/generated"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/listeners"
)

// An event of one router may be routed by another of the same package. A router of another package
// delivers only boundaries.
func TestRouteBetweenRouters(t *testing.T) {
	from, to, other := begun(), generated.NewRouter(), neighbour.NewRouter()
	rec, foreign := muxtest.Record(t, to), muxtest.Record(t, other)
	attach(t, from, generated.EventFunc(to.Route))
	attach(t, from, generated.EventFunc(other.Route))
	from.EmitHit(hit(1))
	from.EndBlock()
	rec.Kinds("Hit", "EndBlock")
	foreign.Kinds("EndBlock")
	require.EqualValues(t, 1, other.Ignored())
}

// Visit has no method for boundaries, invalid events and events of other packages.
func TestVisit(t *testing.T) {
	h := events.NewHeader(block(1), "", 1)
	var v listeners.NumberOf
	for _, k := range kinds {
		require.True(t, generated.Visit(k.event(h, 8), &v))
		require.EqualValues(t, 8, v)
		v = 0
	}
	require.False(t, generated.Visit(events.NewBeginBlock(h), &v))
	require.False(t, generated.Visit(neighbour.NewTicked(h, neighbourdomain.Ticked{}), &v))
	require.False(t, generated.Visit(nil, &v))
	require.False(t, generated.Visit((*generated.Hit)(nil), &v))
	require.False(t, generated.Visit(new(generated.Hit), &v))
}

// TestPointersToBoundaries: boundaries are values. A pointer to one is an unknown event, and nil is
// no event.
func TestPointersToBoundaries(t *testing.T) {
	boundary := events.NewEndTx(at("", 1))
	for _, e := range []events.Event{&boundary, (*events.BeginBlock)(nil)} {
		r := begun()
		rec := muxtest.Record(t, r)
		require.NotPanics(t, func() { r.Route(e) })
		r.EmitHit(hit(1))
		attach(t, r, generated.HitFunc(func(generated.HitEvent) { r.Route(e) }))
		require.NotPanics(t, func() { r.EmitHit(hit(2)) })
		rec.Kinds("Hit", "Hit")
		require.EqualValues(t, 2, r.Ignored())
	}
}
