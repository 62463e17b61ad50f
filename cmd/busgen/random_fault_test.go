package main

import (
	"os"
	"path/filepath"
	"strings"
)

// fault is a mistake in a domain. It is on the line that ends with the mark.
type fault struct {
	name string
	make func(w *world, p *pkg, event *decl) bool
}

// mark ends the line of a fault.
const mark = " // the fault"

// faulty puts a fault into the domain: each finding has to be at its line.
func (c *trial) faulty() bool {
	c.chance(1000)
	f := faults[c.world.IntN(len(faults))]
	w := c.world.clone()
	p, event := w.some(func(d *decl) bool { return d.marked("event") })
	if event == nil || !f.make(w, p, event) {
		return true
	}
	c.count.faults++
	c.write(w)
	defer c.write(c.world)
	code, stdout, stderr := c.run(append([]string{"-json"}, c.patterns()...)...)
	if code != exitFindings {
		fail("%s: exit code %d: %s%s", f.name, code, stdout, stderr)
	}
	found := c.findings(stdout)
	at := 0
	for _, one := range found {
		line, wrong := lineAt(c.dir, one)
		switch {
		case wrong != "":
			fail("%s: %s", f.name, wrong)
		case strings.HasSuffix(line, mark):
			at++
		case one.Severity == "error" && !strings.Contains(line, "Faulty"):
			fail("%s is found elsewhere: %s%s\n%s", f.name, one.prefix(), one.Message, line)
		}
	}
	if at == 0 {
		text, _ := os.ReadFile(filepath.Join(c.dir, w.file(p.tag)))
		fail("%s is not found at its line: %v\n%s", f.name, found, text)
	}
	return true
}

// inField puts a faulty type into a field, of the event itself or of a struct that it leads to, in the same package or in another one of
// the module.
func inField(typ string) func(*world, *pkg, *decl) bool {
	return func(w *world, p *pkg, event *decl) bool {
		bad := field{name: "Faulty", typ: typ, note: mark}
		to := "@" + p.tag + ".FaultyPart"
		switch w.IntN(4) {
		case 0:
			event.fields = append(event.fields, bad)
			return true
		case 1:
			if other := w.of("parts"); other != nil {
				p, to = other, "@parts.FaultyPart"
			}
		case 2:
			p.decls = append(p.decls, &decl{name: "FaultyBetween", fields: []field{{name: "FaultyPart", typ: to, embedded: true}}})
			to = "@" + p.tag + ".FaultyBetween"
		}
		p.decls = append(p.decls, &decl{name: "FaultyPart", fields: []field{bad}})
		wrapped := []string{"", "[]", "*", "map[string]", "[2][]*"}[w.IntN(5)] + to
		event.fields = append(event.fields, field{name: "FaultyField", typ: wrapped})
		return true
	}
}

// inEvent puts a fault into the event's struct.
func inEvent(f field) func(*world, *pkg, *decl) bool {
	return func(_ *world, _ *pkg, event *decl) bool {
		f.note += mark
		event.fields = append(event.fields, f)
		return true
	}
}

// inPackage adds a declaration.
func inPackage(source string) func(*world, *pkg, *decl) bool {
	return func(_ *world, p *pkg, _ *decl) bool {
		p.funcs = append(p.funcs, source)
		return true
	}
}

// faults are all kinds of mistakes.
var faults = []fault{
	{"a channel", inField("chan int")},
	{"a function", inField("func() int")},
	{"an interface", inField("any")},
	{"an error", inField("[]error")},
	{"a channel in a map", inField("map[string]struct{ C []chan int }")},
	{"an unsafe pointer", inField("@unsafe.Pointer")},
	{"a key without an order", inField("map[*int]string")},
	{"an interface as a key", inField("map[any]string")},
	{"a mutex", inField("@sync.Mutex")},
	{"a list of pointers", inField("@events.List[*int]")},
	{"a type that is missing", inField("Missing")},
	{"a field that is not exported", func(w *world, p *pkg, event *decl) bool {
		event.fields = append(event.fields, field{name: "faulty", typ: "int", note: mark})
		return true
	}},
	{"a field with the name of a view's method", inEvent(field{name: "AsStruct", typ: "int"})},
	{"a field with another name of a view's method", inEvent(field{name: "Valid", typ: "bool"})},
	{"a misspelt directive", inPackage("//busgen:evnt" + mark + "\ntype Faulty struct{}")},
	{"a directive on a function", inPackage("//busgen:event" + mark + "\nfunc Faulty() {}")},
	{"a directive on another type", inPackage("//busgen:event" + mark + "\ntype Faulty int")},
	{"an event that is not exported", inPackage("//busgen:event\ntype faulty struct{}" + mark)},
	{"a generic event", inPackage("//busgen:event\ntype Faulty[T any] struct{}" + mark)},
	{"a reserved name", inPackage("//busgen:event\ntype Emitter struct{}" + mark)},
	{"a capability that lends", inPackage("//busgen:capability\ntype Faulty interface {\n\tAll() []int" + mark + "\n}")},
	{"a capability with an unexported method", inPackage("//busgen:capability\ntype Faulty interface {\n\tall() int" + mark + "\n}")},
	{"a capability by pointer", func(_ *world, p *pkg, event *decl) bool {
		p.decls = append(p.decls, &decl{name: "Faulty", doc: []string{"//busgen:capability"}})
		event.fields = append(event.fields, field{name: "Faulty", typ: "*@" + p.tag + ".Faulty", embedded: true, note: mark})
		return true
	}},
	{"a capability twice", func(_ *world, p *pkg, event *decl) bool {
		p.decls = append(p.decls, &decl{name: "Faulty", doc: []string{"//busgen:capability"}},
			&decl{name: "FaultyOther", fields: []field{{name: "Faulty", typ: "@" + p.tag + ".Faulty", embedded: true}}})
		event.fields = append(event.fields, field{name: "Faulty", typ: "@" + p.tag + ".Faulty", embedded: true},
			field{name: "FaultyOther", typ: "@" + p.tag + ".FaultyOther", embedded: true, note: mark})
		return true
	}},
	{"a syntax error", inPackage("var Faulty = 1 2" + mark)},
	{"a type error", inPackage("var Faulty int = \"\"" + mark)},
	{"a clone function with another result", inPackage("//busgen:clone" + "\nfunc Faulty(x any) int { return 0 }" + mark)},
	{"two clone functions", inPackage("//busgen:clone\nfunc Faulty(x error) error { return x }\n\n//busgen:clone\nfunc Faulty2(x error) error { return x }" + mark)},
}
