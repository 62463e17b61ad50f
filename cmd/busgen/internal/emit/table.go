package emit

import "github.com/dave/jennifer/jen"

// table writes the router's lists of consumers, of all events and capabilities.
func (w *writer) table() {
	f := w.file("table")
	doc(f, "table is who gets what: the lists of consumers and, for each event, the order in which it reaches them.")
	f.Type().Id("table").StructFunc(func(g *jen.Group) {
		g.Qual(muxPath, "Boundaries")
		for _, e := range w.pkg.Events {
			g.Id(row(e.Name)).Id(row(e.Name))
		}
		for _, c := range w.pkg.Capabilities {
			g.Id(list(c)).Index().Id(c.Name + "Consumer")
		}
	})
	doc(f, "interests says in which of the lists that events share a consumer is.")
	f.Type().Id("interests").StructFunc(func(g *jen.Group) {
		for _, c := range w.pkg.Capabilities {
			g.Id(list(c)).Bool()
		}
		g.Id("every").Bool()
	})
	w.tableAdd(f)
	w.tableNearest(f)
}

func onTable() *jen.Statement { return jen.Func().Params(jen.Id("t").Op("*").Id("table")) }

func inTable(name string) *jen.Statement { return jen.Id("t").Dot(name) }

// tableAdd writes how a consumer gets into all lists: those that events share first, which the events' own methods look at.
func (w *writer) tableAdd(f *jen.File) {
	params, args := []jen.Code{jen.Id("consumer").Any(), jen.Id("in").Op("*").Id("interests")}, []jen.Code{jen.Id("consumer"), jen.Id("in")}
	var shared, own []jen.Code
	for _, c := range w.pkg.Capabilities {
		shared = append(shared, jen.If(jen.List(jen.Id("c"), jen.Id("ok")).Op(":=").Id("consumer").Assert(jen.Id(c.Name+"Consumer")), jen.Id("ok")).Block(
			inTable(list(c)).Op("=").Append(inTable(list(c)), jen.Id("c")),
			jen.Id("in").Dot(list(c)).Op("=").True(),
			jen.Id("added").Op("=").True(),
		))
	}
	add := func(call *jen.Statement) jen.Code {
		return jen.Id("added").Op("=").Add(call).Op("||").Id("added")
	}
	for _, e := range w.pkg.Events {
		own = append(own, add(inTable(row(e.Name)).Dot("add").Call(append([]jen.Code{jen.Id("t")}, args...)...)))
	}
	piece := func(name string, some []jen.Code) jen.Code {
		f.Add(onTable()).Id(name).Params(params...).Params(jen.Id("added").Bool()).Block(append(some, jen.Return(jen.Id("added")))...)
		return add(inTable(name).Call(args...))
	}
	body := []jen.Code{
		jen.Id("in").Op(":=").New(jen.Id("interests")),
		jen.List(jen.Id("added"), jen.Id("in").Dot("every")).Op("=").Add(inTable("Boundaries")).Dot("Add").Call(jen.Id("consumer")),
	}
	body = append(body, inPieces("share", shared, piece)...)
	body = append(body, inPieces("add", own, piece)...)
	doc(f, "Add puts the consumer behind the others in the list of each interest that it has, and says whether there is one.")
	f.Add(onTable()).Id("Add").Params(jen.Id("consumer").Any()).Params(jen.Id("added").Bool()).Block(append(body, jen.Return(jen.Id("added")))...)
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
