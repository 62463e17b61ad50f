package mux_test

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux"
	"github.com/busgen/busgen/mux/internal/shop/domain"
	"github.com/busgen/busgen/mux/internal/shop/generated"
)

// TestAttachWhileDelivering attaches and detaches from many goroutines while a driver delivers, for
// the race detector too. A consumer that stays receives everything. One that is attached and
// detached receives a run of successive events, of which those that were emitted wholly in between
// are never missing.
func TestAttachWhileDelivering(t *testing.T) {
	const goroutines, rounds = 8, 100
	r := generated.NewRouter()
	var emitted, stays atomic.Uint64 // the number of the last event whose emit has returned
	attach(t, r, orders(func(generated.Order) { stays.Add(1) }))
	var wg sync.WaitGroup
	stop := make(chan struct{})
	for range goroutines {
		wg.Go(func() {
			for range rounds {
				var seen []uint64 // written by the driver until the consumer is detached and one more event has passed
				var mu sync.Mutex
				detach, err := r.Attach(orders(func(e generated.Order) {
					mu.Lock()
					defer mu.Unlock()
					seen = append(seen, e.Sequence())
				}))
				if err != nil {
					t.Error(err)
					return
				}
				first := emitted.Load() + 2 // the next one may have begun before
				for emitted.Load() < first+1 {
					runtime.Gosched()
				}
				last := emitted.Load()
				detach()
				detach()
				mu.Lock()
				for i := 1; i < len(seen); i++ {
					if seen[i] != seen[i-1]+1 {
						t.Errorf("%d after %d", seen[i], seen[i-1])
					}
				}
				if len(seen) == 0 || seen[0] > first || seen[len(seen)-1] < last {
					t.Errorf("events %v, want %d to %d among them", seen, first, last)
				}
				mu.Unlock()
			}
		})
	}
	go func() {
		wg.Wait()
		close(stop)
	}()
	r.BeginBlock(monday)
	total := uint64(0)
	for running := true; running; {
		select {
		case <-stop:
			running = false
		default:
			total++
			r.EmitOrder(order(1))
			emitted.Store(total)
		}
	}
	require.Equal(t, total, stays.Load())
}

// TestAttachOrder: consumers are called in the order of attaching, and those of one consumer's
// methods in one order, whatever they subscribe to and whatever is attached and detached before.
func TestAttachOrder(t *testing.T) {
	// sorts holds the ways to subscribe, and the methods that an order reaches, in order.
	sorts := []struct {
		make    func(see func(method string)) any
		methods string
	}{
		{func(see func(string)) any { return orders(func(generated.Order) { see("order by value") }) }, "order by value"},
		{func(see func(string)) any { return generated.OrderFunc(func(generated.OrderEvent) { see("order") }) }, "order"},
		{func(see func(string)) any { return generated.ItemFunc(func(generated.ItemEvent) { see("item") }) }, "item"},
		{func(see func(string)) any { return events.Func(func(events.Event) { see("event") }) }, "event"},
		{func(see func(string)) any { return generated.RefundFunc(func(generated.RefundEvent) { see("refund") }) }, ""},
		{func(see func(string)) any {
			return everything{func(generated.OrderEvent) { see("order") }, func(generated.ItemEvent) { see("item") }, func(events.Event) { see("event") }}
		}, "order,item,event"},
		{func(see func(string)) any {
			return valueAndAll{orders(func(generated.Order) { see("order by value") }), func(events.Event) { see("event") }}
		}, "order by value,event"},
	}
	rapid.Check(t, func(t *rapid.T) {
		var seen, want []string
		r := generated.NewRouter()
		type entry struct {
			calls  []string
			detach func()
		}
		var attached []entry
		for i := range rapid.IntRange(0, 12).Draw(t, "changes") {
			if len(attached) > 0 && rapid.IntRange(0, 3).Draw(t, "detach") == 0 {
				at := rapid.IntRange(0, len(attached)-1).Draw(t, "which")
				attached[at].detach()
				attached = slices.Delete(attached, at, at+1)
				continue
			}
			sort := rapid.SampledFrom(sorts).Draw(t, "sort")
			e := entry{detach: attach(t, r, sort.make(func(method string) { seen = append(seen, fmt.Sprint(i, " ", method)) }))}
			for method := range strings.SplitSeq(sort.methods, ",") {
				if method != "" {
					e.calls = append(e.calls, fmt.Sprint(i, " ", method))
				}
			}
			attached = append(attached, e)
		}
		for _, e := range attached {
			want = append(want, e.calls...)
		}
		r.BeginBlock(monday)
		for name, deliver := range map[string]func(){
			"emit": func() { r.EmitOrder(order(1)) }, "route": func() { r.Route(generated.NewOrder(r.Next(), order(1))) },
			"typed": func() { r.RouteOrder(r.Next(), order(1)) },
		} {
			seen = nil
			deliver()
			require.Equal(t, want, seen, name)
		}
	})
}

// valueAndAll takes orders by value, and every event.
type valueAndAll struct {
	orders
	events.Func
}

