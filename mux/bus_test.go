package mux_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux"
	"github.com/busgen/busgen/mux/internal/shop/domain"
	"github.com/busgen/busgen/mux/internal/shop/generated"
)

// uses holds every use of a bus that needs an open block, or a bus that is not stopped.
var uses = map[string]func(*generated.Router){
	"EmitOrder":  func(r *generated.Router) { r.EmitOrder(order(1)) },
	"EmitRefund": func(r *generated.Router) { r.EmitRefund(domain.Refund{}) },
	"BeginBlock": func(r *generated.Router) { r.BeginBlock(monday) },
	"BeginTx":    func(r *generated.Router) { r.BeginTx("a") },
	"EndTx":      (*generated.Router).EndTx,
	"EndBlock":   (*generated.Router).EndBlock,
	"Next":       func(r *generated.Router) { r.Next() },
	"Route":      func(r *generated.Router) { r.Route(generated.NewOrder(events.Header{}, order(1))) },
	"RouteBatch": func(r *generated.Router) { r.RouteBatch([]events.Event{generated.NewOrder(events.Header{}, order(1))}) },
	"RouteOrder": func(r *generated.Router) { r.RouteOrder(events.Header{}, order(1)) },
}

const orSecond = "; or by a second goroutine: a bus has one driver"

// misuses holds calls that panic, on a bus of which some steps were done, and the sentence: what is
// wrong, and what to call.
var misuses = []struct {
	steps    string // B and E: a block opens and ends; b and e: a transaction
	use      func(*generated.Router)
	sentence string
}{
	{"", uses["EmitOrder"], "busgen: EmitOrder outside a block: call BeginBlock first"},
	{"BE", uses["EmitRefund"], "busgen: EmitRefund outside a block: call BeginBlock first"},
	{"", uses["BeginTx"], "busgen: BeginTx outside a block: call BeginBlock first"},
	{"BE", uses["BeginTx"], "busgen: BeginTx outside a block: call BeginBlock first"},
	{"", uses["EndBlock"], "busgen: EndBlock outside a block: call BeginBlock first"},
	{"BE", uses["EndBlock"], "busgen: EndBlock outside a block: call BeginBlock first"},
	{"", uses["EndTx"], "busgen: EndTx without a transaction: call BeginTx first"},
	{"B", uses["EndTx"], "busgen: EndTx without a transaction: call BeginTx first"},
	{"Bbe", uses["EndTx"], "busgen: EndTx without a transaction: call BeginTx first"},
	{"B", uses["BeginBlock"], "busgen: BeginBlock while block 7 is open: call EndBlock first"},
	{"Bb", uses["BeginBlock"], "busgen: BeginBlock while block 7 is open: call EndBlock first"},
	{"Bb", uses["BeginTx"], `busgen: BeginTx("a") while transaction "tx" is open: call EndTx first`},
	{"B", func(r *generated.Router) { r.BeginTx("") }, "busgen: BeginTx with an empty name: a transaction needs one"},
	{"Bb", uses["EndBlock"], `busgen: EndBlock while transaction "tx" is open: call EndTx first`},
	{"BE", func(r *generated.Router) { r.BeginBlock(events.Block{Height: 6}) },
		"busgen: BeginBlock of height 6 after height 7: heights never decrease"},
}

// step does one step of a misuse.
func step(r *generated.Router, name rune) {
	map[rune]func(){
		'B': func() { r.BeginBlock(monday) }, 'E': r.EndBlock, 'b': func() { r.BeginTx("tx") }, 'e': r.EndTx,
	}[name]()
}

// TestMisuse: a wrong call panics with its sentence, again if it is repeated, and changes nothing.
func TestMisuse(t *testing.T) {
	for _, m := range misuses {
		for _, consumers := range [][]any{nil, {boundaries(func(events.Event) {})}, {events.Func(func(events.Event) {})}} {
			r := generated.NewRouter()
			attach(t, r, consumers...)
			for _, name := range m.steps {
				step(r, name)
			}
			before := r.Next()
			require.Equal(t, m.sentence, reason(func() { m.use(r) }), m.steps)
			require.Equal(t, m.sentence, reason(func() { m.use(r) }), m.steps)
			require.True(t, before.Equal(r.Next()), "%s: the header of the next event is as before", m.steps)
		}
	}
}

