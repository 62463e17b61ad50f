package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/busgen/busgen/cmd/busgen/internal/model"
)

// The names for an event start with its name and end in different words, so no two of them are equal.
func typeVar(event string) string { return lower(event) + "Type" }
func cell(event string) string    { return lower(event) + "Cell" }
func slot(event string) string    { return lower(event) + "Slot" }
func row(event string) string     { return lower(event) + "Row" }
func entry(event string) string   { return lower(event) + "Entry" }
func lane(event string) string    { return lower(event) + "Lane" }
func send(event string) string    { return lower(event) + "Send" }

// consumerOf returns the name of the field that holds a consumer of a capability.
func consumerOf(c *model.Capability) string { return lower(c.Name) + "Consumer" }

// payloadName returns the name of a payload, for a panic.
func payloadName(e *model.Event) string { return "payload " + e.Name }

// storage writes the storage of events of one type.
func (w *writer) storage(f *jen.File, e *model.Event) {
	deep := e.Type.Copy != model.CopyPlain
	c := func(field string) *jen.Statement { return jen.Id("c." + field) }
	f.Line()
	f.Type().Id(cell(e.Name)).Struct(
		jen.Id("event").Id(e.Name).Comment("in this cell, if it is kept"),
		jen.Id("payload").Add(typ(e.Type)),
		jen.Id("stamp").Add(events("Stamp")).Comment("of the kept event"),
	)
	f.Line()
	f.Type().Id(slot(e.Name)).StructFunc(func(g *jen.Group) {
		g.Id("stamp").Add(events("Stamp")).Comment("of one lent event after another")
		g.Id("cell").Add(pointer(cell(e.Name))).Comment("given away if its event is kept")
		g.Id("Used").Bool().Comment("since the last end of a block")
		if deep {
			g.Id("copies").Add(events("Copies"))
		}
	})
	s := func(field string) *jen.Statement { return jen.Id("s." + field) }
	on := func(name string) *jen.Statement { return method("s", pointer(slot(e.Name)), name) }
	f.Line()
	f.Add(method("c", pointer(cell(e.Name)), "keep")).Params(head()).Add(pointer(e.Name)).Block(
		jen.If(c("event").Dot("cell").Op("==").Nil()).BlockFunc(func(g *jen.Group) {
			if deep {
				g.Add(w.copied(w.once(payloadName(e), e.Type), c("payload"), e.Type))
			}
			g.Add(c("event")).Op("=").Id(e.Name).Values(jen.Id("event").Values(c("stamp").Dot("Keep").Call(jen.Id(typeVar(e.Name)), jen.Id("h"))), jen.Id("c"))
		}),
		jen.Return(jen.Op("&").Add(c("event"))))
	f.Add(on("Lend")).Params(head(), jen.Id("payload").Op("*").Add(typ(e.Type))).Id(e.Name).BlockFunc(func(g *jen.Group) {
		g.If(s("cell").Op("==").Nil().Op("||").Add(s("cell")).Dot("event.cell").Op("!=").Nil()).Block(
			s("cell").Op("=").New(jen.Id(cell(e.Name))))
		g.Add(s("cell").Dot("payload")).Op("=").Op("*").Id("payload")
		if deep {
			if w.nests(e.Type) {
				g.Add(s("copies").Dot("Start").Call(jen.Lit(payloadName(e))))
			} else {
				g.Add(s("copies").Dot("Reset").Call())
			}
			g.Add(w.copied(jen.Op("&").Add(s("copies")), s("cell").Dot("payload"), e.Type))
		}
		g.Return(jen.Id(e.Name).Values(jen.Id("event").Values(s("stamp").Dot("Lend").Call(jen.Id(typeVar(e.Name)), jen.Id("h"))), s("cell")))
	})
	f.Add(on("Stamp")).Params().Op("*").Add(events("Stamp")).Add(brief(jen.Return(jen.Op("&").Add(s("stamp")))))
	clearing := []jen.Code{s("Lend").Call(events("Header").Values(), jen.New(typ(e.Type))), s("stamp").Dot("End").Call()}
	if deep {
		clearing = append(clearing, s("copies").Dot("Release").Call())
	}
	f.Add(on("Clear")).Params().Add(brief(clearing...))
	w.lane(f, e)
}

// lane writes the type that a bus lends the events of one type from.
func (w *writer) lane(f *jen.File, e *model.Event) {
	name := e.Name + "Lane"
	bus := func() *jen.Statement { return jen.Id("b").Op("*").Add(mux("Bus")) }
	payload := func() *jen.Statement { return jen.Id("payload").Op("*").Add(typ(e.Type)) }
	l := func(field string) *jen.Statement { return jen.Id("l." + field) }
	doc(f, name+" is what a bus lends its "+e.Name+" events from. It is for generated buses.")
	f.Type().Id(name).Struct(
		jen.Id("Driver").Id(slot(e.Name)).Comment("of the event that the driver emits"),
		jen.Id("nested").Add(events("Lane")).Comment("of those that consumers emit meanwhile"),
		jen.Id("handles").Index().Id(e.Name),
	)
	doc(f, "Pointer returns a pointer to the event that is never used again.")
	f.Add(method("l", pointer(name), "Pointer")).Params(jen.Id("e").Id(e.Name)).Add(pointer(e.Name)).Block(
		jen.If(jen.Len(l("handles")).Op("==").Cap(l("handles"))).Block(
			l("handles").Op("=").Make(jen.Index().Id(e.Name), jen.Lit(0), events("Chunk").Call(jen.Cap(l("handles"))))),
		l("handles").Op("=").Append(l("handles"), jen.Id("e")),
		jen.Return(jen.Op("&").Add(l("handles")).Index(jen.Len(l("handles")).Op("-").Lit(1))))
	doc(f, "Nest makes an event wait for the end of the current delivery.")
	f.Add(method("l", pointer(name), "Nest")).Params(bus(), head(), payload()).Block(
		jen.Id("s").Op(":=").Id("b").Dot("Slot").Call(jen.Op("&").Add(l("nested")),
			jen.Func().Params().Add(events("Storage")).Add(brief(jen.Return(jen.New(jen.Id(slot(e.Name))))))).Assert(pointer(slot(e.Name))),
		jen.Id("b.Push").Call(l("Pointer").Call(jen.Id("s.Lend").Call(jen.Id("h"), jen.Id("payload"))), jen.Id("s.Stamp").Call()))
}
