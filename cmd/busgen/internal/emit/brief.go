package emit

import "github.com/dave/jennifer/jen"

// brief writes a block on one line. gofmt does not change it if it is short enough.
func brief(statements ...jen.Code) *jen.Statement {
	return jen.Custom(jen.Options{Open: "{ ", Close: " }", Separator: "; "}, statements...)
}

// single writes an interface with one method.
func single(method string, params ...jen.Code) *jen.Statement {
	return jen.Custom(jen.Options{Open: "interface{ ", Close: " }"}, jen.Id(method).Params(params...))
}

// method starts a method.
func method(receiver string, typ *jen.Statement, name string) *jen.Statement {
	return jen.Func().Params(jen.Id(receiver).Add(typ)).Id(name)
}

func events(name string) *jen.Statement { return jen.Qual(eventsPath, name) }

func mux(name string) *jen.Statement { return jen.Qual(muxPath, name) }

func pointer(name string) *jen.Statement { return jen.Op("*").Id(name) }
