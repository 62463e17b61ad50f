package muxtest

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest/internal/inspect"
)

// difference is one field in which a payload differs from the expected one.
type difference struct{ path, got, want string }

func (d difference) String() string {
	if d.path == "" {
		return "got " + d.got + ", want " + d.want
	}
	return d.path + ": got " + d.got + ", want " + d.want
}

// list describes the first three differences, and counts the others.
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

// differ returns the differences between an event and an expectation of the same type. The header
// counts if that is an event.
func (g recorded) differ(want any) (ds []difference) {
	if w, ok := want.(events.Event); ok {
		if !g.event.Header().Equal(w.Header()) {
			ds = compare("header", header(g.event), header(w))
		}
		want, _ = payloadOf(w)
	}
	return append(ds, compare("", reflect.ValueOf(g.payload), reflect.ValueOf(want))...)
}

// header returns the parts of a header in a form whose differences have names.
func header(e events.Event) reflect.Value {
	h := e.Header()
	return reflect.ValueOf(struct {
		Block    events.Block
		TxID     string
		Sequence uint64
	}{h.Block(), h.TxID(), h.Sequence()})
}

// compare returns the leaves in which two values differ.
func compare(path string, got, want reflect.Value) []difference {
	if !got.IsValid() || !want.IsValid() || got.Type() != want.Type() {
		if !got.IsValid() && !want.IsValid() {
			return nil
		}
		return []difference{{path, typeOf(got), typeOf(want)}}
	}
	if items, ok := inspect.Items(got); ok {
		others, _ := inspect.Items(want)
		return compareItems(path, items, others)
	}
	if equal, ok := equalMethod(got, want); ok {
		return unless(equal, path, got, want)
	}
	switch got.Kind() {
	case reflect.Struct:
		return compareFields(path, got, want)
	case reflect.Slice, reflect.Array:
		return compareItems(path, inspect.Elements(got), inspect.Elements(want))
	case reflect.Map:
		return compareMaps(path, got, want)
	case reflect.Pointer, reflect.Interface:
		if got.IsNil() || want.IsNil() {
			return unless(got.IsNil() == want.IsNil(), path, got, want)
		}
		return compare(path, got.Elem(), want.Elem())
	case reflect.Float32, reflect.Float64: // NaN is like NaN
		return unless(got.Equal(want) || !got.Equal(got) && !want.Equal(want), path, got, want)
	default:
		return unless(got.Equal(want), path, got, want)
	}
}

// unless returns one difference, or none if the values are equal.
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
		ds = append(ds, difference{path, count(len(got), "item"), count(len(want), "item")})
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

// keysOf returns the keys of a map, and those that only the other one has, ordered by their text.
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

// count returns a number with its noun.
func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}
