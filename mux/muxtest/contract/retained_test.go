package contract

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/domain"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/generated"
)

// TestRetained: promise 5. Events of all types that are kept, by interface or by value, say for ever what they said first, through many
// chunks of storage.
func TestRetained(t *testing.T) {
	r := generated.NewRouter()
	rec := muxtest.Record(t, r)
	var hits []generated.Hit
	attach(t, r, keepHits{&hits})
	const blocks, rounds = 3, 500
	n := int64(0)
	for height := uint64(1); height <= blocks; height++ {
		r.BeginBlock(block(height))
		for range rounds {
			for _, k := range kinds {
				n++
				k.emit(r, n)
			}
		}
		r.EndBlock()
	}
	kept := rec.Events()
	require.Len(t, kept, blocks*(rounds*len(kinds)+2))
	rec.StrictOrder()
	n = 0
	for _, e := range kept {
		k := int(n) % len(kinds)
		if e.Kind().Number() < 16 {
			continue
		}
		n++
		require.Equal(t, n, number(e))
		require.Equal(t, kinds[k].name, e.Kind().String())
		require.True(t, e.Header().Equal(events.NewHeader(block(e.BlockHeight()), "", e.Sequence())))
		if n <= int64(len(kinds)) {
			require.Equal(t, kinds[k].make(e.Header(), n), e)
		}
	}
	require.Len(t, hits, blocks*rounds)
	for i, h := range hits {
		require.Equal(t, hit(int64(i*len(kinds)+2)), h.Hit())
	}
}

type keepHits struct{ kept *[]generated.Hit }

func (k keepHits) OnHit(e generated.Hit) { *k.kept = append(*k.kept, e) }

// TestDeepCopies: promise 5. Neither who emits, nor who makes an event, nor who reads one can change what others read.
func TestDeepCopies(t *testing.T) {
	header := events.NewHeader(block(1), "", 1)
	t.Run("emitted", func(t *testing.T) {
		r := begun()
		rec := muxtest.Record(t, r)
		g, l, m := given(1), looted(2), mapped(3)
		r.EmitGiven(g)
		r.EmitLooted(l)
		r.EmitMapped(m)
		spoil(g, l, m)
		rec.Exactly(given(1), looted(2), mapped(3))
	})
	t.Run("emitted from inside a consumer", func(t *testing.T) {
		r := begun()
		attach(t, r, generated.HitFunc(func(generated.HitEvent) {
			g, l, m := given(1), looted(2), mapped(3)
			r.EmitGiven(g)
			r.EmitLooted(l)
			r.EmitMapped(m)
			spoil(g, l, m)
		}))
		rec := muxtest.Record(t, r)
		r.EmitHit(hit(9))
		rec.Exactly(hit(9), given(1), looted(2), mapped(3))
	})
	t.Run("made", func(t *testing.T) {
		g, l, m := given(1), looted(2), mapped(3)
		ge, le, me := generated.NewGiven(header, g), generated.NewLooted(header, l), generated.NewMapped(header, m)
		spoil(g, l, m)
		require.Equal(t, []any{given(1), looted(2), mapped(3)}, []any{ge.Given(), le.Looted(), me.Mapped()})
	})
	t.Run("read", func(t *testing.T) {
		r := begun()
		attach(t, r, spoiler{})
		rec := muxtest.Record(t, r)
		r.EmitGiven(given(1))
		r.EmitLooted(looted(2))
		r.EmitMapped(mapped(3))
		rec.Exactly(given(1), looted(2), mapped(3))
		require.EqualValues(t, 2, muxtest.Of[generated.ScoredEvent](rec)[0].Score())
	})
	t.Run("read by value", func(t *testing.T) {
		r := begun()
		attach(t, r, spoilerByValue{})
		var heard []call
		attach(t, r, newAllByValue(&ear{0, func(c call) { heard = append(heard, c) }}))
		r.EmitGiven(given(1))
		r.EmitMapped(mapped(3))
		require.EqualValues(t, 1, heard[0].Number)
		require.EqualValues(t, 3, heard[len(heard)-1].Number)
	})
}

// What is nil stays nil.
func TestNilStaysNil(t *testing.T) {
	r := begun()
	rec := muxtest.Record(t, r)
	r.EmitGiven(domain.Given{})
	r.EmitLooted(domain.Looted{})
	r.EmitMapped(domain.Mapped{})
	require.Equal(t, []any{domain.Given{}, domain.Looted{}, domain.Mapped{}}, rec.Payloads())
}

// spoil changes whatever can be changed through the payloads.
func spoil(g domain.Given, l domain.Looted, m domain.Mapped) {
	g.Items[0] = "spoilt"
	*g.Note = "spoilt"
	g.Parcels[0].Inside[0].Stamps["via"][0] = "spoilt"
	g.Parcels[0].Inside[0].Label = "spoilt"
	g.Parcels[0].Inside[1] = &domain.Parcel{}
	g.Parcels[0].Stamps["from"][0] = "spoilt"
	g.Parcels[0].Stamps["spoilt"] = nil
	g.Parcels[0] = domain.Parcel{}
	g.Tally[0][0], g.Tally[1][0] = 99, 99
	l.Items[1] = "spoilt"
	l.Worth["rope"] = 99
	m.Paths[0][0].X = 99
	m.Paths[1] = []domain.Place{{}}
	for _, seen := range m.Seen {
		if seen != nil {
			seen.X = 99
		}
	}
	m.Seen["spoilt"] = nil
}

type spoiler struct{}

func (spoiler) OnGiven(e generated.GivenEvent) {
	spoil(e.Given(), looted(0), mapped(0))
	e.(generated.BagEvent).Bag().Items[0] = "spoilt"
}
func (spoiler) OnLooted(e generated.LootedEvent) { spoil(given(0), e.Looted(), mapped(0)) }
func (spoiler) OnMapped(e generated.MappedEvent) { spoil(given(0), looted(0), e.Mapped()) }
func (spoiler) OnBag(e generated.BagEvent)       { e.Bag().Items[0] = "spoilt" }

type spoilerByValue struct{}

func (spoilerByValue) OnGiven(e generated.Given)   { spoil(e.Given(), looted(0), mapped(0)) }
func (spoilerByValue) OnMapped(e generated.Mapped) { spoil(given(0), looted(0), e.Mapped()) }
