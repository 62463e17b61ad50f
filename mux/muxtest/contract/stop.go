package contract

import (
	"fmt"
	"runtime"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest"
)

// boom is what consumers panic with.
const boom = "boom"

// because is how a bus begins to say why it refuses everything, after a consumer did not return from an event of block 1.
func because(method string, sequence uint64) string {
	return fmt.Sprintf("%s on the event with sequence %d of block 1, ", refusal(method), sequence)
}

func refusal(method string) string {
	return "busgen: " + method + " on a stopped bus: a consumer panicked, or ended its goroutine,"
}

// stopped expects that the bus says why at the next boundary, that nothing can be done with it any more, and that nobody is called.
func (tr *trial) stopped(why func(method string) string) {
	tr.Helper()
	tr.log = nil
	e := tr.Kinds[0].event(tr.bus.Next(), 1)
	tr.panics(why("EndBlock"), tr.bus.EndBlock)
	for _, k := range tr.Kinds {
		tr.panics(why("Emit"+k.name), func() { k.emit(tr.bus, 2) })
	}
	tr.panics(why("Route"), func() { tr.bus.Route(e) })
	tr.panics(why("RouteBatch"), func() { tr.bus.RouteBatch([]events.Event{e}) })
	tr.panics(why("BeginBlock"), func() { tr.bus.BeginBlock(block(2)) })
	tr.panics(why("BeginTx"), func() { tr.bus.BeginTx("z") })
	tr.panics(why("EndTx"), tr.bus.EndTx)
	tr.panics(why("EndBlock"), tr.bus.EndBlock)
	tr.expect()
}

// stoppedOn expects the same, with the number of the event in block 1 on which it was.
func (tr *trial) stoppedOn(sequence uint64) {
	tr.Helper()
	tr.stopped(func(method string) string { return because(method, sequence) })
}

// sending is a way to send an event of number sequence to consumers.
type sending struct {
	before   func(Bus)
	send     func(Bus)
	sequence uint64
	calls    []Call
}

// sendings are the ways to send each event there is on a bus in block 1, but the begin of that block.
func (s Subject) sendings() []sending {
	endTx := sending{func(b Bus) { b.BeginTx("a") }, Bus.EndTx, 1, s.EndTx}
	list := []sending{endTx, {fresh, Bus.EndBlock, 1, s.EndBlock}}
	for _, k := range s.Kinds {
		list = append(list,
			sending{fresh, func(b Bus) { k.emit(b, 1) }, 1, k.calls},
			sending{fresh, func(b Bus) { b.Route(k.event(at("", 5), 1)) }, 5, k.calls},
			sending{fresh, func(b Bus) { b.RouteBatch([]events.Event{nil, k.event(at("", 5), 1), k.event(at("", 6), 2)}) }, 5, k.calls},
		)
	}
	return list
}

// panicStops: a panic in any of an event's calls goes through to the driver as it is; then the bus is stopped and says why.
func panicStops(t muxtest.TB, s Subject) {
	for _, d := range s.sendings() {
		for i := range d.calls {
			tr := s.begun(t)
			d.before(tr.bus)
			var calls []Call
			tr.observe = func(h heard) {
				calls = append(calls, h.Call)
				if len(calls) > i {
					panic(boom)
				}
			}
			tr.panics(boom, func() { d.send(tr.bus) })
			if len(calls) != i+1 {
				tr.Errorf("contract: a panic in call %d of an event was followed by %s", i+1, calls[min(i+1, len(calls)):])
			}
			tr.observe = nil
			tr.stoppedOn(d.sequence)
		}
	}
}

// panicStopsWhatWaits: of what consumers emitted before the panic nothing is delivered.
func panicStopsWhatWaits(t muxtest.TB, s Subject) {
	for _, k := range s.heardOf(t) {
		tr := s.begun(t)
		tr.when(1, func() {
			k.emit(tr.bus, 2)
			k.emit(tr.bus, 3)
		})
		tr.when(2, func() {
			k.emit(tr.bus, 4)
			panic(boom)
		})
		tr.panics(boom, func() { k.emit(tr.bus, 1) })
		tr.expect(k.said(at("", 1), 1), said{k.name, at("", 2), k.payload(2), k.calls[:1]})
		tr.stoppedOn(2)
	}
}

// eventsAfterAPanic: what is emitted or routed between the panic and the next boundary reaches nobody, and at the sixteenth event at
// the latest the bus says why. A routed boundary is one too.
func eventsAfterAPanic(t muxtest.TB, s Subject) {
	least := s.least(t)
	after := []struct {
		method string
		send   func(Bus)
	}{
		{"Route", func(b Bus) { b.Route(least.event(at("", 9), 1)) }},
		{"RouteBatch", func(b Bus) { b.RouteBatch([]events.Event{least.event(at("", 9), 1)}) }},
		{"Route", func(b Bus) { b.Route(events.NewEndBlock(at("", 9))) }},
	}
	for _, k := range s.Kinds {
		after = append(after, struct {
			method string
			send   func(Bus)
		}{"Emit" + k.name, func(b Bus) { k.emit(b, 1) }})
	}
	for _, a := range after {
		tr := s.begun(t)
		tr.when(1, func() { panic(boom) })
		tr.panics(boom, func() { least.emit(tr.bus, 1) })
		tr.log = nil
		tr.panics(because(a.method, 1), func() {
			for range 16 {
				a.send(tr.bus)
			}
		})
		tr.expect()
		tr.stoppedOn(1)
	}
}

// panicOnRoutedEvent: an event that is routed where no block is open stops the bus too.
func panicOnRoutedEvent(t muxtest.TB, s Subject) {
	k := s.least(t)
	tr := s.begins(t)
	tr.when(4, func() { panic(boom) })
	tr.panics(boom, func() { tr.bus.Route(k.event(at("", 4), 1)) })
	tr.panics(refusal("BeginBlock"), func() { tr.bus.BeginBlock(block(2)) })
	tr.stopped(refusal)
}

// goexitStops: a consumer that ends its goroutine, as a failing test does, stops the bus as a panic does.
func goexitStops(t muxtest.TB, s Subject) {
	k := s.least(t)
	tr := s.begun(t)
	tr.when(1, runtime.Goexit)
	done := make(chan struct{})
	go func() {
		defer close(done)
		k.emit(tr.bus, 1)
	}()
	<-done
	tr.stoppedOn(1)
}

// endlessNesting: what consumers emit in answer to one event has a bound, whether they answer their own events or emit in a loop.
func endlessNesting(t muxtest.TB, s Subject) {
	const bound = 1 << 20
	k := s.least(t)
	sentence := fmt.Sprintf("busgen: Emit%s: more than %d events emitted from consumers in answer to one: a consumer answers its own event without end",
		k.name, bound)
	answer := func(tr *trial, times int) func(heard) {
		first, emit := k.calls[0], k.repeat(tr.bus)
		return func(h heard) {
			for i := 0; h.Call == first && i < times; i++ {
				emit()
			}
		}
	}
	for _, times := range []int{1, bound + 1} {
		tr := s.begun(t)
		tr.observe = answer(tr, times)
		tr.panics(sentence, func() { k.emit(tr.bus, 1) })
		tr.observe = nil
		func() {
			defer func() { _ = recover() }()
			tr.bus.EndBlock()
			tr.Errorf("contract: the bus goes on after endless nesting")
		}()
	}
}
