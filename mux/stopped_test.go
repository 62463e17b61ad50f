package mux_test

import (
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux"
	"github.com/busgen/busgen/mux/internal/shop/domain"
	"github.com/busgen/busgen/mux/internal/shop/generated"
)

// breaker panics at an event of one kind.
func breaker(kind string, fail func()) events.Func {
	return func(e events.Event) {
		if e.Kind().String() == kind {
			fail()
		}
	}
}

// breaks holds deliveries during which a consumer fails, and the event that the reason names.
var breaks = map[string]struct {
	kind, event string
	deliver     func(*generated.Router)
}{
	"begin block": {"BeginBlock", "BeginBlock shop block 7 #0", func(r *generated.Router) { r.BeginBlock(monday) }},
	"end tx":      {"EndTx", "EndTx shop block 7 #1 tx tx", func(r *generated.Router) { r.BeginBlock(monday); r.BeginTx("tx"); r.EndTx() }},
	"end block":   {"EndBlock", "EndBlock shop block 7 #1", func(r *generated.Router) { r.BeginBlock(monday); r.EndBlock() }},
	"emit":        {"Order", "Order shop block 7 #1", func(r *generated.Router) { r.BeginBlock(monday); uses["EmitOrder"](r) }},
	"nested":      {"Refund", "Refund shop block 7 #2", func(r *generated.Router) { r.BeginBlock(monday); uses["EmitOrder"](r) }},
	"route":       {"Order", "Order block 0 #0", uses["Route"]},
	"typed route": {"Order", "Order block 0 #0", uses["RouteOrder"]},
	"batch": {"Order", "Order shop block 7 #2", func(r *generated.Router) {
		h := events.NewHeader(monday, "", 1)
		r.RouteBatch([]events.Event{generated.NewRefund(h, domain.Refund{}), generated.NewOrder(h.At("", 2), order(1)), generated.NewRefund(h, domain.Refund{})})
	}},
}

// emitsRefund emits a refund for each order in a block.
func emitsRefund(r *generated.Router) orders {
	return func(e generated.Order) {
		if e.BlockHeight() == 7 && r.Next().Height() == 7 {
			r.EmitRefund(domain.Refund{})
		}
	}
}

// named returns how sentences name a use: a typed route is a route.
func named(use string) string {
	if use == "RouteOrder" {
		return "Route"
	}
	return use
}

// TestPanicStops: the panic of a consumer reaches the driver as it is. From then on each use
// panics, names the event, and delivers nothing, except that EndTx and EndBlock return silently.
func TestPanicStops(t *testing.T) {
	for name, b := range breaks {
		for use, again := range uses {
			r := generated.NewRouter()
			calls := 0
			attach(t, r, emitsRefund(r), breaker(b.kind, func() { panic("oops") }), events.Func(func(events.Event) { calls++ }))
			require.Equal(t, "oops", reason(func() { b.deliver(r) }), name)
			calls = 0
			got := reason(func() { again(r) })
			switch use {
			case "EndTx", "EndBlock":
				require.Empty(t, got, "%s, %s", name, use)
			default:
				require.Equal(t, "busgen: "+named(use)+" on a stopped bus: a consumer panicked or called runtime.Goexit during the delivery of "+
					b.event+", so that some consumers have received it and others have not", got, "%s, %s", name, use)
			}
			require.Zero(t, calls, "%s, %s", name, use)
			require.Contains(t, reason(func() { r.Next() }), b.event, "still stopped")
		}
	}
}

// TestGoexitStops: a consumer that ends its goroutine stops the bus too.
func TestGoexitStops(t *testing.T) {
	for name, b := range breaks {
		r := generated.NewRouter()
		attach(t, r, emitsRefund(r), breaker(b.kind, runtime.Goexit))
		done := make(chan struct{})
		go func() {
			defer close(done)
			b.deliver(r)
		}()
		<-done
		require.Contains(t, reason(func() { r.Next() }), b.event, name)
	}
}

// TestDeferredEndsDoNotHide: a driver with deferred ends sees the consumer's panic, and not one of
// theirs.
func TestDeferredEndsDoNotHide(t *testing.T) {
	r := generated.NewRouter()
	attach(t, r, breaker("Order", func() { panic("oops") }))
	require.Equal(t, "oops", reason(func() {
		r.BeginBlock(monday)
		defer r.EndBlock()
		r.BeginTx("tx")
		defer r.EndTx()
		r.EmitOrder(order(1))
	}))
}

// TestRecoveredPanicDoesNotStop: a consumer that recovers its own panic does not stop the bus.
func TestRecoveredPanicDoesNotStop(t *testing.T) {
	var r *generated.Router
	calls := 0
	r = open(t, orders(func(generated.Order) {
		calls++
		require.Equal(t, "oops", reason(func() { panic("oops") }))
		require.NotEmpty(t, reason(r.EndBlock))
	}))
	r.EmitOrder(order(1))
	r.EmitOrder(order(1))
	r.EndBlock()
	require.Equal(t, 2, calls)
}

// TestStoppedBusStillServes: Attach, detach and Ignored go on working on a stopped bus.
func TestStoppedBusStillServes(t *testing.T) {
	r := open(t)
	r.Route(nil)
	detach := attach(t, r, breaker("Order", func() { panic("oops") }))
	require.Equal(t, "oops", reason(func() { uses["EmitOrder"](r) }))
	detach()
	attach(t, r, orders(func(generated.Order) {}))
	_, err := r.Attach(7)
	require.Error(t, err)
	require.EqualValues(t, 1, r.Ignored())
}

// TestLentEventsEndWithPanic: what was lent when a consumer panicked is late, for the current event
// and for those that waited.
func TestLentEventsEndWithPanic(t *testing.T) {
	var held []generated.OrderEvent
	var r *generated.Router
	r = open(t, generated.OrderFunc(func(e generated.OrderEvent) {
		held = append(held, e)
		if e.Order().Price() == 3 {
			panic("oops")
		}
		r.EmitOrder(order(e.Order().Price() + 1))
	}))
	require.Equal(t, "oops", reason(func() { r.EmitOrder(order(1)) }))
	require.Len(t, held, 3)
	for _, e := range held {
		require.Contains(t, reason(func() { e.Order() }), "call Keep")
	}
}

// TestPanicOfPassedOnEvent: a second bus that stops does not end the lease of the bus that lent the
// event.
func TestPanicOfPassedOnEvent(t *testing.T) {
	down := generated.NewRouter()
	attach(t, down, breaker("Order", func() { panic("oops") }))
	var after []int64
	up := open(t, events.Func(func(e events.Event) { _ = reason(func() { down.Route(e) }) }),
		generated.OrderFunc(func(e generated.OrderEvent) { after = append(after, price(t, e)) }))
	up.EmitOrder(order(1))
	up.EmitOrder(order(2))
	require.Equal(t, []int64{1, 2}, after)
	require.Contains(t, reason(func() { down.Next() }), "Order shop block 7 #1")
}

// TestPanicWhileCopying: if the copying of a payload panics, no consumer has received it, and the
// reason says so.
func TestPanicWhileCopying(t *testing.T) {
	b := new(mux.Bus)
	b.BeginBlock(monday, &mux.Boundaries{})
	require.True(t, b.BeginBatch(nil), "a delivery without a current event")
	b.Guard(nil, nil)
	require.Contains(t, reason(func() { b.Next() }), "busgen: Next on a stopped bus: ")
	require.Contains(t, reason(func() { b.Next() }), "an event whose payload was being copied")
}
