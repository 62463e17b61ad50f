package contract

import (
	"fmt"
	"runtime"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/generated"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/listeners"
)

// TestBrokenBuses: the suite finds each way in which a bus may break a promise. Faults within
// events and views are in TestBrokenEvents.
func TestBrokenBuses(t *testing.T) {
	for name, c := range map[string]struct {
		breaks func(*Subject)
		found  []func(muxtest.TB, Subject)
	}{
		"calls are lost":      {lose(5), checks(orderOfMethods, keptForEver, nestedEmit)},
		"one in many is lost": {lose(400), checks(sameAgain, keptForEver)},
		"a consumer is skipped": {observed(func(observe Observer) Observer {
			return func(consumer, method string, e events.Event) {
				if consumer != "6" {
					observe(consumer, method, e)
				}
			}
		}), checks(orderOfMethods, nestedRoute, sameAgain)},
		"calls come twice": {observed(func(observe Observer) Observer {
			return func(consumer, method string, e events.Event) {
				observe(consumer, method, e)
				if method == "OnPlace" {
					observe(consumer, method, e)
				}
			}
		}), checks(orderOfMethods, nestedRoute, sameAgain)},
		"calls change places": {observed(swapped), checks(orderOfMethods, nestedEmit, sameAgain)},
		"events have another payload": {func(s *Subject) {
			for i := range s.Kinds {
				payload := s.Kinds[i].payload
				s.Kinds[i].payload = func(n int64) any { return payload(n + 1) }
			}
		}, checks(orderOfMethods, keptForEver, keptOnce, encapsulated)},
		"nested emits are lost": {fromInside(func(func()) {}),
			checks(nestedEmit, nestedEmitAtBoundaries, nestedEmitInBatch, nestedRoute)},
		"nested emits come twice": {fromInside(func(emit func()) { emit(); emit() }),
			checks(nestedEmit, nestedEmitInBatch)},
		"nested emits come early": {early,
			checks(nestedEmit, nestedEmitAtBoundaries, nestedEmitInBatch, nestedRoute)},
		"a batch is reversed": {on(func(r *generated.Router) Bus { return reversed{r} }),
			checks(orderOfMethods, nestedEmitInBatch, nestedRoute)},
		"routed events are lost": {on(func(r *generated.Router) Bus { return deaf{r} }),
			checks(orderOfMethods, route, panicStops)},
		"late events are ignored": {on(func(r *generated.Router) Bus { return tolerant{r} }), checks(routeLate)},
		"routed payloads are lost": {routesByPayload(func(func()) {}),
			checks(orderOfMethods, routeByPayload, keptOnce)},
		"routed payloads are kept": {keepsRoutedPayloads, checks(routeByPayload, lateUses)},
		"nothing is counted":       {on(func(r *generated.Router) Bus { return uncounted{r} }), checks(ignored)},
		"misuse is tolerated": {on(func(r *generated.Router) Bus { return tolerant{r} }),
			checks(misuse, boundaryInsideConsumer, recoveredInsideConsumer)},
		"a panic does not stop": {swallowed,
			checks(panicStops, panicStopsWhatWaits, deferredEnds, boundaryInsideConsumer)},
		"a panic changes": {reworded, checks(deferredEnds)},
		"a deferred EndBlock panics": {on(func(r *generated.Router) Bus { return loud{r} }),
			checks(deferredEnds, panicStops, goexitStops)},
		"there is no bound": {on(func(r *generated.Router) Bus { return unbounded{r} }),
			checks(pendingEvents)},
		"kept events are lent": {lends(events.Keep[events.Event]),
			checks(lateUses, lateUsesAfterAPanic, routeByPayload, routeLent, routeLate)},
		"each consumer gets another": {lends(another), checks(keptOnce, lateUses, routeLent)},
		"payloads are shared": {func(s *Subject) {
			s.Kinds[0].emit = func(b Bus, n int64) {
				p := given(n)
				spoil(p) // as the caller will do soon
				b.(generated.GivenEmitter).EmitGiven(p)
			}
		}, checks(orderOfMethods, keptForEver, nothingShared)},
		"memory is allocated": {byValue(func(v *ByValue) {
			emit := v.Emit
			v.Emit = func() { emit(); kept = new(int) }
		}), checks(nothingAllocatedByValue)},
		"nobody is called": {byValue(func(v *ByValue) { v.Calls = func() int { return 0 } }),
			checks(nothingAllocatedByValue)},
		"nothing is emitted": {byValue(func(v *ByValue) { v.Emit = func() {} }), checks(nothingAllocatedByValue)},
		"nobody subscribes":  {func(s *Subject) { clear(s.Kinds) }, checks(nestedEmit, lateUses, keptOnce)},
	} {
		t.Run(name, func(t *testing.T) {
			s := routerSetups["router"].subject()
			c.breaks(&s)
			for i, check := range c.found {
				require.NotEmpty(t, failures(check, s), "check %d", i)
			}
		})
	}
	for _, p := range promises() {
		require.Empty(t, failures(p.check, routerSetups["router by value"].subject()), p.name)
	}
}

