package main

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
)

// edit is a kind of random change of a world or its consumers. It reports what it changed, or nothing if it found nothing to change.
type edit struct {
	name string
	// unseen says that docs/generated-code.md lists such changes among those that a compiler cannot see.
	unseen bool
	make   func(w *world, a *app) string
	// consumers says that the change is not one of the domain.
	consumers bool
}

// changed makes random changes, one at a time. After each the code does not compile, with a message that says what to run; or busgen check
// finds what a compiler cannot see; or the code is not stale.
func (c *trial) changed() bool {
	for n := range *changes {
		c.chance(uint64(n))
		e := edits[c.world.IntN(len(edits))]
		if e.consumers && c.app == nil {
			continue
		}
		w, a := c.world.clone(), c.app.clone()
		what := e.make(w, a)
		if what == "" {
			continue
		}
		c.writeAll(w, a)
		c.judge(e, e.name+": "+what)
		c.writeAll(c.world, c.app)
	}
	return true
}

// chance starts the chance of one part of the trial, so that it does not depend on the other parts.
func (c *trial) chance(part uint64) { c.world.Rand = rand.New(rand.NewPCG(c.seed, 100+part)) }

// writeAll writes the source files of a world and of its consumers, if there are some.
func (c *trial) writeAll(w *world, a *app) {
	c.write(w)
	if a != nil {
		c.put(w.name+"/app/a.go", a.source(w))
	}
}

// judge says whether code is as stale as it looks.
func (c *trial) judge(e edit, what string) {
	broken := c.compile()
	ours := slices.DeleteFunc(slices.Clone(broken), func(message string) bool { return !isOurs(message) })
	switch {
	case len(ours) < len(broken) && len(ours) == 0:
		c.count.skipped++
		return
	case len(broken) > 0:
		if !strings.Contains(strings.Join(ours, "\n"), "run_go_generate") {
			fail("after a change (%s) the compiler does not say what to run:\n%s", what, strings.Join(broken, "\n"))
		}
		c.count.changes++
		c.count.seen++
		return
	}
	c.count.changes++
	if e.unseen && c.world.IntN(4) > 0 {
		c.count.unseen++ // busgen check takes a hundred times as long as a compiler
		return
	}
	args := c.patterns()
	if e.consumers {
		args = []string{"./" + c.world.name + "/app"}
	}
	code, stdout, stderr := c.run(append([]string{"check"}, args...)...)
	switch {
	case code == exitOK:
		c.count.harmless++
	case e.unseen:
		c.count.unseen++
	default:
		fail("stale code compiles after a change: %s\n%s%s", what, stderr, stdout)
	}
}

// some returns a random one of the types that a condition holds for, mostly of those that payloads are made of.
func (w *world) some(is func(*decl) bool) (*pkg, *decl) {
	reached, anyone := w.reached(), w.IntN(10) == 0
	var in []*pkg
	var all []*decl
	for _, p := range w.packages {
		for _, d := range p.decls {
			if (anyone || reached["@"+p.tag+"."+d.name]) && is(d) {
				in, all = append(in, p), append(all, d)
			}
		}
	}
	if all == nil {
		return nil, nil
	}
	i := w.IntN(len(all))
	return in[i], all[i]
}

// typeName matches the name of a type of a world.
var typeName = regexp.MustCompile(`@\w+\.[\pL_][\pL\pN_]*`)

// reached returns the types that payloads are made of, and capabilities.
func (w *world) reached() map[string]bool {
	by, reached := map[string]*decl{}, map[string]bool{}
	var visit func(name string, d *decl)
	visit = func(name string, d *decl) {
		if d == nil || reached[name] {
			return
		}
		reached[name] = true
		text := d.text
		for _, f := range d.fields {
			text += " " + f.typ
		}
		for _, part := range typeName.FindAllString(text, -1) {
			visit(part, by[part])
		}
	}
	for _, p := range w.packages {
		for _, d := range p.decls {
			by["@"+p.tag+"."+d.name] = d
		}
	}
	for name, d := range by {
		if d.marked("event") || d.marked("capability") {
			visit(name, d)
		}
	}
	return reached
}

// fielded returns a random field of a random struct that has some; nil if there is none.
func (w *world) fielded() (d *decl, at int) {
	_, d = w.some(func(d *decl) bool { return len(d.fields) > 0 })
	if d == nil {
		return nil, 0
	}
	return d, w.IntN(len(d.fields))
}

