package main

import (
	"fmt"
	"slices"
	"strings"
)

// plain are types for a change of one.
var plain = []string{"int", "string", "bool", "[]int", "*string", "map[string]int", "[3]uint8", "@time.Time", "struct{ Q int }", "[]*struct{ Q []int }"}

// edits are all kinds of changes.
var edits = []edit{
	{"add a field", false, onType(isStruct, func(w *world, _ *pkg, d *decl) bool {
		d.fields = slices.Insert(d.fields, w.IntN(len(d.fields)+1), field{name: "Added", typ: plain[w.IntN(len(plain))]})
		return true
	}), false},
	{"remove a field", false, func(w *world, _ *app) string {
		d, i := w.fielded()
		if d == nil {
			return ""
		}
		name := d.name + "." + d.fields[i].name
		d.fields = slices.Delete(d.fields, i, i+1)
		return name
	}, false},
	{"rename a field", false, onField(func(_ *world, _ *decl, f *field) bool {
		f.name += "2"
		return !f.embedded
	}), false},
	{"name an embedded field", false, onField(func(_ *world, _ *decl, f *field) bool {
		was := f.embedded
		f.embedded = false
		return was
	}), false},
	{"embed a field", false, onField(func(_ *world, _ *decl, f *field) bool {
		at := strings.LastIndexByte(f.typ, '.')
		if f.embedded || !strings.HasPrefix(strings.TrimPrefix(f.typ, "*"), "@") || strings.ContainsAny(f.typ, "[ ") {
			return false
		}
		f.embedded, f.name = true, f.typ[at+1:]
		return true
	}), false},
	{"change a field's type", false, onField(func(w *world, _ *decl, f *field) bool {
		f.typ, f.note = plain[w.IntN(len(plain))], ""
		return !f.embedded && f.doc == ""
	}), false},
	{"wrap a field's type", false, onField(func(w *world, _ *decl, f *field) bool {
		f.typ = []string{"[]", "*", "[2]", "map[int]"}[w.IntN(4)] + f.typ
		return !f.embedded && f.doc == ""
	}), false},
	{"swap fields", false, onType(isStruct, func(w *world, _ *pkg, d *decl) bool {
		if len(d.fields) < 2 {
			return false
		}
		i := 1 + w.IntN(len(d.fields)-1)
		d.fields[0], d.fields[i] = d.fields[i], d.fields[0]
		return true
	}), false},
	{"embed by pointer or by value", false, onField(func(_ *world, _ *decl, f *field) bool {
		if rest, is := strings.CutPrefix(f.typ, "*"); is {
			f.typ = rest
		} else {
			f.typ = "*" + f.typ
		}
		return f.embedded
	}), false},
	{"change what a type is", false, onType(func(d *decl) bool { return d.text != "" && !isInterface(d) }, func(w *world, _ *pkg, d *decl) bool {
		equals := ""
		if d.text[0] == '=' {
			equals = "= "
		}
		d.text = equals + plain[w.IntN(len(plain))]
		return true
	}), false},
	{"make an alias a type, or a type an alias", true, onType(func(d *decl) bool { return d.text != "" && !isInterface(d) }, func(_ *world, _ *pkg, d *decl) bool {
		if rest, is := strings.CutPrefix(d.text, "= "); is {
			d.text = rest
		} else {
			d.text = "= " + d.text
		}
		return true
	}), false},
	{"rename a type", false, onType(anyType, func(w *world, p *pkg, d *decl) bool {
		w.rename("@"+p.tag+"."+d.name, "@"+p.tag+"."+d.name+"2")
		d.name += "2"
		return true
	}), false},
	{"move a type", true, onType(anyType, func(w *world, p *pkg, d *decl) bool {
		to := w.packages[w.IntN(len(w.packages))]
		if to == p {
			return false
		}
		p.decls = slices.DeleteFunc(p.decls, func(e *decl) bool { return e == d })
		to.decls = append(to.decls, d)
		w.rename("@"+p.tag+"."+d.name, "@"+to.tag+"."+d.name)
		return !w.internal && !d.marked("event") && !d.marked("capability") // in another package these may be of another bus
	}), false},
	{"add a method of a capability", false, onType(anyType, func(w *world, _ *pkg, d *decl) bool { return w.method(d, w.IntN(5) == 0) }), false},
	{"take a capability away", false, onType(func(d *decl) bool { return d.marked("event") }, func(w *world, _ *pkg, d *decl) bool {
		i := w.promised(d)
		if i < 0 {
			return false
		}
		d.methods = slices.Delete(d.methods, i, i+1)
		return true
	}), false},
	{"remove a method", true, onType(hasMethods, func(w *world, _ *pkg, d *decl) bool {
		i := w.IntN(len(d.methods))
		d.methods = slices.Delete(d.methods, i, i+1)
		return true
	}), false},
	{"change a method's result", true, onType(hasMethods, func(w *world, _ *pkg, d *decl) bool {
		d.methods[w.IntN(len(d.methods))].result = "uint8"
		return true
	}), false},
	{"change a method's parameter", false, onType(hasMethods, func(w *world, _ *pkg, d *decl) bool {
		d.methods[w.IntN(len(d.methods))].params = "string"
		return true
	}), false},
	{"change a method's receiver", false, onType(hasMethods, func(w *world, _ *pkg, d *decl) bool {
		m := &d.methods[w.IntN(len(d.methods))]
		m.pointer = !m.pointer
		return true
	}), false},
	{"change an interface", false, onType(isInterface, func(w *world, p *pkg, d *decl) bool { return p.domain && w.otherInterface(d) }), false},
	{"change an interface of another package", true, onType(isInterface, func(w *world, _ *pkg, d *decl) bool { return w.otherInterface(d) }), false},
	{"change a comment", true, onType(anyType, func(_ *world, _ *pkg, d *decl) bool {
		d.doc = append([]string{"// It is new.", "//"}, d.doc...)
		return true
	}), false},
	{"add a method Compare, Clone or String", true, onType(anyType, func(w *world, p *pkg, d *decl) bool {
		self := "@" + p.tag + "." + d.name
		one := []method{{name: "String", result: "string"}, {name: "Clone", result: self}, {name: "Compare", params: "x " + self, result: "int"}}[w.IntN(3)]
		d.methods = append(d.methods, one)
		return d.params == "" && !isInterface(d)
	}), false},
	{"add an event", true, func(w *world, _ *app) string {
		p := w.of("domain")
		p.decls = append(p.decls, &decl{name: "Added", doc: []string{"//busgen:event"}})
		return "Added"
	}, false},
	{"take an event's directive away", true, onType(func(d *decl) bool { return d.marked("event") }, func(_ *world, _ *pkg, d *decl) bool {
		d.doc = nil
		return true
	}), false},
	{"remove a type", false, onType(anyType, func(_ *world, p *pkg, d *decl) bool {
		p.decls = slices.DeleteFunc(p.decls, func(e *decl) bool { return e == d })
		return p.domain || !isInterface(d)
	}), false},
	{"add a consumer method", false, onConsumer(func(_ *world, a *app, c *consumer) bool {
		for _, name := range sorted(a.known) {
			if !slices.Contains(c.methods, "On"+name) {
				c.methods = append(c.methods, "On"+name)
				return true
			}
		}
		return false
	}), true},
	{"remove a consumer method", false, onConsumer(func(w *world, _ *app, c *consumer) bool {
		i := w.IntN(len(c.methods))
		c.methods = slices.Delete(c.methods, i, i+1)
		return true
	}), true},
	{"take an event by value or by interface", false, onConsumer(func(w *world, _ *app, c *consumer) bool {
		name := c.methods[w.IntN(len(c.methods))]
		c.byValue[name] = !c.byValue[name]
		return name != "OnEvent"
	}), true},
	{"swap consumers", false, func(_ *world, a *app) string {
		if len(a.consumers) < 2 {
			return ""
		}
		a.consumers[0], a.consumers[1] = a.consumers[1], a.consumers[0]
		return fmt.Sprint(a.consumers[0].name)
	}, true},
	{"remove a consumer", false, func(_ *world, a *app) string {
		a.consumers = a.consumers[1:]
		return "the first"
	}, true},
	{"rename a consumer", false, onConsumer(func(_ *world, _ *app, c *consumer) bool {
		c.name += "x"
		return true
	}), true},
}
