package model

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
	"github.com/busgen/busgen/cmd/busgen/internal/directive"
	"github.com/busgen/busgen/cmd/busgen/internal/load"
)

// marks has the directives of fields, methods and functions, also those of other packages.
type marks struct {
	from   *load.Domain
	files  map[string]bool // those that were read
	shared map[spot]bool
	docs   map[spot]string       // comments of fields of other packages
	clones typeutil.Map          // types.Type -> cloning
	looked map[types.Object]bool // types that are always copied field by field: payloads and capabilities
}

// spot is the place of a declaration. It has no column, which is not always known for other packages.
type spot struct {
	file string
	line int
	name string
}

// cloning is a function that copies values of a type.
type cloning struct {
	Function
	pos token.Position
	own bool // of the domain package
}

func newMarks(from *load.Domain, found directive.Found) *marks {
	m := &marks{from: from, files: map[string]bool{}, shared: map[spot]bool{}, docs: map[spot]string{}, looked: map[types.Object]bool{}}
	m.fields(from.Fset, found.Fields)
	return m
}

// own notes the payloads, the capabilities and the copy functions of the domain, and reports what is wrong with the functions.
func (m *marks) own(found directive.Found) diag.List {
	for _, mark := range found.Types {
		if obj := m.from.Object(mark.Spec.Name); obj != nil {
			m.looked[obj] = true
		}
	}
	return m.functions(found.Funcs, m.from.Fset, m.from.Object, true)
}

// fields notes the shared ones of marked fields and methods.
func (m *marks) fields(fset *token.FileSet, fields []directive.FieldMark) {
	for _, f := range fields {
		if f.Name != directive.Shared {
			continue
		}
		for _, id := range directive.Names(f.Field) {
			pos := fset.Position(id.Pos())
			m.shared[spot{pos.Filename, pos.Line, id.Name}] = true
		}
	}
}

// isShared reports whether a field or method at a place is shared.
func (m *marks) isShared(pos token.Position, name string) bool {
	m.read(pos.Filename)
	return m.shared[spot{pos.Filename, pos.Line, name}]
}

// doc returns the comment of a field of another package.
func (m *marks) doc(pos token.Position, name string) string {
	m.read(pos.Filename)
	return m.docs[spot{pos.Filename, pos.Line, name}]
}

// read notes the directives and comments in a file of another package.
func (m *marks) read(name string) {
	if name == "" || m.files[name] {
		return
	}
	m.files[name] = true
	fset, file := m.from.Source(name)
	if file == nil {
		return
	}
	found, _ := directive.Find(fset, []*ast.File{file}) // errors in other packages are not the domain's
	m.fields(fset, found.Fields)
	documented(file, func(id *ast.Ident, doc string) {
		pos := fset.Position(id.Pos())
		m.docs[spot{name, pos.Line, id.Name}] = doc
	})
}

// functions notes copy functions, and reports what is wrong with them. A function of the domain takes precedence over one of a package that
// it imports. declared returns the object that an identifier declares.
func (m *marks) functions(funcs []directive.FuncMark, fset *token.FileSet, declared func(*ast.Ident) types.Object, own bool) diag.List {
	var list diag.List
	for _, f := range funcs {
		fn, ok := declared(f.Func.Name).(*types.Func)
		if !ok {
			continue // the type checker has reported it
		}
		pkg := fn.Pkg()
		typ, pos := fn.Signature().Params().At(0).Type(), fset.Position(f.Func.Name.Pos())
		known, again := m.clones.At(typ).(cloning)
		switch result := fn.Signature().Results().At(0).Type(); {
		case typ == types.Typ[types.Invalid] || result == types.Typ[types.Invalid]:
		case !types.Identical(typ, result):
			list.Add(diag.Diagnostic{
				Pos:     pos,
				Message: fmt.Sprintf("%s is for func(T) T; %s takes %s and returns %s", f.Entry, fn.Name(), m.written(typ), m.written(result)),
				Hint:    "declare it as func(T) T, which returns a copy of its argument",
			})
		case m.looked[objectOf(typ)]:
			list.Add(diag.Diagnostic{
				Pos:     pos,
				Message: fmt.Sprintf("%s copies %s, which is a payload or capability: busgen copies each of its fields", fn.Name(), m.written(typ)),
				Hint:    "remove the directive: it is for the types of fields",
			})
		case isBasic(typ):
			list.Add(diag.Diagnostic{
				Pos:     pos,
				Message: fmt.Sprintf("%s is not needed: assignment copies all of a %s", fn.Name(), m.written(typ)),
				Hint:    "remove the directive",
			})
		case holdsLock(typ):
			list.Add(diag.Diagnostic{
				Pos:     pos,
				Message: fmt.Sprintf("%s copies %s by value, and it holds a lock", fn.Name(), m.written(typ)),
				Hint:    fmt.Sprintf("take and return a pointer, and store pointers: func(*%[1]s) *%[1]s", m.written(typ)),
			})
		case again && known.own == own:
			list.Add(diag.Diagnostic{
				Pos:     pos,
				Message: fmt.Sprintf("%s and %s both copy %s", known.Name, fn.Name(), m.written(typ)),
				Related: []diag.Related{{Pos: known.pos, Message: known.Name}},
				Hint:    "remove one of the directives, or declare a function in the domain package, which takes precedence",
			})
		case !again:
			m.clones.Set(typ, cloning{Function{Path: pkg.Path(), PkgName: pkg.Name(), Name: fn.Name()}, pos, own})
		}
	}
	return list
}

