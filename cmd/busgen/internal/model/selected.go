package model

import (
	"go/types"
	"slices"
)

// declared is a named type of the domain, and the same type in the type checker.
type declared struct {
	made *Type
	typ  *types.Named
}

// selectFields finds the fields that Go selects on each struct of the domain.
func (t *typer) selectFields() {
	for i := 0; i < len(t.structs); i++ { // the types of promoted fields may add structs
		d := t.structs[i]
		if s, ok := d.typ.Underlying().(*types.Struct); ok {
			for _, name := range selectable(s, nil) {
				if field, ok := t.selected(d.typ, name); ok {
					d.made.Selected = append(d.made.Selected, field)
				}
			}
		}
	}
}

// selectable lists the names of the exported fields of a struct and of those that it embeds, each once.
func selectable(s *types.Struct, open []*types.Struct) []string {
	if slices.Contains(open, s) || len(open) > maxDepth {
		return nil
	}
	var names []string
	for f := range s.Fields() {
		if f.Exported() {
			names = append(names, f.Name())
		}
		if embedded, ok := structOf(f.Type()); f.Embedded() && ok {
			names = append(names, selectable(embedded, append(open, s))...)
		}
	}
	var once []string
	for _, name := range names {
		if !slices.Contains(once, name) {
			once = append(once, name)
		}
	}
	return once
}

// structOf returns the struct of a type, or of the type that it points to.
func structOf(typ types.Type) (*types.Struct, bool) {
	if p, ok := typ.Underlying().(*types.Pointer); ok {
		typ = p.Elem()
	}
	s, ok := typ.Underlying().(*types.Struct)
	return s, ok
}

// selected returns the field that Go selects by a name. It returns false if the name is ambiguous or that of a method.
func (t *typer) selected(typ *types.Named, name string) (Selected, bool) {
	obj, index, _ := types.LookupFieldOrMethod(typ, true, typ.Obj().Pkg(), name)
	if v, ok := obj.(*types.Var); !ok || !v.IsField() {
		return Selected{}, false
	}
	found := Selected{Name: name}
	var in types.Type = typ
	for _, i := range index {
		s, _ := structOf(in)
		f := s.Field(i)
		if !f.Exported() {
			return Selected{}, false // the generated package is another one
		}
		if found.Field.Type != nil && found.Field.Type.Shared {
			return Selected{}, false // the parts of a shared field do not matter
		}
		found.Path = append(found.Path, f.Name())
		found.Field = t.field(f, s.Tag(i))
		in = f.Type()
	}
	return found, true
}

// finish adds what depends on all types: how they are written, which structs pointers refer to, and which fields cannot be read.
func (t *typer) finish() {
	t.spell()
	for _, made := range t.all {
		if made.Kind == Pointer {
			made.Elem.Referred = true
		}
		made.Selected = slices.DeleteFunc(made.Selected, func(s Selected) bool { return s.Field.Type.Copy == CopyImpossible })
	}
}

// hasText reports whether values of a type have a method String.
func hasText(typ *types.Named) bool {
	for m := range typ.Methods() {
		sig := m.Signature()
		if m.Name() == "String" && !onPointer(m) && sig.Params().Len() == 0 && sig.Results().Len() == 1 &&
			types.Identical(sig.Results().At(0).Type(), types.Typ[types.String]) {
			return true
		}
	}
	return false
}

// orderOf returns the name of the method that orders values of a type.
func orderOf(typ *types.Named) string {
	for _, name := range []string{"Compare", "Cmp"} {
		for m := range typ.Methods() {
			sig := m.Signature()
			if m.Name() == name && !onPointer(m) && sig.Params().Len() == 1 && types.Identical(sig.Params().At(0).Type(), typ) &&
				sig.Results().Len() == 1 && types.Identical(sig.Results().At(0).Type(), types.Typ[types.Int]) {
				return name
			}
		}
	}
	return ""
}
