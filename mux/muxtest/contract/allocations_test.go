package contract

import (
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/domain"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/generated"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/wired"
)

// few allocations per event are allowed where handles come in chunks: one in 256 events.
const fewAllocations = 0.01

// TestAllocations: in steady state nothing is allocated per event by value, and one chunk of
// handles in 256 events by interface and for nested events. Slices, maps and pointers are copied
// into storage that is used again.
func TestAllocations(t *testing.T) {
	t.Run("no consumers", func(t *testing.T) {
		require.Zero(t, allocations(emitsAll(begun())))
	})
	t.Run("consumers of other events", func(t *testing.T) {
		r := begun()
		attach(t, r, generated.TickedFunc(func(generated.TickedEvent) {}))
		g := given(1)
		require.Zero(t, allocations(func() { r.EmitGiven(g) }))
	})
	for name, b := range map[string]ByValue{"router by value": routerByValue(), "wired by value": wiredByValue()} {
		b.Bus.BeginBlock(block(1))
		for _, k := range kinds {
			emit := k.prepare(1).emit
			t.Run(name+"/"+k.name, func(t *testing.T) { require.Zero(t, allocations(func() { emit(b.Bus) })) })
		}
		t.Run(name+"/routed by payload", func(t *testing.T) {
			h, g := at("", 1), given(1)
			r := b.Bus.(interface {
				RouteGiven(events.Header, domain.Given)
			})
			require.Zero(t, allocations(func() { r.RouteGiven(h, g) }))
		})
	}
	for name, consumer := range map[string]func(*int64) any{
		"by payload": func(sum *int64) any { return adder{sum} },
		"by capability": func(sum *int64) any {
			return generated.PlaceFunc(func(e generated.PlaceEvent) { *sum += e.Place().X() })
		},
		"everything": func(sum *int64) any {
			return generated.EventFunc(func(e events.Event) { *sum += int64(e.Sequence()) })
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := begun()
			var sum int64
			attach(t, r, consumer(&sum))
			attach(t, r, &wired.Adder{})
			require.Less(t, allocations(emitsAll(r))/7, fewAllocations)
			require.NotZero(t, sum)
		})
	}
	t.Run("wired by interface", func(t *testing.T) {
		adder, other := &wired.Adder{}, &wired.InterfaceAdder{}
		b := wired.NewMixBus(wired.Mix{Interface: other, Adder: adder})
		b.BeginBlock(block(1))
		require.Less(t, allocations(emitsAll(b))/7, fewAllocations)
		require.NotZero(t, adder.Calls)
		require.NotZero(t, other.Calls)
	})
	t.Run("nested", func(t *testing.T) {
		r := begun()
		emit := emitsAll(r)
		attach(t, r, &wired.Adder{})
		attach(t, r, generated.TickedFunc(func(e generated.TickedEvent) {
			if e.Ticked().Number() == 0 {
				emit()
				emit()
			}
		}))
		require.Less(t, allocations(func() { r.EmitTicked(ticked(0)) })/15, fewAllocations)
	})
}

// TestKeepAllocatesOnce: however many consumers keep an event, it is allocated once.
func TestKeepAllocatesOnce(t *testing.T) {
	r := begun()
	var kept events.Event
	one := allocationsOfKeep(t, r, &kept)
	for range 5 {
		attach(t, r, generated.HitFunc(func(e generated.HitEvent) { kept = events.Keep(e) }))
	}
	require.InDelta(t, one, allocationsOfKeep(t, r, &kept), 0.1)
	runtime.KeepAlive(kept)
}

func allocationsOfKeep(t *testing.T, r *generated.Router, kept *events.Event) float64 {
	t.Helper()
	defer attach(t, r, generated.HitFunc(func(e generated.HitEvent) { *kept = events.Keep(e) }))()
	h := hit(1)
	return allocations(func() { r.EmitHit(h) })
}

// allocations returns how many allocations a call of f makes in steady state, also fractions of
// one.
func allocations(f func()) float64 {
	const calls = 2000
	return testing.AllocsPerRun(5, func() {
		for range calls {
			f()
		}
	}) / calls
}

type adder struct{ sum *int64 }

func (a adder) OnGiven(e generated.GivenEvent)     { *a.sum += int64(e.Given().Parcels().Len()) }
func (a adder) OnSpawned(e generated.SpawnedEvent) { *a.sum += e.Spawned().X() }
func (a adder) OnMoved(e generated.MovedEvent)     { *a.sum += int64(e.Moved().Through().Len()) }
func (a adder) OnHit(e generated.HitEvent)         { *a.sum += e.Hit().Damage() }
func (a adder) OnTicked(e generated.TickedEvent)   { *a.sum += e.Ticked().Number() }
