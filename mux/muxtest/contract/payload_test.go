package contract

import (
	"math/rand/v2"
	"reflect"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/domain"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/generated"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/wired"
)

// TestNilStaysNil: what is nil in a payload is nil in every copy of it, and what is empty is empty.
func TestNilStaysNil(t *testing.T) {
	r := begun()
	rec := muxtest.Record(t, r)
	payloads := []any{domain.Given{}, domain.Looted{}, domain.Mapped{},
		domain.Given{Bag: domain.Bag{Items: []string{}}, Parcels: []domain.Parcel{}},
		domain.Looted{Worth: map[string]int64{}},
		domain.Mapped{Paths: [][]domain.Place{nil, {}}, Seen: map[string]*domain.Place{}}}
	for _, p := range payloads {
		switch p := p.(type) {
		case domain.Given:
			r.EmitGiven(p)
		case domain.Looted:
			r.EmitLooted(p)
		case domain.Mapped:
			r.EmitMapped(p)
		}
	}
	require.Equal(t, payloads, rec.Payloads())
}

// TestSpoil: spoil changes everything that can be changed through a copy of a payload.
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
	require.Equal(t, "1", g.From, "a copy does not change")
	require.Equal(t, moved(4), func() domain.Moved { p := moved(4); spoil(p); return p }(), "a list cannot be changed")
}

// TestSpell: the text of a payload tells apart all payloads that differ.
func TestSpell(t *testing.T) {
	require.Equal(t, spell(given(1)), spell(given(1)))
	for _, k := range kinds {
		require.NotEqual(t, spell(k.payload(1)), spell(k.payload(2)))
	}
	require.NotEqual(t, spell(domain.Bag{}), spell(domain.Bag{Items: []string{}}))
	require.NotEqual(t, spell(mapped(1).Times), spell(mapped(2).Times))
	require.NotEqual(t, spell(looted(1).Weight), spell(looted(2).Weight))
}

// TestRandomPayloads: the promises about what an event holds, on random payloads with slices and
// maps of all sizes, also nil and empty ones, and pointers that are nil or not.
func TestRandomPayloads(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := randomSubject(rapid.Uint64().Draw(rt, "seed"))
		if rapid.Bool().Draw(rt, "wired") {
			s.Make = makeOpenBus
		}
		if rapid.Bool().Draw(rt, "poisoned") {
			s = poisoned(s)
		}
		checks := []func(muxtest.TB, Subject){nothingShared, encapsulated, keptOnce}
		checks[rapid.IntRange(0, len(checks)-1).Draw(rt, "check")](rt, s)
	})
}

// randomSubject returns a router with one consumer of every event, whose payloads are random.
func randomSubject(seed uint64) Subject {
	every := Call{"every", "OnEvent"}
	return Subject{
		Make: func(observe Observer) Bus {
			r := generated.NewRouter()
			_, _ = r.Attach(generated.EventFunc(func(e events.Event) { observe("every", "OnEvent", e) }))
			return r
		},
		BeginBlock: []Call{every}, EndTx: []Call{every}, EndBlock: []Call{every},
		Kinds: []Kind{
			KindOf(random(seed, given), func(b Bus, p domain.Given) { b.(generated.GivenEmitter).EmitGiven(p) },
				generated.NewGiven, every),
			KindOf(random(seed, looted), func(b Bus, p domain.Looted) { b.(generated.LootedEmitter).EmitLooted(p) },
				generated.NewLooted, every),
			KindOf(random(seed, mapped), func(b Bus, p domain.Mapped) { b.(generated.MappedEmitter).EmitMapped(p) },
				generated.NewMapped, every),
			KindOf(random(seed, moved), func(b Bus, p domain.Moved) { b.(generated.MovedEmitter).EmitMoved(p) },
				generated.NewMoved, every),
		},
	}
}

// makeOpenBus returns a wired bus with the same consumer.
func makeOpenBus(observe Observer) Bus {
	r := generated.NewRouter()
	_, _ = r.Attach(generated.EventFunc(func(e events.Event) { observe("every", "OnEvent", e) }))
	return wired.NewOpenBus(wired.Open{Adder: &wired.Adder{}, Router: r})
}

// random returns a function that makes random payloads, the same for the same seed and number.
// Types that hide their fields are as in the usual payloads.
func random[P any](seed uint64, usual func(int64) P) func(int64) P {
	return func(n int64) P {
		p := usual(n)
		fill(reflect.ValueOf(&p).Elem(), rand.New(rand.NewPCG(seed, uint64(n))), 3)
		return p
	}
}

// fill gives a value random content of at most some depth.
func fill(v reflect.Value, random *rand.Rand, depth int) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(strconv.FormatUint(random.Uint64N(1000), 36))
	case reflect.Int64:
		v.SetInt(random.Int64N(1000))
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				fill(v.Field(i), random, depth)
			}
		}
	case reflect.Array:
		for i := range v.Len() {
			fill(v.Index(i), random, depth)
		}
	case reflect.Slice, reflect.Map, reflect.Pointer:
		v.SetZero()
		if depth > 0 && random.IntN(4) > 0 {
			fillReferred(v, random, depth-1)
		}
	}
}

func fillReferred(v reflect.Value, random *rand.Rand, depth int) {
	n := random.IntN(3)
	switch v.Kind() {
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), n, n+random.IntN(3)))
		for i := range n {
			fill(v.Index(i), random, depth)
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for range n {
			key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
			fill(key, random, depth)
			fill(value, random, depth)
			v.SetMapIndex(key, value)
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), random, depth)
	}
}