// onField makes an edit of a random field.
func onField(change func(w *world, d *decl, f *field) bool) func(*world, *app) string {
	return func(w *world, _ *app) string {
		d, i := w.fielded()
		if d == nil {
			return ""
		}
		name := d.name + "." + d.fields[i].name
		if !change(w, d, &d.fields[i]) {
			return ""
		}
		return name
	}
}

// onType makes an edit of a random type.
func onType(is func(*decl) bool, change func(w *world, p *pkg, d *decl) bool) func(*world, *app) string {
	return func(w *world, _ *app) string {
		p, d := w.some(is)
		if d == nil || !change(w, p, d) {
			return ""
		}
		return p.tag + "." + d.name
	}
}

func anyType(*decl) bool { return true }

func isStruct(d *decl) bool { return d.text == "" }

func isInterface(d *decl) bool { return strings.HasPrefix(d.text, "interface") }

func hasMethods(d *decl) bool { return len(d.methods) > 0 }

// rename gives a type another name, or another package, wherever it is used.
func (w *world) rename(from, to string) {
	pattern := regexp.MustCompile(regexp.QuoteMeta(from) + `([^\pL\pN_]|$)`)
	replace := func(s string) string { return pattern.ReplaceAllString(s, to+"$1") }
	_, before, _ := strings.Cut(from, ".")
	_, after, _ := strings.Cut(to, ".")
	for _, p := range w.packages {
		for _, d := range p.decls {
			d.text = replace(d.text)
			for i := range d.fields {
				f := &d.fields[i]
				was := f.typ
				if f.typ = replace(was); was != f.typ && f.embedded && f.name == before {
					f.name = after
				}
			}
		}
		for i := range p.funcs {
			p.funcs[i] = replace(p.funcs[i])
		}
	}
}

// clone returns a copy of an app, for a change.
func (a *app) clone() *app {
	if a == nil {
		return nil
	}
	b := *a
	b.consumers = nil
	for _, c := range a.consumers {
		d := *c
		d.methods, d.byValue = slices.Clone(c.methods), map[string]bool{}
		for name, is := range c.byValue {
			d.byValue[name] = is
		}
		b.consumers = append(b.consumers, &d)
	}
	return &b
}

// onConsumer makes an edit of a random consumer.
func onConsumer(change func(w *world, a *app, c *consumer) bool) func(*world, *app) string {
	return func(w *world, a *app) string {
		c := a.consumers[w.IntN(len(a.consumers))]
		if !change(w, a, c) {
			return ""
		}
		return fmt.Sprintf("%s %v", c.name, c.methods)
	}
}

// method gives a type a method under the name of a capability's.
func (w *world) method(d *decl, pointer bool) bool {
	name := methodNames[w.IntN(len(methodNames))]
	if isInterface(d) || slices.Contains(d.names(), name) {
		return false
	}
	d.methods = append(d.methods, method{name: name, result: methodResults[name], pointer: pointer})
	return true
}

// otherInterface adds a method to an interface, or changes one.
func (w *world) otherInterface(d *decl) bool {
	name := methodNames[w.IntN(len(methodNames))]
	if strings.Contains(d.text, name+"()") {
		d.text = strings.Replace(d.text, "()", "(int)", 1)
	} else {
		d.text = strings.TrimSuffix(d.text, "}") + "\t" + name + "() " + methodResults[name] + sharing[name] + "\n}"
	}
	return true
}

// promised returns the place of a method of an event that an interface capability has, of which the event has all methods itself; -1 if
// there is none.
func (w *world) promised(event *decl) int {
	all, _ := w.all("capability")
	for _, c := range all {
		lines := strings.Split(strings.TrimSuffix(strings.TrimPrefix(c.text, "interface {\n"), "\n}"), "\n")
		at := -1
		for _, line := range lines {
			at = slices.IndexFunc(event.methods, func(m method) bool {
				return !m.pointer && m.params == "" && strings.TrimSpace(line) == m.name+"() "+m.result
			})
			if at < 0 {
				break
			}
		}
		if isInterface(c) && at >= 0 {
			return at
		}
	}
	return -1
}

func sorted(set map[string]bool) []string { return slices.Sorted(maps.Keys(set)) }