// TestPlace: consumers are added so that the three lists of a row, one after another, are in the
// order of attaching, and those that match nothing are in none.
func TestPlace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var lists [mux.Mixed + 1][]int
		var want []int
		for i := range rapid.IntRange(0, 20).Draw(t, "consumers") {
			value, own, shared := false, false, rapid.Bool().Draw(t, "shared")
			switch rapid.IntRange(0, 2).Draw(t, "way") { // never both: they would be two methods of one name
			case 0:
				value = true
			case 1:
				own = true
			}
			c := &mux.Candidate{}
			place := c.Place(value, own, shared, len(lists[mux.ByInterface]), len(lists[mux.Mixed]))
			lists[place] = append(lists[place], i)
			matches := value || own || shared
			require.Equal(t, matches, c.Matches)
			require.Equal(t, matches, place != mux.Nowhere)
			require.False(t, place == mux.ByValue && (!value || shared))
			require.False(t, place == mux.ByInterface && (!own || shared))
			if matches {
				want = append(want, i)
			}
		}
		require.Equal(t, want, slices.Concat(lists[mux.ByValue:]...))
	})
}

// TestAttachInside: what a consumer attaches and detaches takes effect with the next delivery. An
// event that waits is one of its own.
func TestAttachInside(t *testing.T) {
	var seen []string
	var r *generated.Router
	var detach func()
	see := func(name string) orders {
		return func(e generated.Order) { seen = append(seen, fmt.Sprint(name, e.Order().Price())) }
	}
	r = generated.NewRouter()
	attach(t, r, orders(func(e generated.Order) {
		if e.Order().Price() == 1 {
			r.EmitOrder(order(2))
			attach(t, r, see("new"))
			detach()
			detach()
		}
	}))
	detach = attach(t, r, see("old"))
	r.BeginBlock(monday)
	r.EmitOrder(order(1))
	r.EmitOrder(order(3))
	require.Equal(t, []string{"old1", "new2", "new3"}, seen)
}

// TestAttachTwice: a consumer that is attached twice is called twice, and each detach removes one
// of the two.
func TestAttachTwice(t *testing.T) {
	calls := 0
	c := &counter{&calls}
	r := open(t)
	first, second := attach(t, r, c), attach(t, r, c)
	for want, change := range []func(){second, first} {
		calls = 0
		r.EmitOrder(order(1))
		require.Equal(t, 2-want, calls)
		change()
		change()
	}
	calls = 0
	r.EmitOrder(order(1))
	require.Zero(t, calls)
}

type counter struct{ calls *int }

func (c *counter) OnOrder(generated.Order) { *c.calls++ }

// The consumers that cannot be attached, with what the error says.
type (
	byPayload     struct{}
	manyWrong     struct{ byPayload }
	halfWrong     struct{ boundaryWrong }
	boundaryWrong struct{}
	misspelt      struct{}
	pointers      struct{}
)

func (byPayload) OnOrder(domain.Order)                 {}
func (manyWrong) OnRefund(generated.RefundEvent) error { return nil }
func (manyWrong) OnItem(any)                           {}
func (manyWrong) OnEndTx(string)                       {}
func (boundaryWrong) OnEndBlock(events.Block)          {}
func (halfWrong) OnOrder(generated.OrderEvent)         {}
func (misspelt) OnOrders(generated.OrderEvent)         {}
func (*pointers) OnOrder(generated.OrderEvent)         {}

func TestAttachRejects(t *testing.T) {
	const looks = " has methods with the name of a consumer method and another signature; write "
	const none = " has no consumer method: check the names of its methods (muxtest.Check finds misspelt ones), attach a pointer if they have pointer receivers, " +
		"and wrap a function in its Func type"
	for _, c := range []struct {
		consumer any
		want     string
	}{
		{nil, "attach: the consumer is nil"},
		{7, "attach: int" + none},
		{misspelt{}, "attach: mux_test.misspelt" + none},
		{&misspelt{}, "attach: *mux_test.misspelt" + none},
		{pointers{}, "attach: mux_test.pointers" + none},
		{func(generated.OrderEvent) {}, "attach: func(generated.OrderEvent)" + none},
		{struct{}{}, "attach: struct {}" + none},
		{map[string][]misspelt{}, "attach: map[string][]mux_test.misspelt" + none},
		{byPayload{}, "attach: mux_test.byPayload" + looks + "OnOrder(generated.OrderEvent)"},
		{boundaryWrong{}, "attach: mux_test.boundaryWrong" + looks + "OnEndBlock(events.EndBlock)"},
		{halfWrong{}, "attach: mux_test.halfWrong" + looks + "OnEndBlock(events.EndBlock)"},
		{&manyWrong{}, "attach: *mux_test.manyWrong" + looks + "OnOrder(generated.OrderEvent), OnRefund(generated.RefundEvent), " +
			"OnItem(generated.ItemEvent), OnEndTx(events.EndTx)"},
	} {
		r := generated.NewRouter()
		detach, err := r.Attach(c.consumer)
		require.EqualError(t, err, c.want)
		require.Nil(t, detach)
		require.Empty(t, reason(func() { r.BeginBlock(monday); r.EmitOrder(order(1)); r.EndBlock() }), "nothing is attached")
	}
	_, err := generated.NewRouter().Attach(&pointers{})
	require.NoError(t, err)
}
