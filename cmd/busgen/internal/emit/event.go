package emit

import (
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/busgen/busgen/cmd/busgen/internal/model"
)

// event writes the file of one event.
func (w *writer) event(f *jen.File, e *model.Event) {
	doc(f, e.Name+"Event is implemented by events whose payload is "+withArticle(e.Name)+".", e.Doc)
	f.Type().Id(e.Name+"Event").Interface(
		events("Event"),
		jen.Comment(e.Name+" returns a view of the payload."),
		jen.Id(e.Name).Params().Id(w.view(e.Type)),
	)
	consumers(f, e.Name)
	doc(f, e.Name+"ValueConsumer is implemented by consumers of "+e.Name+" by value, which allocates nothing.")
	f.Type().Id(e.Name + "ValueConsumer").Add(single("On"+e.Name, jen.Id(e.Name)))
	doc(f, e.Name+"Emitter is implemented by buses that emit "+e.Name+".")
	f.Type().Id(e.Name + "Emitter").Add(single("Emit"+e.Name, typ(e.Type)))
	w.handle(f, e)
	w.viewOf(f, e.Type, true)
	w.storage(f, e)
	w.row(f, e)
	w.send(f, e)
}

// consumers writes the consumer interface of a name and its function adapter.
func consumers(f *jen.File, name string) {
	doc(f, name+"Consumer is implemented by consumers of "+name+"Event.")
	f.Type().Id(name + "Consumer").Add(single("On"+name, jen.Id(name+"Event")))
	doc(f, name+"Func adapts a function to "+name+"Consumer.")
	f.Type().Id(name + "Func").Func().Params(jen.Id(name + "Event"))
	doc(f, "On"+name+" calls f.")
	f.Add(method("f", jen.Id(name+"Func"), "On"+name)).Params(jen.Id("e").Id(name + "Event")).Add(brief(jen.Id("f").Call(jen.Id("e"))))
}

// handle writes the type of the event, its kind, its constructor and its methods.
func (w *writer) handle(f *jen.File, e *model.Event) {
	f.Var().Id(typeVar(e.Name)).Op("=").Add(events("NewType")).Call(jen.Lit(int(w.kinds.Kind(e.Name))), jen.Lit(e.Name))
	doc(f, "Kind"+e.Name+" returns the kind of every "+e.Name+". Its number is permanent.")
	f.Func().Id("Kind" + e.Name).Params().Add(events("Kind")).Add(brief(jen.Return(jen.Id(typeVar(e.Name)).Dot("Kind").Call())))
	names := []string{e.Name + "Event"}
	for _, h := range e.Has {
		names = append(names, h.Capability.Name+"Event")
	}
	doc(f, e.Name+" is an event, lent for one delivery or kept. *"+e.Name+" implements "+listing(names)+".")
	f.Type().Id(e.Name).Struct(jen.Id("event"), jen.Id("cell").Add(pointer(cell(e.Name))))
	doc(f, "New"+e.Name+" returns a kept event, for tests and decoders.")
	f.Func().Id("New"+e.Name).Params(head(), jen.Id("p").Add(typ(e.Type))).Add(pointer(e.Name)).Add(brief(
		jen.Return(jen.Parens(jen.Op("&").Id(cell(e.Name)).Values(jen.Dict{jen.Id("payload"): jen.Id("p")})).Dot("keep").Call(jen.Id("h")))))
	doc(f, "Valid reports whether e is an event: false for a nil pointer and a zero "+e.Name+".")
	f.Add(method("e", pointer(e.Name), "Valid")).Params().Bool().Add(brief(jen.Return(
		jen.Id("e").Op("!=").Nil().Op("&&").Add(events("Given").Call(jen.Id("e.lent"))))))
	doc(f, "Keep returns the event as one that stays valid for ever.")
	f.Add(method("e", jen.Id(e.Name), "Keep")).Params().Add(pointer(e.Name)).Add(brief(
		jen.Return(jen.Id("e.cell.keep").Call(jen.Id("e.Header").Call()))))
	doc(f, "Kept implements events.Event.")
	f.Add(method("e", jen.Id(e.Name), "Kept")).Params().Add(events("Event")).Add(brief(jen.Return(jen.Id("e.Keep").Call())))
	doc(f, e.Name+" returns a view of the payload.")
	f.Add(method("e", jen.Id(e.Name), e.Name)).Params().Id(w.view(e.Type)).Add(brief(
		check(), jen.Return(jen.Id(w.view(e.Type)).Values(jen.Id("e.lent"), jen.Op("&").Id("e").Dot("cell.payload")))))
	w.capabilities(f, e)
}

// capabilities writes the methods that implement the interfaces of the event's capabilities.
func (w *writer) capabilities(f *jen.File, e *model.Event) {
	written := map[string]bool{}
	for _, h := range e.Has {
		c := h.Capability
		if c.Interface {
			w.forward(f, e, c, written)
			continue
		}
		doc(f, c.Name+" returns a view of the payload's "+strings.Join(h.Path, ".")+".")
		on := method("e", jen.Id(e.Name), c.Name).Params().Id(w.view(c.Type))
		if selects(e.Type, c.Name, h.Path) {
			f.Add(on).Add(brief(jen.Return(jen.Id("e").Dot(e.Name).Call().Dot(c.Name).Call())))
			continue
		}
		part := jen.Id("e.cell.payload")
		for _, step := range h.Path {
			part = part.Dot(step)
		}
		f.Add(on).Block(check(), jen.Return(jen.Id(w.view(c.Type)).Values(jen.Id("e.lent"), jen.Op("&").Add(part))))
	}
}

// selects reports whether Go selects the field at this path by the name.
func selects(t *model.Type, name string, path []string) bool {
	return slices.ContainsFunc(t.Selected, func(s model.Selected) bool { return s.Name == name && slices.Equal(s.Path, path) })
}

// forward writes the methods of an interface capability. Two capabilities may share a method, which is written once.
func (w *writer) forward(f *jen.File, e *model.Event, c *model.Capability, written map[string]bool) {
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
		call := jen.Id("e.cell.payload").Dot(m.Name).Call(arguments...)
		if len(m.Sig.Results) > 0 {
			call = jen.Return(call)
		}
		doc(f, documented(m.Name, m.Doc, m.Name+" calls the payload's method."))
		f.Add(method("e", jen.Id(e.Name), m.Name)).Params(params(m.Sig, "arg")...).Add(results(m.Sig)).Block(check(), call)
	}
}

// capability writes the file of one capability.
func (w *writer) capability(f *jen.File, c *model.Capability) {
	doc(f, c.Name+"Event is implemented by every event with the capability "+c.Name+".", c.Doc)
	if c.Interface {
		f.Type().Id(c.Name+"Event").Interface(events("Event"), typ(c.Type))
		consumers(f, c.Name)
		return
	}
	f.Type().Id(c.Name+"Event").Interface(
		events("Event"),
		jen.Comment(c.Name+" returns a view of the payload's "+c.Name+"."),
		jen.Id(c.Name).Params().Id(w.view(c.Type)),
	)
	consumers(f, c.Name)
	w.viewOf(f, c.Type, true)
}

func head() *jen.Statement { return jen.Id("h").Add(events("Header")) }

// check checks the lease of event e.
func check() *jen.Statement { return events("Check").Call(jen.Id("e.lent")) }
