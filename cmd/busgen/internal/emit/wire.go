package emit

import (
	"bytes"
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/busgen/busgen/cmd/busgen/internal/wire"
)

// Home is the package of a wired bus, which the user wrote.
type Home struct {
	Path, Name string
	Taken      []string // the names that it declares
}

// Wired writes the bus of one struct: its file's name and bytes. The same bus gives the same bytes.
func Wired(home Home, of *wire.Bus) (name string, content []byte, err error) {
	w := newWired(home, of)
	f := w.file()
	w.guards(f)
	w.declare(f)
	w.construct(f)
	w.bus.blocks(f, w.from(), map[string][]string{"BeginBlock": order(of.Begin), "EndTx": order(of.EndTx), "EndBlock": order(of.EndBlock)})
	for i := range of.Events {
		w.emit(f, &of.Events[i])
	}
	w.route(f)
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
	w := &wired{bus: bus{"b", of.Name(), jen.Op("&").Id("b").Dot("boundaries")}, home: home, wire: of, events: map[string]*wire.Event{}}
	for i := range of.Events {
		w.events[of.Events[i].Name] = &of.Events[i]
	}
	return w
}

// Stub returns the source of a file that replaces buses which can't be written yet: it has all their names, and the router's methods.
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

// self spells the bus's type, a pointer.
func (w *wired) self() *jen.Statement { return jen.Op("*").Id(w.wire.Name()) }

func payloadOf(e *wire.Event) *jen.Statement { return jen.Qual(e.Payload.Path, e.Payload.Type) }

func (w *wired) generated(name string) *jen.Statement { return jen.Qual(w.wire.Generated.Path, name) }

// from names the package whose events the bus carries, as "package generated".
func (w *wired) from() string { return "package " + w.wire.Generated.Name }

// declare writes the type of the bus.
func (w *wired) declare(f *jen.File) {
	doc(f, w.wire.Name()+" is the bus whose consumers are the fields of "+w.wire.Struct+". It calls them directly, in the order of the fields.",
		"One goroutine drives it: it emits, routes, and opens and closes blocks. Ignored is safe from any goroutine.")
	f.Type().Id(w.wire.Name()).StructFunc(func(g *jen.Group) {
		g.Id("bus").Add(mux("Bus"))
		g.Id("boundaries").Add(mux("Boundaries"))
		g.Id("consumers").Id(w.wire.Struct)
		for _, e := range w.wire.Events {
			if len(e.Calls) > 0 {
				g.Id(lane(e.Name)).Add(w.generated(e.Name + "Lane"))
			}
		}
	})
	f.Var().Id("_").Add(w.generated("Emitter")).Op("=").Parens(w.self()).Parens(jen.Nil())
}

// construct writes the function that makes the bus.
func (w *wired) construct(f *jen.File) {
	name := w.wire.Constructor()
	doc(f, name+" returns the bus of these consumers. It panics if one is nil.")
	f.Func().Id(name).Params(jen.Id("consumers").Id(w.wire.Struct)).Add(w.self()).BlockFunc(func(g *jen.Group) {
		for _, field := range w.wire.Fields {
			g.If(jen.Id("consumers." + field.Name).Op("==").Nil()).Block(jen.Panic(jen.Lit(
				"busgen: " + name + ": field " + field.Name + " of " + w.wire.Struct + " is nil: a wired bus calls each of its consumers")))
		}
		g.Id("b").Op(":=").Op("&").Id(w.wire.Name()).Values(jen.Dict{jen.Id("consumers"): jen.Id("consumers")})
		for _, c := range w.atBoundaries() {
			consumer := jen.Id("consumers").Dot(c.Field)
			if c.By == wire.ByRoute {
				consumer = events("Func").Call(consumer.Dot("Route"))
			}
			g.Id("b").Dot("boundaries.Add").Call(jen.Op("&").Add(mux("Candidate")).Values(jen.Dict{jen.Id("Value"): consumer}))
		}
		g.Return(jen.Id("b"))
	})
}