// TestOnlyTheDriverOpensAndCloses: a consumer that opens or closes a block or a transaction panics,
// in each kind of delivery.
func TestOnlyTheDriverOpensAndCloses(t *testing.T) {
	for _, name := range []string{"BeginBlock", "BeginTx", "EndTx", "EndBlock"} {
		for when, deliver := range map[string]func(*generated.Router){
			"emit": uses["EmitOrder"], "route": uses["Route"], "typed route": uses["RouteOrder"], "batch": uses["RouteBatch"],
			"boundary": (*generated.Router).EndBlock,
		} {
			var r *generated.Router
			calls := 0
			r = open(t)
			attach(t, r, events.Func(func(events.Event) {
				calls++
				require.Equal(t, "busgen: "+name+" by a consumer: only the driver opens and closes blocks and transactions"+orSecond,
					reason(func() { uses[name](r) }), when)
			}))
			deliver(r)
			require.Equal(t, 1, calls, when)
		}
	}
}

// TestConsumerEmitsOutsideBlock: an emit from the consumer of a routed event without a block, or of
// the end of a block, says so.
func TestConsumerEmitsOutsideBlock(t *testing.T) {
	const sentence = "busgen: EmitRefund by a consumer while no block is open: the current event ends its block or was routed" + orSecond
	for when, deliver := range map[string]func(*generated.Router){
		"route": uses["Route"], "typed route": uses["RouteOrder"], "batch": uses["RouteBatch"],
		"end of block": func(r *generated.Router) { r.BeginBlock(monday); r.EndBlock() },
	} {
		r := generated.NewRouter()
		calls := 0
		attach(t, r, events.Func(func(e events.Event) {
			if e.Kind() != (events.BeginBlock{}).Kind() {
				calls++
				require.Equal(t, sentence, reason(func() { uses["EmitRefund"](r) }), when)
			}
		}))
		deliver(r)
		require.Equal(t, 1, calls, when)
	}
}

// TestTwoGoroutines: where the state of the bus shows that two goroutines drive it, the panic says
// so, and the bus is stopped.
func TestTwoGoroutines(t *testing.T) {
	const sentence = "two goroutines drive it: emit, route, and open and close blocks from one"
	nobody := &mux.Boundaries{}
	event := events.NewEndTx(events.Header{})
	for name, use := range map[string]func(*mux.Bus){
		"BeginBlock": func(b *mux.Bus) { b.BeginBlock(monday, nobody) },
		"BeginTx":    func(b *mux.Bus) { b.BeginTx("a") },
		"EndTx":      func(b *mux.Bus) { b.EndTx(nobody) },
		"EndBlock":   func(b *mux.Bus) { b.EndBlock(nobody) },
	} {
		b := new(mux.Bus)
		b.BeginBlock(monday, nobody)
		b.Push(event, nil) // as a goroutine does that emitted while the other one ended its delivery
		require.Equal(t, "busgen: the bus is stopped: "+sentence, reason(func() { use(b) }), name)
		require.Equal(t, "busgen: Next on a stopped bus: "+sentence, reason(func() { b.Next() }), name)
	}
	for name, end := range map[string]func(*mux.Bus){
		"EndRoute": func(b *mux.Bus) {
			if b.EndRoute() {
				b.Pop()
			}
		},
		"Pop": func(b *mux.Bus) { b.Pop() },
	} {
		b := new(mux.Bus)
		b.BeginBlock(monday, nobody)
		require.True(t, b.BeginRoute(event))
		require.False(t, b.EndRoute())
		for range 2 {
			require.Equal(t, "busgen: the bus is stopped: "+sentence, reason(func() { end(b) }), "%s of a delivery that has ended", name)
		}
	}
}

// TestTwoGoroutinesInTurn: a second goroutine that uses the bus during a delivery, in turn with it
// and so without a data race, cannot be told from a consumer. Its events wait, and where it panics,
// the sentence names both causes.
func TestTwoGoroutinesInTurn(t *testing.T) {
	var prices []int64
	var r *generated.Router
	r = open(t, orders(func(e generated.Order) {
		prices = append(prices, price(t, &e))
		if e.Order().Price() != 1 {
			return
		}
		done := make(chan string)
		go func() {
			r.EmitOrder(order(2))
			done <- reason(r.EndBlock)
		}()
		require.Contains(t, <-done, orSecond)
	}))
	r.EmitOrder(order(1))
	require.Equal(t, []int64{1, 2}, prices)
}

