package check

import (
	"fmt"
	"go/token"
	"slices"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
	"github.com/busgen/busgen/cmd/busgen/internal/model"
)

// foreign checks a part of a field that another module declares. Findings are reported at the field.
func (w *walker) foreign(f model.Field, t *model.Type) {
	w.copyable(f, t)
	if t.Copy == model.CopyImpossible {
		return
	}
	w.cannotName(f, uncopied(t, w.out, map[*model.Type]bool{}))
	w.back(f, t, map[*model.Type]bool{})
}

// back finds types of the domain within those of another module, such as type arguments.
func (w *walker) back(f model.Field, t *model.Type, seen map[*model.Type]bool) {
	switch {
	case t == nil || seen[t]:
		return
	case t.Kind == model.Named && (t.Local || t.IsList()):
		w.namedPart(f, t)
		return
	}
	seen[t] = true
	for _, part := range []*model.Type{t.Elem, t.Key, t.Under} {
		w.back(f, part, seen)
	}
	for _, inner := range t.Fields {
		w.back(f, inner.Type, seen)
	}
}

// shown reports a field that a view shows as a slice or map of something that generated code can't name.
func (w *walker) shown(f model.Field, t *model.Type) {
	if t.Copy != model.CopyImpossible {
		w.cannotName(f, unshown(t, w.out))
	}
}

// promoted checks the fields that a struct has from embedded structs of other modules: views show them, too.
func (w *walker) promoted(t *model.Type) {
	for _, s := range t.Selected {
		pos := place(t, s)
		if pos == s.Field.Pos || s.Field.Type.Copy == model.CopyImpossible {
			continue
		}
		f := s.Field
		f.Pos = pos
		if bad := w.unspeakable(f.Type); bad != nil {
			w.cannotName(f, bad)
			continue
		}
		w.shown(f, f.Type)
	}
}

// cannotName reports a type that a field leads to, unless it is nil or the field has a finding already.
func (w *walker) cannotName(f model.Field, t *model.Type) {
	if t == nil || slices.ContainsFunc(w.list, func(d diag.Diagnostic) bool { return d.Pos == f.Pos }) {
		return
	}
	why := "has unexported fields and no name"
	switch {
	case t.Kind == model.Named && !token.IsExported(t.Name):
		why = "is not exported"
	case t.Kind == model.Named:
		why = "belongs to the internal package " + t.Path
	}
	w.report(f, fmt.Sprintf("field %s leads to %s, which %s: generated code can't name it", f.Name, t, why),
		"copy what the event needs into a struct of the domain")
}

// uncopied returns the first type that generated code must name to copy a value of t, but can't.
func uncopied(t *model.Type, out string, seen map[*model.Type]bool) *model.Type {
	if seen[t] || t.Copy != model.CopyDeep {
		return nil
	}
	seen[t] = true
	switch t.Kind {
	case model.Named:
		if bad := unspeakable(t, out, map[*model.Type]bool{}); bad != nil || t.Local || t.Under == nil {
			return bad // the fields of the domain's own structs are checked where they are declared
		}
		return uncopied(t.Under, out, seen)
	case model.Slice, model.Pointer, model.Map:
		if t.Elem.Copy != model.CopyPlain { // the function that copies an element has its type
			if bad := unspeakable(t.Elem, out, map[*model.Type]bool{}); bad != nil {
				return bad
			}
		}
		return uncopied(t.Elem, out, seen)
	case model.Array:
		return uncopied(t.Elem, out, seen)
	}
	for _, f := range t.Fields {
		if bad := uncopied(f.Type, out, seen); bad != nil {
			return bad
		}
	}
	return nil
}

// unshown returns the first type that generated code must name to show the elements of a slice or map, but can't.
func unshown(t *model.Type, out string) *model.Type {
	kind, u := t.Seen(), t.Underlying()
	if kind != model.SeenAsSlice && kind != model.SeenAsMap {
		return nil
	}
	if bad := unspeakable(u, out, map[*model.Type]bool{}); bad != nil {
		return bad
	}
	if kind == model.SeenAsMap {
		if bad := uncompared(u.Key, out); bad != nil {
			return bad
		}
	}
	return unshown(u.Elem, out)
}

// uncompared returns the first type that generated code must name to order keys, but can't.
func uncompared(t *model.Type, out string) *model.Type {
	u := t.Underlying()
	switch {
	case t.Order != "" && t.Text:
		return unspeakable(t, out, map[*model.Type]bool{})
	case t.Order != "":
		return nil
	case u.Kind == model.Array:
		if bad := unspeakable(u.Elem, out, map[*model.Type]bool{}); bad != nil {
			return bad
		}
		return uncompared(u.Elem, out)
	}
	for _, f := range u.Fields {
		if bad := uncompared(f.Type, out); bad != nil {
			return bad
		}
	}
	return nil
}
