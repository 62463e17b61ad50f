package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/busgen/busgen/cmd/busgen/internal/model"
	"github.com/busgen/busgen/cmd/busgen/internal/wire"
)

// boundaries writes the methods that open and close blocks and transactions.
func (w *wired) boundaries(f *jen.File) {
	doc(f, append([]string{"BeginBlock opens a block. Blocks and transactions must nest; it panics where they do not."}, order(w.bus.Begin)...)...)
	w.boundary(f, "BeginBlock", w.bus.Begin, jen.Id("block"), jen.Qual(eventsPath, "Block"))
	doc(f, "BeginTx names the transaction of the events that follow, up to EndTx. It is no event itself.")
	f.Add(w.on()).Id("BeginTx").Params(jen.Id("id").String()).Block(inner("BeginTx").Call(jen.Id("id")))
	doc(f, append([]string{"EndTx closes the transaction."}, order(w.bus.EndTx)...)...)
	w.boundary(f, "EndTx", w.bus.EndTx, nil, nil)
	doc(f, append([]string{"EndBlock closes the block."}, order(w.bus.EndBlock)...)...)
	w.boundary(f, "EndBlock", w.bus.EndBlock, nil, nil)
}

func (w *wired) boundary(f *jen.File, name string, to []wire.Call, argument, typ *jen.Statement) {
	deliver := "deliver" + name
	f.Add(w.on()).Id(name).Params(jen.Add(argument, typ)).BlockFunc(func(g *jen.Group) {
		if call := inner(name).Call(argument); len(to) == 0 {
			g.Add(call)
		} else {
			g.Id("b").Dot(deliver).Call(call)
		}
		leaveWired(g)
	})
	if len(to) == 0 {
		return
	}
	f.Commentf("%s carries the event to those who want it.", deliver)
	f.Add(w.on()).Id(deliver).Params(jen.Id("e").Qual(eventsPath, name)).BlockFunc(func(g *jen.Group) {
		kept := jen.Id("e")
		if among(to) > 1 { // made an interface once for all, since that allocates
			kept = jen.Id("kept")
			g.Add(kept).Op(":=").Qual(eventsPath, "Event").Call(jen.Id("e"))
		}
		for _, c := range to {
			e := jen.Id("e")
			if c.Kept() {
				e = kept
			}
			g.Id("b").Dot("consumers").Dot(c.Field).Dot(c.Method).Call(e)
		}
	})
}

// among counts the calls that take the event as an interface.
func among(calls []wire.Call) int {
	n := 0
	for _, c := range calls {
		if c.Kept() {
			n++
		}
	}
	return n
}

// routes writes the methods for events that have their place already.
func (w *wired) routes(f *jen.File) {
	event := jen.Qual(eventsPath, "Event")
	doc(f, "Route delivers an event that has a header already, from a replay or a remote stream, as it is: the order is the caller's.\n"+
		"In an open block, what is emitted next gets a higher number. An event of a type that is not of package "+w.bus.Generated.Name+" is ignored and counted.")
	body := []jen.Code{
		jen.If(jen.Op("!").Add(inner("EnterRoute")).Call()).Block(inner("Enqueue").Call(jen.Lit("Route"), jen.Id("e")), jen.Return()),
	}
	body = append(body, w.names().find(f, finding{
		head: w.on(), call: jen.Id("b").Op("."), name: "route", of: w.bus.Generated.Path,
		body: w.routed, more: w.routedBoundaries, none: []jen.Code{inner("Ignore").Call()},
	})...)
	f.Add(w.on()).Id("Route").Params(jen.Id("e").Add(event.Clone())).BlockFunc(func(g *jen.Group) {
		for _, code := range body {
			g.Add(code)
		}
		leaveWired(g)
	})
	doc(f, "RouteBatch routes events one after another, each to all its consumers before the next. What consumers emit in answer follows the\nwhole batch.")
	f.Add(w.on()).Id("RouteBatch").Params(jen.Id("batch").Index().Add(event.Clone())).Block(
		jen.If(jen.Op("!").Add(inner("EnterBatch")).Call(jen.Id("batch"))).Block(
			jen.For(jen.List(jen.Id("_"), jen.Id("e")).Op(":=").Range().Id("batch")).Block(
				inner("Enqueue").Call(jen.Lit("RouteBatch"), jen.Id("e"))),
			jen.Return()),
		jen.For(jen.List(jen.Id("_"), jen.Id("e")).Op(":=").Range().Id("batch")).Block(jen.Id("b").Dot("Route").Call(jen.Id("e"))),
		jen.If(inner("LeaveBatch").Call()).Block(jen.Id("b").Dot("drain").Call()),
	)
	doc(f, "drain delivers what consumers emitted, in order, until nothing waits.")
	f.Add(w.on()).Id("drain").Params().Block(
		jen.For(jen.List(jen.Id("e"), jen.Id("ok")).Op(":=").Add(inner("Pop")).Call(), jen.Id("ok"),
			jen.List(jen.Id("e"), jen.Id("ok")).Op("=").Add(inner("Pop")).Call()).Block(jen.Id("b").Dot("Route").Call(jen.Id("e"))))
}

// names are the events as [writer.find] takes them, which needs no more of them.
func (w *wired) names() *writer {
	pkg := &model.Package{}
	for _, e := range w.bus.Events {
		pkg.Events = append(pkg.Events, &model.Event{Name: e.Name})
	}
	return &writer{pkg: pkg, kinds: w}
}

// Kind is the permanent number of an event.
func (w *wired) Kind(event string) uint32 { return w.events[event].Kind }

// routed writes what Route does with one event.
func (w *wired) routed(named *model.Event) []jen.Code {
	e := w.events[named.Name]
	code := []jen.Code{
		jen.If(jen.Id("e").Op("==").Nil()).Block(inner("Ignore").Call(), jen.Break()),
		inner("Follow").Call(jen.Id("e").Dot("BlockHeight").Call(), jen.Id("e").Dot("Sequence").Call()),
	}
	if len(e.Calls) > 0 {
		code = append(code, jen.Id("b").Dot(delivers(e.Name)).Call(jen.Id("e")))
	}
	return code
}

func (w *wired) routedBoundaries(g *jen.Group) {
	for _, b := range []struct {
		name string
		to   []wire.Call
	}{{"BeginBlock", w.bus.Begin}, {"EndTx", w.bus.EndTx}, {"EndBlock", w.bus.EndBlock}} {
		g.Case(jen.Qual(eventsPath, b.name)).BlockFunc(func(g *jen.Group) {
			g.Add(inner("Follow")).Call(jen.Id("e").Dot("BlockHeight").Call(), jen.Id("e").Dot("Sequence").Call())
			if len(b.to) > 0 {
				g.Id("b").Dot("deliver" + b.name).Call(jen.Id("e"))
			}
		})
	}
}
