package emit

import (
	"github.com/dave/jennifer/jen"
)

// bus is a generated bus, the router or a wired one. This file writes the methods that both have.
type bus struct {
	receiver, name string
	boundaries     *jen.Statement // the consumers of the boundaries: a pointer to mux.Boundaries
}

// on starts a method.
func (b bus) on() *jen.Statement {
	return jen.Func().Params(jen.Id(b.receiver).Op("*").Id(b.name))
}

// own selects a field or method of the generated bus itself.
func (b bus) own(name string) *jen.Statement { return jen.Id(b.receiver).Dot(name) }

// part selects a method of mux.Bus, the part that does not depend on the events.
func (b bus) part(method string) *jen.Statement { return b.own("bus").Dot(method) }

// emits writes the methods that engines and decoders call to send an event.
func (b bus) emits(f *jen.File, event string, payload *jen.Statement) {
	doc(f, "Emit"+event+" delivers the payload under the next header. It panics outside a block.")
	f.Add(b.on()).Id("Emit" + event).Params(jen.Id("p").Add(payload.Clone())).Add(brief(
		b.own(send(event)).Call(b.part("Stamp").Call(jen.Lit("Emit"+event)), jen.Op("&").Id("p"))))
	doc(f, "Route"+event+" delivers a payload that has a header already, for decoders. It keeps nothing.")
	f.Add(b.on()).Id("Route"+event).Params(head(), jen.Id("p").Add(payload.Clone())).Add(brief(
		b.own(send(event)).Call(b.part("At").Call(jen.Id("h")), jen.Op("&").Id("p"))))
}

// driver selects the stamp of the event that the driver emits.
func driver() *jen.Statement { return jen.Id("lane.Driver.Stamp").Call() }

// nest starts a delivery to a number of consumers, or makes the event wait if a delivery is in progress.
func (b bus) nest(consumers *jen.Statement) *jen.Statement {
	return jen.If(jen.Op("!").Add(b.part("Begin").Call(consumers))).Block(
		jen.If(b.part("Nested").Call()).Block(jen.Id("lane.Nest").Call(jen.Op("&").Add(b.own("bus")), jen.Id("h"), jen.Id("payload"))),
		jen.Return())
}

// use notes that the storage of the driver's event is used.
func (b bus) use() *jen.Statement {
	driver := jen.Op("&").Id("lane").Dot("Driver")
	return b.part("Use").Call(driver.Clone().Dot("Used"), driver)
}

func (b bus) guard(stamp, event *jen.Statement) *jen.Statement {
	return jen.Defer().Add(b.part("Guard").Call(stamp, event))
}

func (b bus) end() *jen.Statement {
	return jen.If(b.part("End").Call(driver())).Block(b.own("drain").Call())
}

// blocks writes the methods that open and close blocks and transactions, and Next and Ignored. more says which consumers are called, if that
// is known; which is the package whose events are not ignored.
func (b bus) blocks(f *jen.File, which string, more map[string][]string) {
	boundary := func(name, sentence string, params []jen.Code, arguments ...jen.Code) {
		doc(f, append([]string{name + " " + sentence}, more[name]...)...)
		f.Add(b.on()).Id(name).Params(params...).Block(
			jen.If(jen.Id("e").Op(":=").Add(b.part(name).Call(append(arguments, b.boundaries.Clone())...)), jen.Id("e").Op("!=").Nil()).Block(
				b.own("run").Call(jen.Id("e"))))
	}
	boundary("BeginBlock", "opens a block. Blocks and transactions must nest; it panics where they do not.",
		[]jen.Code{jen.Id("block").Add(events("Block"))}, jen.Id("block"))
	doc(f, "BeginTx names the transaction of the events that follow, up to EndTx. It is no event itself.")
	f.Add(b.on()).Id("BeginTx").Params(jen.Id("id").String()).Add(brief(b.part("BeginTx").Call(jen.Id("id"))))
	boundary("EndTx", "closes the transaction.", nil)
	boundary("EndBlock", "closes the block.", nil)
	doc(f, "Next returns the header of the next event. A batch for RouteBatch starts there.")
	f.Add(b.on()).Id("Next").Params().Add(events("Header")).Add(brief(jen.Return(b.part("Next").Call())))
	doc(f, "Ignored returns the number of routed events that were invalid, or not of "+which+". It is safe from any goroutine.")
	f.Add(b.on()).Id("Ignored").Params().Uint64().Add(brief(jen.Return(b.part("Ignored").Call())))
}

// routes writes the methods for events that have a header. delivering is the body of deliver.
func (b bus) routes(f *jen.File, which string, delivering []jen.Code) {
	e := func() *jen.Statement { return jen.Id("e").Add(events("Event")) }
	drain := func(method string) *jen.Statement { return jen.If(b.part(method).Call()).Block(b.own("drain").Call()) }
	doc(f, "Route delivers an event that has a header already, as it is: the order is the caller's. In an open block, what is emitted\n"+
		"next gets a higher number. An event that is invalid, or not of "+which+", is ignored and counted.")
	f.Add(b.on()).Id("Route").Params(e()).Block(
		jen.If(jen.Op("!").Add(b.part("BeginRoute").Call(jen.Id("e")))).Block(jen.Return()),
		b.guard(jen.Nil(), jen.Id("e")),
		b.own("deliver").Call(jen.Id("e")),
		drain("EndRoute"),
	)
	doc(f, "RouteBatch routes events, each to all its consumers before the next. What consumers emit meanwhile follows the whole batch.")
	f.Add(b.on()).Id("RouteBatch").Params(jen.Id("batch").Index().Add(events("Event"))).Block(
		jen.If(jen.Op("!").Add(b.part("BeginBatch").Call(jen.Id("batch")))).Block(jen.Return()),
		b.guard(jen.Nil(), jen.Nil()),
		jen.For(jen.List(jen.Id("_"), jen.Id("e")).Op(":=").Range().Id("batch")).Block(
			jen.If(b.part("Current").Call(jen.Id("e"))).Block(b.own("deliver").Call(jen.Id("e")))),
		drain("EndRoute"),
	)
	doc(f, "run delivers a boundary whose delivery has begun, and then what consumers emitted.")
	f.Add(b.on()).Id("run").Params(e()).Block(
		b.guard(jen.Nil(), jen.Id("e")),
		b.own("deliver").Call(jen.Id("e")),
		drain("EndRoute"),
	)
	pop := func(assign string) *jen.Statement {
		return jen.List(jen.Id("e"), jen.Id("ok")).Op(assign).Add(b.part("Pop")).Call()
	}
	doc(f, "drain delivers what consumers emitted, in order, until nothing waits.")
	f.Add(b.on()).Id("drain").Params().Block(
		jen.For(pop(":="), jen.Id("ok"), pop("=")).Block(b.own("deliver").Call(jen.Id("e"))))
	doc(f, "deliver calls the consumers of an event.")
	f.Add(b.on()).Id("deliver").Params(e()).Block(delivering...)
}
