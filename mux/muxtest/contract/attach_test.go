package contract

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest"
	neighbour "github.com/busgen/busgen/mux/muxtest/internal/neighbour/generated"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/domain"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/generated"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/listeners"
)

// TestAttachInside: from inside a consumer, attach and detach take effect with the next delivery,
// whatever its type. An event that waits already is a delivery of its own.
func TestAttachInside(t *testing.T) {
	r := begun()
	var late *muxtest.Recorder
	var detachOther func()
	attach(t, r, generated.SpawnedFunc(func(generated.SpawnedEvent) {
		r.EmitHit(hit(2))
		r.RouteHit(r.Next(), hit(3))
		r.Route(generated.NewHit(r.Next(), hit(4)))
		late = muxtest.Record(t, r)
		detachOther()
		r.EmitHit(hit(5))
	}))
	other := muxtest.NewRecorder(t)
	detachOther = attach(t, r, other)

	r.EmitSpawned(spawned(1))
	r.EmitTicked(domain.Ticked{Number: 6})

	late.Exactly(hit(2), hit(3), hit(4), hit(5), domain.Ticked{Number: 6})
	other.Exactly(spawned(1))
}

// TestAttachInsideBatch: each event of a batch is a delivery.
func TestAttachInsideBatch(t *testing.T) {
	r := begun()
	var late *muxtest.Recorder
	var detach func()
	detach = attach(t, r, generated.HitFunc(func(generated.HitEvent) {
		late = muxtest.Record(t, r)
		detach()
	}))
	next := r.Next()
	r.RouteBatch([]events.Event{generated.NewHit(next, hit(1)), generated.NewHit(next.At("", 2), hit(2)),
		generated.NewMoved(next.At("", 3), moved(3))})
	late.Exactly(hit(2), moved(3))
}

// TestDetachItself: a consumer that detaches itself receives the current event by its remaining
// methods, and no other event.
func TestDetachItself(t *testing.T) {
	r := begun()
	var log []string
	var detach func()
	detach = attach(t, r, listeners.NewAll(&listeners.Listener{Called: func(c listeners.Call, _ events.Event) {
		log = append(log, c.Method)
		detach()
	}}))
	r.EmitHit(hit(1))
	r.EmitHit(hit(2))
	r.EndBlock()
	require.Equal(t, []string{"OnHit", "OnPlace", "OnScored", "OnEvent"}, log)
}

// TestDetachTwice: a second detach does nothing, even if the same consumer is attached a second
// time.
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

// TestUncomparableConsumers: consumers may be functions, and structs with slices.
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

// TestAttachOnAStoppedBus: attach and detach go on working on a stopped bus.
func TestAttachOnAStoppedBus(t *testing.T) {
	r := begun()
	detach := attach(t, r, generated.HitFunc(func(generated.HitEvent) { panic(boom) }))
	require.PanicsWithValue(t, boom, func() { r.EmitHit(hit(1)) })
	detach()
	rec := muxtest.NewRecorder(t)
	attach(t, r, rec)()
	attach(t, r, rec)
	require.Panics(t, func() { r.EmitHit(hit(2)) })
	rec.None()
}

// TestAttachRejects: Attach returns an error for a consumer without consumer methods, and for one
// with any method that has the name of a consumer method and another signature. The error names the
// type and the right signatures of all those methods.
func TestAttachRejects(t *testing.T) {
	for name, c := range map[string]struct {
		consumer any
		want     []string
	}{
		"nil":        {nil, []string{"the consumer is nil"}},
		"no methods": {struct{}{}, []string{"struct {} has no consumer method"}},
		"a value":    {byPointer{}, []string{"contract.byPointer has no consumer method", "attach a pointer"}},
		"a function": {func(generated.MappedEvent) {},
			[]string{"func(generated.MappedEvent) has no consumer method", "Func type"}},
		"another's type": {takesNeighbour{}, []string{"contract.takesNeighbour"}},
		"a pointer":      {takesPointer{}, []string{"contract.takesPointer", "OnHit(generated.HitEvent)"}},
		"the payload":    {takesPayload{}, []string{"contract.takesPayload", "OnMoved(generated.MovedEvent)"}},
		"a view":         {takesView{}, []string{"contract.takesView", "OnHit(generated.HitEvent)"}},
		"any event":      {takesAny{}, []string{"contract.takesAny", "OnLooted(generated.LootedEvent)"}},
		"an error":       {returnsError{}, []string{"contract.returnsError", "OnTicked(generated.TickedEvent)"}},
		"a capability":   {takesActor{}, []string{"contract.takesActor", "OnActor(generated.ActorEvent)"}},
		"a block":        {takesBlock{}, []string{"contract.takesBlock", "OnEndBlock(events.EndBlock)"}},
		"among right ones": {threeWrong{}, []string{"contract.threeWrong", "OnHit(generated.HitEvent)",
			"OnMoved(generated.MovedEvent)", "OnActor(generated.ActorEvent)"}},
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
	takesPointer   struct{}
	takesPayload   struct{}
	takesView      struct{}
	takesAny       struct{}
	returnsError   struct{}
	takesActor     struct{}
	takesBlock     struct{}
	takesNeighbour struct{}
	threeWrong     struct {
		takesPointer
		takesPayload
		takesActor
	}
)

func (*byPointer) OnHit(generated.HitEvent)               {}
func (takesPointer) OnHit(*generated.Hit)                 {}
func (takesPayload) OnMoved(domain.Moved)                 {}
func (takesView) OnHit(generated.HitView)                 {}
func (takesAny) OnLooted(events.Event)                    {}
func (returnsError) OnTicked(generated.TickedEvent) error { return nil }
func (takesActor) OnActor(domain.Actor)                   {}
func (takesBlock) OnEndBlock(events.Block)                {}
func (takesNeighbour) OnTicked(neighbour.TickedEvent)     {}
func (threeWrong) OnSpawned(generated.SpawnedEvent)       {}
func (threeWrong) OnEvent(events.Event)                   {}
