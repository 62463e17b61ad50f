package emit

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/dave/jennifer/jen"

	"github.com/busgen/busgen/cmd/busgen/internal/model"
)

// clone is the function that deep-copies one named type.
type clone struct {
	name string
	typ  *model.Type
}

// planClones names a function for each named type that is copied part by part. Types without slices, maps and pointers have
// none.
func (w *writer) planClones() {
	names := map[string]bool{}
	for _, e := range w.pkg.Events {
		names[row(e.Name)], names[chunk(e.Name)], names[near(e.Name)] = true, true, true // the row of an event CloneTrade is what clones a TradeRow
	}
	for _, c := range w.pkg.Capabilities {
		names[near(c.Name)] = true
	}
	for _, t := range w.allTypes() {
		if t.Copy != model.CopyDeep || t.Under == nil {
			continue
		}
		key := spell(t)
		if w.clones[key] != nil {
			continue
		}
		base := "clone" + identifier(t.Name+strings.Join(eachName(t.Args), ""))
		name := base
		for n := 2; names[name]; n++ {
			name = fmt.Sprintf("%s%d", base, n)
		}
		names[name] = true
		w.clones[key] = &clone{name, t}
	}
}

func (w *writer) cloneFuncs() {
	if len(w.clones) == 0 {
		return
	}
	f := w.file("clone")
	byName := map[string]*clone{}
	for _, c := range w.clones {
		byName[c.name] = c
	}
	for _, name := range slices.Sorted(maps.Keys(byName)) {
		c := byName[name]
		doc(f, name+" copies what "+withArticle(c.typ.Name)+" shares, so that no two holders of it share memory that can change.")
		f.Func().Id(name).Params(jen.Id("v").Add(typ(c.typ))).Add(typ(c.typ)).BlockFunc(func(g *jen.Group) {
			w.copyParts(g, jen.Id("v"), c.typ.Under, 0)
			g.Return(jen.Id("v"))
		})
	}
}

// copied spells the copy of a value of a named type.
func (w *writer) copied(value *jen.Statement, t *model.Type) *jen.Statement {
	switch {
	case t.Copy == model.CopyClone && t.CloneResultPointer:
		return jen.Op("*").Add(value).Dot("Clone").Call()
	case t.Copy == model.CopyClone:
		return value.Clone().Dot("Clone").Call()
	case t.Copy == model.CopyDeep && w.clones[spell(t)] != nil:
		return jen.Id(w.clones[spell(t)].name).Call(value)
	default:
		return value
	}
}

// copyParts makes the variable v its own copy.
func (w *writer) copyParts(g *jen.Group, v *jen.Statement, t *model.Type, depth int) {
	if t.Copy == model.CopyPlain {
		return
	}
	switch t.Kind {
	case model.Named:
		g.Add(v.Clone()).Op("=").Add(w.copied(v.Clone(), t))
	case model.Slice:
		g.Add(v.Clone()).Op("=").Qual("slices", "Clone").Call(v.Clone())
		w.copyItems(g, v, t, depth)
	case model.Array:
		w.copyItems(g, v, t, depth)
	case model.Map:
		w.copyMap(g, v, t, depth)
	case model.Pointer:
		w.copyPointer(g, v, t, depth)
	case model.Struct:
		for _, f := range t.Fields {
			w.copyParts(g, v.Clone().Dot(f.Name), f.Type, depth)
		}
	}
}

func (w *writer) copyItems(g *jen.Group, v *jen.Statement, t *model.Type, depth int) {
	if t.Elem.Copy == model.CopyPlain {
		return
	}
	i := jen.Id(fmt.Sprintf("i%d", depth))
	g.For(i.Clone().Op(":=").Range().Add(v.Clone())).BlockFunc(func(g *jen.Group) {
		w.copyParts(g, v.Clone().Index(i.Clone()), t.Elem, depth+1)
	})
}

func (w *writer) copyMap(g *jen.Group, v *jen.Statement, t *model.Type, depth int) {
	g.Add(v.Clone()).Op("=").Qual("maps", "Clone").Call(v.Clone())
	if t.Elem.Copy == model.CopyPlain {
		return
	}
	k, x := jen.Id(fmt.Sprintf("k%d", depth)), jen.Id(fmt.Sprintf("x%d", depth))
	g.For(jen.List(k.Clone(), x.Clone()).Op(":=").Range().Add(v.Clone())).BlockFunc(func(g *jen.Group) {
		w.copyParts(g, x, t.Elem, depth+1)
		g.Add(v.Clone()).Index(k.Clone()).Op("=").Add(x.Clone())
	})
}

func (w *writer) copyPointer(g *jen.Group, v *jen.Statement, t *model.Type, depth int) {
	x := jen.Id(fmt.Sprintf("x%d", depth))
	g.If(v.Clone().Op("!=").Nil()).BlockFunc(func(g *jen.Group) {
		if t.Elem.Copy == model.CopyClone {
			g.Add(x.Clone()).Op(":=").Add(w.copied(v.Clone(), t.Elem))
		} else {
			g.Add(x.Clone()).Op(":=").Op("*").Add(v.Clone())
			w.copyParts(g, x, t.Elem, depth+1)
		}
		g.Add(v.Clone()).Op("=").Op("&").Add(x.Clone())
	})
}

// spell is a type's identity within one run.
func spell(t *model.Type) string { return fmt.Sprintf("%#v", typ(t)) }

func eachName(types []*model.Type) []string {
	var names []string
	for _, t := range types {
		names = append(names, "Of", spell(t))
	}
	return names
}

// identifier leaves the letters and digits of s.
func identifier(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}
