package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/busgen/busgen/cmd/busgen/internal/model"
)

// router writes the router: what does not depend on one event.
func (w *writer) router() {
	f := w.file("router")
	doc(f, "Router is the bus whose consumers attach and detach as the program runs.",
		"One goroutine drives it: emits, boundaries and routes. Attach, detach and Ignored are safe from any goroutine.")
	f.Type().Id("Router").StructFunc(func(g *jen.Group) {
		g.Id("bus").Qual(muxPath, "Bus")
		g.Id("roster").Qual(muxPath, "Roster").Types(jen.Id("table"), jen.Op("*").Id("table"))
		for _, e := range w.pkg.Events {
			g.Id(maker(e)).Id(e.Name + "Maker")
		}
	})
	f.Comment("stamped is the header part of every event here.")
	f.Type().Id("stamped").Op("=").Qual(eventsPath, "Stamped")
	doc(f, "EventConsumer is interest in everything, boundaries included.")
	f.Type().Id("EventConsumer").Op("=").Qual(eventsPath, "Consumer")
	doc(f, "EventFunc is a function as an EventConsumer.")
	f.Type().Id("EventFunc").Op("=").Qual(eventsPath, "Func")
	doc(f, "NewRouter makes a router without consumers.")
	f.Func().Id("NewRouter").Params().Op("*").Id("Router").Block(
		jen.Id("r").Op(":=").Op("&").Id("Router").Values(),
		onBus("Init").Call(),
		jen.Id("r").Dot("roster").Dot("Init").Call(jen.Op("&").Id("r").Dot("bus")),
		jen.Return(jen.Id("r")),
	)
	w.attach(f)
	w.boundaries(f)
	w.routes(f)
}

func onRouter() *jen.Statement { return jen.Func().Params(jen.Id("r").Op("*").Id("Router")) }

func onBus(method string) *jen.Statement { return jen.Id("r").Dot("bus").Dot(method) }

func (w *writer) attach(f *jen.File) {
	doc(f, "Attach adds a consumer: each of its methods that belongs to a consumer interface of this package is called for every event\n"+
		"that matches, from the next delivery on. A consumer without such a method is an error that names the nearest interface.",
		"detach takes it out again from the next delivery on, and returns once it can no longer be called (from inside a consumer: at once).")
	f.Add(onRouter()).Id("Attach").Params(jen.Id("consumer").Any()).Params(jen.Id("detach").Func().Params(), jen.Id("err").Error()).Block(
		jen.Return(jen.Id("r").Dot("roster").Dot("Attach").Call(jen.Op("&").Id("r").Dot("bus"), jen.Id("consumer"))))
	doc(f, "Ignored is how many events of a type that is not of this package were routed.")
	f.Add(onRouter()).Id("Ignored").Params().Uint64().Block(jen.Return(onBus("Ignored").Call()))
	doc(f, "Next is the header that the next event gets; a batch for RouteBatch begins there.")
	f.Add(onRouter()).Id("Next").Params().Qual(eventsPath, "Header").Block(jen.Return(onBus("Next").Call()))
}

func (w *writer) boundaries(f *jen.File) {
	doc(f, "BeginBlock opens a block. Blocks and transactions must nest; it panics where they do not.")
	boundary(f, "BeginBlock", jen.Id("block").Qual(eventsPath, "Block"), jen.Id("block"))
	doc(f, "BeginTx names the transaction of the events that follow, up to EndTx. It is no event itself.")
	f.Add(onRouter()).Id("BeginTx").Params(jen.Id("id").String()).Block(onBus("BeginTx").Call(jen.Id("id")))
	doc(f, "EndTx closes the transaction.")
	boundary(f, "EndTx", nil, nil)
	doc(f, "EndBlock closes the block.")
	boundary(f, "EndBlock", nil, nil)
}

// release and leave write the end of a delivery.
func release() *jen.Statement { return jen.Id("r").Dot("roster").Dot("Release").Call(jen.Id("t")) }

func leave() *jen.Statement {
	return jen.If(onBus("Leave").Call()).Block(jen.Id("r").Dot("drain").Call())
}

