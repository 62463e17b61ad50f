package independent

import (
	"fmt"
	"reflect"

	"github.com/busgen/busgen/events"
)

// Bus is what the proof needs of a router.
type Bus interface {
	Attach(consumer any) (detach func(), err error)
	BeginBlock(events.Block)
	EndBlock()
}

// payloads is the number of payloads that are emitted of each event: the first is full, parts of the others are nil or empty.
const payloads = 4

// Event emits payloads of one event, and panics if a kept event changes, or if the bus changes a payload.
func Event[P any, E events.Event, V interface{ AsStruct() P }](name string, bus Bus, emit func(P), consumer func(func(E)) any, view func(E) V) {
	var kept []E
	detach, err := bus.Attach(consumer(func(e E) {
		want := pristine[P](len(kept))
		same(name+", delivered", show(view(e).AsStruct()), want)
		handOut(reflect.ValueOf(view(e)))
		same(name+", delivered, after changes of what views hand out", show(view(e).AsStruct()), want)
		kept = append(kept, events.Keep(e))
	}))
	if err != nil {
		panic(err)
	}
	defer detach()
	for n := range payloads {
		bus.BeginBlock(events.Block{Height: uint64(n)})
		sent, want := made[P](n), pristine[P](n)
		emit(sent)
		same(name+", sent", show(sent), want)
		spoil(&sent)
		same(name+", kept, after changes of the payload", show(view(kept[n]).AsStruct()), want)
		bus.EndBlock()
	}
	for n, e := range kept {
		want := pristine[P](n)
		handOut(reflect.ValueOf(view(e)))
		same(name+", kept, after changes of what views hand out", show(view(e).AsStruct()), want)
		taken := view(e).AsStruct()
		spoil(&taken)
		same(name+", kept, after changes of the struct", show(view(e).AsStruct()), want)
	}
	if len(kept) != payloads {
		panic(fmt.Sprintf("%s: %d of %d events were delivered", name, len(kept), payloads))
	}
}

// Shares calls a function that proves something about an event, and panics unless that has found shared memory.
func Shares(prove func()) {
	defer func() {
		if recover() == nil {
			panic("nothing was found where memory is shared")
		}
	}()
	prove()
}

// pristine shows the payload of a number. Nobody has changed it.
func pristine[P any](n int) string { return show(made[P](n)) }

func same(what, got, want string) {
	if got == want {
		return
	}
	at := 0
	for at < min(len(got), len(want)) && got[at] == want[at] {
		at++
	}
	around := func(s string) string { return s[max(0, at-200):min(len(s), at+200)] }
	panic(fmt.Sprintf("%s:\n%s\nis not\n%s", what, around(got), around(want)))
}

// handOut overwrites everything that a view, and the views that it leads to, hand out.
func handOut(view reflect.Value) {
	if valid := view.MethodByName("Valid"); valid.IsValid() && !valid.Call(nil)[0].Bool() {
		return
	}
	for i := range view.NumMethod() {
		method, typ := view.Method(i), view.Method(i).Type()
		switch {
		case typ.NumIn() == 0 && typ.Out(0).Kind() == reflect.Func: // All of a slice or map
			for _, element := range method.Call(nil)[0].Seq2() {
				overwrite(element)
			}
		case typ.NumIn() == 0:
			overwrite(method.Call(nil)[0])
		case view.Type().Method(i).Name == "At":
			for at := range view.MethodByName("Len").Call(nil)[0].Int() {
				overwrite(method.Call([]reflect.Value{reflect.ValueOf(int(at))})[0])
			}
		}
	}
}

// overwrite overwrites what a method of a view has returned.
func overwrite(v reflect.Value) {
	if isView(v.Type()) {
		handOut(v)
		return
	}
	own := reflect.New(v.Type())
	own.Elem().Set(v)
	spoilAt(own)
}

// isView reports whether a type is a view: those of structs have AsStruct, those of slices and maps are of package events.
func isView(t reflect.Type) bool {
	_, ofStruct := t.MethodByName("AsStruct")
	_, length := t.MethodByName("Len")
	_, all := t.MethodByName("All")
	return ofStruct || length && all && t.PkgPath() == reflect.TypeFor[events.Header]().PkgPath()
}
