package emit

import (
	"strconv"

	"github.com/dave/jennifer/jen"
)

// shared writes the part that all events share, and the package comment.
func (w *writer) shared(f *jen.File) {
	first := w.pkg.Events[0].Name
	for _, line := range []string{
		"Package " + w.out.Name + " is the event bus of " + w.sources() + " annotated structs.",
		"",
		"Engines emit payloads through emitters, such as " + first + "Emitter. Plug-ins have one method for each event or capability that they",
		"consume, such as On" + first + "(" + first + "Event), and are attached to a Router. Each event reaches every matching method once, in one order.",
		"Consumers read events through views. An event is lent until its delivery ends; Keep returns one that stays valid.",
	} {
		f.PackageComment("// " + line)
	}
	f.Comment("lent is unexported so that only this package makes events and views.")
	f.Type().Id("lent").Op("=").Add(events("Lent"))
	f.Comment("event is the part that all events of this package share.")
	f.Type().Id("event").Struct(jen.Id("lent"))
	for _, m := range []struct {
		name, sentence string
		result         *jen.Statement
	}{
		{"Header", "returns the event's place: chain, block, transaction and sequence number", events("Header")},
		{"Kind", "returns the kind of the event", events("Kind")},
		{"Sequence", "returns the event's number within its block", jen.Uint64()},
		{"BlockHeight", "returns the height of the event's block", jen.Uint64()},
		{"BlockTime", "returns the time that the block gives to all its events", jen.Qual("time", "Time")},
		{"TxID", "returns the name of the event's transaction; it is empty outside transactions", jen.String()},
		{"String", "returns kind and header, such as " + strconv.Quote(first+" BTC-1 block 7 #12"), jen.String()},
	} {
		doc(f, m.name+" "+m.sentence+".")
		f.Add(method("e", jen.Id("event"), m.name)).Params().Add(m.result).Add(brief(jen.Return(jen.Id("e.lent").Dot(m.name).Call())))
	}
	doc(f, "EventConsumer is implemented by consumers of every event, boundaries included.")
	f.Type().Id("EventConsumer").Op("=").Add(events("Consumer"))
	doc(f, "EventFunc adapts a function to EventConsumer.")
	f.Type().Id("EventFunc").Op("=").Add(events("Func"))
}

// emitter writes the interfaces that have a method for every event.
func (w *writer) emitter(f *jen.File) {
	doc(f, "Emitter emits every event. Engines should depend on the narrow emitters ("+w.pkg.Events[0].Name+"Emitter) instead.")
	f.Type().Id("Emitter").InterfaceFunc(func(g *jen.Group) {
		for _, e := range w.pkg.Events {
			g.Id(e.Name + "Emitter")
		}
	})
	f.Var().Id("_").Id("Emitter").Op("=").Parens(jen.Op("*").Id("Router")).Parens(jen.Nil())
	doc(f, "Visitor has a method for every event, so that a type that implements it does not compile when an event is added.")
	f.Type().Id("Visitor").InterfaceFunc(func(g *jen.Group) {
		for _, e := range w.pkg.Events {
			g.Id("Visit" + e.Name).Params(jen.Op("*").Id(e.Name))
		}
	})
	doc(f, "Visit calls the visitor's method for the event, and reports whether there is one: not for boundaries, invalid events, and\nevents of other packages.")
	visitor := jen.Id("visitor").Id("Visitor")
	body := w.finding(finding{
		head: jen.Func(), name: "visit", params: []jen.Code{visitor}, args: []jen.Code{jen.Id("visitor")}, result: jen.Bool(),
		body: func(event string) []jen.Code {
			return []jen.Code{jen.Id("visitor").Dot("Visit" + event).Call(jen.Id("e"))}
		},
		first: []jen.Code{jen.If(jen.Id("e").Op("==").Nil().Op("||").Op("!").Id("e").Dot("Valid").Call()).Block(jen.Return(jen.False()))},
		none:  []jen.Code{jen.Return(jen.False())},
		end:   []jen.Code{jen.Return(jen.True())},
	}).write(f)
	f.Func().Id("Visit").Params(jen.Id("e").Add(events("Event")), visitor).Bool().Block(body...)
}

// signatures writes the function that finds methods with the name of a consumer method and another signature. Without reflection, it can't
// list a consumer's methods, so it tries the usual mistakes.
func (w *writer) signatures(f *jen.File) {
	var checks []jen.Code
	check := func(name string, params []jen.Code, results ...jen.Code) {
		var cases []jen.Code
		for _, param := range params {
			cases = append(cases, single("On"+name, param))
		}
		for _, param := range results {
			cases = append(cases, jen.Custom(jen.Options{Open: "interface{ ", Close: " }"}, jen.Id("On"+name).Params(param).Error()))
		}
		want := "On" + name + "(" + w.out.Name + "." + name + "Event)"
		checks = append(checks, jen.Switch(jen.Id("consumer").Assert(jen.Type())).Block(
			jen.Case(cases...).Block(jen.Id("want").Op("=").Append(jen.Id("want"), jen.Lit(want)))))
	}
	for _, e := range w.pkg.Events {
		payload := typ(e.Type)
		check(e.Name, []jen.Code{payload, jen.Op("*").Add(payload.Clone()), jen.Op("*").Id(e.Name), jen.Id(w.view(e.Type)), events("Event"), jen.Any()},
			jen.Id(e.Name+"Event"), jen.Id(e.Name))
	}
	for _, c := range w.pkg.Capabilities {
		params := []jen.Code{typ(c.Type), events("Event"), jen.Any()}
		if !c.Interface {
			params = append(params, jen.Op("*").Add(typ(c.Type)), jen.Id(w.view(c.Type)))
		}
		check(c.Name, params, jen.Id(c.Name+"Event"))
	}
	piece := func(name string, some []jen.Code) jen.Code {
		f.Func().Id(name).Params(jen.Id("consumer").Any()).Params(jen.Id("want").Index().String()).Block(append(some, jen.Return(jen.Id("want")))...)
		return jen.Id("want").Op("=").Append(jen.Id("want"), jen.Id(name).Call(jen.Id("consumer")).Op("..."))
	}
	checks = inPieces("wrongMethods", checks, piece)
	doc(f, "wrongMethods returns the right signatures of those methods of a consumer that have the name of a consumer method and another\nsignature.")
	f.Func().Id("wrongMethods").Params(jen.Id("consumer").Any()).Params(jen.Id("want").Index().String()).Block(append(checks, jen.Return(jen.Id("want")))...)
}

// sources names the domain packages, and whose structs they have.
func (w *writer) sources() string {
	var names []string
	for _, s := range w.pkg.Sources {
		names = append(names, s.Name+" ("+s.Path+")")
	}
	if len(names) == 1 {
		return "package " + names[0] + ", generated from its"
	}
	return "packages " + listing(names) + ", generated from their"
}
