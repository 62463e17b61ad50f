package contract

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest"
	neighbour "github.com/busgen/busgen/mux/muxtest/internal/neighbour/generated"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/domain"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/ears"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/generated"
)

// TestAttachInside: promise 4. From inside a consumer, attach and detach take effect with the next delivery, whatever its type:
// the next event of a batch, or the next nested one.
func TestAttachInside(t *testing.T) {
	r := begun()
	var late *muxtest.Recorder
	var detachOther func()
	attach(t, r, generated.SpawnedFunc(func(generated.SpawnedEvent) {
		late = muxtest.Record(t, r)
		detachOther()
		r.EmitHit(hit(2))
	}))
	other := muxtest.NewRecorder(t)
	detachOther = attach(t, r, other)

	r.EmitSpawned(spawned(1))
	r.EmitTicked(domain.Ticked{Number: 3})

	late.Exactly(hit(2), domain.Ticked{Number: 3})
	other.Exactly(spawned(1))
}

func TestAttachInsideBatch(t *testing.T) {
	r := begun()
	var late *muxtest.Recorder
	var detach func()
	detach = attach(t, r, generated.HitFunc(func(generated.HitEvent) {
		late = muxtest.Record(t, r)
		detach()
	}))
	next := r.Next()
	r.RouteBatch([]events.Event{generated.NewHit(next, hit(1)), generated.NewHit(next.At("", 2), hit(2)), generated.NewMoved(next.At("", 3), moved(3))})
	late.Exactly(hit(2), moved(3))
}

// A consumer that detaches itself gets the event in hand by its remaining methods, and no other.
func TestDetachItself(t *testing.T) {
	r := begun()
	var log []string
	var detach func()
	detach = attach(t, r, ears.NewAll(&ears.Ear{Who: 0, Heard: func(c ears.Call, _ events.Event) {
		log = append(log, c.Method)
		detach()
	}}))
	r.EmitHit(hit(1))
	r.EmitHit(hit(2))
	r.EndBlock()
	require.Equal(t, []string{"OnHit", "OnPlace", "OnScored", "OnEvent"}, log)
}

// Detaching twice does nothing the second time, even where the same consumer is attached a second time.
func TestDetachTwice(t *testing.T) {
	r := begun()
	rec := muxtest.NewRecorder(t)
	first := attach(t, r, rec)
	second := attach(t, r, rec)
	r.EmitHit(hit(1))
	rec.Exactly(hit(1), hit(1))

	rec.Reset()
	first()
	first()
	r.EmitHit(hit(2))
	rec.Exactly(hit(2))

	rec.Reset()
	second()
	r.EmitHit(hit(3))
	rec.None()
}

// Consumers need not be comparable: functions, and structs with slices.
func TestUncomparableConsumers(t *testing.T) {
	r := begun()
	var calls int
	count := generated.HitFunc(func(generated.HitEvent) { calls++ })
	detach := attach(t, r, count)
	attach(t, r, count)
	detachSlices := attach(t, r, uncomparable{&calls, []int{1}})
	r.EmitHit(hit(1))
	require.Equal(t, 3, calls)
	detach()
	detachSlices()
	r.EmitHit(hit(2))
	require.Equal(t, 4, calls)
}

type uncomparable struct {
	calls *int
	_     []int
}

func (u uncomparable) OnScored(generated.ScoredEvent) { *u.calls++ }

// TestAttachRefuses: promise 10. The error names the consumer's type and the interface that may have been meant.
func TestAttachRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		consumer any
		want     []string
	}{
		"nil":            {nil, []string{"attach: the consumer is nil"}},
		"no methods":     {struct{}{}, []string{"struct {} has no method of any consumer interface", "GivenConsumer, which wants OnGiven(GivenEvent)"}},
		"a value":        {byPointer{}, []string{"contract.byPointer has no method", "pointer receivers", "attach a pointer"}},
		"concrete":       {takesConcrete{}, []string{"contract.takesConcrete has no method", "its OnHit", "HitConsumer wants OnHit(HitEvent)"}},
		"the payload":    {takesPayload{}, []string{"contract.takesPayload has no method", "its OnMoved", "MovedConsumer wants OnMoved(MovedEvent)"}},
		"any event":      {takesAny{}, []string{"contract.takesAny has no method", "its OnLooted", "LootedConsumer wants OnLooted(LootedEvent)"}},
		"an error":       {givesError{}, []string{"contract.givesError has no method", "its OnTicked", "TickedConsumer wants OnTicked(TickedEvent) without"}},
		"a function":     {func(generated.MappedEvent) {}, []string{"func(generated.MappedEvent) has no method", "MappedFunc(f) makes a MappedConsumer of it"}},
		"a capability":   {takesActor{}, []string{"contract.takesActor has no method", "its OnActor", "ActorConsumer wants OnActor(ActorEvent)"}},
		"another's type": {takesNeighbour{}, []string{"contract.takesNeighbour has no method of any consumer interface"}},
	} {
		t.Run(name, func(t *testing.T) {
			r := begun()
			detach, err := r.Attach(c.consumer)
			require.Error(t, err)
			for _, want := range c.want {
				require.ErrorContains(t, err, want)
			}
			require.Nil(t, detach)
			rec := muxtest.Record(t, r)
			r.EmitHit(hit(1))
			rec.Exactly(hit(1))
		})
	}
	detach, err := generated.NewRouter().Attach(&byPointer{})
	require.NoError(t, err)
	detach()
}

type (
	byPointer      struct{ _ int }
	takesConcrete  struct{}
	takesPayload   struct{}
	takesAny       struct{}
	givesError     struct{}
	takesActor     struct{}
	takesNeighbour struct{}
)

func (*byPointer) OnHit(generated.HitEvent)             {}
func (takesConcrete) OnHit(*generated.Hit)              {}
func (takesPayload) OnMoved(domain.Moved)               {}
func (takesAny) OnLooted(events.Event)                  {}
func (givesError) OnTicked(generated.TickedEvent) error { return nil }
func (takesActor) OnActor(domain.Actor)                 {}
func (takesNeighbour) OnTicked(neighbour.TickedEvent)   {}
