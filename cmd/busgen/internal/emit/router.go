package emit

import (
	"slices"

	"github.com/dave/jennifer/jen"
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
			g.Id(maker(e.Name)).Id(e.Name + "Maker")
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
		router.part("Init").Call(),
		jen.Id("r").Dot("roster").Dot("Init").Call(jen.Op("&").Id("r").Dot("bus")),
		jen.Return(jen.Id("r")),
	)
	w.attach(f)
	w.boundaries(f)
	w.routes(f)
}

// router is the bus of the generated package.
var router = bus{"r", "Router"}

func (w *writer) attach(f *jen.File) {
	doc(f, "Attach adds a consumer: each of its methods that belongs to a consumer interface of this package is called for every event\n"+
		"that matches, from the next delivery on. A consumer without such a method is an error that names the nearest interface.",
		"detach takes it out again from the next delivery on, and returns once it can no longer be called (from inside a consumer: at once).")
	f.Add(router.on()).Id("Attach").Params(jen.Id("consumer").Any()).Params(jen.Id("detach").Func().Params(), jen.Id("err").Error()).Block(
		jen.Return(jen.Id("r").Dot("roster").Dot("Attach").Call(jen.Op("&").Id("r").Dot("bus"), jen.Id("consumer"))))
	router.told(f, "this package")
}

func (w *writer) boundaries(f *jen.File) {
	doc(f, "BeginBlock opens a block. Blocks and transactions must nest; it panics where they do not.")
	boundary(f, "BeginBlock", jen.Id("block").Qual(eventsPath, "Block"), jen.Id("block"))
	router.beginTx(f)
	doc(f, "EndTx closes the transaction.")
	boundary(f, "EndTx", nil, nil)
	doc(f, "EndBlock closes the block.")
	boundary(f, "EndBlock", nil, nil)
}

// loadTable takes the table for a delivery, and release says that the delivery is over.
func loadTable() *jen.Statement { return jen.Id("t").Op(":=").Id("r").Dot("roster").Dot("Load").Call() }

func release() *jen.Statement { return jen.Id("r").Dot("roster").Dot("Release").Call(jen.Id("t")) }

func boundary(f *jen.File, name string, param, argument *jen.Statement) {
	f.Add(router.on()).Id(name).Params(param).Block(
		jen.Id("e").Op(":=").Add(router.part(name)).Call(argument),
		loadTable(),
		jen.Id("t").Dot("Boundaries").Dot(name).Call(jen.Id("e")),
		release(),
		router.leave(),
	)
}

func (w *writer) routes(f *jen.File) {
	body := w.finding(finding{
		head: router.on(), call: jen.Id("r").Op("."), name: "route",
		params: []jen.Code{tableParam()}, args: []jen.Code{jen.Id("t")},
		body: routeCase, more: routeBoundaries, none: []jen.Code{router.part("Ignore").Call()},
	}).write(f)
	router.route(f, "this package", slices.Concat([]jen.Code{loadTable()}, body, []jen.Code{release()})...)
	router.routeMany(f)
}

// finding completes one over the events of the package.
func (w *writer) finding(s finding) finding {
	s.of, s.kind = w.out.Path, w.kinds.Kind
	for _, e := range w.pkg.Events {
		s.events = append(s.events, e.Name)
	}
	return s
}

// routeCase writes what Route does with one event.
func routeCase(event string) []jen.Code {
	return []jen.Code{
		router.unlessNil(),
		router.follow(),
		jen.Id("t").Dot(row(event)).Dot("deliver").Call(jen.Id("t"), jen.Id("e")),
	}
}

func routeBoundaries(g *jen.Group) {
	for _, name := range []string{"BeginBlock", "EndTx", "EndBlock"} {
		g.Case(jen.Qual(eventsPath, name)).Block(
			router.follow(),
			jen.Id("t").Dot("Boundaries").Dot(name).Call(jen.Id("e")))
	}
}
