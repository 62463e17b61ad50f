package contract

import (
	"fmt"
	"iter"
	"reflect"
	"strings"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest"
	"github.com/busgen/busgen/mux/muxtest/internal/inspect"
)

// access is one way to read an event or a view: a call of one of its methods, for one index or key.
type access struct {
	path     string
	results  func() []reflect.Value // calls the method, and goes through the iterator that it returns
	onlyLate bool                   // it has nothing to read or unknown arguments: call it only if it has to panic
	iterator reflect.Value          // what the method returned, if that is an iterator
}

// explore reads all that can be read of an event or a view, and of the views that it returns.
func explore(path string, v reflect.Value, visit func(a access, results []reflect.Value)) {
	for _, a := range accessesOf(path, v) {
		if a.onlyLate {
			visit(a, nil)
			continue
		}
		results := a.results()
		visit(a, results)
		for i, r := range results {
			if isLent(r.Type()) && !inspect.IsEvent(r.Type()) {
				explore(fmt.Sprintf("%s[%d]", a.path, i), r, visit)
			}
		}
	}
}

// accessesOf returns all ways to read an event or a view.
func accessesOf(path string, v reflect.Value) []access {
	empty := !inspect.IsEvent(v.Type()) && v.MethodByName("Valid").IsValid() && !v.MethodByName("Valid").Call(nil)[0].Bool()
	var list []access
	for i := range v.NumMethod() {
		m, name := v.Method(i), v.Type().Method(i).Name
		call := func(in ...reflect.Value) access {
			return access{path: path + "." + name, results: func() []reflect.Value { return m.Call(in) },
				onlyLate: empty && name != "Valid"}
		}
		switch {
		case m.Type().NumIn() == 0 && m.Type().NumOut() == 1 && isIterator(m.Type().Out(0)):
			list = append(list, iteration(call(), m))
		case m.Type().NumIn() == 0:
			list = append(list, call())
		default:
			for _, argument := range arguments(v, name) {
				list = append(list, call(argument))
			}
			a := call(zeros(m.Type())...)
			a.onlyLate = true
			list = append(list, a)
		}
	}
	return list
}

// iteration returns the access by a method that returns an iterator. It goes through all of it.
func iteration(a access, m reflect.Value) access {
	a.iterator = m.Call(nil)[0]
	a.results = func() (results []reflect.Value) {
		for key, value := range m.Call(nil)[0].Seq2() {
			results = append(results, key, value)
		}
		return results
	}
	return a
}

// arguments returns the indexes of a slice view and the keys of a map view.
func arguments(v reflect.Value, method string) (list []reflect.Value) {
	isSlice, isMap := inspect.IsInstance(v.Type(), "Slice"), inspect.IsInstance(v.Type(), "Map")
	if isSlice && method == "At" || isMap && method == "Get" {
		for key := range v.MethodByName("All").Call(nil)[0].Seq2() {
			list = append(list, key)
		}
	}
	return list
}

func zeros(method reflect.Type) (list []reflect.Value) {
	for i := range method.NumIn() {
		if !method.IsVariadic() || i < method.NumIn()-1 {
			list = append(list, reflect.Zero(method.In(i)))
		}
	}
	return list
}

// isLent reports whether a type is that of events or views. Views have a share in a lease.
func isLent(t reflect.Type) bool {
	for i := 0; t.Kind() == reflect.Struct && i < t.NumField(); i++ {
		if t.Field(i).Type == reflect.TypeFor[events.Lent]() {
			return true
		}
	}
	return inspect.IsEvent(t)
}

func isIterator(t reflect.Type) bool { return t.Kind() == reflect.Func && t.CanSeq2() }

// reading returns the text of everything that an event and its views return.
func reading(e events.Event) string {
	var text strings.Builder
	explore("", reflect.ValueOf(e), func(a access, results []reflect.Value) {
		for _, r := range results {
			if !isLent(r.Type()) {
				fmt.Fprintf(&text, "%s = %s\n", a.path, spellValue(r))
			}
		}
	})
	return text.String()
}

// spoilReturned overwrites everything that can be reached and set in what an event and its views
// return.
func spoilReturned(e events.Event) {
	explore("", reflect.ValueOf(e), func(_ access, results []reflect.Value) {
		for _, r := range results {
			if !isLent(r.Type()) {
				spoilShared(r)
			}
		}
	})
}

// use is one way to use an event, one of its views, or an iteration of one, later. It may be called
// once.
type use struct {
	path string
	call func()
}

// usesOf tries all ways to use an event, by pointer and by value, which may not panic during the
// delivery, and returns them.
func usesOf(t muxtest.TB, e events.Event) []use {
	t.Helper()
	uses := []use{{"events.Keep", func() { events.Keep(e) }}}
	see := func(a access, results []reflect.Value) {
		uses = append(uses, use{a.path, func() { a.results() }})
		if a.iterator.IsValid() && len(results) > 2 { // a key and a value for each step
			next, stop := iter.Pull2(a.iterator.Seq2())
			next()
			uses = append(uses, use{a.path + ", the second step", func() { defer stop(); next() }})
		}
	}
	pointer := reflect.ValueOf(e)
	text, panicked := panicOf(func() {
		explore("*"+e.Kind().String(), pointer, see)
		if pointer.Kind() == reflect.Pointer {
			explore(e.Kind().String(), reflect.ValueOf(pointer.Elem().Interface()), see)
		}
	})
	if panicked {
		t.Errorf("contract: reading %s during its delivery panics: %s", e, text)
	}
	return uses
}
