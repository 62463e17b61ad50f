package contract

import (
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/domain"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/generated"
)

// stopped is why the bus refuses everything after a consumer did not return from an event of block 1.
func stopped(method string, sequence string) string {
	return "busgen: " + method + " on a stopped bus: a consumer panicked, or ended its goroutine, on the event with sequence " + sequence +
		" of block 1, which has reached some consumers and not others"
}

// requireStopped checks that the bus says why at the next boundary, that the driver can do nothing any more, and that detaching does
// not hang.
func requireStopped(t *testing.T, r *generated.Router, sequence int64) {
	t.Helper()
	require.PanicsWithValue(t, stopped("EndBlock", name(sequence)), r.EndBlock)
	e := generated.NewHit(r.Next(), hit(1))
	for method, f := range map[string]func(){
		"EmitHit":    func() { r.EmitHit(hit(2)) },
		"EmitTicked": func() { r.EmitTicked(domain.Ticked{}) },
		"Route":      func() { r.Route(e) },
		"RouteBatch": func() { r.RouteBatch([]events.Event{e}) },
		"BeginBlock": func() { r.BeginBlock(block(2)) },
		"BeginTx":    func() { r.BeginTx("z") },
		"EndTx":      r.EndTx,
		"EndBlock":   r.EndBlock,
	} {
		require.PanicsWithValue(t, stopped(method, name(sequence)), f)
	}
	rec := muxtest.NewRecorder(t)
	attach(t, r, rec)()
	requireSoon(t, inBackground(attach(t, r, rec)))
	rec.None()
}

// TestPanicStops: promise 8. A consumer's panic goes through to the driver as it is; then the bus is stopped and says why.
func TestPanicStops(t *testing.T) {
	boom := func() { panic("boom") }
	next := events.NewHeader(block(1), "", 1)
	for name, c := range map[string]struct {
		drive    func(*generated.Router)
		sequence int64
	}{
		"emit":   {func(r *generated.Router) { r.EmitSpawned(spawned(1)) }, 1},
		"nested": {func(r *generated.Router) { r.EmitHit(hit(1)) }, 2},
		"route":  {func(r *generated.Router) { r.Route(generated.NewSpawned(next.At("", 5), spawned(1))) }, 5},
		"batch": {func(r *generated.Router) {
			r.RouteBatch([]events.Event{generated.NewLooted(next, looted(1)), generated.NewSpawned(next.At("", 2), spawned(1))})
		}, 2},
		"end of a transaction": {func(r *generated.Router) { r.BeginTx("a"); r.EndTx() }, 1},
		"end of the block":     {func(r *generated.Router) { r.EndBlock() }, 1},
	} {
		t.Run(name, func(t *testing.T) {
			r := begun()
			before := muxtest.Record(t, r)
			attach(t, r, generated.HitFunc(func(generated.HitEvent) { r.EmitSpawned(spawned(1)) }))
			attach(t, r, generated.SpawnedFunc(func(generated.SpawnedEvent) { boom() }))
			attach(t, r, boundaryFuncs{endTx: boom, endBlock: boom})
			after := muxtest.Record(t, r)
			require.PanicsWithValue(t, "boom", func() { c.drive(r) })
			require.Len(t, before.Events(), len(after.Events())+1, "it has reached some consumers and not others")
			requireStopped(t, r, c.sequence)
		})
	}
}

// What is emitted or routed between the panic and the next boundary reaches nobody, and at the sixteenth event at the latest
// the bus says why. A routed boundary is one too.
func TestEventsAfterAPanic(t *testing.T) {
	e := generated.NewTicked(events.NewHeader(block(1), "", 9), domain.Ticked{})
	for method, f := range map[string]func(*generated.Router){
		"EmitTicked": func(r *generated.Router) { r.EmitTicked(domain.Ticked{}) },
		"Route":      func(r *generated.Router) { r.Route(e) },
		"RouteBatch": func(r *generated.Router) { r.RouteBatch([]events.Event{e}) },
	} {
		t.Run(method, func(t *testing.T) {
			r := begun()
			attach(t, r, generated.HitFunc(func(generated.HitEvent) { panic("boom") }))
			rec := muxtest.Record(t, r)
			require.PanicsWithValue(t, "boom", func() { r.EmitHit(hit(1)) })
			require.PanicsWithValue(t, stopped(method, "1"), func() {
				for range 16 {
					f(r)
				}
			})
			rec.None()
			requireStopped(t, r, 1)
		})
	}
	r := begun()
	attach(t, r, generated.HitFunc(func(generated.HitEvent) { panic("boom") }))
	require.PanicsWithValue(t, "boom", func() { r.EmitHit(hit(1)) })
	require.PanicsWithValue(t, stopped("Route", "1"), func() { r.Route(events.NewEndBlock(e.Header())) })
}

