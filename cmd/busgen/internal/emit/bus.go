package emit

import (
	"github.com/dave/jennifer/jen"
)

// bus is a generated bus, the router or a wired one, as its methods name it. What both have is written here.
type bus struct{ receiver, name string }

// on begins a method.
func (b bus) on() *jen.Statement {
	return jen.Func().Params(jen.Id(b.receiver).Op("*").Id(b.name))
}

// own is a field or method of the generated bus itself.
func (b bus) own(name string) *jen.Statement { return jen.Id(b.receiver).Dot(name) }

// part is a method of the part that does not depend on the events, which is the runtime's.
func (b bus) part(method string) *jen.Statement { return b.own("bus").Dot(method) }

// told writes what can be asked of a bus; which says what types of events are not ignored.
func (b bus) told(f *jen.File, which string) {
	doc(f, "Ignored is how many events of a type that is not of "+which+" were routed.")
	f.Add(b.on()).Id("Ignored").Params().Uint64().Block(jen.Return(b.part("Ignored").Call()))
	doc(f, "Next is the header that the next event gets; a batch for RouteBatch begins there.")
	f.Add(b.on()).Id("Next").Params().Qual(eventsPath, "Header").Block(jen.Return(b.part("Next").Call()))
}

func (b bus) beginTx(f *jen.File) {
	doc(f, "BeginTx names the transaction of the events that follow, up to EndTx. It is no event itself.")
	f.Add(b.on()).Id("BeginTx").Params(jen.Id("id").String()).Block(b.part("BeginTx").Call(jen.Id("id")))
}

// leave ends a delivery.
func (b bus) leave() *jen.Statement {
	return jen.If(b.part("Leave").Call()).Block(b.own("drain").Call())
}

// enter begins an emission, or leaves it to the method for those from inside a consumer.
func (b bus) enter(event string) *jen.Statement {
	return jen.If(jen.Op("!").Add(b.part("Enter").Call())).Block(b.own(nest(event)).Call(jen.Op("&").Id("payload")), jen.Return())
}

// make gives an event of the payload; how is Make or Keep.
func (b bus) make(how, event string, payload *jen.Statement) *jen.Statement {
	return b.own(maker(event)).Dot(how).Call(jen.Op("&").Add(b.own("bus")), payload)
}

// follow notes the place of a routed event.
func (b bus) follow() *jen.Statement {
	return b.part("Follow").Call(jen.Id("e").Dot("BlockHeight").Call(), jen.Id("e").Dot("Sequence").Call())
}

// unlessNil ignores a nil pointer of an event type.
func (b bus) unlessNil() *jen.Statement {
	return jen.If(jen.Id("e").Op("==").Nil()).Block(b.part("Ignore").Call(), jen.Break())
}

// route writes the method Route, whose body this is between the two ends of a delivery; which says what types of events are not ignored.
func (b bus) route(f *jen.File, which string, body ...jen.Code) {
	doc(f, "Route delivers an event that has a header already, from a replay or a remote stream, as it is: the order is the caller's.\n"+
		"In an open block, what is emitted next gets a higher number. An event of a type that is not of "+which+" is ignored and counted.")
	f.Add(b.on()).Id("Route").Params(jen.Id("e").Qual(eventsPath, "Event")).BlockFunc(func(g *jen.Group) {
		g.If(jen.Op("!").Add(b.part("EnterRoute").Call())).Block(b.part("Enqueue").Call(jen.Lit("Route"), jen.Id("e")), jen.Return())
		for _, code := range body {
			g.Add(code)
		}
		g.Add(b.leave())
	})
}

// routeMany writes what routes more than one event.
func (b bus) routeMany(f *jen.File) {
	each := func() *jen.Statement {
		return jen.For(jen.List(jen.Id("_"), jen.Id("e")).Op(":=").Range().Id("batch"))
	}
	doc(f, "RouteBatch routes events one after another, each to all its consumers before the next. What consumers emit in answer follows the\nwhole batch.")
	f.Add(b.on()).Id("RouteBatch").Params(jen.Id("batch").Index().Qual(eventsPath, "Event")).Block(
		jen.If(jen.Op("!").Add(b.part("EnterBatch")).Call(jen.Id("batch"))).Block(
			each().Block(b.part("Enqueue").Call(jen.Lit("RouteBatch"), jen.Id("e"))),
			jen.Return()),
		each().Block(b.own("Route").Call(jen.Id("e"))),
		jen.If(b.part("LeaveBatch").Call()).Block(b.own("drain").Call()),
	)
	pop := func(assign string) *jen.Statement {
		return jen.List(jen.Id("e"), jen.Id("ok")).Op(assign).Add(b.part("Pop")).Call()
	}
	doc(f, "drain delivers what consumers emitted, in order, until nothing waits.")
	f.Add(b.on()).Id("drain").Params().Block(
		jen.For(pop(":="), jen.Id("ok"), pop("=")).Block(b.own("Route").Call(jen.Id("e"))))
}
