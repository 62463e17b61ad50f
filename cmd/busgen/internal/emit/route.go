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

func row(e *model.Event) string       { return lower(e.Name) + "Row" }
func store(e *model.Event) string     { return lower(e.Name) + "Store" }
func chunk(e *model.Event) string     { return lower(e.Name) + "Chunk" }
func list(c *model.Capability) string { return lower(c.Name) + "List" }

func muxList(of string) *jen.Statement { return jen.Qual(muxPath, "List").Types(jen.Id(of)) }

// row writes who gets the event: the lists of its own interests, and the plan of all.
func (w *writer) row(f *jen.File, e *model.Event) {
	r := row(e)
	f.Commentf("%s is how many of this event a chunk of stored ones has, at %d bytes each.", chunk(e), headerBytes+e.Size)
	f.Const().Id(chunk(e)).Op("=").Lit(max(1, chunkBytes/int(headerBytes+max(1, e.Size))))
	doc(f, r+" is who gets "+withArticle(e.Name)+" for its own sake, and the order of all who get it.")
	f.Type().Id(r).Struct(
		jen.Id("values").Add(muxList(e.Name+"ValueConsumer")),
		jen.Id("consumers").Add(muxList(e.Name+"Consumer")),
		jen.Id("plan").Qual(muxPath, "Plan"),
	)
	f.Line()
	f.Func().Params(jen.Id("r").Op("*").Id(r)).Id("add").Params(jen.Id("op").Uint64(), jen.Id("consumer").Any()).Bool().Block(
		jen.Switch(jen.Id("c").Op(":=").Id("consumer").Assert(jen.Type())).Block(
			jen.Case(jen.Id(e.Name+"Consumer")).Block(jen.Id("r").Dot("consumers").Dot("Add").Call(jen.Id("op"), jen.Id("c"))),
			jen.Case(jen.Id(e.Name+"ValueConsumer")).Block(jen.Id("r").Dot("values").Dot("Add").Call(jen.Id("op"), jen.Id("c"))),
			jen.Default().Block(jen.Return(jen.False())),
		),
		jen.Return(jen.True()),
	)
	f.Line()
	f.Func().Params(jen.Id("r").Op("*").Id(r)).Id("remove").Params(jen.List(jen.Id("op"), jen.Id("id")).Uint64()).Block(
		jen.Id("r").Dot("consumers").Dot("Remove").Call(jen.Id("op"), jen.Id("id")),
		jen.Id("r").Dot("values").Dot("Remove").Call(jen.Id("op"), jen.Id("id")),
	)
	near(f, jen.Id("r").Op("*").Id(r), "near", e.Name, typ(e.Type), jen.Op("*").Id(e.Name))
}

// emit writes the router's method that emits the event.
func (w *writer) emit(f *jen.File, e *model.Event) {
	method := jen.Lit("Emit" + e.Name)
	bus := func() *jen.Statement { return jen.Id("r").Dot("bus") }
	put := func(event *jen.Statement) *jen.Statement {
		return jen.Id("r").Dot(store(e)).Dot("Put").Call(jen.Id(chunk(e)), event)
	}
	doc(f, "Emit"+e.Name+" stamps the payload and carries it to every consumer of "+e.Name+"Event, of its capabilities and of everything. "+
		"It returns\nwhen all have returned; from inside a consumer it returns at once, and the event follows the one in hand.",
		"It panics outside a block.")
	f.Func().Params(jen.Id("r").Op("*").Id("Router")).Id("Emit"+e.Name).Params(jen.Id("payload").Add(typ(e.Type))).Block(
		jen.If(bus().Dot("Busy").Call()).Block(
			jen.Id("header").Op(":=").Add(bus()).Dot("Stamp").Call(method.Clone()),
			bus().Dot("Enqueue").Call(method.Clone(), put(w.literal(e, jen.Id("header"), w.copied(jen.Id("payload"), e.Type)))),
			jen.Return(),
		),
		jen.Id("header").Op(":=").Add(bus()).Dot("Stamp").Call(method.Clone()),
		jen.If(jen.Len(jen.Id("r").Dot("roster").Dot("Load").Call().Dot(row(e)).Dot("plan").Dot("Runs")).Op("==").Lit(0)).Block(jen.Return()),
		bus().Dot("Enter").Call(jen.Id("header").Dot("Sequence").Call()),
		jen.Defer().Add(bus()).Dot("Guard").Call(),
		jen.Id("t").Op(":=").Id("r").Dot("roster").Dot("Load").Call(),
		jen.Id("e").Op(":=").Add(w.literal(e, jen.Id("header"), w.copied(jen.Id("payload"), e.Type))),
		jen.If(jen.Id("t").Dot(row(e)).Dot("plan").Dot("Boxed")).Block(
			jen.Id("t").Dot("deliver"+e.Name).Call(put(jen.Id("e"))),
		).Else().Block(
			jen.Id("t").Dot("deliver"+e.Name+"Value").Call(jen.Id("e")),
		),
		jen.If(bus().Dot("Leave").Call()).Block(jen.Id("r").Dot("drain").Call()),
	)
}

// deliver writes the way of one event to all who get it, consumer by consumer in the order of the plan.
func (w *writer) deliver(f *jen.File, e *model.Event) {
	plan := jen.Id("t").Dot(row(e)).Dot("plan").Dot("Runs")
	slot := 0
	loop := func(of *jen.Statement, method string, argument *jen.Statement) *jen.Statement {
		code := jen.Case(jen.Lit(slot)).Block(
			jen.For(jen.List(jen.Id("_"), jen.Id("c")).Op(":=").Range().Add(of).Dot("Of").Call(jen.Id("run"))).Block(
				jen.Id("c").Dot(method).Call(argument)))
		slot++
		return code
	}
	f.Comment("deliver" + e.Name + " carries an event that can be kept.")
	f.Func().Params(jen.Id("t").Op("*").Id("table")).Id("deliver" + e.Name).Params(jen.Id("e").Op("*").Id(e.Name)).Block(
		jen.For(jen.List(jen.Id("_"), jen.Id("run")).Op(":=").Range().Add(plan.Clone())).Block(
			jen.Switch(jen.Id("run").Dot("Slot")).BlockFunc(func(g *jen.Group) {
				g.Add(loop(jen.Id("t").Dot(row(e)).Dot("values"), "On"+e.Name, jen.Op("*").Id("e")))
				g.Add(loop(jen.Id("t").Dot(row(e)).Dot("consumers"), "On"+e.Name, jen.Id("e")))
				for _, h := range e.Has {
					g.Add(loop(jen.Id("t").Dot(list(h.Capability)), "On"+h.Capability.Name, jen.Id("e")))
				}
				g.Add(loop(jen.Id("t").Dot("Every"), "OnEvent", jen.Id("e")))
			}),
		),
	)
	f.Comment("deliver" + e.Name + "Value carries an event that nobody takes by interface; it stays on the stack.")
	f.Func().Params(jen.Id("t").Op("*").Id("table")).Id("deliver" + e.Name + "Value").Params(jen.Id("e").Id(e.Name)).Block(
		jen.For(jen.List(jen.Id("_"), jen.Id("run")).Op(":=").Range().Add(plan.Clone())).Block(
			jen.For(jen.List(jen.Id("_"), jen.Id("c")).Op(":=").Range().Id("t").Dot(row(e)).Dot("values").Dot("Of").Call(jen.Id("run"))).Block(
				jen.Id("c").Dot("On" + e.Name).Call(jen.Id("e")))),
	)
}
