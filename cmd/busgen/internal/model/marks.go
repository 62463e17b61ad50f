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

// marks knows what directives say of fields, methods and functions, those of other packages included.
type marks struct {
	from   *load.Domain
	files  map[string]bool // those that were read
	shared map[spot]bool
	docs   map[spot]string       // comments of fields of other packages
	clones typeutil.Map          // types.Type -> cloning
	looked map[types.Object]bool // types that are looked into whatever copies them: payloads and capabilities
}

// spot is where something is declared. Of other packages the columns are not always known.
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

// own notes the payloads and capabilities of the domain, and its functions that copy values, and returns what is wrong with those.
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
		for _, id := range names(f.Field) {
			pos := fset.Position(id.Pos())
			m.shared[spot{pos.Filename, pos.Line, id.Name}] = true
		}
	}
}

// names returns the identifiers by which the type checker knows a field or method.
func names(f *ast.Field) []*ast.Ident {
	if len(f.Names) > 0 {
		return f.Names
	}
	if id := directive.EmbeddedName(f.Type); id != nil {
		return []*ast.Ident{id}
	}
	return nil
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

// read notes what a file of another package says.
func (m *marks) read(name string) {
	if name == "" || m.files[name] {
		return
	}
	m.files[name] = true
	fset, file := m.from.Source(name)
	if file == nil {
		return
	}
	found, _ := directive.Find(fset, []*ast.File{file}) // what is wrong there is none of the domain's business
	m.fields(fset, found.Fields)
	documented(file, func(id *ast.Ident, doc string) {
		pos := fset.Position(id.Pos())
		m.docs[spot{name, pos.Line, id.Name}] = doc
	})
}

// functions notes functions that copy values, and returns what is wrong with them. One of the domain comes before one of a package that it
// imports. declared returns what an identifier declares.
func (m *marks) functions(funcs []directive.FuncMark, fset *token.FileSet, declared func(*ast.Ident) types.Object, own bool) diag.List {
	var list diag.List
	for _, f := range funcs {
		fn, ok := declared(f.Func.Name).(*types.Func)
		if !ok {
			continue // the type checker has said why
		}
		pkg := fn.Pkg()
		typ, pos := fn.Signature().Params().At(0).Type(), fset.Position(f.Func.Name.Pos())
		known, again := m.clones.At(typ).(cloning)
		switch result := fn.Signature().Results().At(0).Type(); {
		case typ == types.Typ[types.Invalid] || result == types.Typ[types.Invalid]:
		case !types.Identical(typ, result):
			list.Add(diag.Diagnostic{
				Pos:     pos,
				Message: fmt.Sprintf("%s is for func(T) T, %s takes %s and returns %s", f.Entry, fn.Name(), m.written(typ), m.written(result)),
				Hint:    "take one value of a type and return a copy of it",
			})
		case m.looked[objectOf(typ)]:
			list.Add(diag.Diagnostic{
				Pos:     pos,
				Message: fmt.Sprintf("%s copies %s, which is a payload or capability: busgen copies each of its fields", fn.Name(), m.written(typ)),
				Hint:    "remove the directive; functions are for the types of fields",
			})
		case isBasic(typ):
			list.Add(diag.Diagnostic{
				Pos:     pos,
				Message: fmt.Sprintf("%s has no use: assignment copies all of a %s", fn.Name(), m.written(typ)),
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
				Hint:    "remove the directive from one of the two, or write one in the domain package, which comes first",
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

// copier returns the function that copies values of a type. Through says that it takes and returns a pointer to one, which it can't
// for a type that must not be copied by assignment.
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

// copyBy has values of the type copied by a function. It is not looked into.
func (t *Type) copyBy(f *Function, through bool, typ types.Type) {
	t.Copy, t.CopyFunc, t.CopyThrough = CopyClone, f, through
	t.Local, t.Under = false, nil
	switch typ.Underlying().(type) {
	case *types.Pointer, *types.Slice, *types.Map, *types.Interface, *types.Chan, *types.Signature:
		t.Nilable = true
	}
}

// sharedType returns our type for that of a shared field, as far as it takes to write it.
func (t *typer) sharedType(typ types.Type) *Type {
	was := t.spelling
	t.spelling = true
	made := t.of(typ)
	t.spelling = was
	made.Shared, made.Lock = true, holdsLock(typ)
	return made
}

// field turns a field into ours. A shared one is not looked into.
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
