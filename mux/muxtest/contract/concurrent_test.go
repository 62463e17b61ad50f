package contract

import (
	"fmt"
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

// TestAttachNeverWaits: while a delivery is in progress, attach and detach return from other
// goroutines, and take effect with the next delivery.
func TestAttachNeverWaits(t *testing.T) {
	r := begun()
	entered, proceed := make(chan struct{}), make(chan struct{})
	var once sync.Once
	attach(t, r, generated.HitFunc(func(generated.HitEvent) {
		once.Do(func() { close(entered); <-proceed })
	}))
	var calls, late int
	detach := attach(t, r, generated.ScoredFunc(func(generated.ScoredEvent) { calls++ }))
	driven := make(chan struct{})
	go func() {
		defer close(driven)
		r.EmitHit(hit(1))
		r.EmitHit(hit(2))
	}()
	<-entered
	detach()
	attach(t, r, generated.ScoredFunc(func(generated.ScoredEvent) { late++ }))
	close(proceed)
	<-driven
	require.Equal(t, 1, calls, "the delivery in progress still reaches it")
	require.Equal(t, 1, late)
}

// TestKeptOnOtherGoroutines, for the race detector: kept events may be read from other goroutines
// while the bus goes on.
func TestKeptOnOtherGoroutines(t *testing.T) {
	onBothBuses := map[string]func(consumer any) sampleBus{
		"router": func(consumer any) sampleBus {
			r := generated.NewRouter()
			attach(t, r, consumer)
			return r
		},
		"wired": func(consumer any) sampleBus {
			r := generated.NewRouter()
			attach(t, r, consumer)
			return wired.NewOpenBus(wired.Open{Adder: &wired.Adder{}, Router: r})
		},
	}
	for name, makeBus := range onBothBuses {
		t.Run(name, func(t *testing.T) {
			var wg sync.WaitGroup
			var bus sampleBus
			kept := make(chan events.Event, 16)
			bus = makeBus(generated.EventFunc(func(e events.Event) {
				kept <- events.Keep(e)
				if h, ok := e.(generated.HitEvent); ok && h.Hit().Damage() > 0 {
					bus.EmitHit(hit(-h.Hit().Damage()))
				}
			}))
			for range 3 {
				wg.Go(func() {
					for e := range kept {
						first, again := reading(e), reading(events.Keep(e))
						if first != again || e.Kind().String() == "Given" &&
							contentOf(e) != spell(given(int64(e.BlockHeight()))) {
							t.Errorf("%s changed", e)
						}
					}
				})
			}
			for height := range uint64(30) {
				bus.BeginBlock(block(height + 1))
				p := given(int64(height + 1))
				for range 5 {
					bus.EmitGiven(p)
					bus.EmitLooted(looted(3))
					bus.EmitMapped(mapped(4))
					bus.EmitHit(hit(5))
				}
				spoil(p)
				bus.EndBlock()
			}
			close(kept)
			wg.Wait()
		})
	}
}

// TestChurn, for the race detector: while events flow, consumers are attached and detached from
// other goroutines. Each receives one stretch of the events that it subscribes to, without a gap,
// and ends soon after its detach.
func TestChurn(t *testing.T) {
	t.Run("router", func(t *testing.T) {
		r := begun()
		churnWhile(t, r, r)
	})
	t.Run("a router in a wired bus", func(t *testing.T) {
		r, adder := generated.NewRouter(), &wired.Adder{}
		bus := wired.NewOpenBus(wired.Open{Adder: adder, Router: r})
		bus.BeginBlock(block(1))
		require.EqualValues(t, 3*churnWhile(t, bus, r), adder.Calls)
	})
}

// churnWhile drives the bus until enough consumers have been attached to the router and detached,
// and returns how often it did.
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

// drive delivers one Hit and one Looted, with the numbers 2n-1 and 2n, as a batch or not, and a
// Ticked.
func drive(r sampleBus, n int64) {
	r.EmitTicked(domain.Ticked{Number: n})
	if n%3 == 0 {
		next := r.Next()
		r.RouteBatch([]events.Event{generated.NewHit(next, hit(2*n-1)),
			generated.NewLooted(next.At("", next.Sequence()+1), looted(2*n))})
		return
	}
	r.EmitHit(hit(2*n - 1))
	r.EmitLooted(looted(2 * n))
}

// churn attaches a consumer, waits a while, detaches it and checks what it received.
func churn(t *testing.T, r *generated.Router, i int) {
	s := &stretch{}
	consumers := []any{onlyHits{s}, onlyHitsByValue{s}, both{s}, scored{s}}
	steps := []int64{2, 2, 1, 1}
	detach, err := r.Attach(consumers[i%4])
	if err != nil {
		t.Error(err)
		return
	}
	time.Sleep(time.Duration(i) * 10 * time.Microsecond)
	detach()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.detached = true
	for j := 1; j < len(s.received); j++ {
		if s.received[j] != s.received[j-1]+steps[i%4] {
			t.Errorf("consumer %T received %d after %d", consumers[i%4], s.received[j], s.received[j-1])
		}
	}
}

// stretch is what one consumer received. After its detach, the delivery that is in progress may
// still reach it.
type stretch struct {
	mu       sync.Mutex
	received []int64
	detached bool
	last     int64
}

func (s *stretch) receive(n int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.detached {
		if s.last != 0 && s.last != n {
			panic(fmt.Sprintf("%d was delivered after the detach and another delivery, of %d", n, s.last))
		}
		s.last = n
	}
	s.received = append(s.received, n)
}

type (
	onlyHits        struct{ *stretch }
	onlyHitsByValue struct{ *stretch }
	both            struct{ *stretch }
	scored          struct{ *stretch }
)

func (o onlyHits) OnHit(e generated.HitEvent)     { o.receive(e.Hit().Damage()) }
func (o onlyHitsByValue) OnHit(e generated.Hit)   { o.receive(e.Hit().Damage()) }
func (o both) OnHit(e generated.Hit)              { o.receive(e.Hit().Damage()) }
func (o both) OnLooted(e generated.LootedEvent)   { o.receive(e.Looted().X()) }
func (o scored) OnScored(e generated.ScoredEvent) { o.receive(e.Score()) }
