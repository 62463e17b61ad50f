package emit

import (
	"slices"
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/busgen/busgen/cmd/busgen/internal/model"
)

// deepest is the depth of embedding down to which the guards see methods.
const deepest = 8

// deep writes structs that embed each other, the first one an interface. In a struct that embeds the last one, each field or method hides
// the interface's method of the same name. deep returns the name of the last one.
func deep(of jen.Code) (types []jen.Code, last string) {
	for i := range deepest {
		last = stale + "_" + strconv.Itoa(i+1)
		types = append(types, jen.Type().Id(last).Custom(jen.Options{Open: "struct{ ", Close: " }"}, of))
		of = jen.Id(last)
	}
	return types, last
}

// promises writes the code that stops compiling when an interface capability gains or loses methods, or a payload that has it loses one.
func promises(c *model.Capability) *jen.Statement {
	return jen.Func().Id("_").Params(jen.Id("v").Add(typ(c.Type))).BlockFunc(func(g *jen.Group) {
		g.Type().Id(stale).Add(typ(c.Type.Under))
		g.Id("_").Op("=").Id(stale).Call(jen.Id("v")).Comment(changed(c.Name))
		g.Id("_").Op("=").Add(typ(c.Type)).Call(jen.Id(stale).Call(jen.Nil())).Comment(changed(c.Name))
		for _, e := range c.Events {
			g.Id("_").Op("=").Id(stale).Call(typ(e.Type).Values()).Comment(changed(e.Name))
		}
	})
}

// lacking writes the code that stops compiling when a payload gains a method of a capability that it lacks. It declares a method of that
// name with another signature, which Go selects only as long as the payload has none.
//
// Payloads that lack the same methods share one struct, because the compiler needs more time for a type than for a field.
func (w *writer) lacking(f *jen.File) {
	var groups []string // methods, joined
	members := map[string][]*model.Event{}
	var others []jen.Code
	for _, e := range w.pkg.Events {
		var names []string
		for _, l := range e.Lacks {
			if l.Sig == nil {
				names = append(names, l.Method)
			} else if !l.Sig.Unspellable {
				others = append(others, w.differs(e, l))
			}
		}
		slices.Sort(names)
		if key := strings.Join(slices.Compact(names), " "); key != "" {
			if members[key] == nil {
				groups = append(groups, key)
			}
			members[key] = append(members[key], e)
		}
	}
	if len(groups)+len(others) == 0 {
		return
	}
	doc(f, "A payload that gets a method of a capability may have the capability. If a line does not compile, run go generate ./...")
	f.Func().Id("_").Params().BlockFunc(func(g *jen.Group) {
		for _, key := range groups {
			g.Block(w.group(strings.Fields(key), members[key])...)
		}
		for _, other := range others {
			g.Add(other)
		}
	})
}

// group writes the guard of payloads that have no methods or fields with these names.
func (w *writer) group(methods []string, payloads []*model.Event) []jen.Code {
	var list, embedded []jen.Code
	for _, m := range methods {
		list = append(list, jen.Id(m).Params(jen.Id("none")))
	}
	all := []jen.Code{
		jen.Type().Id("none").Struct(),
		jen.Type().Id(stale).Interface(list...),
	}
	types, last := deep(jen.Id(stale))
	all = append(all, types...)
	for _, e := range payloads {
		if !slices.Contains(methods, e.Name) {
			embedded = append(embedded, typ(e.Type))
			continue
		}
		alias := stale + "_" + e.Name // its own name would hide the method
		all = append(all, jen.Type().Id(alias).Op("=").Add(typ(e.Type)))
		embedded = append(embedded, jen.Id(alias))
	}
	return append(all,
		jen.Type().Id("payloads").Struct(append(embedded, jen.Id(last))...),
		jen.Var().Id("_").Id(stale).Op("=").Id("payloads").Values().Comment("a payload has got a method: run go generate ./..."))
}

// differs writes the guard of a payload whose method has another signature than the capability's.
func (w *writer) differs(e *model.Event, l model.Lack) jen.Code {
	return jen.Block(
		jen.Type().Id(stale).Interface(jen.Id(l.Method).Add(signature(l.Sig))),
		jen.Var().Id("_").Id(stale).Op("=").Parens(jen.Op("*").Add(typ(e.Type))).Call(jen.Nil()).Comment(changed(e.Name)),
	)
}
