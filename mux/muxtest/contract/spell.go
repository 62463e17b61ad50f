package contract

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest/internal/inspect"
)

// contentOf returns the text of an event's payload, as its view copies it. That of a boundary is
// empty.
func contentOf(e events.Event) string {
	payload, ok := inspect.Payload(e)
	if !ok {
		return ""
	}
	return spellValue(payload)
}

// spell returns the text of a value. It includes everything that pointers, slices and maps refer
// to, and tells nil from empty.
func spell(value any) string { return spellValue(reflect.ValueOf(value)) }

func spellValue(v reflect.Value) string {
	switch v.Kind() {
	case reflect.Invalid:
		return "nil"
	case reflect.Bool, reflect.String:
		return fmt.Sprintf("%#v", v)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return strconv.FormatInt(v.Int(), 10)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return strconv.FormatUint(v.Uint(), 10)
	case reflect.Float32, reflect.Float64:
		return strconv.FormatFloat(v.Float(), 'g', -1, 64)
	case reflect.Complex64, reflect.Complex128:
		return strconv.FormatComplex(v.Complex(), 'g', -1, 128)
	case reflect.Struct:
		return spellStruct(v)
	case reflect.Array:
		return spellItems(inspect.Elements(v))
	case reflect.Slice, reflect.Map, reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			return "nil"
		}
		return spellReferred(v)
	}
	return v.Type().String() // a function or a channel, which no event copies
}

func spellReferred(v reflect.Value) string {
	switch v.Kind() {
	case reflect.Slice:
		return spellItems(inspect.Elements(v))
	case reflect.Map:
		var entries []string
		for key, value := range v.Seq2() {
			entries = append(entries, spellValue(key)+": "+spellValue(value))
		}
		slices.Sort(entries)
		return "map{" + strings.Join(entries, ", ") + "}"
	}
	return "&" + spellValue(v.Elem())
}

func spellItems(items []reflect.Value) string {
	texts := make([]string, len(items))
	for i, item := range items {
		texts[i] = spellValue(item)
	}
	return "[" + strings.Join(texts, ", ") + "]"
}

// spellStruct uses the String method of a type that hides its fields, such as a time or a decimal,
// and the items of a list.
func spellStruct(v reflect.Value) string {
	if items, ok := inspect.Items(v); ok {
		return spellItems(items)
	}
	hidden := false
	var fields []string
	for i := range v.NumField() {
		hidden = hidden || !v.Type().Field(i).IsExported()
	}
	if hidden && v.CanInterface() {
		if s, ok := v.Interface().(fmt.Stringer); ok {
			return s.String()
		}
	}
	for i := range v.NumField() {
		fields = append(fields, v.Type().Field(i).Name+": "+spellValue(v.Field(i)))
	}
	return "{" + strings.Join(fields, ", ") + "}"
}
