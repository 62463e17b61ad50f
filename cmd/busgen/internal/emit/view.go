package emit

import (
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/busgen/busgen/cmd/busgen/internal/model"
)

// view returns the name of the view of a struct.
func (w *writer) view(t *model.Type) string { return w.views[t] + "View" }

// planViews names the views.
func (w *writer) planViews() {
	for _, v := range w.pkg.Views() {
		w.views[v.Type] = v.Name
	}
}

// structViews writes the views of structs that are neither payloads nor capabilities, a file each.
func (w *writer) structViews() {
	for _, v := range w.pkg.Views() {
		if !v.Public {
			w.file(snake(v.Name)+"_view", func(f *jen.File) { w.viewOf(f, v.Type, false) })
		}
	}
}

// viewOf writes the view of a struct, and its copy function. Callers can make public views of their own values.
func (w *writer) viewOf(f *jen.File, t *model.Type, public bool) {
	name := w.view(t)
	get := func() *jen.Statement { return jen.Id("v.get").Call() }
	on := func(method string) *jen.Statement { return jen.Func().Params(jen.Id("v").Id(name)).Id(method) }
	doc(f, name+" is a read-only view of "+withArticle(t.Spelled().Name)+". Using it after the delivery of its event panics.")
	f.Type().Id(name).Struct(jen.Id("lent").Id("lent"), jen.Id("p").Op("*").Add(typ(t)))
	if public {
		doc(f, "View"+w.views[t]+" returns a view of a struct that the caller owns.")
		f.Func().Id("View" + w.views[t]).Params(jen.Id("p").Op("*").Add(typ(t))).Id(name).Add(brief(jen.Return(
			jen.Id(name).Values(events("Own").Call(), jen.Id("p")))))
	}
	f.Add(on("get")).Params().Op("*").Add(typ(t)).Add(brief(events("Check").Call(jen.Id("v.lent")), jen.Return(jen.Id("v.p"))))
	if t.Referred {
		doc(f, "Valid reports whether there is "+withArticle(t.Spelled().Name)+": false for a nil pointer.")
		f.Add(on("Valid")).Params().Bool().Add(brief(jen.Return(
			events("Given").Call(jen.Id("v.lent")).Op("&&").Id("v").Dot("p").Op("!=").Nil())))
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

// reader returns the name of the function that reads an element of a slice as a view.
func reader(view string) string { return lower(view) + "Read" }

// accessor writes the method for one field.
func (w *writer) accessor(f *jen.File, on *jen.Statement, s model.Selected) {
	if text := documented(s.Name, s.Field.Doc, ""); text != "" {
		doc(f, text)
	}
	value, lent := jen.Id("v.get").Call(), jen.Id("v.lent")
	for _, step := range s.Path {
		value = value.Dot(step)
	}
	t := s.Field.Type
	on = on.Params().Add(w.seen(t))
	switch kind := t.Seen(); {
	case kind == model.SeenByView:
		f.Add(on).Add(brief(jen.Return(jen.Id(w.view(t)).Values(lent, jen.Op("&").Add(value)))))
	case kind == model.SeenByPointer:
		f.Add(on).Add(brief(jen.Return(jen.Id(w.view(t.Elem)).Values(lent, value))))
	case kind != model.SeenByValue:
		f.Add(on).Block(jen.Return(w.window(lent, jen.Op("&").Add(value), t)))
	case t.Copy == model.CopyPlain:
		f.Add(on).Add(brief(jen.Return(value)))
	default:
		f.Add(on).Block(w.copyOf(value, t)...)
	}
}

// documented returns a doc comment: the words of the domain if they start with the name, or a sentence otherwise.
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

// seen writes the type that a view shows a value as.
func (w *writer) seen(t *model.Type) *jen.Statement {
	switch t.Seen() {
	case model.SeenByView:
		return jen.Id(w.view(t))
	case model.SeenByPointer:
		return jen.Id(w.view(t.Elem))
	case model.SeenAsSlice:
		return events("Slice").Types(typ(t.Underlying().Elem), w.seen(t.Underlying().Elem))
	case model.SeenAsMap:
		return events("Map").Types(typ(t.Underlying().Key), typ(t.Underlying().Elem), w.seen(t.Underlying().Elem))
	}
	return typ(t)
}

// window writes the view of the slice or map that p points to.
func (w *writer) window(lent, p *jen.Statement, t *model.Type) *jen.Statement {
	u := t.Underlying()
	if u != t {
		p = jen.Parens(jen.Op("*").Add(typ(u))).Call(p)
	}
	if u.Kind == model.Slice {
		return events("ViewSlice").Call(lent, p, w.reading(u.Elem))
	}
	return events("ViewMap").Call(lent, p, w.comparing(u.Key), w.readingValue(u.Elem))
}

// readingValue writes the function that reads a value of a map, which has no address.
func (w *writer) readingValue(t *model.Type) *jen.Statement {
	l, v := jen.Id("l"), jen.Id("x")
	of := func(body ...jen.Code) *jen.Statement {
		return jen.Func().Params(l.Clone().Id("lent"), v.Clone().Add(typ(t))).Add(w.seen(t)).Block(body...)
	}
	check := events("Check").Call(l)
	switch kind := t.Seen(); {
	case kind == model.SeenByView:
		return of(check, jen.Return(jen.Id(w.view(t)).Values(l, jen.Op("&").Add(v))))
	case kind == model.SeenByPointer:
		return of(check, jen.Return(jen.Id(w.view(t.Elem)).Values(l, v)))
	case kind != model.SeenByValue:
		return of(jen.Return(w.window(l, jen.Op("&").Add(v), t)))
	case t.Copy == model.CopyPlain:
		return events("Self").Types(typ(t))
	}
	return of(append(append([]jen.Code{check}, w.copyParts(w.once(withArticle(t.String()), t), v, t, 0)...), jen.Return(v))...)
}

// reading writes the function that reads an element of a slice.
func (w *writer) reading(t *model.Type) *jen.Statement {
	of := func(body ...jen.Code) *jen.Statement {
		return jen.Func().Params(jen.Id("l").Id("lent"), jen.Id("p").Op("*").Add(typ(t))).Add(w.seen(t)).Block(body...)
	}
	check := events("Check").Call(jen.Id("l"))
	switch kind := t.Seen(); {
	case kind == model.SeenByView:
		return jen.Id(reader(w.views[t]))
	case kind == model.SeenByPointer:
		return of(check, jen.Return(jen.Id(w.view(t.Elem)).Values(jen.Id("l"), jen.Op("*").Id("p"))))
	case kind != model.SeenByValue:
		return of(jen.Return(w.window(jen.Id("l"), jen.Id("p"), t)))
	case t.Copy == model.CopyPlain:
		return events("Value").Types(typ(t))
	}
	return of(append([]jen.Code{check}, w.copyOf(jen.Op("*").Id("p"), t)...)...)
}

// planReads finds the structs that are read as elements of slices.
func (w *writer) planReads() {
	for _, t := range w.storedTypes() {
		for _, s := range t.Selected {
			w.reads(s.Field.Type)
		}
	}
}

func (w *writer) reads(t *model.Type) {
	if kind := t.Seen(); kind != model.SeenAsSlice && kind != model.SeenAsMap {
		return
	}
	elem := t.Underlying().Elem
	if t.Seen() == model.SeenAsSlice && elem.Seen() == model.SeenByView {
		w.read[elem] = true
	}
	w.reads(elem)
}

// comparing writes the function that orders the keys of a map.
func (w *writer) comparing(t *model.Type) *jen.Statement {
	if t.Order != "" {
		return ordering(t)
	}
	u := t.Underlying()
	if u.Kind == model.Basic && u.Name != "bool" && !strings.HasPrefix(u.Name, "complex") {
		return jen.Qual("cmp", "Compare").Types(typ(t))
	}
	return jen.Func().Params(jen.List(jen.Id("a"), jen.Id("b")).Add(typ(t))).Int().Block(
		jen.Return(w.compared(jen.Id("a"), jen.Id("b"), t)))
}

// ordering writes the function that compares values by a method of their type.
func ordering(t *model.Type) *jen.Statement {
	compare := typ(t).Dot(t.Order)
	if !t.Text {
		return compare
	}
	return events("CompareWithText").Call(compare, typ(t).Dot("String"))
}

// compared writes the comparison of two keys.
func (w *writer) compared(a, b *jen.Statement, t *model.Type) *jen.Statement {
	if t.Order != "" {
		if !t.Text {
			return a.Clone().Dot(t.Order).Call(b.Clone())
		}
		return ordering(t).Call(a.Clone(), b.Clone())
	}
	call := func(name string, arguments ...jen.Code) *jen.Statement {
		return jen.Qual("cmp", name).Call(arguments...)
	}
	u := t.Underlying()
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
