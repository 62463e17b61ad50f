package contract

import (
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/domain"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/generated"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/wired"
)

// soon is within what a detach has to return that has nothing to wait for; a while is how long one is watched that must wait.
const (
	soon   = 10 * time.Second
	aWhile = 20 * time.Millisecond
)

// gate is a consumer that stops in each call until it is let go on.
type gate struct{ entered, proceed chan struct{} }

func newGate() gate { return gate{make(chan struct{}), make(chan struct{})} }

func (g gate) OnHit(generated.HitEvent) {
	g.entered <- struct{}{}
	<-g.proceed
}

// TestDetachWaits: promise 4. A detach from another goroutine returns once its consumer can no longer be called: not while the delivery is
// under way, and at once where none is.
func TestDetachWaits(t *testing.T) {
	r := begun()
	g := newGate()
	detach := attach(t, r, g)
	go r.EmitHit(hit(1))
	<-g.entered
	detached := inBackground(detach)
	requireWaits(t, detached)
	close(g.proceed)
	requireSoon(t, detached)
}

// Within a batch, and between an event and those nested in it, a detach waits for one delivery only.
func TestDetachWaitsForOneDelivery(t *testing.T) {
	next := events.NewHeader(block(1), "", 1)
	for name, drive := range map[string]func(r *generated.Router){
		"batch": func(r *generated.Router) {
			r.RouteBatch([]events.Event{generated.NewHit(next, hit(1)), generated.NewHit(next.At("", 2), hit(2))})
		},
		"nested": func(r *generated.Router) {
			var once sync.Once
			_, _ = r.Attach(generated.HitFunc(func(generated.HitEvent) { once.Do(func() { r.EmitHit(hit(2)) }) }))
			r.EmitHit(hit(1))
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := begun()
			g := newGate()
			attach(t, r, g)
			var calls atomic.Int32
			detach := attach(t, r, generated.ScoredFunc(func(generated.ScoredEvent) { calls.Add(1) }))
			driven := inBackground(func() { drive(r) })
			<-g.entered
			detached := inBackground(detach)
			requireWaits(t, detached)
			g.proceed <- struct{}{}
			<-g.entered
			requireSoon(t, detached)
			g.proceed <- struct{}{}
			requireSoon(t, driven)
			require.LessOrEqual(t, calls.Load(), int32(1))
		})
	}
}

// With the driver between two deliveries, in the middle of a block or a transaction, nobody has to wait for it.
func TestDetachWhileTheDriverRests(t *testing.T) {
	r := generated.NewRouter()
	rest := func(place string) {
		detach := attach(t, r, generated.HitFunc(func(generated.HitEvent) {}))
		t.Run(place, func(t *testing.T) { requireSoon(t, inBackground(detach)) })
	}
	rest("before a block")
	r.BeginBlock(block(1))
	rest("in a block")
	r.EmitHit(hit(1))
	rest("after an emit")
	r.BeginTx("a")
	rest("in a transaction")
	r.RouteBatch([]events.Event{generated.NewHit(r.Next(), hit(1))})
	rest("after a batch")
	r.EndTx()
	r.EndBlock()
	rest("after a block")
}

// TestChurn: promise 4, for the race detector. While events flow, consumers come and go from other goroutines; each sees one
// stretch of what it is interested in, without a gap, and nothing after its detach has returned.
func TestChurn(t *testing.T) {
	t.Run("router", func(t *testing.T) {
		r := begun()
		churnWhile(t, r, r)
	})
	t.Run("a router in a wired bus", func(t *testing.T) {
		r, adder := generated.NewRouter(), &wired.Adder{}
		bus := wired.NewOpenBus(wired.Open{Adder: adder, Router: r})
		bus.BeginBlock(block(1))
		require.EqualValues(t, 2*churnWhile(t, bus, r), adder.Calls)
	})
}

// churnWhile drives the bus until enough consumers have come to the router and gone, and says how often it did.
func churnWhile(t *testing.T, bus sampleBus, r *generated.Router) (drives int) {
	const enough = 400
	done := make(chan struct{})
	var wg sync.WaitGroup
	var gone atomic.Int32
	for i := range 8 {
		wg.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
					churn(t, r, i)
					gone.Add(1)
				}
			}
		})
	}
	for drives < 3000 || gone.Load() < enough {
		drives++
		drive(bus, int64(drives))
	}
	close(done)
	wg.Wait()
	return drives
}

// drive delivers one Hit and one Looted, whose numbers are 2n-1 and 2n, as a batch, nested or plainly, and what is not listened to.
func drive(r sampleBus, n int64) {
	r.EmitTicked(domain.Ticked{Number: n})
	if n%3 == 0 {
		next := r.Next()
		r.RouteBatch([]events.Event{generated.NewHit(next, hit(2*n-1)), generated.NewLooted(next.At("", next.Sequence()+1), looted(2*n))})
		return
	}
	r.EmitHit(hit(2*n - 1))
	r.EmitLooted(looted(2 * n))
}

// churn attaches a consumer with two interests, waits until it has seen a few events, detaches it and looks at what it saw.
func churn(t *testing.T, r *generated.Router, i int) {
	l := &listener{}
	consumers := []any{onlyHits{l}, onlyHitsByValue{l}, both{l}, scored{l}}
	steps := []int64{2, 2, 1, 1}
	detach, err := r.Attach(consumers[i%4])
	if err != nil {
		t.Error(err)
		return
	}
	time.Sleep(time.Duration(i) * 10 * time.Microsecond)
	detach()
	seen := l.seen
	l.gone = true // a call from now on is a race, and found by the detector
	for j := 1; j < len(seen); j++ {
		if seen[j] != seen[j-1]+steps[i%4] {
			t.Errorf("consumer %T saw %d after %d", consumers[i%4], seen[j], seen[j-1])
		}
	}
}

type listener struct {
	seen []int64
	gone bool
}

func (l *listener) hear(n int64) {
	if l.gone {
		panic("called after its detach had returned")
	}
	l.seen = append(l.seen, n)
}

type (
	onlyHits        struct{ *listener }
	onlyHitsByValue struct{ *listener }
	both            struct{ *listener }
	scored          struct{ *listener }
)

func (o onlyHits) OnHit(e generated.HitEvent)     { o.hear(e.Hit().Damage) }
func (o onlyHitsByValue) OnHit(e generated.Hit)   { o.hear(e.Hit().Damage) }
func (o both) OnHit(e generated.Hit)              { o.hear(e.Hit().Damage) }
func (o both) OnLooted(e generated.LootedEvent)   { o.hear(e.Looted().X) }
func (o scored) OnScored(e generated.ScoredEvent) { o.hear(e.Score()) }

func inBackground(f func()) (done chan struct{}) {
	done = make(chan struct{})
	go func() {
		defer close(done)
		f()
	}()
	return done
}

func requireSoon(t *testing.T, done chan struct{}) {
	t.Helper()
	select {
	case <-done:
	case <-time.After(soon):
		t.Fatal("it hangs")
	}
}

func requireWaits(t *testing.T, done chan struct{}) {
	t.Helper()
	select {
	case <-done:
		t.Fatal("it did not wait for the delivery under way")
	case <-time.After(aWhile):
	}
}
