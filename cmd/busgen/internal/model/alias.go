package model

import (
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// aliased notes the aliases of a type in the domain.
func (t *typer) aliased(made *Type, typ types.Type) {
	for a, ok := typ.(*types.Alias); ok; a, ok = a.Rhs().(*types.Alias) {
		if a.Obj().Pkg() != nil && a.Obj().Exported() { // any is predeclared
			t.aliases[made] = append(t.aliases[made], t.alias(a))
		}
	}
}

// alias returns an alias as a type without an underlying one.
func (t *typer) alias(a *types.Alias) *Type {
	made := &Type{Kind: Named, Path: a.Obj().Pkg().Path(), PkgName: a.Obj().Pkg().Name(), Name: a.Obj().Name()}
	for arg := range a.TypeArgs().Types() {
		made.Args = append(made.Args, t.of(arg))
	}
	return made
}

// embedded returns the alias by which a field, or a pointer, is embedded. It returns nil for a field with the name of its type.
func (t *typer) embedded(f *types.Var) *Type {
	typ := f.Type()
	pointer, isPointer := typ.(*types.Pointer)
	if isPointer {
		typ = pointer.Elem()
	}
	a, ok := typ.(*types.Alias)
	if !f.Embedded() || !ok || a.Obj().Pkg() == nil {
		return nil
	}
	if made := t.alias(a); !isPointer {
		return made
	} else {
		return &Type{Kind: Pointer, Elem: made}
	}
}

// spell gives an alias of the domain, if there is one, to each type whose own name generated code can't write.
func (t *typer) spell() {
	all := slices.Concat(t.all, t.unread)
	for _, literals := range []bool{false, true} { // whether a literal can be written depends on the types in it
		for _, made := range all {
			if list := t.aliases[made]; len(list) > 0 && (made.Kind != Named) == literals && !t.spellable(made, nil) {
				made.Alias = slices.MinFunc(list, func(a, b *Type) int { return t.distance(a) - t.distance(b) })
			}
		}
	}
	for _, made := range all {
		made.Unspellable = !t.spellable(made, nil)
	}
}

// distance orders aliases: those of the domain come first, those of internal folders last.
func (t *typer) distance(alias *Type) int {
	switch {
	case t.from.Has(alias.Path):
		return 0
	case isInternal(alias.Path):
		return 2
	}
	return 1
}

// spellable reports whether a type can be written in any package.
func (t *typer) spellable(made *Type, open []*Type) bool {
	switch {
	case made == nil || made.Alias != nil || slices.Contains(open, made):
		return true
	case made.Foreign && made.Hidden:
		return false
	case made.Kind == Named && (!token.IsExported(made.Name) || isInternal(made.Path) && !t.from.Has(made.Path)):
		return false
	}
	open = append(open, made)
	parts := slices.Concat([]*Type{made.Elem, made.Key}, made.Args, made.Params, made.Results)
	for _, f := range made.Fields {
		parts = append(parts, f.Spelled())
	}
	for _, m := range made.Methods {
		parts = append(parts, m.Sig)
	}
	return !slices.ContainsFunc(parts, func(part *Type) bool { return !t.spellable(part, open) })
}

func isInternal(path string) bool { return slices.Contains(strings.Split(path, "/"), "internal") }

// Spelled returns the type that generated code writes for this one: its alias, if it has one, or the type itself.
func (t *Type) Spelled() *Type {
	if t.Alias != nil {
		return t.Alias
	}
	return t
}

// Spelled returns the field's type as a struct must write it: the name of an embedded field is the name that is written.
func (f Field) Spelled() *Type {
	switch {
	case !f.Embedded:
		return f.Type
	case f.Alias != nil:
		return f.Alias
	case f.Type.Kind == Pointer:
		return &Type{Kind: Pointer, Elem: f.Type.Elem.bare()}
	}
	return f.Type.bare()
}

// At returns a struct that another module declares with its fields placed at pos, in the domain. It returns any other struct unchanged.
func (t *Type) At(pos token.Position) *Type {
	if !t.Foreign {
		return t
	}
	moved := *t
	moved.Fields = slices.Clone(t.Fields)
	for i := range moved.Fields {
		moved.Fields[i].Pos = pos
	}
	return &moved
}

// bare returns the type without its alias.
func (t *Type) bare() *Type {
	if t.Alias == nil {
		return t
	}
	own := *t
	own.Alias = nil
	return &own
}