// objectOf returns the declaration of the named type that a type is, or points to.
func objectOf(typ types.Type) types.Object {
	typ = types.Unalias(typ)
	if p, ok := typ.(*types.Pointer); ok {
		typ = types.Unalias(p.Elem())
	}
	if named, ok := typ.(*types.Named); ok {
		return named.Obj()
	}
	return nil
}

func isBasic(typ types.Type) bool {
	_, ok := types.Unalias(typ).(*types.Basic)
	return ok
}

func (m *marks) written(typ types.Type) string {
	return types.TypeString(typ, func(p *types.Package) string { return p.Name() })
}

// copier returns the function that copies values of a type. If through is true, the function takes and returns a pointer to the value. That
// is not possible for a type that must not be copied by assignment.
func (m *marks) copier(typ types.Type) (f *Function, through bool) {
	if m.clones.Len() == 0 {
		return nil, false
	}
	if c, ok := m.clones.At(typ).(cloning); ok {
		return &c.Function, false
	}
	if named, ok := typ.(*types.Named); ok && !holdsLock(named) {
		if c, ok := m.clones.At(types.NewPointer(named)).(cloning); ok {
			return &c.Function, true
		}
	}
	return nil, false
}

// holdsLock reports whether copying a value of the type is a mistake because of one of its parts.
func holdsLock(typ types.Type) bool {
	switch typ := types.Unalias(typ).(type) {
	case *types.Named:
		return isLock(typ) || holdsLock(typ.Underlying())
	case *types.Array:
		return holdsLock(typ.Elem())
	case *types.Struct:
		for f := range typ.Fields() {
			if holdsLock(f.Type()) {
				return true
			}
		}
	}
	return false
}

// copyBy makes the function copy values of the type, whose parts then do not matter.
func (t *Type) copyBy(f *Function, through bool, typ types.Type) {
	t.Copy, t.CopyFunc, t.CopyThrough = CopyClone, f, through
	t.Local, t.Under = false, nil
	switch typ.Underlying().(type) {
	case *types.Pointer, *types.Slice, *types.Map, *types.Interface, *types.Chan, *types.Signature:
		t.Nilable = true
	}
}

// sharedType returns the type of a shared field, only as far as generated code needs to write it.
func (t *typer) sharedType(typ types.Type) *Type {
	was := t.spelling
	t.spelling = true
	made := t.of(typ)
	t.spelling = was
	made.Shared, made.Lock = true, holdsLock(typ)
	return made
}

// field converts a field. The parts of a shared one do not matter.
func (t *typer) field(f *types.Var, tag string) Field {
	made := Field{Name: f.Name(), Embedded: f.Embedded(), Exported: f.Exported(), Pos: t.position(f), Tag: tag}
	made.Doc = cmp.Or(t.docs[f.Pos()], t.marks.doc(made.Pos, made.Name))
	if t.marks.isShared(made.Pos, made.Name) {
		made.Type = t.sharedType(f.Type())
	} else {
		made.Type = t.of(f.Type())
	}
	return made
}
