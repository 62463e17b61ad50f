package independent

import (
	"reflect"
	"unsafe"
)

// spoil overwrites everything that can be reached from a value, what its type doesn't export included.
func spoil[T any](p *T) { spoilAt(reflect.ValueOf(p)) }

func spoilAt(p reflect.Value) { spoiler{}.value(p.Elem()) }

// spoiler knows the pointers that it has followed.
type spoiler map[place]bool

type place struct {
	at unsafe.Pointer
	of reflect.Type
}

// value overwrites an addressable value.
func (s spoiler) value(v reflect.Value) {
	v = reflect.NewAt(v.Type(), unsafe.Pointer(v.UnsafeAddr())).Elem() // may be set, exported or not
	switch {
	case inner[v.Type()]:
		return
	case isImmutable(v.Type()):
		v.SetZero()
		return
	}
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(!v.Bool())
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(^v.Int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		v.SetUint(^v.Uint() >> (64 - v.Type().Bits()))
	case reflect.Float32, reflect.Float64:
		v.SetFloat(-1 - v.Float())
	case reflect.Complex64, reflect.Complex128:
		v.SetComplex(-1 - v.Complex())
	case reflect.String:
		v.SetString("spoilt")
	case reflect.Array:
		for i := range v.Len() {
			s.value(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			s.value(v.Field(i))
		}
	default:
		s.refers(v)
		v.SetZero()
	}
}

// refers overwrites what a slice, map, pointer or interface refers to.
func (s spoiler) refers(v reflect.Value) {
	if v.IsNil() {
		return
	}
	switch v.Kind() {
	case reflect.Slice:
		v = v.Slice(0, v.Cap())
		for i := range v.Len() {
			s.value(v.Index(i))
		}
	case reflect.Map:
		for _, element := range v.Seq2() {
			s.copied(element)
		}
		v.Clear()
	case reflect.Pointer:
		if here := (place{v.UnsafePointer(), v.Type()}); !s[here] {
			s[here] = true
			s.value(v.Elem())
		}
	case reflect.Interface:
		s.copied(v.Elem())
	default:
		panic("can't overwrite a " + v.Type().String())
	}
}

// copied overwrites what a value that has no address refers to.
func (s spoiler) copied(v reflect.Value) {
	own := reflect.New(v.Type()).Elem()
	own.Set(v)
	s.value(own)
}
