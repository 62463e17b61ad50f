package emit

import (
	"strconv"

	"github.com/dave/jennifer/jen"

	"github.com/busgen/busgen/cmd/busgen/internal/model"
)

// typ spells a type.
func typ(t *model.Type) *jen.Statement {
	t = t.Spelled()
	switch t.Kind {
	case model.Basic, model.TypeParam:
		return jen.Id(t.Name)
	case model.Named:
		return named(t)
	case model.Pointer:
		return jen.Op("*").Add(typ(t.Elem))
	case model.Slice:
		return jen.Index().Add(typ(t.Elem))
	case model.Array:
		return jen.Index(jen.Lit(int(t.Len))).Add(typ(t.Elem))
	case model.Map:
		return jen.Map(typ(t.Key)).Add(typ(t.Elem))
	case model.Struct:
		return structure(t)
	case model.Interface:
		return jen.InterfaceFunc(func(g *jen.Group) {
			for _, m := range t.Methods {
				g.Id(m.Name).Add(signature(m.Sig))
			}
		})
	case model.Func:
		return jen.Func().Add(signature(t))
	default:
		return channel(t)
	}
}

func named(t *model.Type) *jen.Statement {
	s := jen.Id(t.Name)
	if t.Path != "" {
		s = jen.Qual(t.Path, t.Name)
	}
	if len(t.Args) > 0 {
		s = s.Types(each(t.Args, func(a *model.Type) jen.Code { return typ(a) })...)
	}
	return s
}

func channel(t *model.Type) *jen.Statement {
	switch t.Dir {
	case 1:
		return jen.Chan().Op("<-").Add(typ(t.Elem))
	case 2:
		return jen.Op("<-").Chan().Add(typ(t.Elem))
	default:
		if t.Elem.Kind == model.Chan && t.Elem.Dir == 2 {
			return jen.Chan().Parens(typ(t.Elem)) // without parentheses, the arrow belongs to the outer channel
		}
		return jen.Chan().Add(typ(t.Elem))
	}
}

// structure spells a struct with its tags, which are part of its identity.
func structure(t *model.Type) *jen.Statement {
	list := fields(t)
	for i, f := range t.Fields {
		if f.Tag != "" {
			list[i] = jen.Add(list[i], jen.Lit(f.Tag))
		}
	}
	return jen.Struct(list...)
}

// fields spells a struct's fields, without tags.
func fields(t *model.Type) []jen.Code {
	return each(t.Fields, func(f model.Field) jen.Code {
		if f.Embedded {
			return typ(f.Spelled())
		}
		return jen.Id(f.Name).Add(typ(f.Type))
	})
}

// signature spells the parameters and results of a method.
func signature(t *model.Type) *jen.Statement {
	return jen.Params(params(t, "")...).Add(results(t))
}

// params spells parameters; with a prefix they get names, to pass them on.
func params(t *model.Type, prefix string) []jen.Code {
	var list []jen.Code
	for i, p := range t.Params {
		spelled := typ(p)
		if t.Variadic && i == len(t.Params)-1 {
			spelled = jen.Op("...").Add(typ(p.Elem))
		}
		if prefix != "" {
			spelled = jen.Id(argument(prefix, i)).Add(spelled)
		}
		list = append(list, spelled)
	}
	return list
}

func results(t *model.Type) jen.Code {
	list := each(t.Results, func(r *model.Type) jen.Code { return typ(r) })
	if len(list) == 1 {
		return list[0]
	}
	return jen.Params(list...)
}

// argument names a parameter: arga to argz, then arga1 and so on.
func argument(prefix string, i int) string {
	name := prefix + string(rune('a'+i%26))
	if i >= 26 {
		name += strconv.Itoa(i / 26)
	}
	return name
}

func each[T any](items []T, code func(T) jen.Code) []jen.Code {
	var list []jen.Code
	for _, item := range items {
		list = append(list, code(item))
	}
	return list
}
