package emit

import "github.com/dave/jennifer/jen"

// near writes what a consumer that matches nothing may have meant by a method for name. Without reflection its methods can't be
// listed, so the usual slips are tried: the wrong parameter, a result, a name of another habit.
func near(f *jen.File, function, name string, params ...*jen.Statement) {
	method, event := "On"+name, jen.Id(name+"Event")
	wants := name + "Consumer wants " + method + "(" + name + "Event)"
	slip := func(g *jen.Group, what string, is jen.Code) {
		g.Case(is).Block(jen.Return(jen.Lit(what)))
	}
	has := func(method string, param jen.Code) *jen.Statement {
		return jen.Interface(jen.Id(method).Params(param))
	}
	doc(f, function+" says what a consumer without any interest may have meant by a method for "+name+".")
	f.Func().Id(function).Params(jen.Id("consumer").Any()).String().Block(
		jen.Switch(jen.Id("consumer").Assert(jen.Type())).BlockFunc(func(g *jen.Group) {
			for _, param := range append(params, jen.Qual(eventsPath, "Event"), jen.Any()) {
				slip(g, "the parameter of its "+method+" is another one: "+wants, has(method, param))
			}
			slip(g, "its "+method+" has a result: "+wants+" without one", jen.Interface(jen.Id(method).Params(event).Error()))
			for _, other := range []string{method + "s", method + "Event", "Handle" + name} {
				slip(g, "its method is called "+other+": "+wants, has(other, event))
			}
			slip(g, "it is a function: "+name+"Func(f) makes "+withArticle(name+"Consumer")+" of it", jen.Func().Params(event))
		}),
		jen.Return(jen.Lit("")),
	)
}
