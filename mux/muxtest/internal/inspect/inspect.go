// Package inspect reads events by reflection, for the test kit and the contract suite.
package inspect

import (
	"reflect"
	"strings"

	"github.com/busgen/busgen/events"
)

var anEvent = reflect.TypeFor[events.Event]()

// IsEvent reports whether a type, or a pointer to it, is that of an event.
func IsEvent(t reflect.Type) bool {
	return t.Implements(anEvent) || reflect.PointerTo(t).Implements(anEvent)
}

// Payload returns a copy of an event's payload: that of its view, which the method named like the
// event's kind returns. Boundaries have none.
func Payload(e events.Event) (payload reflect.Value, ok bool) {
	view := reflect.ValueOf(e).MethodByName(e.Kind().String())
	if !view.IsValid() {
		return reflect.Value{}, false
	}
	return view.Call(nil)[0].MethodByName("AsStruct").Call(nil)[0], true
}

// IsInstance reports whether a type is an instance of a generic type of package events: List, Slice
// or Map.
func IsInstance(t reflect.Type, generic string) bool {
	return t.PkgPath() == anEvent.PkgPath() && strings.HasPrefix(t.Name(), generic+"[")
}

// Items returns the items of an events.List, and reports whether v is one.
func Items(v reflect.Value) (items []reflect.Value, ok bool) {
	if !IsInstance(v.Type(), "List") {
		return nil, false
	}
	if !v.CanInterface() { // it is in an unexported field: its items can be read, but no method can be called
		return Elements(v.FieldByName("items")), true
	}
	at := v.MethodByName("At")
	items = make([]reflect.Value, v.MethodByName("Len").Call(nil)[0].Int())
	for i := range items {
		items[i] = at.Call([]reflect.Value{reflect.ValueOf(i)})[0]
	}
	return items, true
}

// Elements returns the elements of a slice or an array.
func Elements(v reflect.Value) []reflect.Value {
	items := make([]reflect.Value, v.Len())
	for i := range items {
		items[i] = v.Index(i)
	}
	return items
}