// TestBrokenEvents: the suite finds faults in events, views and storage, on a bus that is written
// by hand.
func TestBrokenEvents(t *testing.T) {
	held := checks(lateUses, lateUsesAfterAPanic, keptOnce, keptForEver, encapsulated, nothingShared, poisonedPromises)
	for _, check := range held {
		require.Empty(t, failures(check, chatSubject("")))
	}
	for fault, found := range map[string][]func(muxtest.TB, Subject){
		"the event is not checked":       checks(lateUses, lateUsesAfterAPanic),
		"the view is not checked":        checks(lateUses, lateUsesAfterAPanic),
		"the slice view is not checked":  checks(lateUses, lateUsesAfterAPanic),
		"a slice in an array is shared":  checks(nothingShared),
		"AsStruct is shallow":            checks(nothingShared),
		"Keep is shallow":                checks(nothingShared, poisonedPromises),
		"Keep returns another each time": checks(keptOnce),
		"Keep returns a lent event":      checks(keptOnce, keptForEver),
		"an emit shares memory":          checks(encapsulated),
		"a nested emit shares memory":    checks(encapsulated),
		"nested events share a slot":     checks(nestedEmit, lateUses, keptOnce),
		"handles are used again":         checks(lateUses),
		"the lease never ends":           checks(lateUses, lateUsesAfterAPanic),
		"the lease ends early":           checks(orderOfMethods, lateUses),
		"a panic does not end the lease": checks(lateUsesAfterAPanic),
	} {
		t.Run(fault, func(t *testing.T) {
			for i, check := range found {
				require.NotEmpty(t, failures(check, chatSubject(fault)), "check %d", i)
			}
		})
	}
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
	done := make(chan struct{})
	go func() { // since Fatalf ends its goroutine
		defer close(done)
		if text, panicked := panicOf(func() { check(r, s) }); panicked {
			r.Errorf("panic: %s", text)
		}
	}()
	<-done
	return r.found
}

// observed puts something between the consumers and their observer.
func observed(between func(Observer) Observer) func(*Subject) {
	return func(s *Subject) {
		whole := s.Make
		s.Make = func(observe Observer) Bus { return whole(between(observe)) }
	}
}

// lose drops every nth call.
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

// swapped delays calls of OnPlace until after the next call.
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

// fromInside changes the emits of consumers.
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

// early delivers nested events at once.
func early(s *Subject) {
	var observers []Observer
	observed(func(observe Observer) Observer {
		observers = append(observers, observe)
		return observe
	})(s)
	original := slices.Clone(s.Kinds)
	depth := 0
	observed(func(observe Observer) Observer {
		return func(consumer, method string, e events.Event) {
			depth++
			defer func() { depth-- }()
			observe(consumer, method, e)
		}
	})(s)
	s.Kinds = slices.Clone(s.Kinds)
	for i, k := range original {
		s.Kinds[i].emit = func(b Bus, n int64) {
			if depth == 0 {
				k.emit(b, n)
				return
			}
			e := k.event(b.Next(), n)
			for _, call := range k.calls {
				observers[len(observers)-1](call.Consumer, call.Method, e)
			}
		}
	}
}

// swallowed hides consumers' panics from the bus and repeats them behind its back.
func swallowed(s *Subject) {
	var reason any
	observed(func(observe Observer) Observer {
		return func(consumer, method string, e events.Event) {
			defer func() { reason = recover() }()
			observe(consumer, method, e)
		}
	})(s)
	s.Kinds = slices.Clone(s.Kinds)
	for i := range s.Kinds {
		emit := s.Kinds[i].emit
		s.Kinds[i].emit = func(b Bus, n int64) {
			reason = nil
			emit(b, n)
			if reason != nil {
				panic(reason)
			}
		}
	}
}

// reworded changes the reason of consumers' panics.
func reworded(s *Subject) {
	s.Kinds = slices.Clone(s.Kinds)
	for i := range s.Kinds {
		emit := s.Kinds[i].emit
		s.Kinds[i].emit = func(b Bus, n int64) {
			if text, panicked := panicOf(func() { emit(b, n) }); panicked {
				panic("a consumer panicked: " + text)
			}
		}
	}
}

// lends changes the events that consumers receive.
func lends(other func(events.Event) events.Event) func(*Subject) {
	return observed(func(observe Observer) Observer {
		return func(consumer, method string, e events.Event) { observe(consumer, method, other(e)) }
	})
}

// another returns a new event with the same header and payload.
func another(e events.Event) events.Event {
	if k := kindNamed(e.Kind().String()); k != nil {
		return k.event(e.Header(), listeners.Number(e))
	}
	return e
}

func routesByPayload(do func(route func())) func(*Subject) {
	return func(s *Subject) {
		s.Kinds = slices.Clone(s.Kinds)
		for i := range s.Kinds {
			route := s.Kinds[i].route
			s.Kinds[i].route = func(b Bus, h events.Header, n int64) { do(func() { route(b, h, n) }) }
		}
	}
}

// keepsRoutedPayloads routes a kept event in place of a payload.
func keepsRoutedPayloads(s *Subject) {
	s.Kinds = slices.Clone(s.Kinds)
	for i, k := range s.Kinds {
		s.Kinds[i].route = func(b Bus, h events.Header, n int64) { b.Route(k.event(h, n)) }
	}
}

// The buses that break a promise.
type (
	reversed  struct{ *generated.Router }
	deaf      struct{ *generated.Router }
	uncounted struct{ *generated.Router }
	tolerant  struct{ *generated.Router }
	loud      struct{ *generated.Router }
	unbounded struct{ *generated.Router }
)

func (b reversed) RouteBatch(batch []events.Event) {
	batch = slices.Clone(batch)
	slices.Reverse(batch)
	b.Router.RouteBatch(batch)
}

func (deaf) Route(events.Event) {}

func (uncounted) Ignored() uint64 { return 0 }

func (b tolerant) BeginBlock(block events.Block) {
	_, _ = panicOf(func() { b.Router.BeginBlock(block) })
}

func (b tolerant) EndBlock() { _, _ = panicOf(b.Router.EndBlock) }

func (b tolerant) Route(e events.Event) { _, _ = panicOf(func() { b.Router.Route(e) }) }

func (b loud) EndBlock() {
	b.Next() // panics on a stopped bus
	b.Router.EndBlock()
}

func (b unbounded) Route(e events.Event) { _, _ = panicOf(func() { b.Router.Route(e) }) }
