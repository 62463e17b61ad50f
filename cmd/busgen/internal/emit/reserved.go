package emit

import (
	"regexp"
	"strings"
)

// ownImports are the packages that all generated code imports, by name.
var ownImports = map[string]string{eventsPath: "events", muxPath: "mux", "slices": "slices", "cmp": "cmp", "time": "time"}

// The names that an import can't have, because generated code uses them for something else. They are reserved in every file.
// TestReservedNames compares them with generated code.
const (
	// predeclared are the predeclared names, and init, which can't be the name of an import.
	predeclared = "any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string uint uint8 uint16 " +
		"uint32 uint64 uintptr true false iota nil append cap clear close complex copy delete imag len make max min new panic print println real " +
		"recover init main _"
	// locals are the names of what functions of generated packages declare.
	locals = "a b c e f h i l p r s t v x T id ok err row want lane none payloads batch block event header payload table value visitor consumer detach from"
	// perPackage are the names that every generated package declares.
	perPackage = "lent event table candidate wrongMethods visit Router NewRouter Emitter Visitor Visit EventConsumer EventFunc " +
		"Vocabulary Unconsumed UnconsumedBelow"
	// wiredLocals are the names of what functions of wired buses declare.
	wiredLocals = "a b e h p ok id lane batch block header payload consumers"
)

// inNumbers matches names of which generated code has as many as it needs.
var inNumbers = regexp.MustCompile(`^(i|visit|wrongMethods|unconsumed)[0-9]+$|^arg[a-z][0-9]*$|^(run_)?go_generate`)

// reserved are names that imports can't have.
type reserved map[string]bool

func (r reserved) has(name string) bool { return r[name] || inNumbers.MatchString(name) }

func (r reserved) add(names ...string) {
	for _, list := range names {
		for _, name := range strings.Fields(list) {
			r[name] = true
		}
	}
}

// reserved returns the names that imports of the generated package can't have: those that it declares, and those above.
func (w *writer) reserved() reserved {
	r := reserved{}
	r.add(predeclared, locals, perPackage)
	for _, name := range ownImports {
		r.add(name)
	}
	for _, e := range w.pkg.Events {
		r.add(e.Name, "New"+e.Name, "Kind"+e.Name, e.Name+"ValueConsumer", e.Name+"Emitter", e.Name+"Lane",
			typeVar(e.Name), cell(e.Name), slot(e.Name), row(e.Name), entry(e.Name))
		r.consumer(e.Name)
	}
	for _, c := range w.pkg.Capabilities {
		r.consumer(c.Name)
	}
	for _, view := range w.views {
		r.add(view+"View", "View"+view, reader(view))
	}
	for _, name := range w.copies {
		r.add(name)
	}
	return r
}

// consumer adds the names for the consumers of an event or capability.
func (r reserved) consumer(name string) { r.add(name+"Event", name+"Consumer", name+"Func") }
