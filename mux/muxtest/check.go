package muxtest

import (
	"cmp"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/busgen/busgen/mux/muxtest/internal/inspect"
)

// Check reports the methods of a consumer, named On… or Handle…, that look like consumer methods of
// the bus and are not, and what each probably means. Attach finds wrong signatures only; Check also
// finds misspelt names such as OnHits, HandleHit and OnHitEvent, and pointer receivers of a
// consumer that is passed by value. The bus is a router or a wired bus.
//
// It knows the payloads that the bus emits and the structs that they embed; an interface capability
// only by the method's parameter.
func Check(tb TB, bus, consumer any) {
	tb.Helper()
	if consumer == nil {
		tb.Errorf("muxtest: the consumer is nil")
		return
	}
	names, t, found := subjects(reflect.TypeOf(bus)), reflect.TypeOf(consumer), false
	all := t // with the methods that have pointer receivers
	if t.Kind() != reflect.Pointer {
		all = reflect.PointerTo(t)
	}
	for i := range all.NumMethod() {
		m := all.Method(i)
		subject := subjectOf(m, names)
		if subject == "" {
			continue
		}
		_, byValue := t.MethodByName(m.Name)
		switch right := isConsumerMethod(m, subject); {
		case !right:
			tb.Errorf("muxtest: method %s of %v is not a consumer method; it probably means On%s(%s)", m.Name, t, subject,
				cmp.Or(boundaryTypes[subject], subject+"Event"))
		case !byValue:
			tb.Errorf("muxtest: method %s of %v has a pointer receiver: attach a %v", m.Name, t, all)
		}
		found = true
	}
	if !found {
		tb.Errorf("muxtest: %v has no consumer method", t)
	}
}

// boundaryTypes holds the parameters of the consumer methods that do not depend on the domain.
var boundaryTypes = map[string]string{
	"Event": "events.Event", "BeginBlock": "events.BeginBlock", "EndTx": "events.EndTx", "EndBlock": "events.EndBlock",
}

// subjects returns what can follow On in the name of a consumer method.
func subjects(bus reflect.Type) []string {
	names := slices.Sorted(maps.Keys(boundaryTypes))
	todo := payloadsOf(bus)
	for i := 0; i < len(todo); i++ {
		names = append(names, todo[i].Name())
		for j := 0; todo[i].Kind() == reflect.Struct && j < todo[i].NumField(); j++ {
			if f := todo[i].Field(j); f.Anonymous {
				todo = append(todo, f.Type)
			}
		}
	}
	return names
}

// subjectOf returns what a method is probably about, or "" if it does not look like a consumer
// method.
func subjectOf(m reflect.Method, names []string) string {
	name, on := strings.CutPrefix(m.Name, "On")
	name, handle := strings.CutPrefix(name, "Handle")
	switch {
	case !on && !handle:
		return ""
	case slices.Contains(names, name):
		return name
	case m.Type.NumIn() == 2 && inspect.IsEvent(m.Type.In(1)):
		p := strings.TrimLeft(m.Type.In(1).String(), "*")
		_, p, _ = strings.Cut(p, ".")
		return cmp.Or(strings.TrimSuffix(p, "Event"), "Event")
	}
	name = strings.TrimSuffix(strings.TrimSuffix(name, "s"), "Event")
	i := slices.IndexFunc(names, func(subject string) bool { return distance(name, subject) <= len(subject)/4 })
	if i < 0 {
		return ""
	}
	return names[i]
}

// isConsumerMethod reports whether a method is OnX(XEvent), OnX(X) with an event or boundary X, or
// OnEvent(events.Event).
func isConsumerMethod(m reflect.Method, subject string) bool {
	if m.Name != "On"+subject || m.Type.NumIn() != 2 || m.Type.NumOut() != 0 {
		return false
	}
	p := m.Type.In(1)
	return inspect.IsEvent(p) && p.Kind() != reflect.Pointer && (p.Name() == subject || p.Name() == subject+"Event")
}

// distance returns the number of letters to insert, delete or replace to turn a into b.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0]++
		for j := range len(b) {
			d := diagonal
			if a[i] != b[j] {
				d++
			}
			diagonal, row[j+1] = row[j+1], min(d, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
