package emit

import "github.com/dave/jennifer/jen"

// table writes the router's lists of consumers, of all events and capabilities.
func (w *writer) table() {
	f := w.file("table")
	doc(f, "table is who gets what: the lists of consumers and, for each event, the order in which it reaches them.")
	f.Type().Id("table").StructFunc(func(g *jen.Group) {
		g.Qual(muxPath, "Boundaries")
		for _, e := range w.pkg.Events {
			g.Id(row(e)).Id(row(e))
		}
		for _, c := range w.pkg.Capabilities {
			g.Id(list(c)).Add(muxList(c.Name + "Consumer"))
		}
	})
	t := func() *jen.Statement { return jen.Func().Params(jen.Id("t").Op("*").Id("table")) }
	doc(f, "Add puts the consumer into the list of each interest that it has, and says whether there was one.")
	f.Add(t()).Id("Add").Params(jen.Id("op").Uint64(), jen.Id("consumer").Any()).Bool().BlockFunc(w.tableAdd)
	doc(f, "Remove takes the consumer with this number out of all lists.")
	f.Add(t()).Id("Remove").Params(jen.List(jen.Id("op"), jen.Id("id")).Uint64()).BlockFunc(func(g *jen.Group) {
		for _, e := range w.pkg.Events {
			g.Id("t").Dot(row(e)).Dot("remove").Call(jen.Id("op"), jen.Id("id"))
		}
		for _, c := range w.pkg.Capabilities {
			g.Id("t").Dot(list(c)).Dot("Remove").Call(jen.Id("op"), jen.Id("id"))
		}
		g.Id("t").Dot("Boundaries").Dot("Remove").Call(jen.Id("op"), jen.Id("id"))
	})
	doc(f, "Plan brings the orders up to date after operation op: an event's own interests first, then its capabilities, then everything.")
	f.Add(t()).Id("Plan").Params(jen.Id("op").Uint64()).BlockFunc(w.tablePlan)
	doc(f, "Nearest says which interest a consumer without any may have meant.")
	f.Add(t()).Id("Nearest").Params(jen.Id("consumer").Any()).String().BlockFunc(w.tableNearest)
}

func (w *writer) tableNearest(g *jen.Group) {
	try := func(call *jen.Statement) {
		g.If(jen.Id("nearest").Op(":=").Add(call).Call(jen.Id("consumer")), jen.Id("nearest").Op("!=").Lit("")).
			Block(jen.Return(jen.Id("nearest")))
	}
	for _, e := range w.pkg.Events {
		try(jen.Id("t").Dot(row(e)).Dot("near"))
	}
	for _, c := range w.pkg.Capabilities {
		try(jen.Id("t").Dot("near" + c.Name))
	}
	try(jen.Id("t").Dot("Boundaries").Dot("Near"))
	first := w.pkg.Events[0].Name
	g.Return(jen.Lit("one such is " + first + "Consumer, which wants On" + first + "(" + first +
		"Event); if its methods have pointer receivers, attach a pointer"))
}

func (w *writer) tableAdd(g *jen.Group) {
	g.Id("added").Op(":=").Id("t").Dot("Boundaries").Dot("Add").Call(jen.Id("op"), jen.Id("consumer"))
	for _, e := range w.pkg.Events {
		g.Id("added").Op("=").Id("t").Dot(row(e)).Dot("add").Call(jen.Id("op"), jen.Id("consumer")).Op("||").Id("added")
	}
	for _, c := range w.pkg.Capabilities {
		g.If(jen.List(jen.Id("c"), jen.Id("ok")).Op(":=").Id("consumer").Assert(jen.Id(c.Name+"Consumer")), jen.Id("ok")).Block(
			jen.Id("t").Dot(list(c)).Dot("Add").Call(jen.Id("op"), jen.Id("c")),
			jen.Id("added").Op("=").True(),
		)
	}
	g.Return(jen.Id("added"))
}

func (w *writer) tablePlan(g *jen.Group) {
	g.Id("t").Dot("Boundaries").Dot("Plan").Call(jen.Id("op"))
	members := func(of *jen.Statement) jen.Code { return jen.Op("&").Add(of).Dot("Members") }
	for _, e := range w.pkg.Events {
		r := func() *jen.Statement { return jen.Id("t").Dot(row(e)) }
		lists := []jen.Code{jen.Id("op"), members(r().Dot("values")), members(r().Dot("consumers"))}
		for _, h := range e.Has {
			lists = append(lists, members(jen.Id("t").Dot(list(h.Capability))))
		}
		g.Add(r()).Dot("plan").Dot("Update").Call(append(lists, members(jen.Id("t").Dot("Every")))...)
	}
}
