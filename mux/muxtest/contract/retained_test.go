package contract

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/mux/muxtest"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/domain"
)

// What is nil stays nil, also in what every holder of an event gets a copy of.
func TestNilStaysNil(t *testing.T) {
	r := begun()
	rec := muxtest.Record(t, r)
	r.EmitGiven(domain.Given{})
	r.EmitLooted(domain.Looted{})
	r.EmitMapped(domain.Mapped{})
	require.Equal(t, []any{domain.Given{}, domain.Looted{}, domain.Mapped{}}, rec.Payloads())
}

// What the suite changes through a payload is all that can be changed: nothing of it is left as it was.
func TestSpoil(t *testing.T) {
	g, l, m := given(1), looted(2), mapped(3)
	inside, tally, path, place := g.Parcels[0].Inside[0], g.Tally[0], m.Paths[0], m.Seen["3"]
	spoil(g)
	spoil(l)
	spoil(m)
	require.Equal(t, []string{""}, g.Items)
	require.Empty(t, *g.Note)
	require.Equal(t, []domain.Parcel{{}}, g.Parcels)
	require.Equal(t, domain.Parcel{}, *inside)
	require.Equal(t, []int64{0}, tally)
	require.Equal(t, map[string]int64{"": 0}, l.Worth)
	require.Equal(t, []string{"", ""}, l.Items)
	require.Equal(t, domain.Place{}, path[0])
	require.Equal(t, domain.Place{}, *place)
	require.Equal(t, map[string]*domain.Place{"": nil}, m.Seen)
	require.Equal(t, "1", g.From, "what is a copy stays")
	require.Equal(t, moved(4), func() domain.Moved { p := moved(4); spoil(p); return p }(), "a list can't be changed")
}
