package contract

import (
	"testing"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest"
)

// Bus is what every generated bus has, whatever its events: a router, and a wired bus.
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

// Call is one call that an event makes. Consumers of one subject have names of their own.
type Call struct{ Consumer, Method string }

// Observer is told of a call, by the consumer that was called: its name, the method's, and the event. A method that takes its event by
// value gives the address of it.
type Observer func(consumer, method string, e events.Event)

// Subject is a kind of bus, with its consumers.
type Subject struct {
	// Make makes a bus outside of any block. Each method of each of its consumers calls observe once, and does nothing else. The suite emits
	// and panics in observe.
	Make func(observe Observer) Bus
	// Kinds are all events that the bus carries. At least one must have calls.
	Kinds []Kind
	// BeginBlock, EndTx and EndBlock are the calls that the boundaries make, in order.
	BeginBlock, EndTx, EndBlock []Call
	// ByValue makes a bus on which nothing may be allocated. Nil if there is none.
	ByValue func() ByValue
}

// ByValue is a bus whose consumers take their events by value, or by pointer and do not keep them.
type ByValue struct {
	Bus Bus
	// Emit emits payloads that were made before.
	Emit func()
	// Calls is how many calls there have been. They must become more with each Emit.
	Calls func() int
}

// Kind is one type of event: how it is made from a number, and what it calls. Make it with [KindOf].
type Kind struct {
	name    string
	calls   []Call
	payload func(n int64) any
	emit    func(b Bus, n int64)
	repeat  func(b Bus) func() // emits the same payload each time
	event   func(h events.Header, n int64) events.Event
	none    events.Event // a nil pointer
}

// KindOf makes a kind. payload makes one from a number, with the same in it for the same number, and nothing shared; emit emits one; event is
// the generated constructor New…; calls are those that one event makes, in order.
//
// The suite changes the slices, maps and pointers in what payload gave after it was emitted, to see that the event stays as it was.
func KindOf[P any, E events.Event](payload func(n int64) P, emit func(Bus, P), event func(events.Header, P) E, calls ...Call) Kind {
	var none E
	return Kind{
		name:    event(events.Header{}, payload(1)).Kind().String(),
		calls:   calls,
		payload: func(n int64) any { return payload(n) },
		emit: func(b Bus, n int64) {
			p := payload(n)
			emit(b, p)
			spoil(p)
		},
		repeat: func(b Bus) func() {
			p := payload(1)
			return func() { emit(b, p) }
		},
		event: func(h events.Header, n int64) events.Event {
			p := payload(n)
			e := event(h, p)
			spoil(p)
			return e
		},
		none: none,
	}
}

// Run tests all that the subject's bus promises.
func Run(t *testing.T, s Subject) {
	for _, p := range promises {
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

var promises = []promise{
	{"OrderOfMethods", orderOfMethods},
	{"NestedEmit", nestedEmit},
	{"NestedEmitAtBoundaries", nestedEmitAtBoundaries},
	{"NestedEmitInBatch", nestedEmitInBatch},
	{"NestedRoute", nestedRoute},
	{"Route", route},
	{"SameAgain", sameAgain},
	{"Misuse", misuse},
	{"BoundaryInsideConsumer", boundaryInsideConsumer},
	{"EmitWithoutABlockInsideConsumer", emitWithoutABlockInsideConsumer},
	{"RecoveredInsideConsumer", recoveredInsideConsumer},
	{"Ignored", ignored},
	{"PanicStops", panicStops},
	{"PanicStopsWhatWaits", panicStopsWhatWaits},
	{"EventsAfterAPanic", eventsAfterAPanic},
	{"PanicOnRoutedEvent", panicOnRoutedEvent},
	{"GoexitStops", goexitStops},
	{"EndlessNesting", endlessNesting},
	{"Retained", retained},
	{"DeepCopies", deepCopies},
}
