package emit

import (
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/busgen/busgen/cmd/busgen/internal/model"
)

// view is the name of the view of a struct.
func (w *writer) view(t *model.Type) string { return w.views[t] + "View" }

// planViews names the views: those of payloads and capabilities after them, others so that all names differ.
func (w *writer) planViews() {
	taken := map[string]bool{}
	for _, e := range w.pkg.Events {
		w.views[e.Type], taken[e.Name] = e.Name, true
	}
	for _, c := range w.pkg.Capabilities {
		if !c.Interface {
			w.views[c.Type], taken[c.Name] = c.Name, true
		}
	}
	for _, t := range w.pkg.Types {
		if w.views[t] != "" || !t.Viewed() {
			continue
		}
		name := t.ViewName()
		if taken[name] {
			name = title(t.PkgName) + name
		}
		w.views[t], taken[name] = name, true
	}
}

// structViews writes the views of structs that are neither payloads nor capabilities, a file each.
func (w *writer) structViews() {
	own := map[*model.Type]bool{}
	for _, e := range w.pkg.Events {
		own[e.Type] = true
	}
	for _, c := range w.pkg.Capabilities {
		own[c.Type] = true
	}
	for _, t := range w.pkg.Types {
		if w.views[t] != "" && !own[t] {
			w.viewOf(w.file(snake(w.views[t])+"_view"), t, false)
		}
	}
}

// viewOf writes the view of a struct, and how it is copied. For public ones callers can make views of their own.
func (w *writer) viewOf(f *jen.File, t *model.Type, public bool) {
	name := w.view(t)
	get := func() *jen.Statement { return jen.Id("v").Dot("get").Call() }
	on := func(method string) *jen.Statement { return jen.Func().Params(jen.Id("v").Id(name)).Id(method) }
	doc(f, name+" is a read-only view of "+withArticle(t.Name)+". Using it after the delivery of its event panics.")
	f.Type().Id(name).Struct(jen.Id("lent").Id("lent"), jen.Id("p").Op("*").Add(typ(t)))
	if public {
		doc(f, "View"+w.views[t]+" returns a view of a struct that the caller owns.")
		f.Func().Id("View" + w.views[t]).Params(jen.Id("p").Op("*").Add(typ(t))).Id(name).Add(brief(jen.Return(
			jen.Id(name).Values(events("Own").Call(), jen.Id("p")))))
	}
	f.Line()
	f.Add(on("get")).Params().Op("*").Add(typ(t)).Add(brief(events("Check").Call(jen.Id("v").Dot("lent")), jen.Return(jen.Id("v").Dot("p"))))
	if t.Referred {
		doc(f, "Valid reports whether there is "+withArticle(t.Name)+": false for a nil pointer.")
		f.Add(on("Valid")).Params().Bool().Add(brief(jen.Return(get().Op("!=").Nil())))
	}
	if w.read[t] {
		f.Func().Id(reader(w.views[t])).Params(jen.Id("l").Id("lent"), jen.Id("p").Op("*").Add(typ(t))).Id(name).Add(brief(
			jen.Return(jen.Id(name).Values(jen.Id("l"), jen.Id("p")))))
	}
	doc(f, "AsStruct returns a deep copy.")
	if t.Copy == model.CopyPlain {
		f.Add(on("AsStruct")).Params().Add(typ(t)).Add(brief(jen.Return(jen.Op("*").Add(get()))))
	} else {
		f.Add(on("AsStruct")).Params().Add(typ(t)).Block(w.copyOf(jen.Op("*").Add(get()), t)...)
	}
	for _, s := range t.Selected {
		w.accessor(f, on(s.Name), s)
	}
	w.copyFunc(f, t)
}

// reader is the name of the function that reads an element of a slice as a view.
func reader(view string) string { return lower(view) + "Read" }

// accessor writes the method for one field.
func (w *writer) accessor(f *jen.File, on *jen.Statement, s model.Selected) {
	if text := documented(s.Name, s.Field.Doc, ""); text != "" {
		doc(f, text)
	}
	value, lent := jen.Id("v").Dot("get").Call(), jen.Id("v").Dot("lent")
	for _, step := range s.Path {
		value = value.Dot(step)
	}
	t := s.Field.Type
	on = on.Params().Add(w.seen(t))
	switch kind := w.kindOf(t); {
	case kind == seenByView:
		f.Add(on).Add(brief(jen.Return(jen.Id(w.view(t)).Values(lent, jen.Op("&").Add(value)))))
	case kind == seenByPointer:
		f.Add(on).Add(brief(jen.Return(jen.Id(w.view(t.Elem)).Values(lent, value))))
	case kind != seenByValue:
		f.Add(on).Block(jen.Return(w.window(lent, jen.Op("&").Add(value), t)))
	case t.Copy == model.CopyPlain:
		f.Add(on).Add(brief(jen.Return(value)))
	default:
		f.Add(on).Block(w.copyOf(value, t)...)
	}
}

// documented gives the comment of what is made of something: its own words, which begin with the name, or else.
func documented(name, words, otherwise string) string {
	words = strings.TrimSpace(words)
	switch {
	case words == "":
		return otherwise
	case strings.HasPrefix(words, name+" "):
		return words
	}
	return name + ": " + words
}

// seeing says how a view shows a value.
type seeing int

const (
	seenByValue   seeing = iota // a copy
	seenByView                  // a struct: its view
	seenByPointer               // a pointer to a struct: its view, which may be of nil
	seenAsSlice                 // events.Slice
	seenAsMap                   // events.Map
)

