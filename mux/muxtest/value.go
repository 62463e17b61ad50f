package muxtest

import (
	"fmt"
	"reflect"
	"strings"
	"time"

	"github.com/busgen/busgen/mux/muxtest/internal/inspect"
)

// equalMethod compares with the type's method Equal, and reports whether it has one that takes
// another value of the type.
func equalMethod(got, want reflect.Value) (equal, ok bool) {
	if got.Kind() == reflect.Pointer || got.Kind() == reflect.Interface || !got.CanInterface() || !want.CanInterface() {
		return false, false
	}
	m, found := got.Type().MethodByName("Equal")
	if !found || m.Type.NumIn() != 2 || m.Type.In(1) != got.Type() || m.Type.NumOut() != 1 || m.Type.Out(0).Kind() != reflect.Bool {
		return false, false
	}
	return got.Method(m.Index).Call([]reflect.Value{want})[0].Bool(), true
}

// format returns the text of a value for a failure. Strings are quoted, times have nanoseconds,
// pointers are followed, and a String method is used if there is one.
func format(v reflect.Value) string {
	if !v.IsValid() {
		return "nothing"
	}
	if v.CanInterface() && !(v.Kind() == reflect.Pointer && v.IsNil()) {
		switch x := v.Interface().(type) {
		case time.Time:
			return x.Format(time.RFC3339Nano)
		case fmt.Stringer:
			return x.String()
		}
	}
	if items, ok := inspect.Items(v); ok {
		return "[" + formatAll(items) + "]"
	}
	switch v.Kind() {
	case reflect.String:
		return fmt.Sprintf("%q", v.String())
	case reflect.Struct:
		return formatStruct(v)
	case reflect.Slice, reflect.Array:
		return "[" + formatAll(inspect.Elements(v)) + "]"
	case reflect.Map:
		return formatMap(v)
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			return "nil"
		}
		return format(v.Elem())
	default:
		return fmt.Sprintf("%v", v)
	}
}

func formatStruct(v reflect.Value) string {
	parts := make([]string, v.NumField())
	for i := range parts {
		parts[i] = v.Type().Field(i).Name + ": " + format(v.Field(i))
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

func formatMap(v reflect.Value) string {
	var parts []string
	for _, key := range keysOf(v, v) {
		parts = append(parts, format(key)+": "+format(v.MapIndex(key)))
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

func formatAll(items []reflect.Value) string {
	parts := make([]string, len(items))
	for i, item := range items {
		parts[i] = format(item)
	}
	return strings.Join(parts, ", ")
}

// typeOf returns the name of a value's type for a failure in which the types differ.
func typeOf(v reflect.Value) string {
	if !v.IsValid() {
		return "nothing"
	}
	return "a " + v.Type().String()
}