// TestBoundaries: they are delivered in order with the events, by their own methods and as events,
// with their headers.
func TestBoundaries(t *testing.T) {
	var seen []string
	see := func(by string) func(events.Event) {
		return func(e events.Event) { seen = append(seen, by+" "+e.String()) }
	}
	r := generated.NewRouter()
	attach(t, r, boundaries(see("own")), events.Func(see("any")), struct {
		boundaries
		events.Func
	}{see("both, own"), see("both, any")})
	r.BeginBlock(monday)
	r.BeginTx("tx")
	r.EmitOrder(order(1))
	r.EndTx()
	r.EndBlock()
	var want []string
	for _, e := range []string{"BeginBlock shop block 7 #0", "Order shop block 7 #1 tx tx", "EndTx shop block 7 #2 tx tx", "EndBlock shop block 7 #3"} {
		for _, by := range []string{"own", "any", "both, own", "both, any"} {
			if e[0] != 'O' || by[len(by)-1] == 'y' {
				want = append(want, by+" "+e)
			}
		}
	}
	require.Equal(t, want, seen)
}

// TestBoundariesTakeNumbers: headers count the same whether anybody consumes the boundaries or not.
func TestBoundariesTakeNumbers(t *testing.T) {
	for _, consumers := range [][]any{nil, {events.Func(func(events.Event) {})}, {orders(func(generated.Order) {})}} {
		r := open(t, consumers...)
		require.True(t, r.Next().Equal(events.NewHeader(monday, "", 1)))
		r.BeginTx("tx")
		require.True(t, r.Next().Equal(events.NewHeader(monday, "tx", 1)))
		r.EndTx()
		require.True(t, r.Next().Equal(events.NewHeader(monday, "", 2)))
		r.EndBlock()
		require.True(t, r.Next().Equal(events.NewHeader(monday, "", 3)))
	}
}

// TestRouteMovesOn: after a routed event of the same block the next header comes behind it; other
// blocks do not matter.
func TestRouteMovesOn(t *testing.T) {
	routes := map[string]func(*generated.Router, events.Header){
		"event": func(r *generated.Router, h events.Header) { r.Route(generated.NewOrder(h, order(1))) },
		"typed": func(r *generated.Router, h events.Header) { r.RouteOrder(h, order(1)) },
		"batch": func(r *generated.Router, h events.Header) {
			r.RouteBatch([]events.Event{generated.NewOrder(h, order(1))})
		},
	}
	for name, route := range routes {
		rapid.Check(t, func(t *rapid.T) {
			r := open(t)
			next := uint64(1)
			for range rapid.IntRange(0, 5).Draw(t, "events") {
				height, sequence := rapid.Uint64Range(6, 8).Draw(t, "height"), rapid.Uint64Range(0, 9).Draw(t, "sequence")
				route(r, events.NewHeader(events.Block{Height: height}, "", sequence))
				if height == 7 && sequence >= next {
					next = sequence + 1
				}
				require.EqualValues(t, next, r.Next().Sequence(), name)
			}
			r.EndBlock()
			route(r, events.NewHeader(monday, "", 99))
			require.EqualValues(t, next+1, r.Next().Sequence(), "%s outside a block", name)
		})
	}
}

// TestRouteDelivers: routed events reach consumers with the headers that they have, in every state
// of the bus.
func TestRouteDelivers(t *testing.T) {
	var seen []string
	r := generated.NewRouter()
	attach(t, r, events.Func(func(e events.Event) { seen = append(seen, e.String()) }))
	h := events.NewHeader(events.Block{Height: 3}, "x", 4)
	r.Route(events.NewBeginBlock(h))
	r.Route(generated.NewOrder(h, order(1)))
	r.RouteOrder(h, order(1))
	r.RouteBatch([]events.Event{events.NewEndTx(h), generated.NewRefund(h, domain.Refund{}), events.NewEndBlock(h)})
	r.RouteBatch(nil)
	require.Equal(t, []string{"BeginBlock block 3 #4 tx x", "Order block 3 #4 tx x", "Order block 3 #4 tx x",
		"EndTx block 3 #4 tx x", "Refund block 3 #4 tx x", "EndBlock block 3 #4 tx x"}, seen)
}

