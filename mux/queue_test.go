package mux_test

import (
	"runtime"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/internal/shop/domain"
	"github.com/busgen/busgen/mux/internal/shop/generated"
)

// limit is the number of events that may wait.
const limit = 1 << 16

// TestNestedOrder: events that consumers emit are delivered in the order of their emits, after the
// current event has reached every consumer. A naive queue says which.
func TestNestedOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		// children[p] holds what a consumer emits at the order with price p. Each price is emitted
		// at most once.
		children := map[int64][]int64{}
		n := int64(rapid.IntRange(1, 60).Draw(t, "orders"))
		for p := int64(2); p <= n; p++ {
			parent := rapid.Int64Range(1, p-1).Draw(t, "parent")
			children[parent] = append(children[parent], p)
		}
		want := []int64{1}
		for i := 0; i < len(want); i++ {
			want = append(want, children[want[i]]...)
		}
		ways := rapid.SliceOfN(rapid.IntRange(0, 3), int(n)+1, int(n)+1).Draw(t, "ways")
		var first, second []int64
		var r *generated.Router
		r = open(t, generated.OrderFunc(func(e generated.OrderEvent) {
			first = append(first, price(t, e))
			for _, p := range children[price(t, e)] {
				switch h := r.Next(); ways[p] {
				case 0:
					r.EmitOrder(order(p))
				case 1:
					r.RouteOrder(h, order(p))
				case 2:
					r.Route(generated.NewOrder(h, order(p)))
				default:
					r.RouteBatch([]events.Event{generated.NewOrder(h, order(p))})
				}
			}
			require.Len(t, second, len(first)-1, "nothing is delivered meanwhile")
		}), orders(func(e generated.Order) { second = append(second, price(t, &e)) }))
		for range 2 {
			first, second = nil, nil
			r.EmitOrder(order(1))
			require.Equal(t, want, first)
			require.Equal(t, want, second)
			require.True(t, r.Next().Sequence() > uint64(n))
			if rapid.Bool().Draw(t, "end of block") {
				r.EndBlock()
				r.BeginBlock(monday)
			}
		}
	})
}

// TestBatchComesFirst: what consumers emit during a batch follows all of it, in number and in time.
func TestBatchComesFirst(t *testing.T) {
	var seen []string
	var r *generated.Router
	r = open(t, events.Func(func(e events.Event) {
		if seen = append(seen, e.String()); e.Kind() == generated.KindOrder() {
			r.EmitRefund(domain.Refund{})
		}
	}))
	seen = nil
	h := r.Next()
	r.RouteBatch([]events.Event{generated.NewOrder(h, order(1)), generated.NewOrder(h.At("", 2), order(2))})
	require.Equal(t, []string{"Order shop block 7 #1", "Order shop block 7 #2", "Refund shop block 7 #3", "Refund shop block 7 #4"}, seen)
}

// TestPendingIsBounded: as many events as the limit may wait, and one more panics with a sentence
// that names the method. A consumer that recovers can go on: nothing of the rejected event is left.
func TestPendingIsBounded(t *testing.T) {
	for _, method := range []string{"EmitOrder", "RouteOrder", "Route", "RouteBatch"} {
		var r *generated.Router
		calls := 0
		r = open(t, orders(func(generated.Order) {
			if calls++; calls > 1 {
				return
			}
			for range limit {
				r.EmitOrder(order(2))
			}
			next := r.Next()
			for range 2 {
				require.Regexp(t, "^busgen: "+named(method)+" by a consumer while 65536 events wait for the end of one delivery: "+
					"consumers answer their own events without end"+orSecond+"$", reason(func() { uses[method](r) }))
			}
			require.True(t, next.Equal(r.Next()), "%s: no number is taken", method)
		}))
		r.EmitOrder(order(1))
		require.Equal(t, 1+limit, calls, method)
		r.EmitOrder(order(1))
		require.Equal(t, 2+limit, calls, method)
	}
}

// TestEndlessAnswersStop: consumers that answer their own events with more of them stop the bus,
// soon.
func TestEndlessAnswersStop(t *testing.T) {
	var r *generated.Router
	answer := generated.NewOrder(events.Header{}, order(1))
	r = open(t, orders(func(generated.Order) {
		r.Route(answer)
		r.Route(answer)
	}))
	require.Contains(t, reason(func() { r.EmitOrder(order(1)) }), "without end")
	require.Contains(t, reason(func() { r.Next() }), "stopped bus")
}

// TestLongBacklog: a delivery costs about the same however many events wait, also if the queue is
// full to its last place.
func TestLongBacklog(t *testing.T) {
	full := 0 // the largest capacity to which a queue may grow by append
	for places := []struct {
		a any
		b *int
	}{}; len(places) < limit; places = append(places, struct {
		a any
		b *int
	}{}) {
		full = max(full, cap(places)*min(1, limit/(cap(places)+1)))
	}
	drain := func(backlog int) time.Duration {
		const more = 20_000
		var r *generated.Router
		calls := 0
		r = open(t, orders(func(generated.Order) {
			calls++
			switch {
			case calls == 1:
				for range backlog {
					r.EmitOrder(domain.Order{})
				}
			case calls <= more:
				r.EmitOrder(domain.Order{})
			}
		}))
		start := time.Now()
		r.EmitOrder(domain.Order{})
		require.Equal(t, backlog+more, calls)
		return time.Since(start)
	}
	usual := drain(full * 9 / 10)
	for _, backlog := range []int{full - 1, full, full + 1} {
		require.Less(t, drain(backlog), 6*usual+100*time.Millisecond, "%d events wait", backlog)
	}
}

// TestBurstIsGivenBack: the storage that a burst of nested events needed is given back within two
// blocks.
func TestBurstIsGivenBack(t *testing.T) {
	var r *generated.Router
	burst, highest := 0, uint64(0)
	r = open(t, generated.OrderFunc(func(e generated.OrderEvent) {
		for range burst {
			r.EmitRefund(domain.Refund{Reason: "broken"})
			r.RouteOrder(events.Header{}, domain.Order{Notes: make([]string, 100)})
		}
		if burst > 1000 {
			highest = heap()
		}
		burst = 0
	}))
	block := func(n int) {
		for range 2 {
			burst = n
			r.EmitOrder(order(1))
		}
		r.EndBlock()
		r.BeginBlock(monday)
	}
	block(3)
	before := heap()
	block(10_000)
	require.Greater(t, highest, before+1<<20, "storage for the burst")
	block(3)
	block(3)
	require.Less(t, heap(), before+1<<17)
	runtime.KeepAlive(r)
}

// heap returns the bytes of memory in use.
func heap() uint64 {
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.HeapAlloc
}

// TestNestedAllocates: in steady state, nested events allocate their handles, which come in chunks,
// and in each block the queue.
func TestNestedAllocates(t *testing.T) {
	var r *generated.Router
	r = open(t, orders(func(e generated.Order) {
		if e.Order().Price() == 1 {
			for range 100 {
				r.EmitOrder(domain.Order{Price: 2, Notes: e.Order().AsStruct().Notes[:0]})
				r.EmitRefund(domain.Refund{})
			}
		}
	}))
	block := func() {
		for range 10 { // 2,000 nested events
			r.EmitOrder(domain.Order{Price: 1})
		}
		r.EndBlock()
		r.BeginBlock(monday)
	}
	for range 3 {
		block()
	}
	require.LessOrEqual(t, testing.AllocsPerRun(20, block), 25.0)
}
