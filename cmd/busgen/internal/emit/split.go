package emit

import (
	"maps"
	"slices"
	"strconv"

	"github.com/dave/jennifer/jen"
)

// The limits of one function: of statements for one event each, and of cases of a type switch. The time to compile a function grows faster
// than its length.
const (
	perFunction = 64
	perSwitch   = 128
)

// inPieces returns the statements or, if there are many, calls of functions that contain some each: piece writes such a function and returns
// its call.
func inPieces(name string, statements []jen.Code, piece func(name string, some []jen.Code) jen.Code) []jen.Code {
	if len(statements) <= perFunction {
		return statements
	}
	var calls []jen.Code
	for some := range slices.Chunk(statements, perFunction) {
		calls = append(calls, piece(name+strconv.Itoa(len(calls)), slices.Clip(some)))
	}
	return calls
}

// finding is a switch over the concrete type of event e.
type finding struct {
	of     string // the import path of the events' package
	events []string
	kind   func(event string) uint32 // the number of its kind

	head   *jen.Statement // starts a function with a part of it: func, and the receiver if there is one
	call   *jen.Statement // starts a call of such a function: the receiver, or nothing
	name   string
	params []jen.Code // after e
	args   []jen.Code
	result *jen.Statement // nil: none

	body  func(event string) []jen.Code
	first []jen.Code // before the switch
	none  []jen.Code // for boundaries, and any other event
	end   []jen.Code // after the switch
}

// write returns a switch over the types or, if there are many, over the numbers of the kinds, with switches over some types each in functions
// of their own.
func (s finding) write(f *jen.File) []jen.Code {
	if len(s.events) <= perSwitch {
		return append(slices.Clone(s.first), s.over(s.events)...)
	}
	parts := map[uint32][]string{}
	for _, e := range s.events {
		part := s.kind(e) / perSwitch
		parts[part] = append(parts[part], e)
	}
	return append(slices.Clone(s.first), jen.Switch(jen.Id("e.Kind").Call().Dot("Number").Call().Op("/").Lit(perSwitch)).BlockFunc(func(g *jen.Group) {
		for _, part := range slices.Sorted(maps.Keys(parts)) {
			piece := s.name + strconv.Itoa(int(part))
			f.Commentf("%s is for the kinds from number %d on.", piece, part*perSwitch)
			f.Add(s.head.Clone()).Id(piece).Params(append(slices.Clone(s.params), jen.Id("e").Qual(eventsPath, "Event"))...).
				Add(s.result).Block(s.over(parts[part])...)
			to := jen.Add(s.call).Id(piece).Call(append(slices.Clone(s.args), jen.Id("e"))...)
			if s.result != nil {
				to = jen.Return(to)
			}
			g.Case(jen.Lit(int(part))).Block(to)
		}
		g.Default().Block(s.none...)
	}))
}

func (s finding) over(some []string) []jen.Code {
	choice := jen.Switch(jen.Id("e").Op(":=").Id("e").Assert(jen.Type())).BlockFunc(func(g *jen.Group) {
		for _, e := range some {
			g.Case(jen.Op("*").Qual(s.of, e)).Block(s.body(e)...)
		}
		g.Default().Block(s.none...)
	})
	return append([]jen.Code{choice}, s.end...)
}
