package emit

import (
	"bytes"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/busgen/busgen/cmd/busgen/internal/wire"
)

// Home is the package that a wired bus goes into, which is not busgen's own.
type Home struct {
	Path, Name string
	Taken      []string // the names that it declares
}

// Wired writes the bus of one struct: its file's name and bytes. The same bus gives the same bytes.
func Wired(home Home, of *wire.Bus) (name string, content []byte, err error) {
	w := newWired(home, of)
	f := w.file()
	w.declare(f)
	w.construct(f)
	for i := range of.Events {
		w.emit(f, &of.Events[i])
	}
	w.boundaries(f)
	w.routes(f)
	var b bytes.Buffer
	if err := f.Render(&b); err != nil {
		return "", nil, err
	}
	return strings.TrimLeft(snake(of.Struct), "_") + wire.Suffix, b.Bytes(), nil // Go leaves out files that begin with _
}

type wired struct {
	bus
	home   Home
	wire   *wire.Bus
	events map[string]*wire.Event
}

func newWired(home Home, of *wire.Bus) *wired {
	w := &wired{bus: bus{"b", of.Name()}, home: home, wire: of, events: map[string]*wire.Event{}}
	for i := range of.Events {
		w.events[of.Events[i].Name] = &of.Events[i]
	}
	return w
}

// Stub is the source of a file in place of buses that can't be written yet: all of their names, and the router's methods.
func Stub(home Home, buses []*wire.Bus) ([]byte, error) {
	f := jen.NewFilePathName(home.Path, home.Name)
	for _, bus := range buses {
		w := newWired(home, bus)
		f.Type().Id(bus.Name()).Struct(jen.Op("*").Qual(bus.Generated.Path, "Router"))
		f.Func().Id(bus.Constructor()).Params(jen.Id(bus.Struct)).Add(w.self()).Block(jen.Return(jen.Nil()))
	}
	var b bytes.Buffer
	err := f.Render(&b)
	return b.Bytes(), err
}

// self is the bus's type, a pointer.
func (w *wired) self() *jen.Statement { return jen.Op("*").Id(w.wire.Name()) }

func payloadOf(e *wire.Event) *jen.Statement { return jen.Qual(e.Payload.Path, e.Payload.Type) }

func (w *wired) generated(name string) *jen.Statement { return jen.Qual(w.wire.Generated.Path, name) }

// declare writes the type of the bus.
func (w *wired) declare(f *jen.File) {
	doc(f, w.wire.Name()+" is the bus whose consumers are the fields of "+w.wire.Struct+", known when this was generated: each event goes straight to\n"+
		"those that want it, in the order of the fields.",
		"One goroutine drives it: emits, boundaries and routes. Ignored is safe from any goroutine.")
	f.Type().Id(w.wire.Name()).StructFunc(func(g *jen.Group) {
		g.Id("bus").Qual(muxPath, "Bus")
		g.Id("consumers").Id(w.wire.Struct)
		for i := range w.wire.Events {
			e := &w.wire.Events[i]
			g.Id(maker(e.Name)).Add(w.generated(e.Name + "Maker"))
		}
	})
	f.Var().Id("_").Add(w.generated("Emitter")).Op("=").Parens(w.self()).Parens(jen.Nil())
}

// construct writes the function that makes the bus.
func (w *wired) construct(f *jen.File) {
	name := w.wire.Constructor()
	doc(f, name+" makes the bus of these consumers. It panics if one is nil.")
	f.Func().Id(name).Params(jen.Id("consumers").Id(w.wire.Struct)).Add(w.self()).BlockFunc(func(g *jen.Group) {
		for _, field := range w.wire.Fields {
			g.If(jen.Id("consumers").Dot(field).Op("==").Nil()).Block(jen.Panic(jen.Lit(
				"busgen: " + name + ": field " + field + " of " + w.wire.Struct + " is nil: a wired bus calls each of its consumers")))
		}
		g.Id("b").Op(":=").Op("&").Id(w.wire.Name()).Values(jen.Dict{jen.Id("consumers"): jen.Id("consumers")})
		g.Add(w.part("Init")).Call()
		g.Return(jen.Id("b"))
	})
	w.told(f, "package "+w.wire.Generated.Name)
}

// emit writes the methods of one event.
func (w *wired) emit(f *jen.File, e *wire.Event) {
	name := "Emit" + e.Name
	doc(f, emitDoc(name, e)...)
	f.Add(w.on()).Id(name).Params(jen.Id("payload").Add(payloadOf(e))).BlockFunc(func(g *jen.Group) {
		g.Add(w.enter(e.Name))
		switch {
		case len(e.Calls) == 0:
			g.Add(w.part("Skip")).Call()
		case e.Kept():
			w.unshare(g, e, jen.Id("payload"))
			g.Id("e").Op(":=").Add(w.make("Keep", e.Name, jen.Op("&").Id("payload")))
		default:
			w.unshare(g, e, jen.Id("payload"))
			g.Id("e").Op(":=").Add(w.make("Make", e.Name, jen.Op("&").Id("payload")))
		}
		calls(g, e.Calls)
		g.Add(w.leave())
	})
	f.Commentf("%s is %s from inside a consumer.", nest(e.Name), name)
	f.Add(w.on()).Id(nest(e.Name)).Params(jen.Id("payload").Op("*").Add(payloadOf(e))).BlockFunc(func(g *jen.Group) {
		g.Add(w.part("Nest")).Call(jen.Lit(name))
		if len(e.Calls) > 0 {
			w.unshare(g, e, jen.Op("*").Id("payload"))
		}
		g.Add(w.part("Enqueue")).Call(jen.Lit(name), w.make("Keep", e.Name, jen.Id("payload")))
	})
	if len(e.Calls) == 0 {
		return
	}
	f.Commentf("%s carries an event that has its place.", delivers(e.Name))
	f.Add(w.on()).Id(delivers(e.Name)).Params(jen.Id("e").Op("*").Add(w.generated(e.Name))).BlockFunc(func(g *jen.Group) { calls(g, e.Calls) })
}

// emitDoc says who gets an event, and when.
func emitDoc(name string, e *wire.Event) []string {
	if len(e.Calls) == 0 {
		return []string{name + " takes a place in the block and calls nobody: no consumer wants " + e.Name + ". It panics outside a block."}
	}
	return append(append([]string{name + " stamps the payload."}, order(e.Calls)...),
		"It returns when all have returned; from inside a consumer it returns at once, and the event follows the one in hand. It panics\noutside a block.")
}

// order lists calls for a doc comment.
func order(calls []wire.Call) []string {
	if len(calls) == 0 {
		return nil
	}
	list := "The calls, in this order:"
	for _, c := range calls {
		list += "\n  - " + c.Field + "." + c.Method + how(c)
	}
	return []string{list}
}

func how(c wire.Call) string {
	switch c.By {
	case wire.ByValue:
		return ", by value"
	case wire.ByPointer:
		return ", by pointer"
	}
	return ""
}

// unshare copies what a payload shares with its emitter.
func (w *wired) unshare(g *jen.Group, e *wire.Event, payload *jen.Statement) {
	if e.Copied {
		g.Add(payload.Clone()).Op("=").Add(w.generated("Copy" + e.Name)).Call(payload.Clone())
	}
}

// calls writes the calls of an event e, a pointer.
func calls(g *jen.Group, list []wire.Call) {
	for _, c := range list {
		e := jen.Id("e")
		if c.By == wire.ByValue {
			e = jen.Op("*").Id("e")
		}
		g.Id("b").Dot("consumers").Dot(c.Field).Dot(c.Method).Call(e)
	}
}