func (w *writer) kindOf(t *model.Type) seeing {
	under := t
	if t.Kind == model.Named && t.Under != nil && !t.IsList() {
		under = t.Under
	}
	switch {
	case t.Copy == model.CopyClone || t.IsList():
		return seenByValue
	case w.views[t] != "":
		return seenByView
	case t.Kind == model.Pointer && w.views[t.Elem] != "":
		return seenByPointer
	case under.Kind == model.Slice:
		return seenAsSlice
	case under.Kind == model.Map:
		return seenAsMap
	}
	return seenByValue
}

// under is the type that a named one is made of.
func under(t *model.Type) *model.Type {
	if t.Kind == model.Named && t.Under != nil {
		return t.Under
	}
	return t
}

// seen spells what a view shows a value as.
func (w *writer) seen(t *model.Type) *jen.Statement {
	switch w.kindOf(t) {
	case seenByView:
		return jen.Id(w.view(t))
	case seenByPointer:
		return jen.Id(w.view(t.Elem))
	case seenAsSlice:
		return events("Slice").Types(typ(under(t).Elem), w.seen(under(t).Elem))
	case seenAsMap:
		return events("Map").Types(typ(under(t).Key), typ(under(t).Elem), w.seen(under(t).Elem))
	}
	return typ(t)
}

// window writes the view of the slice or map that p points to.
func (w *writer) window(lent, p *jen.Statement, t *model.Type) *jen.Statement {
	u := under(t)
	if u != t {
		p = jen.Parens(jen.Op("*").Add(typ(u))).Call(p)
	}
	if u.Kind == model.Slice {
		return events("ViewSlice").Call(lent, p, w.reading(u.Elem))
	}
	return events("ViewMap").Call(lent, p, w.comparing(u.Key), w.reading(u.Elem))
}

// reading writes the function that reads an element of a slice, or a value of a map.
func (w *writer) reading(t *model.Type) *jen.Statement {
	of := func(body ...jen.Code) *jen.Statement {
		return jen.Func().Params(jen.Id("l").Id("lent"), jen.Id("p").Op("*").Add(typ(t))).Add(w.seen(t)).Block(body...)
	}
	check := events("Check").Call(jen.Id("l"))
	switch kind := w.kindOf(t); {
	case kind == seenByView:
		return jen.Id(reader(w.views[t]))
	case kind == seenByPointer:
		return of(check, jen.Return(jen.Id(w.view(t.Elem)).Values(jen.Id("l"), jen.Op("*").Id("p"))))
	case kind != seenByValue:
		return of(jen.Return(w.window(jen.Id("l"), jen.Id("p"), t)))
	case t.Copy == model.CopyPlain:
		return events("Value").Types(typ(t))
	}
	return of(append([]jen.Code{check}, w.copyOf(jen.Op("*").Id("p"), t)...)...)
}

// planReads finds the structs that are read as elements of slices or values of maps.
func (w *writer) planReads() {
	for _, t := range w.allTypes() {
		for _, s := range t.Selected {
			w.reads(s.Field.Type)
		}
	}
}

func (w *writer) reads(t *model.Type) {
	if kind := w.kindOf(t); kind != seenAsSlice && kind != seenAsMap {
		return
	}
	elem := under(t).Elem
	if w.kindOf(elem) == seenByView {
		w.read[elem] = true
	}
	w.reads(elem)
}

// comparing writes the function that orders the keys of a map.
func (w *writer) comparing(t *model.Type) *jen.Statement {
	if t.Order != "" {
		return typ(t).Dot(t.Order)
	}
	u := under(t)
	if u.Kind == model.Basic && u.Name != "bool" && !strings.HasPrefix(u.Name, "complex") {
		return jen.Qual("cmp", "Compare").Types(typ(t))
	}
	return jen.Func().Params(jen.List(jen.Id("a"), jen.Id("b")).Add(typ(t))).Int().Block(
		jen.Return(w.compared(jen.Id("a"), jen.Id("b"), t)))
}

// compared writes the comparison of two keys.
func (w *writer) compared(a, b *jen.Statement, t *model.Type) *jen.Statement {
	if t.Order != "" {
		return a.Clone().Dot(t.Order).Call(b.Clone())
	}
	call := func(name string, arguments ...jen.Code) *jen.Statement {
		return jen.Qual("cmp", name).Call(arguments...)
	}
	u := under(t)
	switch {
	case u.Kind == model.Basic && u.Name == "bool":
		return events("CompareBools").Call(jen.Bool().Parens(a.Clone()), jen.Bool().Parens(b.Clone()))
	case u.Kind == model.Basic && strings.HasPrefix(u.Name, "complex"):
		part := func(name string) jen.Code {
			return call("Compare", jen.Id(name).Call(a.Clone()), jen.Id(name).Call(b.Clone()))
		}
		return call("Or", part("real"), part("imag"))
	case u.Kind == model.Array:
		each := jen.Func().Params(jen.List(jen.Id("a"), jen.Id("b")).Add(typ(u.Elem))).Int().Block(jen.Return(w.compared(jen.Id("a"), jen.Id("b"), u.Elem)))
		return jen.Qual("slices", "CompareFunc").Call(a.Clone().Index(jen.Op(":")), b.Clone().Index(jen.Op(":")), each)
	case u.Kind == model.Struct:
		var parts []jen.Code
		for _, f := range u.Fields {
			parts = append(parts, w.compared(a.Clone().Dot(f.Name), b.Clone().Dot(f.Name), f.Type))
		}
		if len(parts) == 0 {
			return jen.Lit(0)
		}
		return call("Or", parts...)
	}
	return call("Compare", a.Clone(), b.Clone())
}