// atBoundaries lists one call of each field that consumes boundaries, in the order of the fields.
func (w *wired) atBoundaries() []wire.Call {
	var list []wire.Call
	for _, field := range w.wire.Fields {
		calls := slices.Concat(w.wire.Begin, w.wire.EndTx, w.wire.EndBlock)
		if i := slices.IndexFunc(calls, func(c wire.Call) bool { return c.Field == field.Name }); i >= 0 {
			list = append(list, calls[i])
		}
	}
	return list
}

// emit writes the methods of one event.
func (w *wired) emit(f *jen.File, e *wire.Event) {
	if len(e.Calls) == 0 {
		w.pass(f, e)
		return
	}
	w.emits(f, e.Name, payloadOf(e))
	f.Line()
	f.Add(w.on()).Id(send(e.Name)).Params(head(), jen.Id("payload").Op("*").Add(payloadOf(e))).BlockFunc(func(g *jen.Group) {
		g.Id("lane").Op(":=").Op("&").Add(w.own(lane(e.Name)))
		g.Add(w.nest(jen.Lit(len(e.Calls))))
		g.Add(w.guard(driver(), jen.Nil()))
		g.Add(w.use())
		lent := jen.Id("lane.Driver.Lend").Call(jen.Id("h"), jen.Id("payload"))
		if e.ByInterface() {
			lent = jen.Id("lane.Pointer").Call(lent)
		}
		g.Add(w.own(call(e.Name)).Call(lent))
		g.Add(w.end())
	})
	doc(f, append([]string{call(e.Name) + " calls the consumers."}, order(e.Calls)...)...)
	param := w.generated(e.Name)
	if e.ByInterface() {
		param = jen.Op("*").Add(param)
	}
	f.Add(w.on()).Id(call(e.Name)).Params(jen.Id("e").Add(param)).BlockFunc(func(g *jen.Group) {
		for _, c := range e.Calls {
			argument := jen.Id("e")
			if c.By == wire.ByValue && e.ByInterface() {
				argument = jen.Op("*").Id("e")
			}
			g.Id("b").Dot("consumers").Dot(c.Field).Dot(c.Method).Call(argument)
		}
	})
}

// call returns the name of the method that calls the consumers of an event.
func call(event string) string { return lower(event) + "Call" }

// pass writes the methods of an event without a consumer, which only uses a sequence number.
func (w *wired) pass(f *jen.File, e *wire.Event) {
	doc(f, "Emit"+e.Name+" takes a place in the block and calls nobody: no consumer takes "+e.Name+". It panics outside a block.")
	f.Add(w.on()).Id("Emit" + e.Name).Params(payloadOf(e)).Add(brief(w.part("Stamp").Call(jen.Lit("Emit" + e.Name))))
	doc(f, "Route"+e.Name+" calls nobody.")
	f.Add(w.on()).Id("Route"+e.Name).Params(head(), jen.Id("_").Add(payloadOf(e))).Block(w.part("At").Call(jen.Id("h")))
}

// order lists calls for a doc comment.
func order(calls []wire.Call) []string {
	if len(calls) == 0 {
		return nil
	}
	list := "The calls, in this order:"
	for _, c := range calls {
		list += "\n  - " + c.Field + "." + c.Method
		if c.By == wire.ByValue {
			list += ", by value"
		}
	}
	return []string{list}
}

// route writes the methods for events that have a header.
func (w *wired) route(f *jen.File) {
	s := finding{
		of: w.wire.Generated.Path, kind: func(event string) uint32 { return w.events[event].Kind },
		head: w.on(), call: jen.Id("b").Op("."), name: "deliver",
		body: func(event string) []jen.Code {
			switch e := w.events[event]; {
			case len(e.Calls) == 0:
				return nil
			case e.ByInterface():
				return []jen.Code{w.own(call(event)).Call(jen.Id("e"))}
			}
			return []jen.Code{w.own(call(event)).Call(jen.Op("*").Id("e"))}
		},
		none: []jen.Code{w.part("Boundary").Call(jen.Op("&").Add(w.own("boundaries")), jen.Id("e"))},
	}
	for _, e := range w.wire.Events {
		s.events = append(s.events, e.Name)
	}
	w.routes(f, w.from(), s.write(f))
}
