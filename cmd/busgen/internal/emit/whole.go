package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/busgen/busgen/cmd/busgen/internal/model"
)

// emitter writes the interface that has all emits.
func (w *writer) emitter() {
	f := w.file("emitter")
	doc(f, "Emitter emits every event. Engines had better depend on the narrow emitters of what they emit.")
	f.Type().Id("Emitter").InterfaceFunc(func(g *jen.Group) {
		for _, e := range w.pkg.Events {
			g.Id(e.Name + "Emitter")
		}
	})
	f.Var().Id("_").Id("Emitter").Op("=").Parens(jen.Op("*").Id("Router")).Parens(jen.Nil())
}

// visitor writes the exhaustive view: a type that satisfies it has a method for every event.
func (w *writer) visitor() {
	f := w.file("visitor")
	doc(f, "Visitor has a method for every event, so that an event added to the domain does not compile until it is handled.")
	f.Type().Id("Visitor").InterfaceFunc(func(g *jen.Group) {
		for _, e := range w.pkg.Events {
			g.Id("Visit" + e.Name).Params(jen.Op("*").Id(e.Name))
		}
	})
	doc(f, "Visit calls the visitor's method for the event, and says whether there is one: there is none for boundaries, and for events of\nother packages.")
	visitor := jen.Id("visitor").Id("Visitor")
	body := w.finding(finding{
		head: jen.Func(), name: "visit", params: []jen.Code{visitor}, args: []jen.Code{jen.Id("visitor")}, result: jen.Bool(),
		body: func(event string) []jen.Code {
			return []jen.Code{jen.Id("visitor").Dot("Visit" + event).Call(jen.Id("e"))}
		},
		none: []jen.Code{jen.Return(jen.False())},
		end:  []jen.Code{jen.Return(jen.True())},
	}).write(f)
	f.Func().Id("Visit").Params(jen.Id("e").Qual(eventsPath, "Event"), visitor).Bool().Block(body...)
}

// guards write the lines that stop compiling when a type of the domain changes.
func (w *writer) guards() {
	f := w.file("guard")
	f.Comment("What is generated depends on each field of these types. A line that does not compile says what to run.")
	for _, t := range w.pkg.Types {
		if t.Under == nil || len(t.Args) > 0 || t.Under.Kind == model.Interface {
			continue
		}
		under := typ(t.Under)
		if t.Under.Kind == model.Struct {
			under = jen.Struct(fields(t.Under, t.Path)...)
		}
		f.Line()
		f.Func().Id("_").Params(jen.Id("v").Add(typ(t))).Block(
			jen.Type().Id("generated").Add(under),
			jen.Id("_").Op("=").Id("generated").Call(jen.Id("v")).Comment(t.Name+" has changed since this was generated: run go generate ./..."),
		)
	}
}
