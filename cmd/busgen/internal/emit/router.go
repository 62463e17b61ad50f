package emit

import "github.com/dave/jennifer/jen"

// router is the bus of the generated package.
var router = bus{"r", "Router", jen.Op("&").Id("r").Dot("roster.Load").Call().Dot("Boundaries")}

// router writes the part of the router that does not depend on one event.
func (w *writer) router(f *jen.File) {
	doc(f, "Router is the bus whose consumers attach and detach as the program runs.",
		"One goroutine drives it: it emits, routes, and opens and closes blocks. Attach, detach and Ignored are safe from any goroutine.")
	f.Type().Id("Router").StructFunc(func(g *jen.Group) {
		g.Id("bus").Add(mux("Bus"))
		g.Id("roster").Add(mux("Roster")).Types(jen.Id("table"))
		for _, e := range w.pkg.Events {
			g.Id(lane(e.Name)).Id(e.Name + "Lane")
		}
	})
	doc(f, "NewRouter returns a router without consumers.")
	f.Func().Id("NewRouter").Params().Op("*").Id("Router").Block(
		jen.Id("r").Op(":=").Op("&").Id("Router").Values(),
		jen.Id("r.roster.Init").Call(jen.Parens(pointer("table")).Dot("add")),
		jen.Return(jen.Id("r")),
	)
	doc(f, "Attach adds a consumer: each of its consumer methods is called for every event that matches, from the next delivery on. It\n"+
		"returns an error for a consumer without such a method, and for one with a method that has the name of a consumer method and\n"+
		"another signature.",
		"detach removes the consumer, effective with the next delivery. Neither waits for a delivery.")
	f.Add(router.on()).Id("Attach").Params(jen.Id("consumer").Any()).Params(jen.Id("detach").Func().Params(), jen.Id("err").Error()).Block(
		jen.Return(jen.Id("r.roster.Attach").Call(jen.Id("consumer"), jen.Id("wrongMethods").Call(jen.Id("consumer")))))
	router.blocks(f, "this package", nil)
	router.routes(f, "this package", w.finding(finding{
		head: router.on(), call: jen.Id("r").Op("."), name: "deliver",
		params: []jen.Code{jen.Id("t").Op("*").Id("table")}, args: []jen.Code{jen.Id("t")},
		body: func(event string) []jen.Code {
			return []jen.Code{jen.Id("t").Dot(row(event)).Dot("deliver").Call(jen.Id("e"))}
		},
		first: []jen.Code{jen.Id("t").Op(":=").Id("r").Dot("roster.Load").Call()},
		none:  []jen.Code{router.part("Boundary").Call(jen.Op("&").Id("t").Dot("Boundaries"), jen.Id("e"))},
	}).write(f))
	w.table(f)
}

// finding completes a finding over the events of the package.
func (w *writer) finding(s finding) finding {
	s.of, s.kind = w.out.Path, w.kinds.Kind
	for _, e := range w.pkg.Events {
		s.events = append(s.events, e.Name)
	}
	return s
}

// table writes the router's consumers, of all events and capabilities.
func (w *writer) table(f *jen.File) {
	doc(f, "table holds all attached consumers.")
	f.Type().Id("table").StructFunc(func(g *jen.Group) {
		g.Add(mux("Boundaries"))
		for _, e := range w.pkg.Events {
			g.Id(row(e.Name)).Id(row(e.Name))
		}
	})
	doc(f, "candidate is a consumer that is about to be attached, as the consumer of each capability.")
	f.Type().Id("candidate").StructFunc(func(g *jen.Group) {
		g.Op("*").Add(mux("Candidate"))
		for _, c := range w.pkg.Capabilities {
			g.Id(consumerOf(c)).Id(c.Name + "Consumer")
		}
	})
	body := []jen.Code{
		jen.Id("t.Boundaries.Add").Call(jen.Id("consumer")),
		jen.Id("c").Op(":=").Op("&").Id("candidate").Values(jen.Dict{jen.Id("Candidate"): jen.Id("consumer")}),
	}
	var adds []jen.Code
	for _, c := range w.pkg.Capabilities {
		body = append(body, jen.List(jen.Id("c").Dot(consumerOf(c)), jen.Id("_")).Op("=").Id("c").Dot("Value").Assert(jen.Id(c.Name+"Consumer")))
	}
	for _, e := range w.pkg.Events {
		adds = append(adds, jen.Id("t").Dot(row(e.Name)).Dot("add").Call(jen.Id("c")))
	}
	on := func() *jen.Statement { return jen.Func().Params(jen.Id("t").Op("*").Id("table")) }
	body = append(body, inPieces("add", adds, func(name string, some []jen.Code) jen.Code {
		f.Add(on()).Id(name).Params(jen.Id("c").Op("*").Id("candidate")).Block(some...)
		return jen.Id("t." + name).Call(jen.Id("c"))
	})...)
	doc(f, "add adds a consumer behind the others.")
	f.Add(on()).Id("add").Params(jen.Id("consumer").Op("*").Add(mux("Candidate"))).Block(body...)
}
