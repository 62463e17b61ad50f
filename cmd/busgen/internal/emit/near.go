package emit

import "github.com/dave/jennifer/jen"

// near is the name of the function that [nearFunc] writes. It begins with what it is about, as the constants do.
func near(name string) string { return lower(name) + "Near" }

// nearFunc writes what a consumer that matches nothing may have meant by a method for name. Without reflection its methods can't be
// listed, so the usual slips are tried: the wrong parameter, a result, a name of another habit.
func nearFunc(f *jen.File, name string, params ...*jen.Statement) {
	method, event := "On"+name, jen.Id(name+"Event")
	has := func(method string, param *jen.Statement) *jen.Statement {
		return jen.Custom(jen.Options{Open: "interface{ ", Close: " }"}, jen.Id(method).Params(param))
	}
	var others []jen.Code
	for _, param := range append(params, jen.Qual(eventsPath, "Event"), jen.Any()) {
		others = append(others, has(method, param))
	}
	f.Comment(near(name) + " says what a consumer without any interest may have meant by a method for " + name + ".")
	f.Func().Id(near(name)).Params(jen.Id("consumer").Any()).String().Block(
		jen.Switch(jen.Id("consumer").Assert(jen.Type())).BlockFunc(func(g *jen.Group) {
			slip := func(is jen.Code, sentence string, arguments ...jen.Code) {
				g.Case(is).Block(jen.Return(jen.Qual(muxPath, sentence).Call(append([]jen.Code{jen.Lit(name)}, arguments...)...)))
			}
			slip(jen.List(others...), "OtherParameter")
			slip(jen.Custom(jen.Options{Open: "interface{ ", Close: " }"}, jen.Id(method).Params(event).Error()), "HasResult")
			for _, other := range []string{method + "s", method + "Event", "Handle" + name} {
				slip(has(other, event), "OtherName", jen.Lit(other))
			}
			slip(jen.Func().Params(event), "IsFunction")
		}),
		jen.Return(jen.Lit("")),
	)
}
