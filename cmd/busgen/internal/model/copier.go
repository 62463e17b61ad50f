package model

import (
	"go/types"
	"slices"
)

// knownValues are the types that assignment copies, although they hide pointers: nobody can change what those point to.
var knownValues = map[string][]string{
	"time":                          {"Time"},
	"net/netip":                     {"Addr", "AddrPort", "Prefix"},
	"unique":                        {"Handle"},
	"github.com/quagmt/udecimal":    {"Decimal"},
	"github.com/shopspring/decimal": {"Decimal"},
}

// isKnownValue reports whether a type is one of knownValues, or is declared by one.
func isKnownValue(typ *types.Named) bool {
	return isListed(typ) || isListed(original(typ))
}

func isListed(typ *types.Named) bool {
	pkg := typ.Obj().Pkg()
	return pkg != nil && slices.Contains(knownValues[pkg.Path()], typ.Obj().Name())
}

// original returns the type by which another package's type is declared, as time.Time in `type Moment time.Time`, if busgen knows how its
// values are copied and they have parts that only their package sees. Otherwise it returns the type itself.
func original(typ *types.Named) *types.Named {
	s, ok := typ.Underlying().(*types.Struct)
	if !ok || s.NumFields() == 0 || !hidesFields(s) {
		return typ
	}
	pkg := s.Field(0).Pkg()
	if pkg == typ.Obj().Pkg() || isInternal(pkg.Path()) { // generated code converts to the type
		return typ
	}
	scope := pkg.Scope()
	for _, name := range scope.Names() {
		if obj, ok := scope.Lookup(name).(*types.TypeName); ok && obj.Exported() {
			of, ok := obj.Type().(*types.Named)
			if ok && types.Identical(of.Underlying(), s) && (isListed(of) || copierOf(of) != copier{}) {
				return of
			}
		}
	}
	return typ
}

func hidesFields(s *types.Struct) bool {
	for f := range s.Fields() {
		if !f.Exported() {
			return true
		}
	}
	return false
}

// copier is the method by which a type copies its values: Clone or DeepCopy, DeepCopyInto, and those of package math/big.
type copier struct {
	method  string
	pointer bool // the method returns a pointer
}

// copierOf returns the method that copies values of a type. It is the zero copier if there is none.
func copierOf(typ *types.Named) copier {
	if pkg := typ.Obj().Pkg(); pkg != nil && pkg.Path() == "math/big" {
		switch typ.Obj().Name() {
		case "Int", "Rat":
			return copier{"Set", true}
		case "Float":
			return copier{"Copy", true} // Set does not copy the rounding mode
		}
	}
	for _, name := range []string{"Clone", "DeepCopy", "DeepCopyInto"} {
		for m := range typ.Methods() {
			if m.Name() != name {
				continue
			}
			if pointer, ok := copies(m.Signature(), typ, name == "DeepCopyInto"); ok {
				return copier{name, pointer}
			}
		}
	}
	return copier{}
}

// copies reports whether a method without parameters returns a value of the type, or a pointer to one. A method that copies into a value
// has the pointer as its only parameter.
func copies(sig *types.Signature, typ *types.Named, into bool) (pointer, ok bool) {
	one, none := sig.Results(), sig.Params()
	if into {
		one, none = none, one
	}
	if one.Len() != 1 || none.Len() != 0 || sig.Variadic() {
		return false, false
	}
	of := types.Unalias(one.At(0).Type())
	p, pointer := of.(*types.Pointer)
	if pointer {
		of = p.Elem()
	}
	return pointer, types.Identical(of, typ) && (pointer || !into)
}
