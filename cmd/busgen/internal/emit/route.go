package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/busgen/busgen/cmd/busgen/internal/model"
)

// chunkBytes bounds a chunk of stored events: the allocator's largest size class, less the 8 bytes that it takes itself in an
// object with pointers. One byte more, and each chunk would be a large object with pages of its own. headerBytes is what a header
// takes in each event.
const (
	chunkBytes  = 32<<10 - 8
	headerBytes = 32
)

// The names that an event gives rise to begin with it, so that no other event's name makes the same.
func row(event string) string         { return lower(event) + "Row" }
func maker(event string) string       { return lower(event) + "Maker" }
func nest(event string) string        { return lower(event) + "Nest" }
func delivers(event string) string    { return lower(event) + "Deliver" }
func chunk(event string) string       { return lower(event) + "Chunk" }
func list(c *model.Capability) string { return lower(c.Name) + "List" }

// maker writes how a bus makes the event: for the time of its delivery, or to be kept.
func (w *writer) maker(f *jen.File, e *model.Event) {
	f.Commentf("%s is how many of this event a chunk of stored ones has, at %d bytes each.", chunk(e.Name), headerBytes+e.Size)
	f.Const().Id(chunk(e.Name)).Op("=").Lit(max(1, chunkBytes/int(headerBytes+max(1, e.Size))))
	doc(f, e.Name+"Maker makes the events of one bus from "+withArticle(e.Name)+". It is for generated buses, and copies nothing that the payload shares.")
	f.Type().Id(e.Name + "Maker").Struct(jen.Id("kept").Index().Id(e.Name))
	params := []jen.Code{jen.Id("bus").Op("*").Qual(muxPath, "Bus"), jen.Id("payload").Op("*").Add(typ(e.Type))}
	doc(f, "Make stamps an event that stays on the stack, unless a consumer keeps it.")
	f.Func().Params(jen.Op("*").Id(e.Name+"Maker")).Id("Make").Params(params...).Op("*").Id(e.Name).Block(
		jen.Id("e").Op(":=").Op("&").Id(e.Name).Values(jen.Dict{jen.Id("payload"): jen.Op("*").Id("payload")}),
		jen.Id("bus").Dot("Stamp").Call(jen.Op("&").Id("e").Dot("stamped")),
		jen.Return(jen.Id("e")),
	)
	doc(f, "Keep stamps an event that can be kept, in a chunk of them.")
	f.Func().Params(jen.Id("m").Op("*").Id(e.Name+"Maker")).Id("Keep").Params(params...).Op("*").Id(e.Name).Block(
		jen.Id("n").Op(":=").Len(jen.Id("m").Dot("kept")),
		jen.If(jen.Id("n").Op("==").Cap(jen.Id("m").Dot("kept"))).Block(
			jen.Id("m").Dot("kept").Op("=").Make(jen.Index().Id(e.Name), jen.Lit(0), jen.Qual(muxPath, "Chunk").Call(jen.Id("n"), jen.Id(chunk(e.Name)))),
			jen.Id("n").Op("=").Lit(0)),
		jen.Id("m").Dot("kept").Op("=").Id("m").Dot("kept").Index(jen.Op(":").Id("n").Op("+").Lit(1)),
		jen.Id("e").Op(":=").Op("&").Id("m").Dot("kept").Index(jen.Id("n")),
		jen.Id("bus").Dot("Stamp").Call(jen.Op("&").Id("e").Dot("stamped")),
		jen.Id("e").Dot("payload").Op("=").Op("*").Id("payload"),
		jen.Return(jen.Id("e")),
	)
	if e.Type.Copy == model.CopyPlain {
		return
	}
	doc(f, "Copy"+e.Name+" copies what a payload shares, so that no two holders of it share memory that can change.")
	f.Func().Id("Copy" + e.Name).Params(jen.Id("payload").Add(typ(e.Type))).Add(typ(e.Type)).Block(
		jen.Return(w.copied(jen.Id("payload"), e.Type)))
}

// unshare gives the statements before an event is made of a payload that shares memory.
func unshare(e *model.Event, payload *jen.Statement) []jen.Code {
	if e.Type.Copy == model.CopyPlain {
		return nil
	}
	return []jen.Code{payload.Clone().Op("=").Id("Copy" + e.Name).Call(payload.Clone())}
}

// emit writes the router's methods that emit the event.
func (w *writer) emit(f *jen.File, e *model.Event) {
	name, payload := "Emit"+e.Name, jen.Id("payload")
	doc(f, name+" stamps the payload and carries it to every consumer of "+e.Name+"Event, of its capabilities and of everything. "+
		"It returns\nwhen all have returned; from inside a consumer it returns at once, and the event follows the one in hand.",
		"It panics outside a block.")
	f.Add(router.on()).Id(name).Params(payload.Clone().Add(typ(e.Type))).Block(
		router.enter(e.Name),
		jen.Id("t").Op(":=").Id("r").Dot("roster").Dot("Load").Call(),
		jen.Switch(jen.Id("row").Op(":=").Op("&").Id("t").Dot(row(e.Name)), jen.Empty()).Block(
			jen.Case(jen.Id("row").Dot("Kept")).Block(append(unshare(e, payload),
				jen.Id("row").Dot("deliver").Call(jen.Id("t"), router.make("Keep", e.Name, jen.Op("&").Id("payload"))))...),
			jen.Case(jen.Len(jen.Id("row").Dot("values")).Op("!=").Lit(0)).Block(append(unshare(e, payload),
				jen.Var().Id("e").Id(e.Name),
				router.part("Stamp").Call(jen.Op("&").Id("e").Dot("stamped")),
				jen.Id("e").Dot("payload").Op("=").Id("payload"),
				jen.For(jen.List(jen.Id("_"), jen.Id("c")).Op(":=").Range().Id("row").Dot("values")).Block(
					jen.Id("c").Dot("On"+e.Name).Call(jen.Id("e"))))...),
			jen.Default().Block(router.part("Skip").Call()),
		),
		release(),
		router.leave(),
	)
	doc(f, nest(e.Name)+" is "+name+" from inside a consumer.")
	nested := []jen.Code{router.part("Nest").Call(jen.Lit(name))}
	nested = append(nested, unshare(e, jen.Op("*").Id("payload"))...)
	f.Add(router.on()).Id(nest(e.Name)).Params(payload.Clone().Op("*").Add(typ(e.Type))).Block(append(nested,
		router.part("Enqueue").Call(jen.Lit(name), router.make("Keep", e.Name, jen.Id("payload"))))...)
}

