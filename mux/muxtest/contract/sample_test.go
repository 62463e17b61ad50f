package contract

import (
	"slices"
	"strconv"
	"testing"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/generated"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/listeners"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/wired"
)

// setup is a bus of the sample with consumers of these shapes, in this order.
type setup struct {
	shapes  []listeners.Shape
	make    func([]*listeners.Listener) Bus
	byValue func() ByValue
}

var (
	few         = listeners.Named("hit by value", "looted by value", "looted by value")
	wiredSetups = map[string]setup{
		"wired": {
			listeners.Named("all by value", "all", "mixed", "all by value", "actor", "a function", "boundaries", "place"),
			wire, wiredByValue,
		},
		"wired by value": {few, func(l []*listeners.Listener) Bus {
			return wired.NewFewBus(wired.Few{Hits: listeners.NewHitByValue(l[0]),
				Looted: listeners.NewLootedByValue(l[1]),
				Again:  listeners.NewLootedByValue(l[2])})
		}, wiredByValue},
	}
	routerSetups = map[string]setup{
		"router":          routerOf(listeners.Shapes),
		"router by value": routerOf(few),
	}
)

// sampleBus is implemented by all buses of the sample.
type sampleBus interface {
	Bus
	generated.Emitter
}

// wire returns the bus of wired.Consumers, whose router has two consumers.
func wire(l []*listeners.Listener) Bus {
	return wired.NewConsumersBus(wired.Consumers{
		First: listeners.NewAllByValue(l[0]), All: listeners.NewAll(l[1]), Mixed: listeners.NewMixed(l[2]),
		Values:     listeners.NewAllByValue(l[3]),
		Router:     attached(listeners.Named("actor", "a function"), l[4:]),
		Boundaries: listeners.NewBoundaries(l[6]), Place: listeners.NewPlace(l[7]),
	})
}

func routerOf(shapes []listeners.Shape) setup {
	return setup{shapes, func(l []*listeners.Listener) Bus { return attached(shapes, l) }, routerByValue}
}

func attached(shapes []listeners.Shape, l []*listeners.Listener) *generated.Router {
	r := generated.NewRouter()
	for i, s := range shapes {
		if _, err := r.Attach(s.Make(l[i])); err != nil {
			panic(err)
		}
	}
	return r
}

func wiredByValue() ByValue {
	first, second := &wired.Adder{}, &wired.Adder{}
	b := wired.NewAddersBus(wired.Adders{First: first, Second: second})
	return ByValue{b, emitsAll(b), func() int { return int(first.Calls + second.Calls) }}
}

func routerByValue() ByValue {
	adder := &wired.Adder{}
	r := generated.NewRouter()
	for range 3 {
		if _, err := r.Attach(adder); err != nil {
			panic(err)
		}
	}
	return ByValue{r, emitsAll(r), func() int { return int(adder.Calls) }}
}

// emitsAll returns a function that emits one event of each kind, with slices, maps and pointers.
func emitsAll(b generated.Emitter) func() {
	g, h, l, mapped, moved, s := given(1), hit(2), looted(3), mapped(4), moved(5), spawned(6)
	return func() {
		b.EmitGiven(g)
		b.EmitHit(h)
		b.EmitLooted(l)
		b.EmitMapped(mapped)
		b.EmitMoved(moved)
		b.EmitSpawned(s)
		b.EmitTicked(ticked(7))
	}
}

func newListeners(n int, called func(listeners.Call, events.Event)) []*listeners.Listener {
	all := make([]*listeners.Listener, n)
	for who := range all {
		all[who] = &listeners.Listener{Who: who, Called: called}
	}
	return all
}

