package muxtest

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/busgen/busgen/events"
)

// difference is one field in which a payload is not what was wanted.
type difference struct{ path, got, want string }

func (d difference) String() string {
	if d.path == "" {
		return "got " + d.got + ", want " + d.want
	}
	return d.path + ": got " + d.got + ", want " + d.want
}

// list joins differences, at most three of them.
func list(ds []difference) string {
	var parts []string
	for _, d := range ds[:min(3, len(ds))] {
		parts = append(parts, d.String())
	}
	if more := len(ds) - len(parts); more > 0 {
		parts = append(parts, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(parts, "; ")
}

// differ compares an event with an expectation: a payload, or an event, whose header counts too.
func differ(got events.Event, want any) []difference {
	payload, _ := payloadOf(got)
	w, isEvent := want.(events.Event)
	if !isEvent {
		return compare("", reflect.ValueOf(payload), reflect.ValueOf(want))
	}
	if got.Kind() != w.Kind() {
		return []difference{{"kind", got.Kind().String(), w.Kind().String()}}
	}
	var ds []difference
	if !got.Header().Equal(w.Header()) {
		ds = append(ds, compare("header", header(got), header(w))...)
	}
	wantPayload, _ := payloadOf(w)
	return append(ds, compare("", reflect.ValueOf(payload), reflect.ValueOf(wantPayload))...)
}

// header spreads a header into what differences can name.
func header(e events.Event) reflect.Value {
	h := e.Header()
	return reflect.ValueOf(struct {
		Block    events.Block
		TxID     string
		Sequence uint64
	}{h.Block(), h.TxID(), h.Sequence()})
}

// compare lists the leaves in which two values differ.
func compare(path string, got, want reflect.Value) []difference {
	if !got.IsValid() || !want.IsValid() || got.Type() != want.Type() {
		if !got.IsValid() && !want.IsValid() {
			return nil
		}
		return []difference{{path, typeOf(got), typeOf(want)}}
	}
	if items, ok := itemsOf(got); ok {
		others, _ := itemsOf(want)
		return compareItems(path, items, others)
	}
	if equal, ok := equalMethod(got, want); ok {
		return unless(equal, path, got, want)
	}
	switch got.Kind() {
	case reflect.Struct:
		return compareFields(path, got, want)
	case reflect.Slice, reflect.Array:
		return compareItems(path, elements(got), elements(want))
	case reflect.Map:
		return compareMaps(path, got, want)
	case reflect.Pointer, reflect.Interface:
		if got.IsNil() || want.IsNil() {
			return unless(got.IsNil() == want.IsNil(), path, got, want)
		}
		return compare(path, got.Elem(), want.Elem())
	default:
		return unless(got.Equal(want), path, got, want)
	}
}

func unless(equal bool, path string, got, want reflect.Value) []difference {
	if equal {
		return nil
	}
	return []difference{{path, format(got), format(want)}}
}

func compareFields(path string, got, want reflect.Value) []difference {
	var ds []difference
	for i := range got.NumField() {
		ds = append(ds, compare(join(path, got.Type().Field(i).Name), got.Field(i), want.Field(i))...)
	}
	return ds
}

func compareItems(path string, got, want []reflect.Value) []difference {
	var ds []difference
	if len(got) != len(want) {
		ds = append(ds, difference{path, fmt.Sprintf("%d items", len(got)), fmt.Sprintf("%d items", len(want))})
	}
	for i := range min(len(got), len(want)) {
		ds = append(ds, compare(fmt.Sprintf("%s[%d]", path, i), got[i], want[i])...)
	}
	return ds
}

func compareMaps(path string, got, want reflect.Value) []difference {
	var ds []difference
	for _, key := range keysOf(got, want) {
		at := path + "[" + format(key) + "]"
		g, w := got.MapIndex(key), want.MapIndex(key)
		switch {
		case !g.IsValid():
			ds = append(ds, difference{at, "nothing", format(w)})
		case !w.IsValid():
			ds = append(ds, difference{at, format(g), "nothing"})
		default:
			ds = append(ds, compare(at, g, w)...)
		}
	}
	return ds
}

// keysOf are the keys of a map, and those that only the other has, in the order of their spelling.
func keysOf(m, other reflect.Value) []reflect.Value {
	keys := m.MapKeys()
	for _, key := range other.MapKeys() {
		if !m.MapIndex(key).IsValid() {
			keys = append(keys, key)
		}
	}
	slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(format(a), format(b)) })
	return keys
}

func join(path, field string) string {
	if path == "" {
		return field
	}
	return path + "." + field
}
