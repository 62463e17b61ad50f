package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/busgen/busgen/cmd/busgen/internal/model"
)

// way is one way to take an event: the field of an entry, and the call.
type way struct {
	field, consumer, method string
	byValue                 bool
}

// ways lists the ways in the order of the calls of one consumer.
func ways(e *model.Event) []way {
	list := []way{{"value", e.Name + "ValueConsumer", "On" + e.Name, true}, {"consumer", e.Name + "Consumer", "On" + e.Name, false}}
	for _, h := range e.Has {
		list = append(list, way{consumerOf(h.Capability), h.Capability.Name + "Consumer", "On" + h.Capability.Name, false})
	}
	return append(list, way{"every", "EventConsumer", "OnEvent", false})
}

// row writes the consumers of one event on a router.
func (w *writer) row(f *jen.File, e *model.Event) {
	f.Line()
	f.Type().Id(entry(e.Name)).StructFunc(func(g *jen.Group) {
		for _, way := range ways(e) {
			g.Id(way.field).Id(way.consumer)
		}
	})
	f.Line()
	f.Type().Id(row(e.Name)).Struct(
		jen.Id("values").Index().Id(e.Name+"ValueConsumer").Comment("called first, then consumers, then mixed"),
		jen.Id("consumers").Index().Id(e.Name+"Consumer"),
		jen.Id("mixed").Index().Id(entry(e.Name)).Comment("one a consumer; the methods that it lacks are nil"),
	)
	w.add(f, e)
	f.Line()
	f.Add(method("r", pointer(row(e.Name)), "deliver")).Params(jen.Id("p").Add(pointer(e.Name))).Block(
		callEach("values", "On"+e.Name, jen.Op("*").Id("p")),
		callEach("consumers", "On"+e.Name, jen.Id("p")),
		jen.For(jen.List(jen.Id("_"), jen.Id("c")).Op(":=").Range().Id("r").Dot("mixed")).BlockFunc(func(g *jen.Group) {
			for _, way := range ways(e) {
				argument := jen.Id("p")
				if way.byValue {
					argument = jen.Op("*").Id("p")
				}
				field := jen.Id("c").Dot(way.field)
				g.If(field.Clone().Op("!=").Nil()).Block(field.Clone().Dot(way.method).Call(argument))
			}
		}))
}

// add writes the function that adds a consumer to the row.
func (w *writer) add(f *jen.File, e *model.Event) {
	c := func(field string) *jen.Statement { return jen.Id("c." + field) }
	r := func(field string) *jen.Statement { return jen.Id("r." + field) }
	assert := func(name, to string) jen.Code {
		return jen.List(jen.Id(name), jen.Id("_")).Op(":=").Add(c("Value")).Assert(jen.Id(to))
	}
	place := func(name, list string, item jen.Code) jen.Code {
		return jen.Case(mux(name)).Block(r(list).Op("=").Append(r(list), item))
	}
	shared := c("Every").Op("!=").Nil()
	for _, h := range e.Has {
		shared = shared.Op("||").Add(c(consumerOf(h.Capability))).Op("!=").Nil()
	}
	f.Line()
	f.Add(method("r", pointer(row(e.Name)), "add")).Params(jen.Id("c").Op("*").Id("candidate")).Block(
		assert("value", e.Name+"ValueConsumer"),
		assert("consumer", e.Name+"Consumer"),
		jen.Switch(c("Place").Call(jen.Id("value").Op("!=").Nil(), jen.Id("consumer").Op("!=").Nil(), shared,
			jen.Len(r("consumers")), jen.Len(r("mixed")))).Block(
			place("ByValue", "values", jen.Id("value")),
			place("ByInterface", "consumers", jen.Id("consumer")),
			place("Mixed", "mixed", jen.Id(entry(e.Name)).Values(values(e)...)),
		))
}

// values lists the fields of an entry.
func values(e *model.Event) []jen.Code {
	list := []jen.Code{jen.Id("value"), jen.Id("consumer")}
	for _, h := range e.Has {
		list = append(list, jen.Id("c").Dot(consumerOf(h.Capability)))
	}
	return append(list, jen.Id("c.Every"))
}

func callEach(list, method string, argument *jen.Statement) *jen.Statement {
	return jen.For(jen.List(jen.Id("_"), jen.Id("c")).Op(":=").Range().Id("r").Dot(list)).Block(jen.Id("c").Dot(method).Call(argument))
}

// send writes the router's methods for one event.
func (w *writer) send(f *jen.File, e *model.Event) {
	router.emits(f, e.Name, typ(e.Type))
	r := func(field string) *jen.Statement { return jen.Id("r." + field) }
	list := func(name string) *jen.Statement { return jen.Len(jen.Id("row." + name)) }
	f.Line()
	f.Add(router.on()).Id(send(e.Name)).Params(head(), jen.Id("payload").Op("*").Add(typ(e.Type))).Block(
		jen.List(jen.Id("lane"), jen.Id("row")).Op(":=").List(jen.Op("&").Add(r(lane(e.Name))), jen.Op("&").Add(r("roster")).Dot("Load").Call().Dot(row(e.Name))),
		router.nest(list("values").Op("+").Add(list("consumers")).Op("+").Add(list("mixed"))),
		router.guard(driver(), jen.Nil()),
		router.use(),
		jen.Id("e").Op(":=").Id("lane.Driver.Lend").Call(jen.Id("h"), jen.Id("payload")),
		jen.If(list("consumers").Op("+").Add(list("mixed")).Op("!=").Lit(0)).Block(
			jen.Id("row.deliver").Call(jen.Id("lane.Pointer").Call(jen.Id("e"))),
		).Else().Block(
			jen.For(jen.List(jen.Id("_"), jen.Id("c")).Op(":=").Range().Id("row.values")).Block(jen.Id("c").Dot("On"+e.Name).Call(jen.Id("e"))),
		),
		router.end(),
	)
}
