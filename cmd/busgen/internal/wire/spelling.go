package wire

import (
	"go/token"
	"go/types"

	"github.com/busgen/busgen/cmd/busgen/internal/model"
)

// spelling returns a type as the package of the bus writes it. It returns nil for a type that the package cannot name, and for a type that
// contains a struct, an interface with methods or a function.
func (b *builder) spelling(typ types.Type) *model.Type {
	if made := b.actual(types.Unalias(typ)); made != nil {
		return made
	}
	if alias, ok := typ.(*types.Alias); ok {
		return b.name(alias.Obj(), alias.TypeArgs())
	}
	return nil
}

// fieldType returns the type of a field. An embedded field has the name that its type is written with.
func (b *builder) fieldType(f *types.Var) *model.Type {
	typ := f.Type()
	pointer, isPointer := typ.(*types.Pointer)
	if isPointer {
		typ = pointer.Elem()
	}
	alias, ok := typ.(*types.Alias)
	if !f.Embedded() || !ok {
		return b.spelling(f.Type())
	}
	made := b.name(alias.Obj(), alias.TypeArgs())
	if made == nil || !isPointer {
		return made
	}
	return &model.Type{Kind: model.Pointer, Elem: made}
}

// actual returns the spelling of a type that is not an alias.
func (b *builder) actual(typ types.Type) *model.Type {
	switch typ := typ.(type) {
	case *types.Basic:
		if typ.Kind() != types.UnsafePointer {
			return &model.Type{Kind: model.Basic, Name: typ.Name()}
		}
	case *types.Interface:
		if typ.Empty() {
			return &model.Type{Kind: model.Basic, Name: "any"}
		}
	case *types.Named:
		return b.name(typ.Obj(), typ.TypeArgs())
	case *types.Pointer:
		return b.of(&model.Type{Kind: model.Pointer}, nil, typ.Elem())
	case *types.Slice:
		return b.of(&model.Type{Kind: model.Slice}, nil, typ.Elem())
	case *types.Array:
		return b.of(&model.Type{Kind: model.Array, Len: typ.Len()}, nil, typ.Elem())
	case *types.Map:
		return b.of(&model.Type{Kind: model.Map}, typ.Key(), typ.Elem())
	case *types.Chan:
		return b.of(&model.Type{Kind: model.Chan, Dir: int(typ.Dir())}, nil, typ.Elem())
	}
	return nil
}

// of completes a type with one or two element types.
func (b *builder) of(made *model.Type, key, elem types.Type) *model.Type {
	if made.Elem = b.spelling(elem); made.Elem == nil {
		return nil
	}
	if key != nil {
		if made.Key = b.spelling(key); made.Key == nil {
			return nil
		}
	}
	return made
}

// name returns the spelling of a declared type.
func (b *builder) name(obj *types.TypeName, args *types.TypeList) *model.Type {
	made := &model.Type{Kind: model.Named, Name: obj.Name()}
	switch pkg := obj.Pkg(); {
	case pkg == nil:
		made.Kind = model.Basic // error
	case obj.Parent() != pkg.Scope():
		return nil
	case pkg.Path() == b.Loaded.Path || token.IsExported(obj.Name()) && (b.Reach == nil || b.Reach(pkg.Path())):
		made.Path, made.PkgName = pkg.Path(), pkg.Name()
	default:
		return nil
	}
	for arg := range args.Types() {
		spelled := b.spelling(arg)
		if spelled == nil {
			return nil
		}
		made.Args = append(made.Args, spelled)
	}
	return made
}
