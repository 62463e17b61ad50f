package contract

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest"
	neighbourdomain "github.com/busgen/busgen/mux/muxtest/internal/neighbour/domain"
	neighbour "github.com/busgen/busgen/mux/muxtest/internal/neighbour/generated"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/generated"
)

// TestIgnored: promise 8. What is no event of the package reaches nobody, is counted, and takes nothing with it.
func TestIgnored(t *testing.T) {
	h := events.NewHeader(block(1), "", 1)
	boundary := events.NewEndTx(h)
	foreign := []events.Event{
		nil,
		(*generated.Hit)(nil),
		(*neighbour.Ticked)(nil),
		neighbour.NewTicked(h, neighbourdomain.Ticked{Number: 1}),
		(*events.BeginBlock)(nil),
		&boundary,
	}
	r := begun()
	rec := muxtest.Record(t, r)
	for i, e := range foreign {
		r.Route(e)
		require.EqualValues(t, i+1, r.Ignored())
	}
	rec.Kinds()

	r.RouteBatch(append(foreign, generated.NewHit(h, hit(1))))
	require.EqualValues(t, 2*len(foreign), r.Ignored())
	rec.Exactly(hit(1))

	attach(t, r, generated.SpawnedFunc(func(generated.SpawnedEvent) {
		for _, e := range foreign {
			r.Route(e)
		}
		r.RouteBatch(foreign)
	}))
	r.EmitSpawned(spawned(2))
	r.EmitHit(hit(3))
	require.EqualValues(t, 4*len(foreign), r.Ignored())
	rec.Exactly(hit(1), spawned(2), hit(3))
	rec.StrictOrder()
}

// An event of one router may be routed by another of the same package, and a router of another package takes boundaries.
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

// Visit has no method for boundaries, nor for another package's events.
func TestVisit(t *testing.T) {
	h := events.NewHeader(block(1), "", 1)
	var v numberOf
	for _, k := range kinds {
		require.True(t, generated.Visit(k.make(h, 8), &v))
		require.EqualValues(t, 8, v)
		v = 0
	}
	require.False(t, generated.Visit(events.NewBeginBlock(h), &v))
	require.False(t, generated.Visit(neighbour.NewTicked(h, neighbourdomain.Ticked{}), &v))
	require.False(t, generated.Visit(nil, &v))
}
