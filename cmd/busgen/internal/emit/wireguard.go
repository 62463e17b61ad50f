package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/busgen/busgen/cmd/busgen/internal/model"
	"github.com/busgen/busgen/cmd/busgen/internal/wire"
)

// The names within the guards. No package is likely to declare one.
const (
	fieldsName   = stale                  // the consumers
	wordsName    = stale + "_events"      // the events that the bus knows
	knownName    = "go_generate_known"    // a method or field with the name of a consumer method
	consumerName = "go_generate_consumer" // its type
	otherName    = "go_generate_other"    // other methods or fields that it may have
)

// guards writes the code that stops compiling when the bus is out of date. It depends on the fields of the struct, their order and their
// consumer methods, and on the events with their numbers and capabilities. The compiler drops functions named _.
func (w *wired) guards(f *jen.File) {
	name, params, ok := w.fields()
	doc(f, "The bus depends on the fields of "+w.wire.Struct+", their order and their consumer methods, and on the events. If a line does not\n"+
		"compile, run go generate ./...")
	if ok {
		f.Add(params)
	}
	f.Func().Id("_").Params(jen.Id(fieldsName).Id(w.wire.Struct)).BlockFunc(func(g *jen.Group) {
		if ok {
			g.Id(name).Call(jen.Id(fieldsName))
		}
		if len(w.wire.Vocabulary) == 0 {
			return
		}
		g.Type().Id(wordsName).Add(sealed(w.wire.Vocabulary))
		g.Id("_").Op("=").Id(wordsName).Call(w.generated("Vocabulary").Call(jen.Nil()))
		g.Id("_").Op("=").Add(w.generated("Vocabulary")).Call(jen.Id(wordsName).Call(jen.Nil()))
		for _, field := range w.wire.Fields {
			if !field.Router {
				g.Block(w.methods(field)...)
			}
		}
	})
}

// fields writes a function that takes the struct as it was. The type of a field that the bus can't spell is inferred. Pointers are comparable.
func (w *wired) fields() (name string, function *jen.Statement, ok bool) {
	var types, fields []jen.Code
	for i, field := range w.wire.Fields {
		one := jen.Id(field.Name)
		switch {
		case field.Embedded && field.Type == nil:
			return "", nil, false
		case field.Embedded:
			one = typ(field.Type)
		case field.Type == nil:
			types = append(types, jen.Id(argument("T", i)))
			one.Id(argument("T", i))
		default:
			one.Add(typ(field.Type))
		}
		if field.Tag != "" {
			one.Lit(field.Tag)
		}
		fields = append(fields, one)
	}
	name = stale + "_" + w.wire.Struct
	return name, jen.Func().Id(name).TypesFunc(func(g *jen.Group) {
		if len(types) > 0 {
			g.List(types...).Comparable()
		}
	}).Params(jen.Struct(fields...)).Block(), true
}

// methods writes the guards of one consumer: it has its consumer methods, and no others.
func (w *wired) methods(field wire.Field) []jen.Code {
	var has, known, fixed []jen.Code
	for _, m := range field.Methods {
		if m.Param != nil {
			has = append(has, jen.Id(m.Name).Params(typ(m.Param)))
		} else { // a field, which has an address, unlike a method
			fixed = append(fixed, jen.Id("_").Op("=").Op("&").Id(fieldsName).Dot(field.Name).Dot(m.Name))
		}
		known = append(known, jen.Id(m.Name).Params(w.generated("Unconsumed")))
	}
	name := stale + "_has_" + field.Name
	all := append(fixed,
		jen.Type().Id(name).Interface(has...),
		jen.Var().Id("_").Id(name).Op("=").Id(fieldsName).Dot(field.Name),
	)
	if field.Type == nil {
		return all
	}
	consumer, embedded := field.Type, jen.Id(consumerName)
	if consumer.Kind == model.Pointer {
		consumer, embedded = consumer.Elem, jen.Op("*").Id(consumerName)
	}
	name = stale + "_more_than_" + field.Name
	return append(all,
		jen.Type().Id(consumerName).Op("=").Add(typ(consumer)),
		jen.Type().Id(knownName).Interface(known...),
		jen.Type().Id(otherName).Struct(embedded, w.generated("UnconsumedBelow").Types(jen.Struct())),
		jen.Type().Id(name).Struct(jen.Id(knownName), jen.Id(otherName)),
		jen.Var().Id("_").Add(w.generated("Unconsumed")).Op("=").Id(name).Values())
}
