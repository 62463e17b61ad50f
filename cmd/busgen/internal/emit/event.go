package emit

import (
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/busgen/busgen/cmd/busgen/internal/model"
)

// event writes the file of one event.
func (w *writer) event(e *model.Event) {
	f := w.file(snake(e.Name) + "_event")
	w.eventInterface(f, e)
	w.concrete(f, e)
	w.accessors(f, e)
	interest(f, e.Name, "its payload's type")
	doc(f, e.Name+"ValueConsumer is interest in "+e.Name+" by value: nothing is allocated for it.")
	f.Type().Id(e.Name + "ValueConsumer").Interface(jen.Id("On" + e.Name).Params(jen.Id(e.Name)))
	doc(f, e.Name+"Emitter is all that an engine needs to emit "+e.Name+".")
	f.Type().Id(e.Name + "Emitter").Interface(jen.Id("Emit" + e.Name).Params(typ(e.Type)))
	w.maker(f, e)
	nearFunc(f, e.Name, typ(e.Type), jen.Op("*").Id(e.Name))
	w.row(f, e)
	w.emit(f, e)
	w.deliver(f, e)
}

func (w *writer) eventInterface(f *jen.File, e *model.Event) {
	doc(f, e.Name+"Event is the event of "+withArticle(e.Name)+", whose payload says:", e.Doc, "Satisfied by *"+e.Name+".")
	f.Type().Id(e.Name+"Event").Interface(
		jen.Qual(eventsPath, "Event"),
		jen.Comment(e.Name+" is the payload; what is done to it changes no event."),
		jen.Id(e.Name).Params().Add(typ(e.Type)),
	)
}

// concrete writes the type of the event, its constructor and its kind.
func (w *writer) concrete(f *jen.File, e *model.Event) {
	names := []string{e.Name + "Event"}
	for _, h := range e.Has {
		names = append(names, h.Capability.Name+"Event")
	}
	doc(f, e.Name+" is the concrete "+e.Name+"Event: header and payload, immutable.", "It satisfies "+listing(names)+".")
	f.Type().Id(e.Name).Struct(jen.Id("stamped"), jen.Id("payload").Add(typ(e.Type)))
	f.Var().DefsFunc(func(g *jen.Group) {
		for _, name := range names {
			g.Id("_").Id(name).Op("=").Parens(jen.Op("*").Id(e.Name)).Parens(jen.Nil())
		}
	})
	doc(f, "New"+e.Name+" makes the event outside a bus, for tests and decoders.")
	f.Func().Id("New"+e.Name).Params(jen.Id("header").Qual(eventsPath, "Header"), jen.Id("payload").Add(typ(e.Type))).
		Op("*").Id(e.Name).Block(jen.Return(jen.Op("&").Add(w.literal(e, jen.Id("header"), w.copied(jen.Id("payload"), e.Type)))))
	doc(f, "Kind"+e.Name+" is the kind of every "+e.Name+"; its number is permanent.")
	f.Var().Id("Kind"+e.Name).Op("=").Qual(eventsPath, "NewKind").Call(jen.Lit(int(w.kinds.Kind(e.Name))), jen.Lit(e.Name))
}

func (w *writer) literal(e *model.Event, header, payload *jen.Statement) *jen.Statement {
	return jen.Id(e.Name).Values(jen.Qual(eventsPath, "Stamp").Call(header), payload)
}

// accessors write the methods by which the event satisfies its interfaces.
func (w *writer) accessors(f *jen.File, e *model.Event) {
	method := func(name string) *jen.Statement {
		return f.Func().Params(jen.Id("e").Op("*").Id(e.Name)).Id(name)
	}
	doc(f, "Kind is Kind"+e.Name+".")
	method("Kind").Params().Qual(eventsPath, "Kind").Block(jen.Return(jen.Id("Kind" + e.Name)))
	doc(f, e.Name+" is the payload.")
	method(e.Name).Params().Add(typ(e.Type)).Block(jen.Return(w.copied(jen.Id("e").Dot("payload"), e.Type)))
	written := map[string]bool{}
	for _, h := range e.Has {
		if h.Capability.Interface {
			w.forward(f, e, h.Capability, written)
			continue
		}
		part := jen.Id("e").Dot("payload")
		for _, step := range h.Path {
			part = part.Dot(step)
		}
		doc(f, h.Capability.Name+" is the "+h.Capability.Name+" of the payload.")
		method(h.Capability.Name).Params().Add(typ(h.Capability.Type)).Block(jen.Return(w.copied(part, h.Capability.Type)))
	}
}

// forward writes an interface capability's methods. Two capabilities may share a method, which is written once.
func (w *writer) forward(f *jen.File, e *model.Event, c *model.Capability, written map[string]bool) {
	receiver := jen.Id("e").Dot("payload")
	if e.Type.Copy != model.CopyPlain {
		receiver = jen.Id("e").Dot(e.Name).Call()
	}
	for _, m := range c.Methods {
		if written[m.Name] {
			continue
		}
		written[m.Name] = true
		var arguments []jen.Code
		for i := range m.Sig.Params {
			a := jen.Id(argument("arg", i))
			if m.Sig.Variadic && i == len(m.Sig.Params)-1 {
				a = a.Op("...")
			}
			arguments = append(arguments, a)
		}
		call := receiver.Clone().Dot(m.Name).Call(arguments...)
		if len(m.Sig.Results) > 0 {
			call = jen.Return(call)
		}
		doc(f, m.Name+" is the payload's.")
		f.Func().Params(jen.Id("e").Op("*").Id(e.Name)).Id(m.Name).Params(params(m.Sig, "arg")...).Add(results(m.Sig)).Block(call)
	}
}

// interest writes the consumer interface of a name and its function type.
func interest(f *jen.File, name, what string) {
	doc(f, name+"Consumer is interest in "+name+"Event, by "+what+".")
	f.Type().Id(name + "Consumer").Interface(jen.Id("On" + name).Params(jen.Id(name + "Event")))
	doc(f, name+"Func is a function as "+withArticle(name+"Consumer")+".")
	f.Type().Id(name + "Func").Func().Params(jen.Id(name + "Event"))
	doc(f, "On"+name+" calls the function.")
	f.Func().Params(jen.Id("f").Id(name + "Func")).Id("On" + name).Params(jen.Id("e").Id(name + "Event")).
		Block(jen.Id("f").Call(jen.Id("e")))
}

// capability writes the file of one capability.
func (w *writer) capability(c *model.Capability) {
	f := w.file(snake(c.Name) + "_capability")
	var satisfied []string
	for _, e := range c.Events {
		satisfied = append(satisfied, "*"+e.Name)
	}
	slices.Sort(satisfied)
	doc(f, c.Name+"Event is any event with the capability "+c.Name+", which says:", c.Doc, "Satisfied by "+listing(satisfied)+".")
	if c.Interface {
		f.Type().Id(c.Name+"Event").Interface(jen.Qual(eventsPath, "Event"), typ(c.Type))
	} else {
		f.Type().Id(c.Name+"Event").Interface(jen.Qual(eventsPath, "Event"), jen.Id(c.Name).Params().Add(typ(c.Type)))
	}
	interest(f, c.Name, "a capability")
	nearFunc(f, c.Name, typ(c.Type))
}
