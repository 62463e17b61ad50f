package digest

import (
	"encoding/binary"
	"fmt"
	"reflect"
	"strings"
	"time"

	"github.com/busgen/busgen/domain"
)

// writer appends a value. The value is addressable, so that its methods are called without a copy of it.
type writer func(b []byte, v reflect.Value) []byte

func number(b []byte, n uint64) []byte { return binary.AppendUvarint(b, n) }

func text(b []byte, s string) []byte { return append(number(b, uint64(len(s))), s...) }

// writerOf returns how values of a type are written. It panics, and names the place, if it does not know.
func writerOf(t reflect.Type, place string) writer {
	switch t {
	case reflect.TypeFor[domain.Decimal]():
		return writeDecimal
	case reflect.TypeFor[time.Time]():
		return func(b []byte, v reflect.Value) []byte { return moment(b, *v.Addr().Interface().(*time.Time)) }
	}
	switch t.Kind() {
	case reflect.String:
		return func(b []byte, v reflect.Value) []byte { return text(b, v.String()) }
	case reflect.Bool:
		return writeBool
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return func(b []byte, v reflect.Value) []byte { return binary.AppendVarint(b, v.Int()) }
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return func(b []byte, v reflect.Value) []byte { return number(b, v.Uint()) }
	case reflect.Struct:
		if isList(t) {
			return writeList(t, place)
		}
		return writeStruct(t, place)
	default:
		panic(fmt.Sprintf("digest: %s is of type %s, which writerOf cannot write: add a case for it", place, t))
	}
}

func writeBool(b []byte, v reflect.Value) []byte {
	if v.Bool() {
		return append(b, 1)
	}
	return append(b, 0)
}

// writeDecimal writes 1 and 1.0 alike, because they are the same number.
func writeDecimal(b []byte, v reflect.Value) []byte {
	d := *v.Addr().Interface().(*domain.Decimal)
	if d.Prec() != 0 {
		if whole := d.Trunc(0); whole.Equal(d) {
			d = whole
		}
	}
	if negative, high, low, precision, small := d.ToHiLo(); small && precision == 0 && high == 0 {
		if negative {
			return number(append(b, '-'), low)
		}
		return number(append(b, '+'), low)
	}
	shortest := d.String()
	if strings.Contains(shortest, ".") {
		shortest = strings.TrimRight(shortest, "0")
	}
	return text(append(b, '='), shortest)
}

func writeStruct(t reflect.Type, place string) writer {
	fields := make([]writer, t.NumField())
	for i := range fields {
		fields[i] = writerOf(t.Field(i).Type, place+"."+t.Field(i).Name)
	}
	return func(b []byte, v reflect.Value) []byte {
		for i, w := range fields {
			b = w(b, v.Field(i))
		}
		return b
	}
}

// isList reports whether a type is an events.List, whose items only its methods return.
func isList(t reflect.Type) bool {
	return t.PkgPath() == "github.com/busgen/busgen/events" && strings.HasPrefix(t.Name(), "List[")
}

func writeList(t reflect.Type, place string) writer {
	at, _ := t.MethodByName("At")
	item := writerOf(at.Type.Out(0), place+"[]")
	return func(b []byte, v reflect.Value) []byte {
		n := v.Addr().Interface().(interface{ Len() int }).Len()
		b = number(b, uint64(n))
		get := v.Method(at.Index)
		for i := range n {
			copied := reflect.New(at.Type.Out(0)).Elem()
			copied.Set(get.Call([]reflect.Value{reflect.ValueOf(i)})[0])
			b = item(b, copied)
		}
		return b
	}
}
