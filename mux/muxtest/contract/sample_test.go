package contract

import (
	"slices"
	"strconv"
	"testing"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/ears"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/generated"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/wired"
)

// setup is a bus of the sample with consumers of these shapes, in this order.
type setup struct {
	shapes  []ears.Shape
	make    func([]*ears.Ear) Bus
	byValue func() ByValue
}

var (
	few         = ears.Named("hit by value", "looted by value", "looted by value")
	wiredSetups = map[string]setup{
		"wired": {ears.Named("by pointer", "all", "mixed", "all by value", "actor", "a function", "boundaries", "place"), wire, wiredByValue},
		"wired by value": {few, func(a []*ears.Ear) Bus {
			return wired.NewFewBus(wired.Few{Hits: ears.NewHitByValue(a[0]), Looted: ears.NewLootedByValue(a[1]), Again: ears.NewLootedByValue(a[2])})
		}, wiredByValue},
	}
	routerSetups = map[string]setup{
		"router":          routerOf(ears.Shapes),
		"router by value": routerOf(few),
	}
)

// sampleBus is any bus of the sample.
type sampleBus interface {
	Bus
	generated.Emitter
}

// wire makes the bus of wired.Consumers, whose router has two consumers.
func wire(a []*ears.Ear) Bus {
	return wired.NewConsumersBus(wired.Consumers{
		Pointers: ears.NewPointers(a[0]), All: ears.NewAll(a[1]), Mixed: ears.NewMixed(a[2]), Values: ears.NewAllByValue(a[3]),
		Router:     attached(ears.Named("actor", "a function"), a[4:]),
		Boundaries: ears.NewBoundaries(a[6]), Place: ears.NewPlace(a[7]),
	})
}

func routerOf(shapes []ears.Shape) setup {
	return setup{shapes, func(a []*ears.Ear) Bus { return attached(shapes, a) }, routerByValue}
}

func attached(shapes []ears.Shape, a []*ears.Ear) *generated.Router {
	r := generated.NewRouter()
	for i, s := range shapes {
		if _, err := r.Attach(s.Make(a[i])); err != nil {
			panic(err)
		}
	}
	return r
}

func wiredByValue() ByValue {
	first, second, pointers := &wired.Adder{}, &wired.Adder{}, &wired.PointerAdder{}
	b := wired.NewAddersBus(wired.Adders{First: first, Second: second, Pointers: pointers})
	return ByValue{b, plain(b), func() int { return int(first.Calls + second.Calls) }}
}

func routerByValue() ByValue {
	adder := &wired.Adder{}
	r := generated.NewRouter()
	for range 3 {
		if _, err := r.Attach(adder); err != nil {
			panic(err)
		}
	}
	return ByValue{r, plain(r), func() int { return int(adder.Calls) }}
}

// plain emits events of four kinds that share nothing.
func plain(b generated.Emitter) func() {
	s, m, h := spawned(1), moved(2), hit(3)
	return func() {
		b.EmitSpawned(s)
		b.EmitMoved(m)
		b.EmitHit(h)
		b.EmitTicked(ticked(4))
	}
}

func newEars(n int, heard func(ears.Call, events.Event)) []*ears.Ear {
	all := make([]*ears.Ear, n)
	for who := range all {
		all[who] = &ears.Ear{Who: who, Heard: heard}
	}
	return all
}

// subject is the setup as the suite wants it.
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
			return s.make(newEars(len(s.shapes), func(c ears.Call, e events.Event) { observe(names[c.Who], c.Method, e) }))
		},
		BeginBlock: calls("OnBeginBlock", "OnEvent"), EndTx: calls("OnEndTx", "OnEvent"), EndBlock: calls("OnEndBlock", "OnEvent"),
		ByValue: s.byValue,
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

// onBoth checks one promise on the two kinds of bus, with consumers of every shape.
func onBoth(t *testing.T, check func(muxtest.TB, Subject)) {
	t.Run("router", func(t *testing.T) { check(t, routerSetups["router"].subject()) })
	t.Run("wired", func(t *testing.T) { check(t, wiredSetups["wired"].subject()) })
}

// The promises one by one, for docs/guarantees.md to name.
func TestOrderOfMethods(t *testing.T)                  { onBoth(t, orderOfMethods) }
func TestNestedEmit(t *testing.T)                      { onBoth(t, nestedEmit) }
func TestNestedEmitAtBoundaries(t *testing.T)          { onBoth(t, nestedEmitAtBoundaries) }
func TestNestedEmitInBatch(t *testing.T)               { onBoth(t, nestedEmitInBatch) }
func TestNestedRoute(t *testing.T)                     { onBoth(t, nestedRoute) }
func TestRoute(t *testing.T)                           { onBoth(t, route) }
func TestSameAgain(t *testing.T)                       { onBoth(t, sameAgain) }
func TestMisuse(t *testing.T)                          { onBoth(t, misuse) }
func TestBoundaryInsideConsumer(t *testing.T)          { onBoth(t, boundaryInsideConsumer) }
func TestEmitWithoutABlockInsideConsumer(t *testing.T) { onBoth(t, emitWithoutABlockInsideConsumer) }
func TestRecoveredInsideConsumer(t *testing.T)         { onBoth(t, recoveredInsideConsumer) }
func TestIgnored(t *testing.T)                         { onBoth(t, ignored) }
func TestPanicStops(t *testing.T)                      { onBoth(t, panicStops) }
func TestPanicStopsWhatWaits(t *testing.T)             { onBoth(t, panicStopsWhatWaits) }
func TestEventsAfterAPanic(t *testing.T)               { onBoth(t, eventsAfterAPanic) }
func TestPanicOnRoutedEvent(t *testing.T)              { onBoth(t, panicOnRoutedEvent) }
func TestGoexitStops(t *testing.T)                     { onBoth(t, goexitStops) }
func TestEndlessNesting(t *testing.T)                  { onBoth(t, endlessNesting) }
func TestRetained(t *testing.T)                        { onBoth(t, retained) }
func TestDeepCopies(t *testing.T)                      { onBoth(t, deepCopies) }
func TestNothingAllocatedByValue(t *testing.T)         { onBoth(t, nothingAllocatedByValue) }
