package contract

import (
	"runtime"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest"
)

// boom is the reason with which consumers panic.
const boom = "boom"

// stopped expects that every use by the driver panics and names the event that was being delivered,
// that EndTx and EndBlock return, and that nobody is called.
func (tr *trial) stopped(during string) {
	tr.Helper()
	tr.log = nil
	for _, u := range tr.uses() {
		u.before(tr.bus)
		tr.panics(func() { u.use(tr.bus) }, "busgen: ", u.method, "stopped bus", during)
	}
	tr.bus.EndTx()
	tr.bus.EndBlock()
	_ = tr.bus.Ignored()
	tr.expect()
}

// driverUse is a use of a bus by its driver.
type driverUse struct {
	method      string
	before, use func(Bus)
}

// uses returns all uses by the driver that a stopped bus rejects.
func (s Subject) uses() []driverUse {
	e := s.Kinds[0].event(at("", 900), 1)
	list := []driverUse{
		{"Next", fresh, func(b Bus) { b.Next() }},
		{"Route", fresh, func(b Bus) { b.Route(e) }},
		{"Route", fresh, func(b Bus) { b.Route(nil) }},
		{"Route", fresh, func(b Bus) { b.Route(events.NewEndBlock(at("", 901))) }},
		{"RouteBatch", fresh, func(b Bus) { b.RouteBatch([]events.Event{e}) }},
		{"BeginBlock", fresh, func(b Bus) { b.BeginBlock(block(2)) }},
		{"BeginBlock", Bus.EndBlock, func(b Bus) { b.BeginBlock(block(3)) }},
		{"BeginTx", Bus.EndTx, func(b Bus) { b.BeginTx("z") }},
	}
	for _, k := range s.Kinds {
		list = append(list,
			driverUse{"Emit" + k.name, fresh, func(b Bus) { k.emit(b, 2) }},
			driverUse{"Route", fresh, func(b Bus) { k.route(b, at("", 900), 2) }})
	}
	return list
}

// sending is a way to send an event to consumers, on a bus outside any block.
type sending struct {
	event  string // kind and header
	before func(Bus)
	send   func(Bus)
	calls  []Call
}

// sendings returns the ways to send each kind of event.
func (s Subject) sendings() []sending {
	inBlock := func(b Bus) { b.BeginBlock(block(1)) }
	inTx := func(b Bus) { b.BeginBlock(block(1)); b.BeginTx("a") }
	list := []sending{
		{"BeginBlock game block 1 #0", fresh, inBlock, s.BeginBlock},
		{"EndTx game block 1 #1 tx a", inTx, Bus.EndTx, s.EndTx},
		{"EndBlock game block 1 #1", inBlock, Bus.EndBlock, s.EndBlock},
	}
	for _, k := range s.Kinds {
		list = append(list,
			sending{k.name + " game block 1 #1", inBlock, func(b Bus) { k.emit(b, 1) }, k.calls},
			sending{k.name + " game block 1 #1 tx a", inTx, func(b Bus) { k.emit(b, 1) }, k.calls},
			sending{k.name + " game block 1 #5", inBlock, func(b Bus) { k.route(b, at("", 5), 1) }, k.calls},
			sending{k.name + " game block 1 #5", inBlock, func(b Bus) { b.Route(k.event(at("", 5), 1)) }, k.calls},
			sending{k.name + " game block 1 #5", fresh, func(b Bus) { b.Route(k.event(at("", 5), 1)) }, k.calls},
			sending{k.name + " game block 1 #5", inBlock, func(b Bus) {
				b.RouteBatch([]events.Event{nil, k.event(at("", 5), 1), k.event(at("", 6), 2)})
			}, k.calls},
		)
	}
	return list
}

// panicStops: a panic in any call of an event reaches the driver unchanged. Then the bus is stopped
// and names the event.
func panicStops(t muxtest.TB, s Subject) {
	for _, d := range s.sendings() {
		for i := range d.calls {
			tr := s.begins(t)
			d.before(tr.bus)
			var calls []Call
			tr.observe = func(c Call, _ events.Event) {
				calls = append(calls, c)
				if len(calls) > i {
					panic(boom)
				}
			}
			tr.panics(func() { d.send(tr.bus) }, boom)
			if len(calls) != i+1 {
				tr.Errorf("contract: a panic in call %d of %s led to the calls %s", i+1, d.event, calls)
			}
			tr.observe = nil
			tr.stopped(d.event)
		}
	}
}

// panicStopsWhatWaits: after a consumer's panic no nested event is delivered. The bus names the
// nested event during which it happened, however that was sent.
func panicStopsWhatWaits(t muxtest.TB, s Subject) {
	for _, k := range s.consumed(t) {
		for _, nest := range []func(*trial){
			func(tr *trial) { k.emit(tr.bus, 2) },
			func(tr *trial) { k.route(tr.bus, at("", 2), 2) },
			func(tr *trial) { tr.bus.Route(k.event(at("", 2), 2)) },
			func(tr *trial) { tr.bus.RouteBatch([]events.Event{k.event(at("", 2), 2)}) },
		} {
			tr := s.begun(t)
			tr.when(1, func() {
				nest(tr)
				k.emit(tr.bus, 3)
			})
			tr.when(2, func() {
				k.emit(tr.bus, 4)
				panic(boom)
			})
			tr.panics(func() { k.emit(tr.bus, 1) }, boom)
			second := k.delivered(at("", 2), 2)
			second.calls = k.calls[:1]
			tr.expect(k.delivered(at("", 1), 1), second)
			tr.stopped(k.name + " game block 1 #2")
		}
	}
}

// deferredEnds: a driver that defers EndTx and EndBlock gets the consumer's panic, unchanged.
func deferredEnds(t muxtest.TB, s Subject) {
	for _, k := range s.consumed(t) {
		reason := &struct{ text string }{boom}
		tr := s.begins(t)
		tr.when(1, func() { panic(reason) })
		drive := func() (got any) {
			defer func() { got = recover() }()
			tr.bus.BeginBlock(block(1))
			defer tr.bus.EndBlock()
			tr.bus.BeginTx("a")
			defer tr.bus.EndTx()
			k.emit(tr.bus, 1)
			return nil
		}
		if got := drive(); got != reason {
			t.Errorf("contract: the driver got the panic %v, want that of the consumer", got)
		}
		tr.stopped(k.name + " game block 1 #1 tx a")
	}
}

// goexitStops: a consumer that ends its goroutine, as a failing test does, stops the bus as a panic
// does.
func goexitStops(t muxtest.TB, s Subject) {
	k := s.least(t)
	tr := s.begins(t)
	tr.when(2, runtime.Goexit)
	tr.when(1, func() { k.emit(tr.bus, 2) })
	reason := make(chan any)
	go func() {
		defer func() { reason <- recover() }()
		tr.bus.BeginBlock(block(1))
		defer tr.bus.EndBlock()
		tr.bus.BeginTx("a")
		defer tr.bus.EndTx()
		k.emit(tr.bus, 1)
	}()
	if r := <-reason; r != nil {
		t.Fatalf("contract: after a consumer ended its goroutine, a deferred EndTx or EndBlock panics: %v", r)
	}
	tr.stopped(k.name + " game block 1 #2 tx a")
}
