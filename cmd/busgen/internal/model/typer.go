package model

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/busgen/busgen/cmd/busgen/internal/load"
)

// EventsPath is the import path of the package that has List.
const EventsPath = "github.com/busgen/busgen/events"

// IsList says whether a type is the immutable list, which is shared and never copied.
func (t *Type) IsList() bool {
	return t.Kind == Named && t.Path == EventsPath && t.Name == "List" && len(t.Args) == 1
}

// typer turns the type checker's types into ours, each named one once. Of others each occurrence is its own, since two structs
// of one shape have fields at different places with different comments, and a byte is not written as a uint8.
type typer struct {
	from  *load.Domain
	marks *marks
	docs  map[token.Pos]string
	seen  typeutil.Map // *types.Named -> *Type
	all   []*Type      // in the order in which they were met

	structs []declared        // of the domain
	aliases map[*Type][]*Type // by which types are written

	depth    int     // of the current type within the types that it is part of
	spelling bool    // types are only to be written
	unread   []*Type // those that are only written
}

// maxDepth bounds how deep types may be nested. A generic type that refers to ever bigger instances of itself is an error that the
// type checker reports, but not one that it removes.
const maxDepth = 500

func newTyper(p *load.Domain, marks *marks) *typer {
	t := &typer{from: p, marks: marks, docs: map[token.Pos]string{}, aliases: map[*Type][]*Type{}}
	for _, file := range p.Files {
		documented(file, func(id *ast.Ident, doc string) { t.docs[id.Pos()] = doc })
	}
	return t
}

// documented calls note with the identifier and the comment of each field and method in a file that has one.
func documented(file *ast.File, note func(id *ast.Ident, doc string)) {
	ast.Inspect(file, func(n ast.Node) bool {
		if f, ok := n.(*ast.Field); ok {
			doc := f.Doc.Text()
			if doc == "" {
				doc = f.Comment.Text()
			}
			for _, id := range names(f) {
				note(id, doc)
			}
		}
		return true
	})
}

// of returns our type for the type checker's.
func (t *typer) of(typ types.Type) *Type {
	made := t.actual(types.Unalias(typ))
	t.aliased(made, typ)
	return made
}

// actual returns our type for one that is no alias.
func (t *typer) actual(typ types.Type) *Type {
	_, named := typ.(*types.Named)
	if named && !t.spelling {
		if known, ok := t.seen.At(typ).(*Type); ok {
			return known
		}
	}
	made := &Type{}
	switch {
	case t.spelling:
		t.unread = append(t.unread, made)
	case named:
		t.seen.Set(typ, made)
		fallthrough
	default:
		t.all = append(t.all, made)
	}
	if t.depth++; t.depth > maxDepth {
		typ = types.Typ[types.Invalid]
	}
	defer func() { t.depth-- }()
	switch typ := typ.(type) {
	case *types.Named:
		t.named(made, typ)
	case *types.TypeParam:
		made.Kind, made.Name = TypeParam, typ.Obj().Name()
	default:
		t.unnamed(made, typ)
		if f, _ := t.marks.copier(typ); f != nil && !t.spelling {
			made.copyBy(f, false, typ)
		}
	}
	return made
}

// unnamed fills in a type literal or a basic type.
func (t *typer) unnamed(made *Type, typ types.Type) {
	switch typ := typ.(type) {
	case *types.Basic:
		made.Kind, made.Name = Basic, typ.Name()
		if typ.Kind() == types.UnsafePointer {
			made.Kind, made.Path, made.PkgName, made.Name = Named, "unsafe", "unsafe", "Pointer"
		}
	case *types.Pointer:
		made.Kind, made.Elem = Pointer, t.of(typ.Elem())
	case *types.Slice:
		made.Kind, made.Elem = Slice, t.of(typ.Elem())
	case *types.Array:
		made.Kind, made.Elem, made.Len = Array, t.of(typ.Elem()), typ.Len()
	case *types.Map:
		made.Kind, made.Key, made.Elem = Map, t.of(typ.Key()), t.of(typ.Elem())
	case *types.Chan:
		made.Kind, made.Elem, made.Dir = Chan, t.of(typ.Elem()), int(typ.Dir())
	case *types.Struct:
		t.literal(made, typ)
	case *types.Interface:
		t.iface(made, typ)
	case *types.Signature:
		made.Kind, made.Variadic = Func, typ.Variadic()
		made.Params, made.Results = t.tuple(typ.Params()), t.tuple(typ.Results())
	}
}

// iface fills in an interface: the empty one goes by its name in the language.
func (t *typer) iface(made *Type, typ *types.Interface) {
	if typ.Empty() {
		made.Kind, made.Name = Basic, "any"
		return
	}
	made.Kind = Interface
	for method := range typ.Methods() {
		made.Methods = append(made.Methods, Method{
			Name: method.Name(), Doc: cmp.Or(t.docs[method.Pos()], t.marks.doc(t.position(method), method.Name())), Pos: t.position(method), Sig: t.of(method.Signature()),
			Shared: t.marks.isShared(t.position(method), method.Name()),
		})
	}
	slices.SortFunc(made.Methods, func(a, b Method) int { return cmp.Compare(a.Name, b.Name) })
}

func (t *typer) tuple(tuple *types.Tuple) []*Type {
	var list []*Type
	for v := range tuple.Variables() {
		list = append(list, t.of(v.Type()))
	}
	return list
}

// literal fills in a struct without a name. One of another module is like a foreign named struct: what other packages don't see is left
// out.
func (t *typer) literal(made *Type, typ *types.Struct) {
	made.Kind, made.Foreign = Struct, typ.NumFields() > 0 && !t.from.Local(typ.Field(0).Pkg().Path())
	made.Fields = t.fields(typ, !made.Foreign)
	made.Hidden = len(made.Fields) < typ.NumFields()
	if made.Foreign && !t.spelling && hidesPointers(typ) {
		made.hides(false)
	}
}

// fields turns the fields of a struct into ours: all of them, or only those that other packages see.
func (t *typer) fields(typ *types.Struct, all bool) []Field {
	var list []Field
	for i := range typ.NumFields() {
		f := typ.Field(i)
		if !all && !f.Exported() {
			continue
		}
		field := t.field(f, typ.Tag(i))
		field.Alias = t.embedded(f)
		list = append(list, field)
	}
	return list
}

// position returns where an object is declared, with its column also for one that comes from export data.
func (t *typer) position(obj types.Object) token.Position {
	return t.from.Refine(t.from.Fset.Position(obj.Pos()), obj.Name())
}

// locals returns the named types of the module met so far that are looked into, by path and name.
func (t *typer) locals() []*Type {
	var list []*Type
	for _, made := range t.all {
		if made.Kind == Named && made.Local && made.Under != nil {
			list = append(list, made)
		}
	}
	slices.SortStableFunc(list, func(a, b *Type) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Name, b.Name), cmp.Compare(a.String(), b.String()))
	})
	return list
}
