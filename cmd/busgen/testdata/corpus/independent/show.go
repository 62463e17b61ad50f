package independent

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// show writes everything that can be reached from a value, what its type doesn't export included: equal values look alike.
func show[T any](value T) string {
	var b strings.Builder
	showValue(&b, reflect.ValueOf(&value).Elem())
	return b.String()
}

func showValue(b *strings.Builder, v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		b.WriteByte('{')
		for i := range v.NumField() {
			if f := v.Type().Field(i); !inner[f.Type] && !isCache(v.Type(), f) {
				b.WriteString(" " + f.Name + ": ")
				showValue(b, v.Field(i))
			}
		}
		b.WriteByte('}')
	case reflect.Array:
		showElements(b, v)
	case reflect.Slice:
		if v.IsNil() {
			b.WriteString("nil")
			return
		}
		showElements(b, v)
	case reflect.Map:
		showMap(b, v)
	case reflect.Pointer, reflect.Interface:
		switch {
		case v.IsNil():
			b.WriteString("nil")
		case v.Kind() == reflect.Interface:
			b.WriteString(v.Elem().Type().String() + " ")
			showValue(b, v.Elem())
		default:
			b.WriteByte('&')
			showValue(b, v.Elem())
		}
	case reflect.String:
		fmt.Fprintf(b, "%q", v.String())
	default:
		fmt.Fprint(b, v) // of what reflection may not hand out, it prints the value
	}
}

func showElements(b *strings.Builder, v reflect.Value) {
	b.WriteByte('[')
	for i := range v.Len() {
		b.WriteByte(' ')
		showValue(b, v.Index(i))
	}
	b.WriteByte(']')
}

func showMap(b *strings.Builder, v reflect.Value) {
	if v.IsNil() {
		b.WriteString("nil")
		return
	}
	var entries []string
	for iter := v.MapRange(); iter.Next(); {
		var entry strings.Builder
		showValue(&entry, iter.Key())
		entry.WriteString(": ")
		showValue(&entry, iter.Value())
		entries = append(entries, entry.String())
	}
	slices.Sort(entries)
	b.WriteString("map[" + strings.Join(entries, ", ") + "]")
}