// A panic on an event that was routed names its own block.
func TestPanicOnRoutedEvent(t *testing.T) {
	r := generated.NewRouter()
	attach(t, r, generated.HitFunc(func(generated.HitEvent) { panic("boom") }))
	require.PanicsWithValue(t, "boom", func() { r.Route(generated.NewHit(events.NewHeader(block(1), "", 4), hit(1))) })
	require.PanicsWithValue(t, stopped("BeginBlock", "4"), func() { r.BeginBlock(block(2)) })
}

// A detach that waits for the delivery in which a consumer panics does not wait for ever.
func TestPanicReleasesDetach(t *testing.T) {
	r := begun()
	g := newGate()
	attach(t, r, g)
	detach := attach(t, r, generated.ScoredFunc(func(generated.ScoredEvent) { panic("boom") }))
	driven := inBackground(func() {
		defer func() { _ = recover() }()
		r.EmitHit(hit(1))
	})
	<-g.entered
	detached := inBackground(detach)
	requireWaits(t, detached)
	close(g.proceed)
	requireSoon(t, detached)
	requireSoon(t, driven)
	requireStopped(t, r, 1)
}

// A consumer that ends its goroutine, as a failing test does, stops the bus as a panic does.
func TestGoexitStops(t *testing.T) {
	r := begun()
	detach := attach(t, r, generated.HitFunc(func(generated.HitEvent) { runtime.Goexit() }))
	requireSoon(t, inBackground(func() { r.EmitHit(hit(1)) }))
	requireSoon(t, inBackground(detach))
	requireStopped(t, r, 1)
}

// A consumer that recovers from its own mistake has returned: nothing stops.
func TestRecoveredInsideConsumer(t *testing.T) {
	r := begun()
	attach(t, r, generated.HitFunc(func(generated.HitEvent) {
		defer func() { _ = recover() }()
		r.EndBlock()
	}))
	rec := muxtest.Record(t, r)
	r.EmitHit(hit(1))
	r.EndBlock()
	rec.Kinds("Hit", "EndBlock")
}

// TestEndlessNesting: what consumers emit in answer to one event has a bound, whether they answer their own events or emit in a loop.
func TestEndlessNesting(t *testing.T) {
	const sentence = "busgen: EmitTicked: more than 1048576 events emitted from consumers in answer to one: a consumer answers its own event without end"
	for name, answer := range map[string]func(r *generated.Router){
		"its own event": func(r *generated.Router) { r.EmitTicked(domain.Ticked{}) },
		"a loop": func(r *generated.Router) {
			for {
				r.EmitTicked(domain.Ticked{})
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := begun()
			attach(t, r, generated.TickedFunc(func(generated.TickedEvent) { answer(r) }))
			require.PanicsWithValue(t, sentence, func() { r.EmitTicked(domain.Ticked{}) })
			require.Panics(t, r.EndBlock)
		})
	}
}

// The bound is for one event, not for the life of the bus.
func TestNestingIsCountedForOneEvent(t *testing.T) {
	r := begun()
	ticks := 0
	attach(t, r, generated.TickedFunc(func(generated.TickedEvent) { ticks++ }))
	attach(t, r, generated.HitFunc(func(generated.HitEvent) {
		for range 1 << 19 {
			r.EmitTicked(domain.Ticked{})
		}
	}))
	for range 3 {
		r.EmitHit(hit(1))
	}
	require.Equal(t, 3<<19, ticks)
}