func (w *writer) onRow(e *model.Event) *jen.Statement {
	return jen.Func().Params(jen.Id("r").Op("*").Id(row(e.Name)))
}

// row writes who gets the event for its own sake, and how a consumer is added.
func (w *writer) row(f *jen.File, e *model.Event) {
	doc(f, row(e.Name)+" is who gets "+withArticle(e.Name)+" for its own sake, and the order of all who get it.")
	f.Type().Id(row(e.Name)).Struct(
		jen.Id("values").Index().Id(e.Name+"ValueConsumer"),
		jen.Id("consumers").Index().Id(e.Name+"Consumer"),
		jen.Qual(muxPath, "Plan"),
	)
	r := func(field string) *jen.Statement { return jen.Id("r").Dot(field) }
	plan := func(slot int, list *jen.Statement) *jen.Statement {
		return r("Plan").Dot("Add").Call(jen.Lit(slot), jen.Len(list).Op("-").Lit(1))
	}
	own := func(slot int, list, interest string) jen.Code {
		return jen.Case(jen.Id(interest)).Block(
			r(list).Op("=").Append(r(list), jen.Id("c")),
			plan(slot, r(list)),
			jen.Id("own").Op("=").True())
	}
	doc(f, "add puts a consumer behind all who get "+withArticle(e.Name)+", and says whether it is one for its own sake.")
	f.Add(w.onRow(e)).Id("add").Params(tableParam(), jen.Id("consumer").Any(), jen.Id("in").Op("*").Id("interests")).Params(jen.Id("own").Bool()).BlockFunc(func(g *jen.Group) {
		g.Switch(jen.Id("c").Op(":=").Id("consumer").Assert(jen.Type())).Block(
			own(1, "consumers", e.Name+"Consumer"),
			own(0, "values", e.Name+"ValueConsumer"))
		for i, h := range e.Has {
			g.If(jen.Id("in").Dot(list(h.Capability))).Block(plan(2+i, jen.Id("t").Dot(list(h.Capability))))
		}
		g.If(jen.Id("in").Dot("every")).Block(plan(2+len(e.Has), jen.Id("t").Dot("Every")))
		g.Return(jen.Id("own"))
	})
}

func tableParam() *jen.Statement { return jen.Id("t").Op("*").Id("table") }

// deliver writes the way of one event that can be kept to all who get it, consumer by consumer.
func (w *writer) deliver(f *jen.File, e *model.Event) {
	slot := 0
	each := func(of *jen.Statement, method string, argument *jen.Statement) *jen.Statement {
		return jen.For(jen.List(jen.Id("_"), jen.Id("c")).Op(":=").Range().Add(of)).Block(jen.Id("c").Dot(method).Call(argument))
	}
	of := func(list *jen.Statement, name string, argument *jen.Statement) *jen.Statement {
		slot++
		return jen.Case(jen.Lit(slot - 1)).Block(each(list.Index(jen.Id("run").Dot("From").Op(":").Id("run").Dot("To")), name, argument))
	}
	t := func(field string) *jen.Statement { return jen.Id("t").Dot(field) }
	r := func(field string) *jen.Statement { return jen.Id("r").Dot(field) }
	doc(f, "deliver carries an event that can be kept to all who get it: mostly all take it in the same way.")
	f.Add(w.onRow(e)).Id("deliver").Params(tableParam(), jen.Id("e").Op("*").Id(e.Name)).Block(
		jen.If(jen.Len(r("Runs")).Op("!=").Lit(0)).Block(r("deliverRuns").Call(jen.Id("t"), jen.Id("e")), jen.Return()),
		each(r("consumers"), "On"+e.Name, jen.Id("e")),
	)
	doc(f, "deliverRuns carries it to those who take it in different ways.")
	f.Add(w.onRow(e)).Id("deliverRuns").Params(tableParam(), jen.Id("e").Op("*").Id(e.Name)).Block(
		each(r("consumers").Index(jen.Op(":").Add(r("First"))), "On"+e.Name, jen.Id("e")),
		jen.For(jen.List(jen.Id("_"), jen.Id("run")).Op(":=").Range().Add(r("Runs"))).Block(
			jen.Switch(jen.Id("run").Dot("Slot")).BlockFunc(func(g *jen.Group) {
				g.Add(of(r("values"), "On"+e.Name, jen.Op("*").Id("e")))
				g.Add(of(r("consumers"), "On"+e.Name, jen.Id("e")))
				for _, h := range e.Has {
					g.Add(of(t(list(h.Capability)), "On"+h.Capability.Name, jen.Id("e")))
				}
				g.Add(of(t("Every"), "OnEvent", jen.Id("e")))
			}),
		),
	)
}
