package emit

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/dave/jennifer/jen"

	"github.com/busgen/busgen/cmd/busgen/internal/model"
)

// planCopies names a function for each named type that is copied part by part.
func (w *writer) planCopies() {
	names, known := map[string]bool{}, map[string]string{}
	for _, t := range w.copiedTypes() {
		spelled := spell(t)
		if known[spelled] == "" {
			as := t.Spelled() // the name behind an alias may change
			name := freeName(lower(identifier(as.Name+strings.Join(eachName(as.Args), "")))+"Copy", "", names)
			names[name], known[spelled] = true, name
		}
		w.copies[t] = known[spelled]
		w.recursive[t] = recursive(t)
	}
}

// recursive reports whether a type refers to itself through parts that are copied.
func recursive(t *model.Type) bool {
	found := false
	walkTypes(copiedParts(t), func(part *model.Type) []*model.Type {
		found = found || part == t
		return copiedParts(part)
	})
	return found
}

// nests reports whether a type, or a part of it, is recursive.
func (w *writer) nests(t *model.Type) bool {
	found := false
	walkTypes([]*model.Type{t}, func(part *model.Type) []*model.Type {
		found = found || w.recursive[part]
		return copiedParts(part)
	})
	return found
}

// once writes the storage for a single copy: nil, except for types whose values can refer to themselves.
func (w *writer) once(copied string, t *model.Type) *jen.Statement {
	if w.nests(t) {
		return events("Once").Call(jen.Lit(copied))
	}
	return jen.Nil()
}

// otherCopies writes the functions for types that have no view, into one file.
func (w *writer) otherCopies() {
	byName := map[string]*model.Type{}
	for _, t := range w.copiedTypes() {
		if name := w.copies[t]; name != "" && w.views[t] == "" {
			byName[name] = t
		}
	}
	if len(byName) == 0 {
		return
	}
	w.file("copy", func(f *jen.File) {
		for _, name := range slices.Sorted(maps.Keys(byName)) {
			w.copyFunc(f, byName[name])
		}
	})
}

// copyFunc writes the function that copies what a value of a named type refers to.
func (w *writer) copyFunc(f *jen.File, t *model.Type) {
	name := w.copies[t]
	if name == "" {
		return
	}
	f.Comment(name + " gives " + withArticle(t.Spelled().Name) + " memory of its own.")
	f.Func().Id(name).Params(jen.Id("c").Op("*").Add(events("Copies")), jen.Id("p").Op("*").Add(typ(t))).BlockFunc(func(g *jen.Group) {
		if w.recursive[t] {
			g.Id("c.Enter").Call(jen.Lit(t.String()))
		}
		for _, statement := range w.copyThrough(t.Under) {
			g.Add(statement)
		}
		if w.recursive[t] {
			g.Id("c.Leave").Call()
		}
	})
}

// copied writes the statement that gives an addressable value of a named type memory of its own. Storage is a *events.Copies.
func (w *writer) copied(storage, value *jen.Statement, t *model.Type) *jen.Statement {
	if t.Copy == model.CopyClone {
		return cloned(value, value, jen.Op("&").Add(value.Clone()), t)
	}
	return jen.Id(w.copies[t]).Call(storage.Clone(), jen.Op("&").Add(value.Clone()))
}

// cloned writes the statement that replaces a value by a copy, by a function of the domain or by a method of its type. receiver is the
// receiver of the method, the value or a pointer to it, and at is the value's address.
func cloned(value, receiver, at *jen.Statement, t *model.Type) *jen.Statement {
	set := value.Clone().Op("=")
	switch f := t.CopyFunc; {
	case f != nil && t.CopyThrough:
		return set.Op("*").Qual(f.Path, f.Name).Call(at)
	case f != nil && t.Nilable:
		return jen.If(value.Clone().Op("!=").Nil()).Block(set.Qual(f.Path, f.Name).Call(value.Clone()))
	case f != nil:
		return set.Qual(f.Path, f.Name).Call(value.Clone())
	case t.As != nil:
		receiver = at
	}
	if t.CopyMethod == "DeepCopyInto" { // the method need not work in place
		from := jen.Id("from")
		if t.As != nil {
			from = jen.Op("&").Add(from)
		}
		return jen.Block(jen.Id("from").Op(":=").Add(value.Clone()), original(from, t).Dot("DeepCopyInto").Call(original(at, t)))
	}
	return set.Add(copyByMethod(receiver, at, t))
}