// TestIgnored: events that are invalid or of no known type are counted, and nobody gets them.
func TestIgnored(t *testing.T) {
	foreign := foreignEvent{generated.NewOrder(events.Header{}, order(1))}
	invalid := []events.Event{nil, (*generated.Order)(nil), new(generated.Refund), foreign}
	var r *generated.Router
	nested := true
	r = open(t, events.Func(func(e events.Event) {
		_, isForeign := e.(foreignEvent)
		require.False(t, isForeign)
		if _, ok := e.(*generated.Order); ok && nested {
			nested = false
			for _, bad := range invalid {
				r.Route(bad)
			}
			r.RouteBatch(invalid)
		}
	}))
	for _, bad := range invalid {
		r.Route(bad)
	}
	require.EqualValues(t, 4, r.Ignored())
	r.RouteBatch(append(invalid, generated.NewOrder(r.Next(), order(1)), nil))
	require.EqualValues(t, 4+5+8, r.Ignored())
}

// foreignEvent is a valid event of a type that no bus of the shop knows.
type foreignEvent struct{ *generated.Order }

func (e foreignEvent) Kept() events.Event { return e }

// TestLateRoute: to route an event whose delivery has ended panics with a sentence that says to
// call Keep, and does no harm.
func TestLateRoute(t *testing.T) {
	var late generated.OrderEvent
	up := open(t, generated.OrderFunc(func(e generated.OrderEvent) { late = e }))
	up.EmitOrder(order(1))
	r := open(t, events.Func(func(events.Event) {}))
	for name, route := range map[string]func(){
		"alone": func() { r.Route(late) }, "batch": func() { r.RouteBatch([]events.Event{generated.NewOrder(r.Next(), order(1)), late}) },
	} {
		require.Contains(t, reason(route), "this Order was used after its delivery ended: call Keep", name)
	}
	r.EndBlock()
	require.Zero(t, r.Ignored())
}

// TestLentIsPassedOn: a lent event is delivered by a second bus as it is, and kept if it has to
// wait there.
func TestLentIsPassedOn(t *testing.T) {
	var seen []generated.OrderEvent
	down := generated.NewRouter()
	attach(t, down, generated.OrderFunc(func(e generated.OrderEvent) {
		seen = append(seen, e)
		require.EqualValues(t, 5, price(t, e))
		if len(seen) == 1 {
			down.Route(e)
			down.RouteBatch([]events.Event{e})
			require.Len(t, seen, 1, "they wait")
		}
	}))
	up := open(t, generated.OrderFunc(func(e generated.OrderEvent) { down.Route(e); require.Same(t, e, seen[0]) }))
	up.EmitOrder(order(5))
	require.Len(t, seen, 3)
	require.Contains(t, reason(func() { seen[0].Order() }), "call Keep")
	require.Same(t, seen[1], events.Keep(seen[1]), "kept")
	require.Same(t, seen[1], seen[2])
	require.EqualValues(t, 5, price(t, seen[1]))
}

// TestHeadersOfOneBlock: (height, sequence) increases from event to event, over random blocks with
// nested and routed events.
func TestHeadersOfOneBlock(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := generated.NewRouter()
		var last events.Header
		first := true
		attach(t, r, events.Func(func(e events.Event) {
			require.True(t, first || last.Compare(e.Header()) < 0, "%v after %v", e, last)
			first, last = false, e.Header()
			if o, ok := e.(*generated.Order); ok {
				for range o.Order().Price() {
					r.EmitRefund(domain.Refund{})
				}
			}
		}))
		height := uint64(0)
		for range rapid.IntRange(1, 3).Draw(t, "blocks") {
			height += rapid.Uint64Range(1, 2).Draw(t, "step")
			r.BeginBlock(events.Block{Height: height})
			for i := range rapid.IntRange(0, 5).Draw(t, "transactions") {
				r.BeginTx(fmt.Sprint(i))
				switch payload := order(rapid.Int64Range(0, 3).Draw(t, "nested")); rapid.IntRange(0, 2).Draw(t, "way") {
				case 0:
					r.EmitOrder(payload)
				case 1:
					r.Route(generated.NewOrder(r.Next(), payload))
				default:
					h := r.Next()
					r.RouteBatch([]events.Event{generated.NewOrder(h, payload), generated.NewOrder(h.At(h.TxID(), h.Sequence()+1), payload)})
				}
				r.EndTx()
			}
			r.EndBlock()
		}
	})
}
