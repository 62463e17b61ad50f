package model

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/busgen/busgen/cmd/busgen/internal/directive"
	"github.com/busgen/busgen/cmd/busgen/internal/load"
)

// EventsPath is the import path of the package that has List.
const EventsPath = "github.com/busgen/busgen/events"

// IsList reports whether a type is the immutable list, which is shared and never copied.
func (t *Type) IsList() bool {
	return t.Kind == Named && t.Path == EventsPath && t.Name == "List" && len(t.Args) == 1
}

// typer converts the type checker's types to those of the model. Each named type is converted once. Other types are converted at each
// occurrence, because the fields of two identical structs have different places and comments, and byte is not written as uint8.
type typer struct {
	from  *load.Domain
	marks *marks
	docs  map[token.Pos]string
	seen  typeutil.Map // *types.Named -> *Type
	all   []*Type      // in the order of conversion

	structs []declared        // of the domain
	aliases map[*Type][]*Type // by which types are written

	depth    int     // of the current type within other types
	spelling bool    // types are only to be written
	unread   []*Type // those that are only written
}

// maxDepth limits the nesting of types. The type checker reports a generic type that refers to ever bigger instances of itself, but does not
// remove it.
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
			for _, id := range directive.Names(f) {
				note(id, doc)
			}
		}
		return true
	})
}

// of converts a type.
func (t *typer) of(typ types.Type) *Type {
	made := t.actual(types.Unalias(typ))
	t.aliased(made, typ)
	return made
}

// actual converts a type that is not an alias.
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

// iface fills in an interface. The empty one has its predeclared name.
func (t *typer) iface(made *Type, typ *types.Interface) {
	if typ.Empty() {
		made.Kind, made.Name = Basic, "any"
		return
	}
	made.Kind = Interface
	for method := range typ.Methods() {
		pos := t.position(method)
		made.Methods = append(made.Methods, Method{
			Name: method.Name(), Doc: cmp.Or(t.docs[method.Pos()], t.marks.doc(pos, method.Name())), Pos: pos, Sig: t.of(method.Signature()),
			Shared: t.marks.isShared(pos, method.Name()),
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

// literal fills in a struct without a name. Unexported fields of a struct of another module are left out, as for named ones.
func (t *typer) literal(made *Type, typ *types.Struct) {
	made.Kind, made.Foreign = Struct, typ.NumFields() > 0 && !t.from.Local(typ.Field(0).Pkg().Path())
	made.Fields = t.fields(typ, !made.Foreign)
	made.Hidden = len(made.Fields) < typ.NumFields()
	if made.Foreign && !t.spelling && hidesPointers(typ) {
		made.hides(false)
	}
}

// fields converts the fields of a struct: all of them, or only the exported ones.
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

// position returns the position of an object, with its column, also if it comes from export data.
func (t *typer) position(obj types.Object) token.Position {
	return t.from.Refine(t.from.Fset.Position(obj.Pos()), obj.Name())
}

// locals returns the converted named types of the module whose parts matter, sorted by path and name.
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
