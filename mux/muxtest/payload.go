package muxtest

import (
	"fmt"
	"reflect"

	"github.com/busgen/busgen/events"
)

// payloadOf reads an event's payload by the method that is called like the event's kind. Boundaries have none.
func payloadOf(e events.Event) (payload any, ok bool) {
	method := reflect.ValueOf(e).MethodByName(e.Kind().String())
	if !method.IsValid() || method.Type().NumIn() != 0 || method.Type().NumOut() != 1 {
		return nil, false
	}
	return method.Call(nil)[0].Interface(), true
}

// place names an event in a failure: its index among all that were recorded, its kind and where it stands.
func place(index int, e events.Event) string {
	return fmt.Sprintf("event %d (%s, height %d, sequence %d)", index, e.Kind(), e.BlockHeight(), e.Sequence())
}

// wanted names an expectation in a failure.
func wanted(want any) string {
	if e, ok := want.(events.Event); ok {
		payload, _ := payloadOf(e)
		return fmt.Sprintf("%s at height %d, sequence %d, with %s", e.Kind(), e.BlockHeight(), e.Sequence(), format(reflect.ValueOf(payload)))
	}
	t := reflect.TypeOf(want)
	if t == nil {
		return "nil"
	}
	return t.Name() + format(reflect.ValueOf(want))
}