// subject returns the setup in the form of the suite.
func (s setup) subject() Subject {
	names := make([]string, len(s.shapes))
	for i := range names {
		names[i] = strconv.Itoa(i)
	}
	calls := func(methods ...string) []Call {
		var calls []Call
		for who, shape := range s.shapes {
			for _, method := range methods {
				if slices.Contains(shape.Methods, method) {
					calls = append(calls, Call{names[who], method})
				}
			}
		}
		return calls
	}
	subject := Subject{
		Make: func(observe Observer) Bus {
			return s.make(newListeners(len(s.shapes), func(c listeners.Call, e events.Event) {
				observe(names[c.Who], c.Method, e)
			}))
		},
		BeginBlock: calls("OnBeginBlock", "OnEvent"), EndTx: calls("OnEndTx", "OnEvent"),
		EndBlock: calls("OnEndBlock", "OnEvent"),
		ByValue:  s.byValue,
	}
	for _, k := range kinds {
		k.calls = calls(k.methods...)
		subject.Kinds = append(subject.Kinds, k.Kind)
	}
	return subject
}

// TestRun runs the suite as its users do.
func TestRun(t *testing.T) {
	t.Run("router", func(t *testing.T) { Run(t, routerSetups["router by value"].subject()) })
	t.Run("wired", func(t *testing.T) { Run(t, wiredSetups["wired by value"].subject()) })
}

// onBoth checks one promise on both kinds of bus, with consumers of every shape.
func onBoth(t *testing.T, check func(muxtest.TB, Subject)) {
	t.Run("router", func(t *testing.T) { check(t, routerSetups["router"].subject()) })
	t.Run("wired", func(t *testing.T) { check(t, wiredSetups["wired"].subject()) })
}

// One test for each promise, so that docs/guarantees.md can name it.
func TestOrderOfMethods(t *testing.T)                  { onBoth(t, orderOfMethods) }
func TestNestedEmit(t *testing.T)                      { onBoth(t, nestedEmit) }
func TestNestedEmitAtBoundaries(t *testing.T)          { onBoth(t, nestedEmitAtBoundaries) }
func TestNestedEmitInBatch(t *testing.T)               { onBoth(t, nestedEmitInBatch) }
func TestNestedRoute(t *testing.T)                     { onBoth(t, nestedRoute) }
func TestRoute(t *testing.T)                           { onBoth(t, route) }
func TestRoutePayload(t *testing.T)                    { onBoth(t, routeByPayload) }
func TestRouteLent(t *testing.T)                       { onBoth(t, routeLent) }
func TestRouteLate(t *testing.T)                       { onBoth(t, routeLate) }
func TestSameAgain(t *testing.T)                       { onBoth(t, sameAgain) }
func TestMisuse(t *testing.T)                          { onBoth(t, misuse) }
func TestBoundaryInsideConsumer(t *testing.T)          { onBoth(t, boundaryInsideConsumer) }
func TestEmitWithoutABlockInsideConsumer(t *testing.T) { onBoth(t, emitWithoutABlockInsideConsumer) }
func TestRecoveredInsideConsumer(t *testing.T)         { onBoth(t, recoveredInsideConsumer) }
func TestIgnored(t *testing.T)                         { onBoth(t, ignored) }
func TestPanicStops(t *testing.T)                      { onBoth(t, panicStops) }
func TestPanicStopsWhatWaits(t *testing.T)             { onBoth(t, panicStopsWhatWaits) }
func TestDeferredEnds(t *testing.T)                    { onBoth(t, deferredEnds) }
func TestGoexitStops(t *testing.T)                     { onBoth(t, goexitStops) }
func TestPendingEvents(t *testing.T)                   { onBoth(t, pendingEvents) }
func TestEndlessNesting(t *testing.T)                  { onBoth(t, endlessNesting) }
func TestLateUses(t *testing.T)                        { onBoth(t, lateUses) }
func TestLateUsesAfterAPanic(t *testing.T)             { onBoth(t, lateUsesAfterAPanic) }
func TestKeptOnce(t *testing.T)                        { onBoth(t, keptOnce) }
func TestKeptForEver(t *testing.T)                     { onBoth(t, keptForEver) }
func TestEncapsulated(t *testing.T)                    { onBoth(t, encapsulated) }
func TestNothingShared(t *testing.T)                   { onBoth(t, nothingShared) }
func TestPoisoned(t *testing.T)                        { onBoth(t, poisonedPromises) }
func TestNothingAllocatedByValue(t *testing.T)         { onBoth(t, nothingAllocatedByValue) }
