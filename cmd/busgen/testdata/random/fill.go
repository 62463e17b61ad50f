package check

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"net/netip"
	"reflect"
	"time"

	"corp/far/opaque"
	"github.com/busgen/busgen/events"
	"github.com/quagmt/udecimal"
)

// fill sets a value, which has an address, and all that it refers to, at random.
func fill(r *rand.Rand, v reflect.Value, depth int) {
	n := r.IntN(4) - 1 // -1: nil
	if depth > 6 {
		n = -1
	}
	if known(r, v.Addr().Interface()) {
		return
	}
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(r.IntN(2) == 0)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(r.Int64N(100))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(r.Uint64N(100))
	case reflect.Float32, reflect.Float64:
		v.SetFloat(float64(r.IntN(100)) / 4)
	case reflect.Complex128:
		v.SetComplex(complex(float64(r.IntN(9)), 1))
	case reflect.String:
		v.SetString(fmt.Sprint("s", r.IntN(100)))
	case reflect.Array:
		for i := range v.Len() {
			fill(r, v.Index(i), depth+1)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if !shared(v.Type().Field(i)) {
				fill(r, v.Field(i), depth+1)
			}
		}
	case reflect.Slice, reflect.Map, reflect.Pointer:
		if n >= 0 {
			refer(r, v, n, depth+1)
		}
	default:
		panic(v.Type().String())
	}
}

// refer makes a slice or map of n elements, or a pointer.
func refer(r *rand.Rand, v reflect.Value, n, depth int) {
	switch v.Kind() {
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			fill(r, v.Index(i), depth)
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for range n {
			key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
			fill(r, key, depth)
			fill(r, value, depth)
			v.SetMapIndex(key, value)
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(r, v.Elem(), depth)
	}
}

// known sets a value of a type that is more than its exported parts, and reports whether p points to one.
func known(r *rand.Rand, p any) bool {
	switch p := p.(type) {
	case *time.Time:
		*p = time.Unix(r.Int64N(1e6), 0)
	case *udecimal.Decimal:
		*p = udecimal.MustFromInt64(r.Int64N(1e6), 2)
	case *netip.Addr:
		*p = netip.AddrFrom4([4]byte{1, 2, 3, byte(r.IntN(200))})
	case *netip.Prefix:
		*p = netip.PrefixFrom(netip.AddrFrom4([4]byte{1, 2, 3, 0}), r.IntN(24))
	case *big.Int:
		p.SetInt64(1 + r.Int64N(1e6))
	case *events.List[int]:
		*p = events.ListOf(r.IntN(9), r.IntN(9))
	case *events.List[string]:
		*p = events.ListOf("a", fmt.Sprint(r.IntN(9)))
	default:
		return opaque.Fill(r, p)
	}
	return true
}

// shared reports whether a field is neither looked into nor copied. Such fields have a tag besides the directive.
func shared(f reflect.StructField) bool { return f.Tag.Get("random") == "shared" }

// spoil changes everything that a value refers to.
func spoil(v reflect.Value) {
	if !v.IsValid() || !v.CanInterface() || opaque.Spoil(v.Interface()) {
		return
	}
	if x, ok := v.Interface().(big.Int); ok {
		for i := range x.Bits() {
			x.Bits()[i] = 99
		}
		return
	}
	switch v.Kind() {
	case reflect.Array:
		for i := range v.Len() {
			spoil(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && !shared(f) {
				spoil(v.Field(i))
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			spoil(v.Index(i))
			v.Index(i).SetZero()
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			spoil(v.MapIndex(key))
		}
		v.Clear()
	case reflect.Pointer:
		if !v.IsNil() {
			spoil(v.Elem())
			v.Elem().SetZero()
		}
	}
}
