package contract

import (
	"fmt"
	"runtime"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/domain"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/generated"
)

// TestBrokenBuses: the suite finds each way in which a bus may break a promise.
func TestBrokenBuses(t *testing.T) {
	for name, c := range map[string]struct {
		breaks func(*Subject)
		found  []func(muxtest.TB, Subject)
	}{
		"calls are lost":      {lose(5), checks(orderOfMethods, retained, nestedEmit)},
		"one in many is lost": {lose(400), checks(sameAgain, retained)},
		"calls come twice": {observed(func(observe Observer) Observer {
			return func(consumer, method string, e events.Event) {
				observe(consumer, method, e)
				if method == "OnPlace" {
					observe(consumer, method, e)
				}
			}
		}), checks(orderOfMethods, nestedRoute, sameAgain)},
		"calls change places": {observed(swapped), checks(orderOfMethods, nestedEmit, sameAgain)},
		"events get another payload": {func(s *Subject) {
			for i := range s.Kinds {
				payload := s.Kinds[i].payload
				s.Kinds[i].payload = func(n int64) any { return payload(n + 1) }
			}
		}, checks(orderOfMethods, retained, deepCopies)},
		"emits from inside are lost":   {fromInside(func(func()) {}), checks(nestedEmit, nestedEmitAtBoundaries, nestedEmitInBatch, nestedRoute)},
		"emits from inside come twice": {fromInside(func(emit func()) { emit(); emit() }), checks(nestedEmit, nestedEmitInBatch)},
		"a batch is reversed":          {on(func(r *generated.Router) Bus { return reversed{r} }), checks(orderOfMethods, nestedEmitInBatch, nestedRoute)},
		"routed events are lost":       {on(func(r *generated.Router) Bus { return deaf{r} }), checks(orderOfMethods, route, panicOnRoutedEvent)},
		"nothing is counted":           {on(func(r *generated.Router) Bus { return uncounted{r} }), checks(ignored)},
		"misuse is tolerated": {on(func(r *generated.Router) Bus { return tolerant{r} }),
			checks(misuse, boundaryInsideConsumer, emitWithoutABlockInsideConsumer, panicStops, eventsAfterAPanic, goexitStops)},
		"there is no bound": {func(s *Subject) {
			for i := range s.Kinds {
				s.Kinds[i].repeat = func(Bus) func() { return func() {} }
			}
		}, checks(endlessNesting)},
		"payloads are shared": {func(s *Subject) {
			s.Kinds[0] = KindOf(given, func(b Bus, p domain.Given) {
				spoil(p) // as who emitted it will do soon
				b.(generated.GivenEmitter).EmitGiven(p)
			}, generated.NewGiven, s.Kinds[0].calls...)
		}, checks(orderOfMethods, retained, deepCopies)},
		"memory is allocated": {byValue(func(v *ByValue) {
			emit := v.Emit
			v.Emit = func() { emit(); kept = new(int) }
		}), checks(nothingAllocatedByValue)},
		"nobody is called":     {byValue(func(v *ByValue) { v.Calls = func() int { return 0 } }), checks(nothingAllocatedByValue)},
		"nothing is emitted":   {byValue(func(v *ByValue) { v.Emit = func() {} }), checks(nothingAllocatedByValue)},
		"nobody is interested": {func(s *Subject) { clear(s.Kinds) }, checks(nestedEmit, panicOnRoutedEvent)},
	} {
		t.Run(name, func(t *testing.T) {
			s := routerSetups["router"].subject()
			c.breaks(&s)
			for i, check := range c.found {
				require.NotEmpty(t, failures(check, s), "check %d", i)
			}
		})
	}
	require.Empty(t, failures(orderOfMethods, routerSetups["router"].subject()))
}

var kept *int

func checks(list ...func(muxtest.TB, Subject)) []func(muxtest.TB, Subject) { return list }

// report keeps what a check finds.
type report struct{ found []string }

func (*report) Helper() {}

func (r *report) Errorf(format string, args ...any) {
	r.found = append(r.found, fmt.Sprintf(format, args...))
}

func (r *report) Fatalf(format string, args ...any) {
	r.Errorf(format, args...)
	runtime.Goexit()
}

func failures(check func(muxtest.TB, Subject), s Subject) []string {
	r := &report{}
	<-inBackground(func() {
		defer func() {
			if p := recover(); p != nil {
				r.Errorf("panic: %v", p)
			}
		}()
		check(r, s)
	})
	return r.found
}

// observed puts something between the consumers and their observer.
func observed(between func(Observer) Observer) func(*Subject) {
	return func(s *Subject) {
		whole := s.Make
		s.Make = func(observe Observer) Bus { return whole(between(observe)) }
	}
}

// lose takes away each nth call.
func lose(nth int) func(*Subject) {
	calls := 0
	return observed(func(observe Observer) Observer {
		return func(consumer, method string, e events.Event) {
			if calls++; calls%nth != 0 {
				observe(consumer, method, e)
			}
		}
	})
}

// swapped holds calls by OnPlace back until after the next call.
func swapped(observe Observer) Observer {
	held := func() {}
	return func(consumer, method string, e events.Event) {
		if method == "OnPlace" {
			held = func() { observe(consumer, method, e) }
			return
		}
		observe(consumer, method, e)
		held()
		held = func() {}
	}
}

// fromInside does something else with emits while a consumer is called.
func fromInside(do func(emit func())) func(*Subject) {
	return func(s *Subject) {
		depth := 0
		observed(func(observe Observer) Observer {
			return func(consumer, method string, e events.Event) {
				depth++
				defer func() { depth-- }()
				observe(consumer, method, e)
			}
		})(s)
		s.Kinds = slices.Clone(s.Kinds)
		for i := range s.Kinds {
			emit := s.Kinds[i].emit
			s.Kinds[i].emit = func(b Bus, n int64) {
				if depth == 0 {
					emit(b, n)
					return
				}
				do(func() { emit(b, n) })
			}
		}
	}
}

// on puts another bus around the router.
func on(around func(*generated.Router) Bus) func(*Subject) {
	return func(s *Subject) {
		whole := s.Make
		s.Make = func(observe Observer) Bus { return around(whole(observe).(*generated.Router)) }
	}
}

func byValue(breaks func(*ByValue)) func(*Subject) {
	return func(s *Subject) {
		whole := s.ByValue
		s.ByValue = func() ByValue {
			v := whole()
			breaks(&v)
			return v
		}
	}
}

// The buses that break a promise.
type (
	reversed  struct{ *generated.Router }
	deaf      struct{ *generated.Router }
	uncounted struct{ *generated.Router }
	tolerant  struct{ *generated.Router }
)

func (b reversed) RouteBatch(batch []events.Event) {
	batch = slices.Clone(batch)
	slices.Reverse(batch)
	b.Router.RouteBatch(batch)
}

func (deaf) Route(events.Event) {}

func (uncounted) Ignored() uint64 { return 0 }

func (b tolerant) BeginBlock(block events.Block) {
	defer func() { _ = recover() }()
	b.Router.BeginBlock(block)
}

func (b tolerant) EndBlock() {
	defer func() { _ = recover() }()
	b.Router.EndBlock()
}

func (b tolerant) Route(e events.Event) {
	defer func() { _ = recover() }()
	b.Router.Route(e)
}
