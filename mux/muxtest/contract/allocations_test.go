package contract

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/domain"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/ears"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/generated"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/wired"
)

// perRun is how many events of each type are emitted in one measured run.
const perRun = 10_000

// TestAllocations: promise 6, but for interest by value, which the suite looks at.
func TestAllocations(t *testing.T) {
	t.Run("no consumers", func(t *testing.T) {
		require.Zero(t, allocations(begun()))
	})
	t.Run("no interest", func(t *testing.T) {
		r := begun()
		attach(t, r, generated.GivenFunc(func(generated.GivenEvent) {}))
		attach(t, r, generated.BagFunc(func(generated.BagEvent) {}))
		require.Zero(t, allocations(r))
	})
	t.Run("no interest in what would be copied", func(t *testing.T) {
		r := begun()
		attach(t, r, generated.HitFunc(func(generated.HitEvent) {}))
		g := given(1)
		require.Zero(t, testing.AllocsPerRun(perRun, func() { r.EmitGiven(g) }))
	})
	for name, consumer := range map[string]func(*int64) any{
		"by payload": func(sum *int64) any { return adder{sum} },
		"by capability": func(sum *int64) any {
			return generated.PlaceFunc(func(e generated.PlaceEvent) { *sum += e.Place().X })
		},
		"everything": func(sum *int64) any { return generated.EventFunc(func(e events.Event) { *sum += int64(e.Sequence()) }) },
	} {
		t.Run(name, func(t *testing.T) {
			r := begun()
			var sum int64
			attach(t, r, consumer(&sum))
			attach(t, r, &wired.Adder{})
			require.Less(t, allocations(r)/(4*perRun), 0.02)
			require.NotZero(t, sum)
		})
	}
	t.Run("wired", func(t *testing.T) {
		adder, heard := &wired.Adder{}, 0
		place := ears.NewPlace(&ears.Ear{Heard: func(ears.Call, events.Event) { heard++ }})
		b := wired.NewKeepersBus(wired.Keepers{Place: place, Adder: adder})
		b.BeginBlock(block(1))
		require.Less(t, allocations(b)/(4*perRun), 0.02)
		require.EqualValues(t, 9*perRun, heard)
		require.EqualValues(t, 12*perRun, adder.Calls)
	})
	t.Run("nested", func(t *testing.T) {
		r := begun()
		attach(t, r, generated.HitFunc(func(e generated.HitEvent) { r.EmitTicked(domain.Ticked{Number: e.Hit().Damage}) }))
		require.Less(t, allocations(r)/(5*perRun), 0.02)
	})
}

// allocations is how many there are while perRun plain events of each of four types are emitted.
func allocations(b generated.Emitter) float64 {
	emit := plain(b)
	return testing.AllocsPerRun(2, func() {
		for range perRun {
			emit()
		}
	})
}

type adder struct{ sum *int64 }

func (a adder) OnSpawned(e generated.SpawnedEvent) { *a.sum += e.Spawned().X }
func (a adder) OnMoved(e generated.MovedEvent)     { *a.sum += int64(e.Moved().Through.Len()) }
func (a adder) OnHit(e generated.HitEvent)         { *a.sum += e.Hit().Damage }
func (a adder) OnTicked(e generated.TickedEvent)   { *a.sum += e.Ticked().Number }
