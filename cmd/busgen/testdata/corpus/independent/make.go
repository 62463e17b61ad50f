package independent

import (
	"fmt"
	"math/rand/v2"
	"reflect"
)

// made returns the payload of a number. Each call returns an equal one, in memory of its own.
func made[P any](n int) P {
	var p P
	m := maker{Rand: rand.New(rand.NewPCG(uint64(n), 0)), full: n == 0, within: map[reflect.Type]bool{}}
	m.value(reflect.ValueOf(&p).Elem())
	return p
}

// maker fills values at random.
type maker struct {
	*rand.Rand
	full   bool                  // nothing is left nil or empty
	within map[reflect.Type]bool // named types that the current value is a part of
	depth  int
}

// size returns the number of elements of a slice or map; -1 stands for nil.
func (m *maker) size(elem reflect.Type) int {
	switch {
	case m.within[elem] || elem.Kind() == reflect.Pointer && m.within[elem.Elem()]:
		return m.IntN(2) - 1 // otherwise a recursive type would have no end
	case m.full && m.depth < 8:
		return 2
	case m.full:
		return 1
	}
	return m.IntN(4) - 1
}

func (m *maker) value(v reflect.Value) {
	t := v.Type()
	if make := makerOf(t); make != nil {
		v.Set(reflect.ValueOf(make(m.IntN(1000))).Convert(t))
		return
	}
	if t.Name() != "" && !m.within[t] {
		m.within[t] = true
		defer delete(m.within, t)
	}
	m.depth++
	defer func() { m.depth-- }()
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(m.IntN(2) == 0)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(m.Int64N(100))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(m.Uint64N(100))
	case reflect.Float32, reflect.Float64:
		v.SetFloat(float64(m.IntN(100)) / 4)
	case reflect.Complex64, reflect.Complex128:
		v.SetComplex(complex(float64(m.IntN(100)), 1))
	case reflect.String:
		v.SetString(fmt.Sprint("s", m.IntN(1000)))
	case reflect.Struct:
		m.fields(v)
	case reflect.Array:
		for i := range v.Len() {
			m.value(v.Index(i))
		}
	default:
		m.refers(v)
	}
}

// fields fills a struct. What its type doesn't export stays zero.
func (m *maker) fields(v reflect.Value) {
	exported, full := 0, m.full
	m.full = full || complete[v.Type()]
	defer func() { m.full = full }()
	for i := range v.NumField() {
		if v.Type().Field(i).IsExported() {
			exported++
			m.value(v.Field(i))
		}
	}
	if exported == 0 && v.NumField() > 0 {
		panic("no maker for " + v.Type().String())
	}
}

// refers makes what a slice, map or pointer refers to.
func (m *maker) refers(v reflect.Value) {
	if v.Kind() == reflect.Interface {
		panic("no maker for " + v.Type().String())
	}
	n := m.size(v.Type().Elem())
	if n < 0 {
		return
	}
	switch v.Kind() {
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			m.value(v.Index(i))
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for range n {
			key, element := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
			m.value(key)
			m.value(element)
			v.SetMapIndex(key, element)
		}
	case reflect.Pointer:
		if !m.within[v.Type().Elem()] {
			v.Set(reflect.New(v.Type().Elem()))
			m.value(v.Elem())
		}
	default:
		panic("no maker for " + v.Type().String())
	}
}
