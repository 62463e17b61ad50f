package emit

import (
	"slices"
	"strconv"

	"github.com/dave/jennifer/jen"
)

// vocabulary writes the types that wired buses in other packages compare with those they were generated for.
func (w *writer) vocabulary(f *jen.File) {
	doc(f, "Vocabulary has a method for each event, whose name has the event's number and capabilities. A wired bus that was generated for\n"+
		"another one does not compile. Nothing implements it.")
	f.Type().Id("Vocabulary").Add(sealed(w.words()))
	doc(f, "Unconsumed has the name of each consumer method, and a parameter that none has. Generated buses find with it what a consumer has got\nsince they were generated.")
	f.Type().Id("Unconsumed").InterfaceFunc(func(g *jen.Group) {
		var names []string
		for _, e := range w.pkg.Events {
			names = append(names, e.Name)
		}
		for _, c := range w.pkg.Capabilities {
			names = append(names, c.Name)
		}
		slices.Sort(names)
		for _, name := range append(names, "Event", "BeginBlock", "EndTx", "EndBlock") {
			g.Id("On" + name).Params(jen.Id("Unconsumed"))
		}
	})
	doc(f, "UnconsumedBelow has the methods of Unconsumed below those that a consumer has or embeds. It is for generated buses, and generic so\n"+
		"that the compiler makes no code of it.")
	name := "UnconsumedBelow"
	for i := 2; i <= deepest+1; i++ {
		next := "unconsumed" + strconv.Itoa(i)
		of := jen.Id(next).Types(jen.Id("T"))
		if i > deepest {
			of = jen.Id("Unconsumed")
		}
		f.Type().Id(name).Types(jen.Id("T").Comparable()).Custom(jen.Options{Open: "struct{ ", Close: " }"}, of)
		name = next
	}
}

// words returns a name for each event. Each name is on a line of its own in generated code, so that branches which add events merge.
func (w *writer) words() []string {
	var words []string
	for _, e := range w.pkg.Events {
		word := e.Name + "_" + strconv.Itoa(int(w.kinds.Kind(e.Name)))
		for _, h := range e.Has {
			word += "_" + h.Capability.Name
		}
		words = append(words, word)
	}
	return words
}

// sealed spells an interface with methods of these names.
func sealed(names []string) *jen.Statement {
	return jen.InterfaceFunc(func(g *jen.Group) {
		for _, name := range names {
			g.Id(name).Params()
		}
	})
}