// copyByMethod writes the copy that a method returns.
func copyByMethod(receiver, at *jen.Statement, t *model.Type) *jen.Statement {
	made := original(receiver.Clone(), t).Dot(t.CopyMethod).Call()
	if t.CopyMethod == "Set" || t.CopyMethod == "Copy" {
		made = jen.New(typ(cmp.Or(t.As, t))).Dot(t.CopyMethod).Call(original(at, t))
	}
	if t.CloneResultPointer {
		made = jen.Op("*").Add(made)
	}
	if t.As != nil {
		made = typ(t).Call(made)
	}
	return made
}

// original converts a pointer to a value into one to the type by which the value's type is declared, if that has the method.
func original(pointer *jen.Statement, t *model.Type) *jen.Statement {
	if t.As == nil {
		return pointer
	}
	return jen.Parens(jen.Op("*").Add(typ(t.As))).Call(pointer)
}

// copyOf writes the statements that return a deep copy of a value.
func (w *writer) copyOf(value *jen.Statement, t *model.Type) []jen.Code {
	x := jen.Id("x")
	body := append([]jen.Code{x.Clone().Op(":=").Add(value)}, w.copyParts(w.once(withArticle(t.String()), t), x, t, 0)...)
	return append(body, jen.Return(x.Clone()))
}

// copyParts writes the statements that give the addressable value v memory of its own.
func (w *writer) copyParts(storage, v *jen.Statement, t *model.Type, depth int) []jen.Code {
	switch t.Copy {
	case model.CopyPlain:
		return nil
	case model.CopyClone:
		return []jen.Code{cloned(v, v, jen.Op("&").Add(v.Clone()), t)}
	}
	assign := func(name string, elem *model.Type) []jen.Code {
		return []jen.Code{v.Clone().Op("=").Add(events(name)).Call(storage.Clone(), v.Clone(), w.deep(elem))}
	}
	switch t.Kind {
	case model.Named:
		return []jen.Code{w.copied(storage, v, t)}
	case model.Slice:
		return assign("CopySlice", t.Elem)
	case model.Map:
		return assign("CopyMap", t.Elem)
	case model.Pointer:
		return assign("CopyPointer", t.Elem)
	case model.Array:
		i := jen.Id(fmt.Sprintf("i%d", depth))
		return []jen.Code{jen.For(i.Clone().Op(":=").Range().Add(v.Clone())).Block(
			w.copyParts(storage, v.Clone().Index(i.Clone()), t.Elem, depth+1)...)}
	case model.Struct:
		var all []jen.Code
		for _, f := range t.Fields {
			all = append(all, w.copyParts(storage, v.Clone().Dot(f.Name), f.Type, depth)...)
		}
		return all
	}
	return nil
}

// copyThrough writes the statements that give memory of its own to the value that p points to.
func (w *writer) copyThrough(t *model.Type) []jen.Code {
	if t.Copy == model.CopyClone {
		return []jen.Code{cloned(jen.Op("*").Id("p"), jen.Id("p"), jen.Id("p"), t)}
	}
	value := jen.Op("*").Id("p")
	if t.Kind == model.Struct || t.Kind == model.Array {
		value = jen.Id("p") // selecting and indexing follow the pointer
	}
	return w.copyParts(jen.Id("c"), value, t, 0)
}

// deep writes the function that copies what an element refers to, or nil.
func (w *writer) deep(t *model.Type) *jen.Statement {
	if t.Copy == model.CopyPlain {
		return jen.Nil()
	}
	if name := w.copies[t]; name != "" {
		return jen.Id(name)
	}
	return jen.Func().Params(jen.Id("c").Op("*").Add(events("Copies")), jen.Id("p").Op("*").Add(typ(t))).Block(w.copyThrough(t)...)
}

// spell writes a type as generated code does.
func spell(t *model.Type) string { return fmt.Sprintf("%#v", typ(t)) }

func eachName(types []*model.Type) []string {
	var names []string
	for _, t := range types {
		names = append(names, "Of", spell(t))
	}
	return names
}

// identifier returns s without everything but letters and digits.
func identifier(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}
