// Package check compares the views of generated code with the structs that they show, for any domain, by reflection.
package check

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"

	"github.com/busgen/busgen/events"
)

// Blocks is what the check needs of any bus.
type Blocks interface {
	BeginBlock(events.Block)
	EndBlock()
}

// Bus is what the check needs of a router.
type Bus interface {
	Blocks
	Attach(consumer any) (detach func(), err error)
}

// Event emits random payloads of one event and compares what a consumer reads, in the delivery and later.
func Event[P any, E events.Event, V any](name string, bus Bus, emit func(P), consumer func(func(E)) any, view func(E) V, own func(*P) V) {
	var kept []E
	var sent P
	n := 0
	detach, err := bus.Attach(consumer(func(e E) {
		spoil(reflect.ValueOf(sent))
		v := reflect.ValueOf(view(e))
		same(name, v, random[P](n))
		spoil(call(v, "AsStruct"))
		same(name, v, random[P](n))
		kept = append(kept, events.Keep(e))
	}))
	if err != nil {
		panic(err)
	}
	defer detach()
	for n = range 6 {
		if n%2 == 0 {
			bus.BeginBlock(events.Block{})
		}
		sent, met = random[P](n).Interface().(P), nil
		emit(sent)
		for _, v := range met {
			late(name, v)
		}
		if n%2 == 1 {
			bus.EndBlock()
		}
	}
	for i, e := range kept {
		want := random[P](i)
		same(name+" kept", reflect.ValueOf(view(e)), want)
		p := want.Interface().(P)
		same(name+" of one's own", reflect.ValueOf(own(&p)), want)
	}
	if len(kept) != n+1 {
		panic(name + ": not every event was delivered")
	}
}

// random makes the payload of a number: every call makes the same one, in memory of its own.
func random[P any](n int) reflect.Value {
	p := reflect.New(reflect.TypeFor[P]()).Elem()
	fill(rand.New(rand.NewPCG(uint64(n), 7)), p, 0)
	return p
}

func must(ok bool, what string, got, want any) {
	if !ok {
		panic(fmt.Sprintf("%s: %+v is not %+v", what, got, want))
	}
}

// met are the views that were compared since the last event.
var met []reflect.Value

// same compares what a view shows with a value.
func same(what string, view, want reflect.Value) {
	name, ours := view.Type().Name(), strings.HasPrefix(view.Type().PkgPath(), "github.com/busgen/")
	switch {
	case view.MethodByName("AsStruct").IsValid():
		met = append(met, view)
		sameStruct(what, view, want)
	case strings.HasPrefix(name, "Slice[") && ours:
		met = append(met, view)
		length := call(view, "Len").Int()
		must(int(length) == want.Len(), what+".Len", length, want.Len())
		for i := range want.Len() {
			same(fmt.Sprint(what, "[", i, "]"), call(view, "At", reflect.ValueOf(i)), want.Index(i))
		}
		i := 0
		for at, element := range call(view, "All").Seq2() {
			must(int(at.Int()) == i, what+".All", at, i)
			same(what+".All", element, want.Index(i))
			i++
		}
		must(i == want.Len(), what+".All", i, want.Len())
	case strings.HasPrefix(name, "Map[") && ours:
		met = append(met, view)
		sameMap(what, view, want)
	default:
		must(view.Type() == want.Type() && reflect.DeepEqual(view.Interface(), want.Interface()), what, view, want)
		spoil(view)
	}
}

func sameMap(what string, view, want reflect.Value) {
	length := call(view, "Len").Int()
	must(int(length) == want.Len(), what+".Len", length, want.Len())
	var keys [2][]any
	for i := range keys {
		for key, value := range call(view, "All").Seq2() {
			keys[i] = append(keys[i], key.Interface())
			same(fmt.Sprint(what, "[", key, "]"), value, want.MapIndex(key))
			found := view.MethodByName("Get").Call([]reflect.Value{key})
			must(found[1].Bool(), what, key, "a key")
			same(what+".Get", found[0], want.MapIndex(key))
		}
	}
	must(len(keys[0]) == want.Len() && reflect.DeepEqual(keys[0], keys[1]), what+".All", keys[0], keys[1])
}

func sameStruct(what string, view, want reflect.Value) {
	if want.Kind() == reflect.Pointer {
		must(call(view, "Valid").Bool() == !want.IsNil(), what+".Valid", want.IsNil(), want)
		if want.IsNil() {
			return
		}
		want = want.Elem()
	}
	must(reflect.DeepEqual(call(view, "AsStruct").Interface(), want.Interface()), what, call(view, "AsStruct"), want)
	methods := 1 // AsStruct
	if view.MethodByName("Valid").IsValid() {
		methods++
	}
	for _, f := range reflect.VisibleFields(want.Type()) {
		selected, ok := want.Type().FieldByName(f.Name)
		if _, isMethod := reflect.PointerTo(want.Type()).MethodByName(f.Name); !ok || isMethod || !reflect.DeepEqual(selected.Index, f.Index) {
			continue
		}
		accessor := view.MethodByName(f.Name)
		if !accessor.IsValid() && hidden(want.Type(), f.Name, map[reflect.Type]bool{}) {
			continue
		}
		must(accessor.IsValid(), what, "no method", f.Name)
		methods++
		if field, err := want.FieldByIndexErr(f.Index); err == nil { // an embedded pointer may be nil
			same(what+"."+f.Name, accessor.Call(nil)[0], field)
		}
	}
	must(view.NumMethod() == methods, what, view.NumMethod(), methods)
}

// hidden reports whether a method of a struct that t embeds has a field's name. Go selects neither where both are equally deep.
func hidden(t reflect.Type, name string, seen map[reflect.Type]bool) bool {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if _, ok := reflect.PointerTo(t).MethodByName(name); ok {
		return true
	}
	if t.Kind() != reflect.Struct || seen[t] {
		return false
	}
	seen[t] = true
	for i := range t.NumField() {
		if f := t.Field(i); f.Anonymous && hidden(f.Type, name, seen) {
			return true
		}
	}
	return false
}

func call(v reflect.Value, method string, args ...reflect.Value) reflect.Value {
	return v.MethodByName(method).Call(args)[0]
}

// late calls each method of a view after the delivery of its event.
func late(name string, view reflect.Value) {
	for i := range view.NumMethod() {
		func() {
			defer func() {
				err, ok := recover().(error)
				must(ok && strings.Contains(err.Error(), "call Keep"), name+": "+view.Type().String()+"."+view.Type().Method(i).Name, err, "noticed")
			}()
			method := view.Method(i)
			var args []reflect.Value
			for in := range method.Type().Ins() {
				args = append(args, reflect.Zero(in))
			}
			result := method.Call(args)[0]
			if result.Kind() == reflect.Func {
				for range result.Seq2() {
				}
			}
		}()
	}
}
