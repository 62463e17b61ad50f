package emit

import (
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/busgen/busgen/cmd/busgen/internal/model"
)

// guardFile is the name of the file with the guards. The compiler reports ten errors of a package, in the order of its files: the guards
// come first.
const guardFile = "0_guard"

// stale starts all names that make the compiler say what to run.
const stale = "run_go_generate"

// guards writes the lines that stop compiling when a type changes that the generated code depends on. If a type is gone, the names of the
// imports say what to run.
func (w *writer) guards(f *jen.File) {
	for path, name := range w.imports {
		if _, ours := ownImports[path]; !ours {
			f.ImportAlias(path, stale+"_"+name.name)
		}
	}
	f.Comment("The generated code depends on each field of these types. A line that does not compile says what to run.")
	seen := map[string]bool{}
	for _, t := range append(w.pkg.Types, w.foreignTypes()...) {
		if t.As == nil && (t.Under == nil || t.Under.Kind == model.Interface) || seen[spell(t)] {
			continue
		}
		seen[spell(t)] = true
		if body := w.guard(t); len(body) > 0 {
			f.Line()
			f.Func().Id("_").Params(jen.Id("v").Add(typ(t))).Block(body...)
		}
		if body := promoted(t); len(body) > 0 {
			f.Line()
			f.Func().Id("_").Params(jen.Id(stale).Add(typ(t))).Block(body...)
		}
	}
	for _, c := range w.pkg.Capabilities {
		if c.Interface {
			f.Line()
			f.Add(promises(c))
		}
	}
	w.lacking(f)
}

// guard writes the statements that depend on a type. Pointers are converted, since a number converts to any other one. Of a struct with
// unexported fields, the exported ones are pinned.
func (w *writer) guard(t *model.Type) []jen.Code {
	comment := changed(t.Spelled().Name)
	same := func(under jen.Code) []jen.Code {
		return []jen.Code{
			jen.Type().Id(stale).Add(under),
			jen.Id("_").Op("=").Parens(jen.Op("*").Id(stale)).Call(jen.Op("&").Id("v")).Comment(comment),
		}
	}
	if t.As != nil {
		return same(typ(t.As))
	}
	if t.Under.Kind == model.Struct && (t.Under.Hidden || !t.Local && slices.ContainsFunc(t.Under.Fields, unwritten)) {
		return pins(t.Under, comment)
	}
	under := typ(t.Under)
	if t.Under.Kind == model.Struct {
		under = jen.Struct(fields(t.Under)...)
	}
	all := same(under)
	for _, field := range t.Under.Fields {
		if field.Alias != nil {
			all = append(all, pin(field, comment)) // the struct changes with the alias
		}
	}
	return all
}

// promoted writes a line for each field that a struct has from an embedded one. A method of the same name hides the field, or makes it
// ambiguous: then it has no address.
func promoted(t *model.Type) []jen.Code {
	var all []jen.Code
	for _, s := range t.Selected {
		if len(s.Path) > 1 {
			all = append(all, jen.Id("_").Op("=").Op("&").Id(stale).Dot(s.Name))
		}
	}
	return all
}

func changed(name string) string {
	return name + " has changed since this was generated: run go generate ./..."
}

func unwritten(f model.Field) bool { return f.Type.Unspellable }

// pins writes the blocks for those fields of a struct whose types can be written.
func pins(t *model.Type, comment string) []jen.Code {
	var all []jen.Code
	for _, field := range t.Fields {
		if !unwritten(field) {
			all = append(all, pin(field, comment))
		}
	}
	return all
}

// pin writes a block that does not compile once a field's type changes.
func pin(field model.Field, comment string) jen.Code {
	return jen.Block(
		jen.Type().Id(stale).Op("=").Add(typ(field.Type)),
		jen.Id("_").Op("=").Func().Params().Op("*").Id(stale).Block(
			jen.Return(jen.Op("&").Id("v").Dot(field.Name)).Comment(comment)),
	)
}

// foreignTypes returns the types of other modules within payloads whose parts matter and that generated code can name. Of the standard
// library, whose types do not change, it returns only those that are copied part by part.
func (w *writer) foreignTypes() []*model.Type {
	var all []*model.Type
	for _, t := range w.storedTypes() {
		if t.As != nil && !t.Unspellable {
			all = append(all, t)
			continue
		}
		if t.Under == nil || t.Local || t.Unspellable || t.Under.Unspellable && t.Under.Kind != model.Struct {
			continue
		}
		if !t.Std || t.Copy == model.CopyDeep {
			all = append(all, t)
		}
	}
	return all
}
