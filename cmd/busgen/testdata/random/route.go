package check

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/busgen/busgen/events"
)

// Log is what consumers wrote down since the last event: which method of which consumer was called.
type Log struct{ lines []string }

// Add notes a call.
func (l *Log) Add(consumer, method string, e events.Event) {
	l.lines = append(l.lines, consumer+"."+method)
	if e == nil || e.Kind().String() == "" {
		panic(consumer + "." + method + ": no event")
	}
}

// Capability says which payloads have one.
type Capability struct {
	Name string
	of   reflect.Type
}

// Of returns the capability that a struct or an interface is.
func Of[C any](name string) Capability { return Capability{name, reflect.TypeFor[C]()} }

// had reports whether a payload has a capability.
func (c Capability) had(payload reflect.Type) bool {
	if c.of.Kind() == reflect.Interface {
		return payload.Implements(c.of)
	}
	_, ok := embedded(reflect.New(payload).Elem(), c.of)
	return ok
}

// embedded returns the part of a struct that has a type and is embedded at any depth.
func embedded(v reflect.Value, of reflect.Type) (reflect.Value, bool) {
	if v.Kind() != reflect.Struct {
		return v, false
	}
	for i := range v.NumField() {
		if f := v.Type().Field(i); f.Anonymous && !shared(f) {
			if f.Type == of {
				return v.Field(i), true
			}
			if part, ok := embedded(v.Field(i), of); ok {
				return part, true
			}
		}
	}
	return v, false
}

// Consumer is the name of a consumer, and those of its methods, in the order in which a bus has the consumers.
type Consumer struct {
	Name    string
	Methods []string
}

// Route emits an event and compares who got it with who has a method for it.
func Route[P any](bus string, to Blocks, emit func(P), event string, log *Log, capabilities []Capability, consumers []Consumer) {
	payload := reflect.TypeFor[P]()
	names := []string{"On" + event, "OnEvent"}
	for _, c := range capabilities {
		if c.had(payload) {
			names = append(names, "On"+c.Name)
		}
	}
	var want []string
	for _, c := range consumers {
		for _, name := range names {
			if slices.Contains(c.Methods, name) {
				want = append(want, c.Name+"."+name)
			}
		}
	}
	to.BeginBlock(events.Block{})
	log.lines = nil
	emit(random[P](1).Interface().(P))
	got := log.lines
	for i := range got[1:] {
		before, _, _ := strings.Cut(got[i], ".")
		after, _, _ := strings.Cut(got[i+1], ".")
		place := func(name string) int {
			return slices.IndexFunc(consumers, func(c Consumer) bool { return c.Name == name })
		}
		must(place(before) <= place(after), bus+": order", got, consumers)
	}
	got = slices.Sorted(slices.Values(got))
	slices.Sort(want)
	must(slices.Equal(got, want), bus+": who gets "+event, got, want)
	to.EndBlock()
}

// Seen emits an event and compares the view of one of its capabilities with the part of the payload that it is.
func Seen[P, C any, E events.Event, V interface{ AsStruct() C }](what string, bus Bus, emit func(P), consumer func(func(E)) any, view func(E) V) {
	part, has := embedded(random[P](1), reflect.TypeFor[C]())
	if !has {
		return // Route checks that it gets nothing, and Attach refuses a consumer of what no event has
	}
	calls := 0
	_, err := bus.Attach(consumer(func(e E) {
		calls++
		same(what, reflect.ValueOf(view(e)), part)
	}))
	must(err == nil, what, err, "attached")
	bus.BeginBlock(events.Block{})
	emit(random[P](1).Interface().(P))
	must(calls == 1, what+": calls", calls, 1)
	bus.EndBlock()
	met = nil
}

// Try runs the check of a domain, and returns what failed.
func Try(name string, check func()) (failed string) {
	defer func() {
		if r := recover(); r != nil {
			failed = fmt.Sprintf("FAILED %s: %v\n", name, r)
		}
	}()
	check()
	return ""
}
