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
func Wired(home Home, bus *wire.Bus) (name string, content []byte, err error) {
	w := &wired{bus: bus, home: home, events: map[string]*wire.Event{}}
	for i := range bus.Events {
		w.events[bus.Events[i].Name] = &bus.Events[i]
	}
	f := w.file()
	w.declare(f)
	w.construct(f)
	for i := range bus.Events {
		w.emit(f, &bus.Events[i])
	}
	w.boundaries(f)
	w.routes(f)
	var b bytes.Buffer
	if err := f.Render(&b); err != nil {
		return "", nil, err
	}
	return strings.TrimLeft(snake(bus.Struct), "_") + wire.Suffix, b.Bytes(), nil // Go leaves out files that begin with _
}

type wired struct {
	home   Home
	bus    *wire.Bus
	events map[string]*wire.Event
}

// Stub is the source of a file in place of buses that can't be written yet: all of their names, and the router's methods.
func Stub(home Home, buses []*wire.Bus) ([]byte, error) {
	f := jen.NewFilePathName(home.Path, home.Name)
	for _, bus := range buses {
		w := &wired{bus: bus, home: home}
		f.Type().Id(bus.Name()).Struct(jen.Op("*").Qual(bus.Generated.Path, "Router"))
		f.Func().Id(bus.Constructor()).Params(jen.Id(bus.Struct)).Add(w.self()).Block(jen.Return(jen.Nil()))
	}
	var b bytes.Buffer
	err := f.Render(&b)
	return b.Bytes(), err
}

// self is the bus's type, a pointer.
func (w *wired) self() *jen.Statement { return jen.Op("*").Id(w.bus.Name()) }

func (w *wired) on() *jen.Statement { return jen.Func().Params(jen.Id("b").Add(w.self())) }

func inner(method string) *jen.Statement { return jen.Id("b").Dot("bus").Dot(method) }

func makes(e *wire.Event) string { return lower(e.Name) + "Maker" }

func delivers(event string) string { return lower(event) + "Deliver" }

func payloadOf(e *wire.Event) *jen.Statement { return jen.Qual(e.Payload.Path, e.Payload.Type) }

func (w *wired) generated(name string) *jen.Statement { return jen.Qual(w.bus.Generated.Path, name) }

// declare writes the type of the bus.
func (w *wired) declare(f *jen.File) {
	doc(f, w.bus.Name()+" is the bus whose consumers are the fields of "+w.bus.Struct+", known when this was generated: each event goes straight to\n"+
		"those that want it, in the order of the fields.",
		"One goroutine drives it: emits, boundaries and routes. Ignored is safe from any goroutine.")
	f.Type().Id(w.bus.Name()).StructFunc(func(g *jen.Group) {
		g.Id("bus").Qual(muxPath, "Bus")
		g.Id("consumers").Id(w.bus.Struct)
		for i := range w.bus.Events {
			e := &w.bus.Events[i]
			g.Id(makes(e)).Add(w.generated(e.Name + "Maker"))
		}
	})
	f.Var().Id("_").Add(w.generated("Emitter")).Op("=").Parens(w.self()).Parens(jen.Nil())
}

// construct writes the function that makes the bus.
func (w *wired) construct(f *jen.File) {
	name := w.bus.Constructor()
	doc(f, name+" makes the bus of these consumers. It panics if one is nil.")
	f.Func().Id(name).Params(jen.Id("consumers").Id(w.bus.Struct)).Add(w.self()).BlockFunc(func(g *jen.Group) {
		for _, field := range w.bus.Fields {
			g.If(jen.Id("consumers").Dot(field).Op("==").Nil()).Block(jen.Panic(jen.Lit(
				"busgen: " + name + ": field " + field + " of " + w.bus.Struct + " is nil: a wired bus calls each of its consumers")))
		}
		g.Id("b").Op(":=").Op("&").Id(w.bus.Name()).Values(jen.Dict{jen.Id("consumers"): jen.Id("consumers")})
		g.Add(inner("Init")).Call()
		g.Return(jen.Id("b"))
	})
	doc(f, "Ignored is how many events of a type that is not of package "+w.bus.Generated.Name+" were routed.")
	f.Add(w.on()).Id("Ignored").Params().Uint64().Block(jen.Return(inner("Ignored").Call()))
	doc(f, "Next is the header that the next event gets; a batch for RouteBatch begins there.")
	f.Add(w.on()).Id("Next").Params().Qual(eventsPath, "Header").Block(jen.Return(inner("Next").Call()))
}

// emit writes the methods of one event.
func (w *wired) emit(f *jen.File, e *wire.Event) {
	name := "Emit" + e.Name
	doc(f, emitDoc(name, e)...)
	f.Add(w.on()).Id(name).Params(jen.Id("payload").Add(payloadOf(e))).BlockFunc(func(g *jen.Group) {
		g.If(jen.Op("!").Add(inner("Enter")).Call()).Block(jen.Id("b").Dot(nest(e.Name)).Call(jen.Op("&").Id("payload")), jen.Return())
		switch {
		case len(e.Calls) == 0:
			g.Add(inner("Skip")).Call()
		case e.Kept():
			w.own(g, e, jen.Id("payload"))
			g.Id("e").Op(":=").Add(w.make(e, "Keep", jen.Op("&").Id("payload")))
		default:
			w.own(g, e, jen.Id("payload"))
			g.Id("e").Op(":=").Add(w.make(e, "Make", jen.Op("&").Id("payload")))
		}
		calls(g, e.Calls)
		leaveWired(g)
	})
	f.Commentf("%s is %s from inside a consumer.", nest(e.Name), name)
	f.Add(w.on()).Id(nest(e.Name)).Params(jen.Id("payload").Op("*").Add(payloadOf(e))).BlockFunc(func(g *jen.Group) {
		g.Add(inner("Nest")).Call(jen.Lit(name))
		if len(e.Calls) > 0 {
			w.own(g, e, jen.Op("*").Id("payload"))
		}
		g.Add(inner("Enqueue")).Call(jen.Lit(name), w.make(e, "Keep", jen.Id("payload")))
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

func (w *wired) make(e *wire.Event, how string, payload *jen.Statement) *jen.Statement {
	return jen.Id("b").Dot(makes(e)).Dot(how).Call(jen.Op("&").Id("b").Dot("bus"), payload)
}

// own copies what a payload shares with its emitter.
func (w *wired) own(g *jen.Group, e *wire.Event, payload *jen.Statement) {
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

func leaveWired(g *jen.Group) {
	g.If(inner("Leave").Call()).Block(jen.Id("b").Dot("drain").Call())
}
