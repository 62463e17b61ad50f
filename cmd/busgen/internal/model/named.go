package model

import (
	"go/types"
	"strings"
)

// named fills in a named type, and decides whether its parts matter.
func (t *typer) named(made *Type, typ *types.Named) {
	obj := typ.Obj()
	if obj.Pkg() == nil {
		made.Kind, made.Name = Basic, obj.Name() // error
		return
	}
	made.Kind, made.Path, made.PkgName, made.Name = Named, obj.Pkg().Path(), obj.Pkg().Name(), obj.Name()
	for arg := range typ.TypeArgs().Types() {
		made.Args = append(made.Args, t.of(arg))
	}
	if t.spelling {
		return
	}
	made.Local, made.Std = t.from.Local(made.Path) || t.marks.looked[obj], t.from.Standard(made.Path)
	made.Order, made.Text = orderOf(typ), hasText(typ)
	f, through := t.marks.copier(typ)
	switch {
	case f != nil:
		made.copyBy(f, through, typ)
	case made.IsList():
		made.Local = false
	case isLock(typ):
		made.Lock = true
		made.impossible(lockName(typ)+" ("+made.String()+")", "a payload is plain data: move the lock to the code that needs it")
	case t.opaque(typ, made.Local):
		t.leaf(made, typ)
	default:
		if made.Under = t.under(typ, made.Local); made.Under.Foreign && made.Under.Copy == CopyImpossible {
			made.hides(made.Local)
		}
		if made.Local {
			made.Pos = t.position(obj)
			t.structs = append(t.structs, declared{made, typ})
		}
	}
}

// under returns the underlying type. It leaves out unexported fields of a foreign struct, which refer to no shared memory.
func (t *typer) under(typ *types.Named, local bool) *Type {
	s, ok := typ.Underlying().(*types.Struct)
	if !ok || local {
		return t.of(typ.Underlying())
	}
	made := &Type{Kind: Struct, Fields: t.fields(s, false)}
	made.Hidden = len(made.Fields) < s.NumFields()
	t.all = append(t.all, made)
	return made
}

// opaque reports whether the parts of a type do not matter: a struct with pointers in unexported fields, which only its own code can copy, or
// one with a copy method; also a value type of another package of the domain's module, such as a decimal.
func (t *typer) opaque(typ *types.Named, local bool) bool {
	s, ok := typ.Underlying().(*types.Struct)
	if !ok || s.NumFields() == 0 || t.marks.looked[typ.Obj()] {
		return false
	}
	if original(typ) != typ {
		return true
	}
	copies := copierOf(typ) != copier{}
	if !local {
		return hidesPointers(s) || copies && holdsPointers(s)
	}
	own := t.from.Has(s.Field(0).Pkg().Path())
	return hidesFields(s) && !own && (copies || isKnownValue(typ) || isValue(typ) && !hidesPointers(s))
}

// leaf decides how to copy a type whose parts do not matter.
func (t *typer) leaf(made *Type, typ *types.Named) {
	made.Local = false
	c := copierOf(typ)
	if of := original(typ); of != typ && c == (copier{}) {
		made.As, c = &Type{Kind: Named, Path: of.Obj().Pkg().Path(), PkgName: of.Obj().Pkg().Name(), Name: of.Obj().Name()}, copierOf(of)
	}
	switch {
	case isKnownValue(typ) || !holdsPointers(typ.Underlying()):
	case c != copier{}:
		made.Copy, made.CopyMethod, made.CloneResultPointer = CopyClone, c.method, c.pointer
	default:
		made.Lock = holdsLock(typ)
		made.hides(t.from.Local(made.Path))
	}
}

// hides notes that other packages can't copy the type's unexported fields. The domain's own type can get a method for that.
func (t *Type) hides(own bool) {
	hint := "copy what the event needs into fields of the payload"
	if own {
		hint = "give the type a method Clone, or " + hint
	}
	t.impossible("hidden pointers ("+t.String()+") and no method Clone", hint)
}

func (t *Type) impossible(why, hint string) {
	t.Copy, t.Why, t.Hint = CopyImpossible, why, hint
}

// hidesPointers reports whether two copies of a struct would share memory through its unexported fields.
func hidesPointers(s *types.Struct) bool {
	for f := range s.Fields() {
		if !f.Exported() && holdsPointers(f.Type()) {
			return true
		}
	}
	return false
}

// holdsPointers reports whether copies of a value share memory that someone could change.
func holdsPointers(typ types.Type) bool {
	switch typ := types.Unalias(typ).(type) {
	case *types.Basic:
		return typ.Kind() == types.UnsafePointer
	case *types.Array:
		return holdsPointers(typ.Elem())
	case *types.Struct:
		for f := range typ.Fields() {
			if holdsPointers(f.Type()) {
				return true
			}
		}
		return false
	case *types.Named:
		return isLock(typ) || !isKnownValue(typ) && holdsPointers(typ.Underlying())
	}
	return true
}

// isLock reports whether values of the type must not be copied.
func isLock(typ *types.Named) bool {
	if pkg := typ.Obj().Pkg(); pkg != nil && (pkg.Path() == "sync" || pkg.Path() == "sync/atomic") {
		return true
	}
	locks := 0
	for m := range typ.Methods() {
		if (m.Name() == "Lock" || m.Name() == "Unlock") && onPointer(m) && isNullary(m.Signature()) {
			locks++
		}
	}
	return locks == 2
}

// lockName describes a type that must not be copied.
func lockName(typ *types.Named) string {
	name, path := typ.Obj().Name(), typ.Obj().Pkg().Path()
	switch {
	case path == "sync/atomic":
		return "an atomic"
	case path == "sync" && !strings.HasSuffix(name, "Mutex"):
		return "a synchronisation primitive"
	}
	return "a mutex"
}

func isNullary(sig *types.Signature) bool {
	return sig.Params().Len() == 0 && sig.Results().Len() == 0
}

// isValue reports whether a type has a method that compares its values, and only decoders among its methods change a value in place.
func isValue(typ *types.Named) bool {
	compares := false
	for m := range typ.Methods() {
		if m.Exported() && onPointer(m) && !decodes(m.Name()) {
			return false
		}
		compares = compares || isComparison(m, typ)
	}
	return compares
}

func decodes(name string) bool {
	for _, prefix := range []string{"Unmarshal", "Decode"} {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return name == "Scan" || name == "GobDecode"
}

func isComparison(m *types.Func, typ *types.Named) bool {
	switch m.Name() {
	case "Equal", "Cmp", "Compare":
		params := m.Signature().Params()
		return !onPointer(m) && params.Len() == 1 && types.Identical(params.At(0).Type(), typ)
	}
	return false
}

func onPointer(m *types.Func) bool {
	_, ok := types.Unalias(m.Signature().Recv().Type()).(*types.Pointer)
	return ok
}
