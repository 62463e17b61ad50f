package muxtest

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest/internal/inspect"
)

// payloadOf returns a copy of an event's payload. Boundaries have none.
func payloadOf(e events.Event) (payload any, ok bool) {
	p, ok := inspect.Payload(e)
	if !ok {
		return nil, false
	}
	return p.Interface(), true
}

// payloadsOf returns the types that a bus emits: P for each of its methods EmitP(P).
func payloadsOf(bus reflect.Type) (payloads []reflect.Type) {
	for i := 0; bus != nil && i < bus.NumMethod(); i++ {
		m := bus.Method(i)
		name, ok := strings.CutPrefix(m.Name, "Emit")
		if p := m.Type.NumIn() - 1; ok && p >= 0 && m.Type.In(p).Name() == name {
			payloads = append(payloads, m.Type.In(p))
		}
	}
	return payloads
}

func (r *Recorder) hasBus() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.bus != nil
}

// isKnown reports whether a type is a payload that the bus emits, or that the recorder has
// recorded.
func (r *Recorder) isKnown(t reflect.Type) bool {
	r.mu.Lock()
	emitted := slices.Contains(r.emitted, t)
	r.mu.Unlock()
	return emitted || slices.ContainsFunc(r.Payloads(), func(p any) bool { return reflect.TypeOf(p) == t })
}

// acceptable reports whether all wanted values can be compared with events. It reports each one
// that cannot as an error: a test that passed without having compared anything would prove nothing.
func (r *Recorder) acceptable(method string, wanted []any) bool {
	r.tb.Helper()
	ok := true
	for i, want := range wanted {
		if why := r.reject(want); why != "" {
			r.tb.Errorf("muxtest: %s, argument %d: %s", method, i+1, why)
			ok = false
		}
	}
	return ok
}

// reject returns why a wanted value can be no payload and no event of the bus, or "".
func (r *Recorder) reject(want any) string {
	if want == nil {
		return "nil is not a payload"
	}
	e, ok := want.(events.Event)
	if !ok {
		return r.rejectType(reflect.TypeOf(want))
	}
	if !e.Valid() {
		return fmt.Sprintf("the %T is nil or zero: make an event with its constructor", want)
	}
	payload, ok := payloadOf(e)
	if !ok {
		return e.Kind().String() + " is a boundary and has no payload: use Kinds"
	}
	return r.rejectType(reflect.TypeOf(payload))
}

// rejectType returns why a type can be no payload of the bus, or "".
func (r *Recorder) rejectType(t reflect.Type) string {
	if r.isKnown(t) {
		return ""
	}
	asStruct, isView := t.MethodByName("AsStruct")
	switch {
	case t.Kind() == reflect.Pointer && r.isKnown(t.Elem()):
		return fmt.Sprintf("%v is a pointer to a payload: write %v{…}", t, t.Elem())
	case inspect.IsEvent(t):
		return fmt.Sprintf("%v is the type of an event: write its payload, or an event made with its constructor", t)
	case isView && asStruct.Type.NumOut() == 1:
		return fmt.Sprintf("%v is a view: write %v{…}", t, asStruct.Type.Out(0))
	case r.hasBus():
		return fmt.Sprintf("no event of %v has the payload %s, so this would compare nothing", r.bus, fullName(t))
	default:
		return fmt.Sprintf("no recorded event has the payload %v, and the recorder does not know which events can come: "+
			"make it with Record, or call SetBus", fullName(t))
	}
}

// fullName returns a type with the path of its package, since other domains may have a type of the
// same name.
func fullName(t reflect.Type) string {
	if t.PkgPath() == "" {
		return t.String()
	}
	return t.PkgPath() + "." + t.Name()
}

// place names an event in a failure: its index among all recorded events, its kind and its header.
func place(index int, e events.Event) string { return fmt.Sprintf("event %d (%v)", index, e) }

// content describes the payload of an event or an expectation in a failure.
func content(payload any) string {
	return reflect.TypeOf(payload).Name() + format(reflect.ValueOf(payload))
}

// wanted describes an expectation in a failure.
func wanted(want any) string {
	e, ok := want.(events.Event)
	if !ok {
		return content(want)
	}
	payload, _ := payloadOf(e)
	return fmt.Sprintf("%v with %s", e, format(reflect.ValueOf(payload)))
}
