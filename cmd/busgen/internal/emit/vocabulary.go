package emit

import (
	"slices"
	"strconv"

	"github.com/dave/jennifer/jen"
)

// vocabulary writes what wired buses in other packages compare with what they were made for.
func (w *writer) vocabulary(f *jen.File) {
	doc(f, "Vocabulary has the number and the capabilities of each event. A wired bus that was generated for another one does not compile.")
	f.Const().Id("Vocabulary").Op("=").Add(w.words())
	doc(f, "Unconsumed has the name of each consumer method, and a parameter that none has. Wired buses find with it what a consumer has got\nsince they were generated.")
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
}

// words spells the vocabulary, a line for each event, so that branches that add different events can be merged.
func (w *writer) words() *jen.Statement {
	var lines []string
	for _, e := range w.pkg.Events {
		line := e.Name + " " + strconv.Itoa(int(w.kinds.Kind(e.Name)))
		for _, h := range e.Has {
			line += " " + h.Capability.Name
		}
		lines = append(lines, line)
	}
	return sum(lines)
}

// sum spells a string in lines.
func sum(lines []string) *jen.Statement {
	s := jen.Lit("")
	for _, line := range lines {
		s = s.Op("+").Line().Lit(line + "\n")
	}
	return s
}
