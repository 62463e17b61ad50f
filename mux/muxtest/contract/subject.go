package contract

import (
	"reflect"
	"testing"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest"
)

// Bus is implemented by every generated bus, whatever its events: routers and wired buses.
type Bus interface {
	BeginBlock(events.Block)
	BeginTx(id string)
	EndTx()
	EndBlock()
	Route(events.Event)
	RouteBatch([]events.Event)
	Next() events.Header
	Ignored() uint64
}

// Call is one call that an event makes. Each consumer of a subject has a name of its own.
type Call struct{ Consumer, Method string }

// Observer receives each call, from the consumer that was called: its name, the name of its method,
// and the event. A method that receives its event by value passes its address.
type Observer func(consumer, method string, e events.Event)

// Subject is a bus under test, with its consumers.
type Subject struct {
	// Make returns a bus outside any block. Each method of each of its consumers calls observe
	// once, during the delivery, and does nothing else. The suite emits, keeps events and panics in
	// observe.
	Make func(observe Observer) Bus
	// Kinds holds all events that the bus carries. At least one must have calls.
	Kinds []Kind
	// BeginBlock, EndTx and EndBlock hold the calls that the boundaries make, in order.
	BeginBlock, EndTx, EndBlock []Call
	// ByValue returns a bus that may not allocate anything. It is nil if there is none.
	ByValue func() ByValue
}

// ByValue is a bus whose consumers all receive their events by value.
type ByValue struct {
	Bus Bus
	// Emit emits payloads that were made before.
	Emit func()
	// Calls returns the number of calls so far. Each Emit must add to it.
	Calls func() int
}

// Kind is one type of event: how to make it from a number, and which calls it makes. Make one with
// [KindOf].
type Kind struct {
	name      string
	calls     []Call
	payload   func(n int64) any
	emit      func(b Bus, n int64)
	route     func(b Bus, h events.Header, n int64)
	event     func(h events.Header, n int64) events.Event
	prepare   func(n int64) prepared
	nil, zero events.Event
}

// prepared is a payload that is about to be sent, so that a consumer can change it during its
// delivery.
type prepared struct {
	emit  func(Bus)
	route func(Bus, events.Header)
	event func(events.Header) events.Event
	spoil func()
}

// KindOf returns a kind. payload returns one from a number, the same for the same number, and
// shares no memory between calls. emit emits a payload. event is the generated constructor New….
// calls holds the calls that one event makes, in order.
//
// The suite changes the slices, maps and pointers of payloads that it has sent, to see that the
// event does not change. So leave fields that are marked //busgen:shared empty.
func KindOf[P any, E events.Event](payload func(n int64) P, emit func(Bus, P), event func(events.Header, P) E,
	calls ...Call) Kind {
	name := event(events.Header{}, payload(1)).Kind().String()
	prepare := func(n int64) prepared {
		p := payload(n)
		return prepared{
			emit:  func(b Bus) { emit(b, p) },
			route: func(b Bus, h events.Header) { routePayload(b, name, h, p) },
			event: func(h events.Header) events.Event { return event(h, p) },
			spoil: func() { spoil(p) },
		}
	}
	return Kind{
		name:    name,
		calls:   calls,
		payload: func(n int64) any { return payload(n) },
		emit: func(b Bus, n int64) {
			p := prepare(n)
			p.emit(b)
			p.spoil()
		},
		route: func(b Bus, h events.Header, n int64) {
			p := prepare(n)
			p.route(b, h)
			p.spoil()
		},
		event: func(h events.Header, n int64) events.Event {
			p := prepare(n)
			e := p.event(h)
			p.spoil()
			return e
		},
		prepare: prepare,
		nil:     *new(E),
		zero:    reflect.New(reflect.TypeFor[E]().Elem()).Interface().(events.Event),
	}
}

// routePayload calls the bus's method Route… of one payload.
func routePayload(b Bus, name string, h events.Header, payload any) {
	m := reflect.ValueOf(b).MethodByName("Route" + name)
	if !m.IsValid() {
		panic("contract: the bus has no method Route" + name)
	}
	m.Call([]reflect.Value{reflect.ValueOf(h), reflect.ValueOf(payload)})
}

// Run tests all promises on the subject's bus.
func Run(t *testing.T, s Subject) {
	for _, p := range promises() {
		t.Run(p.name, func(t *testing.T) { p.check(t, s) })
	}
	if s.ByValue != nil {
		t.Run("NothingAllocatedByValue", func(t *testing.T) { nothingAllocatedByValue(t, s) })
	}
}

// promise is one test of the suite.
type promise struct {
	name  string
	check func(muxtest.TB, Subject)
}

// promises returns all tests of the suite.
func promises() []promise {
	return []promise{
		{"OrderOfMethods", orderOfMethods},
		{"NestedEmit", nestedEmit},
		{"NestedEmitAtBoundaries", nestedEmitAtBoundaries},
		{"NestedEmitInBatch", nestedEmitInBatch},
		{"NestedRoute", nestedRoute},
		{"Route", route},
		{"RoutePayload", routeByPayload},
		{"RouteLent", routeLent},
		{"RouteLate", routeLate},
		{"SameAgain", sameAgain},
		{"Misuse", misuse},
		{"BoundaryInsideConsumer", boundaryInsideConsumer},
		{"EmitWithoutABlockInsideConsumer", emitWithoutABlockInsideConsumer},
		{"RecoveredInsideConsumer", recoveredInsideConsumer},
		{"Ignored", ignored},
		{"PanicStops", panicStops},
		{"PanicStopsWhatWaits", panicStopsWhatWaits},
		{"DeferredEnds", deferredEnds},
		{"GoexitStops", goexitStops},
		{"PendingEvents", pendingEvents},
		{"EndlessNesting", endlessNesting},
		{"LateUses", lateUses},
		{"LateUsesAfterAPanic", lateUsesAfterAPanic},
		{"KeptOnce", keptOnce},
		{"KeptForEver", keptForEver},
		{"Encapsulated", encapsulated},
		{"NothingShared", nothingShared},
		{"Poisoned", poisonedPromises},
	}
}

// nothingAllocatedByValue: consumers by value cost no memory, on the bus that the subject has for
// it.
func nothingAllocatedByValue(t muxtest.TB, s Subject) {
	const runs = 1000
	v := s.ByValue()
	v.Bus.BeginBlock(block(1))
	first, calls := v.Bus.Next().Sequence(), v.Calls()
	if allocations := testing.AllocsPerRun(runs, v.Emit); allocations != 0 {
		t.Errorf("contract: emitting to consumers by value allocates %v times, want 0", allocations)
	}
	if n := v.Bus.Next().Sequence() - first; n < runs {
		t.Errorf("contract: %d emits of the subject's ByValue took %d sequence numbers", runs, n)
	}
	if n := v.Calls() - calls; n < runs {
		t.Errorf("contract: %d emits of the subject's ByValue made %d calls", runs, n)
	}
}