func boundary(f *jen.File, name string, param, argument *jen.Statement) {
	f.Add(onRouter()).Id(name).Params(param).Block(
		jen.Id("e").Op(":=").Add(onBus(name)).Call(argument),
		jen.Id("t").Op(":=").Id("r").Dot("roster").Dot("Load").Call(),
		jen.Id("t").Dot("Boundaries").Dot(name).Call(jen.Id("e")),
		release(),
		leave(),
	)
}

func (w *writer) routes(f *jen.File) {
	event := jen.Qual(eventsPath, "Event")
	doc(f, "Route delivers an event that has a header already, from a replay or a remote stream, as it is: the order is the caller's.\n"+
		"In an open block, what is emitted next gets a higher number. An event of a type that is not of this package is ignored and counted.")
	body := []jen.Code{
		jen.If(jen.Op("!").Add(onBus("EnterRoute").Call())).Block(onBus("Enqueue").Call(jen.Lit("Route"), jen.Id("e")), jen.Return()),
		jen.Id("t").Op(":=").Id("r").Dot("roster").Dot("Load").Call(),
	}
	body = append(body, w.find(f, finding{
		head: onRouter(), call: jen.Id("r").Op("."), name: "route",
		params: []jen.Code{jen.Id("t").Op("*").Id("table")}, args: []jen.Code{jen.Id("t")},
		body: routeCase, more: routeBoundaries, none: []jen.Code{onBus("Ignore").Call()},
	})...)
	f.Add(onRouter()).Id("Route").Params(jen.Id("e").Add(event.Clone())).Block(append(body, release(), leave())...)
	doc(f, "RouteBatch routes events one after another, each to all its consumers before the next. What consumers emit in answer follows the\nwhole batch.")
	f.Add(onRouter()).Id("RouteBatch").Params(jen.Id("batch").Index().Add(event.Clone())).Block(
		jen.If(jen.Op("!").Add(onBus("EnterBatch")).Call(jen.Id("batch"))).Block(
			jen.For(jen.List(jen.Id("_"), jen.Id("e")).Op(":=").Range().Id("batch")).Block(
				onBus("Enqueue").Call(jen.Lit("RouteBatch"), jen.Id("e"))),
			jen.Return()),
		jen.For(jen.List(jen.Id("_"), jen.Id("e")).Op(":=").Range().Id("batch")).Block(jen.Id("r").Dot("Route").Call(jen.Id("e"))),
		jen.If(onBus("LeaveBatch").Call()).Block(jen.Id("r").Dot("drain").Call()),
	)
	doc(f, "drain delivers what consumers emitted, in order, until nothing waits.")
	f.Add(onRouter()).Id("drain").Params().Block(
		jen.For(jen.List(jen.Id("e"), jen.Id("ok")).Op(":=").Add(onBus("Pop")).Call(), jen.Id("ok"), jen.List(jen.Id("e"), jen.Id("ok")).Op("=").Add(onBus("Pop")).Call()).Block(
			jen.Id("r").Dot("Route").Call(jen.Id("e"))))
}

// routeCase writes what Route does with one event.
func routeCase(e *model.Event) []jen.Code {
	return []jen.Code{
		jen.If(jen.Id("e").Op("==").Nil()).Block(onBus("Ignore").Call(), jen.Break()),
		onBus("Follow").Call(jen.Id("e").Dot("BlockHeight").Call(), jen.Id("e").Dot("Sequence").Call()),
		jen.Id("t").Dot(row(e)).Dot("deliver").Call(jen.Id("t"), jen.Id("e")),
	}
}

func routeBoundaries(g *jen.Group) {
	for _, name := range []string{"BeginBlock", "EndTx", "EndBlock"} {
		g.Case(jen.Qual(eventsPath, name)).Block(
			onBus("Follow").Call(jen.Id("e").Dot("BlockHeight").Call(), jen.Id("e").Dot("Sequence").Call()),
			jen.Id("t").Dot("Boundaries").Dot(name).Call(jen.Id("e")))
	}
}
