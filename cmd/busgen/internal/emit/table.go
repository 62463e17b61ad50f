package emit

import "github.com/dave/jennifer/jen"

// table writes the router's lists of consumers, of all events and capabilities.
func (w *writer) table() {
	f := w.file("table")
	doc(f, "table is who gets what: the lists of consumers and, for each event, the order in which it reaches them.")
	f.Type().Id("table").StructFunc(func(g *jen.Group) {
		g.Qual(muxPath, "Boundaries")
		for _, e := range w.pkg.Events {
			g.Id(row(e)).Add(rowType(e))
		}
		for _, c := range w.pkg.Capabilities {
			g.Id(list(c)).Add(muxList(c.Name + "Consumer"))
		}
	})
	w.tableAdd(f)
	w.tableRemove(f)
	w.tablePlan(f)
	w.tableNearest(f)
}

func onTable() *jen.Statement { return jen.Func().Params(jen.Id("t").Op("*").Id("table")) }

func inTable(name string) *jen.Statement { return jen.Id("t").Dot(name) }

func (w *writer) tableAdd(f *jen.File) {
	params, args := []jen.Code{jen.Id("op").Uint64(), jen.Id("consumer").Any()}, []jen.Code{jen.Id("op"), jen.Id("consumer")}
	add := func(to *jen.Statement) jen.Code {
		return jen.Id("added").Op("=").Add(to).Call(args...).Op("||").Id("added")
	}
	var statements []jen.Code
	for _, e := range w.pkg.Events {
		statements = append(statements, add(inTable(row(e)).Dot("Add")))
	}
	for _, c := range w.pkg.Capabilities {
		statements = append(statements, jen.If(jen.List(jen.Id("c"), jen.Id("ok")).Op(":=").Id("consumer").Assert(jen.Id(c.Name+"Consumer")), jen.Id("ok")).Block(
			inTable(list(c)).Dot("Add").Call(jen.Id("op"), jen.Id("c")),
			jen.Id("added").Op("=").True(),
		))
	}
	body := func(first *jen.Statement, some []jen.Code) []jen.Code {
		return append(append([]jen.Code{jen.Id("added").Op(":=").Add(first)}, some...), jen.Return(jen.Id("added")))
	}
	statements = inPieces("add", statements, func(name string, some []jen.Code) jen.Code {
		f.Add(onTable()).Id(name).Params(params...).Bool().Block(body(jen.False(), some)...)
		return add(inTable(name))
	})
	doc(f, "Add puts the consumer into the list of each interest that it has, and says whether there was one.")
	f.Add(onTable()).Id("Add").Params(params...).Bool().Block(body(inTable("Boundaries").Dot("Add").Call(args...), statements)...)
}

func (w *writer) tableRemove(f *jen.File) {
	params, args := []jen.Code{jen.List(jen.Id("op"), jen.Id("id")).Uint64()}, []jen.Code{jen.Id("op"), jen.Id("id")}
	var statements []jen.Code
	for _, e := range w.pkg.Events {
		statements = append(statements, inTable(row(e)).Dot("Remove").Call(args...))
	}
	for _, c := range w.pkg.Capabilities {
		statements = append(statements, inTable(list(c)).Dot("Remove").Call(args...))
	}
	statements = append(statements, inTable("Boundaries").Dot("Remove").Call(args...))
	statements = inPieces("remove", statements, func(name string, some []jen.Code) jen.Code {
		f.Add(onTable()).Id(name).Params(params...).Block(some...)
		return inTable(name).Call(args...)
	})
	doc(f, "Remove takes the consumer with this number out of all lists.")
	f.Add(onTable()).Id("Remove").Params(params...).Block(statements...)
}

func (w *writer) tablePlan(f *jen.File) {
	op := jen.Id("op").Uint64()
	members := func(of *jen.Statement) jen.Code { return jen.Op("&").Add(of).Dot("Members") }
	statements := []jen.Code{inTable("Boundaries").Dot("Plan").Call(jen.Id("op"))}
	for _, e := range w.pkg.Events {
		others := []jen.Code{jen.Id("op")}
		for _, h := range e.Has {
			others = append(others, members(inTable(list(h.Capability))))
		}
		statements = append(statements, inTable(row(e)).Dot("Plan").Call(append(others, members(inTable("Every")))...))
	}
	statements = inPieces("plan", statements, func(name string, some []jen.Code) jen.Code {
		f.Add(onTable()).Id(name).Params(op).Block(some...)
		return inTable(name).Call(jen.Id("op"))
	})
	doc(f, "Plan brings the orders up to date after operation op: an event's own interests first, then its capabilities, then everything.")
	f.Add(onTable()).Id("Plan").Params(op).Block(statements...)
}

func (w *writer) tableNearest(f *jen.File) {
	consumer := jen.Id("consumer").Any()
	try := func(call *jen.Statement) jen.Code {
		return jen.If(jen.Id("nearest").Op(":=").Add(call).Call(jen.Id("consumer")), jen.Id("nearest").Op("!=").Lit("")).
			Block(jen.Return(jen.Id("nearest")))
	}
	var statements []jen.Code
	for _, e := range w.pkg.Events {
		statements = append(statements, try(jen.Id(near(e.Name))))
	}
	for _, c := range w.pkg.Capabilities {
		statements = append(statements, try(jen.Id(near(c.Name))))
	}
	statements = append(statements, try(inTable("Boundaries").Dot("Near")))
	statements = inPieces("nearest", statements, func(name string, some []jen.Code) jen.Code {
		f.Add(onTable()).Id(name).Params(consumer).String().Block(append(some, jen.Return(jen.Lit("")))...)
		return try(inTable(name))
	})
	first := w.pkg.Events[0].Name
	doc(f, "Nearest says which interest a consumer without any may have meant.")
	f.Add(onTable()).Id("Nearest").Params(consumer).String().Block(append(statements,
		jen.Return(jen.Lit("one such is "+first+"Consumer, which wants On"+first+"("+first+
			"Event); if its methods have pointer receivers, attach a pointer")))...)
}
