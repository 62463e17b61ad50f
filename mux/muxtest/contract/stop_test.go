package contract

import (
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/mux/muxtest"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/domain"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/generated"
)

// requireDetaches checks that neither attaching nor detaching hangs on a stopped bus.
func requireDetaches(t *testing.T, r *generated.Router) {
	t.Helper()
	require.Panics(t, r.EndBlock)
	rec := muxtest.NewRecorder(t)
	attach(t, r, rec)()
	requireSoon(t, inBackground(attach(t, r, rec)))
	rec.None()
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
	requireDetaches(t, r)
}

// The same where a consumer ends its goroutine, as a failing test does.
func TestGoexitReleasesDetach(t *testing.T) {
	r := begun()
	detach := attach(t, r, generated.HitFunc(func(generated.HitEvent) { runtime.Goexit() }))
	requireSoon(t, inBackground(func() { r.EmitHit(hit(1)) }))
	requireSoon(t, inBackground(detach))
	requireDetaches(t, r)
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
