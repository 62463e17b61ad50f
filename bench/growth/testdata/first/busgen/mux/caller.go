package mux

import (
	"runtime"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Init makes the bus ready. It is called by the generated constructor, New or new and the bus's type name, from which it learns how the
// methods of that type are called.
func (b *Bus) Init() { b.methods = constructed() }

// constructed turns the name of the constructor that called Init, path.NewRouter, into the prefix path.(*Router).
func constructed() string {
	pcs := make([]uintptr, 4)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(3, pcs)])
	frame, _ := frames.Next()
	dot := strings.LastIndexByte(frame.Function, '.')
	path, name := frame.Function[:max(dot, 0)], frame.Function[dot+1:]
	typ, exported := strings.CutPrefix(name, "New")
	if !exported {
		var found bool
		if typ, found = strings.CutPrefix(name, "new"); !found || typ == "" {
			panic("busgen: mux.Bus.Init called by " + frame.Function + ": only a generated constructor New… may")
		}
		first, size := utf8.DecodeRuneInString(typ)
		typ = string(unicode.ToLower(first)) + typ[size:]
	}
	return path + ".(*" + typ + ")."
}

// own begins the names of this package's functions.
const own = "github.com/busgen/busgen/mux."

// inside says whether the caller is a consumer that a bus of this type is calling: then further up the stack than the
// call that is being made there is a method of the bus. It takes about a microsecond.
func (b *Bus) inside() bool {
	pcs := make([]uintptr, 64)
	outside := false // beyond the call that is being made
	for skip := 2; ; skip += len(pcs) {
		n := runtime.Callers(skip, pcs)
		if n == 0 {
			return false
		}
		frames := runtime.CallersFrames(pcs[:n])
		for more := true; more; {
			var frame runtime.Frame
			frame, more = frames.Next()
			ours := strings.HasPrefix(frame.Function, b.methods)
			if ours && outside {
				return true
			}
			outside = outside || !ours && !strings.HasPrefix(frame.Function, own)
		}
	}
}
