package model

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"

	"github.com/busgen/busgen/cmd/busgen/internal/directive"
)

// offer is a capability of another package. It belongs to the model if an event has it.
type offer struct {
	mark directive.Mark
	fset *token.FileSet
}

// scan reads the directives of another package once: its capabilities and, if the domain imports it, the functions that copy values.
func (b *builder) scan(pkg *types.Package, imported bool) {
	if b.scanned[pkg] {
		return
	}
	b.scanned[pkg] = true
	fset, files := b.from.Imported(pkg.Path())
	found, list := directive.Find(fset, files)
	if b.from.Local(pkg.Path()) {
		b.list.Append(list)
	}
	for _, m := range found.Types {
		if obj, ok := pkg.Scope().Lookup(m.Spec.Name.Name).(*types.TypeName); ok && m.Name == directive.Capability {
			b.offered[obj] = offer{m, fset}
			b.typer.marks.looked[obj] = true
		}
	}
	if imported {
		declared := func(id *ast.Ident) types.Object { return pkg.Scope().Lookup(id.Name) }
		if list := b.typer.marks.functions(found.Funcs, fset, declared, false); b.from.Local(pkg.Path()) {
			b.list.Append(list)
		}
	}
}

// scanEmbedded reads the directives of the packages whose structs events embed, at any depth.
func (b *builder) scanEmbedded(list []directive.Mark) {
	for _, m := range list {
		if obj, ok := b.from.Object(m.Spec.Name).(*types.TypeName); ok && m.Name == directive.Event {
			if named, ok := obj.Type().(*types.Named); ok {
				b.embedded(named, 0)
			}
		}
	}
}

func (b *builder) embedded(named *types.Named, depth int) {
	under, ok := named.Underlying().(*types.Struct)
	if !ok || b.seen[named] || depth > maxDepth {
		return
	}
	b.seen[named] = true
	for field := range under.Fields() {
		into, ok := embeds(field)
		if !ok {
			continue
		}
		obj := into.Obj()
		if obj.Pkg() != nil {
			b.scan(obj.Pkg(), false)
		}
		if _, ok := b.offered[obj]; ok && !slices.Contains(b.wanted, obj) {
			b.wanted = append(b.wanted, obj)
		}
		b.embedded(into, depth+1)
	}
}

// adopt adds the capabilities of other packages that events have: interfaces that they implement, and structs that they embed. It keeps the
// other interfaces, since an event that gains their methods has a new capability.
func (b *builder) adopt() {
	for _, obj := range slices.SortedFunc(maps.Keys(b.offered), inOrder) {
		iface, ok := obj.Type().Underlying().(*types.Interface)
		switch {
		case !ok:
		case slices.ContainsFunc(b.pkg.Events, func(e *Event) bool { return types.Implements(types.NewPointer(b.named[e]), iface) }):
			b.wanted = append(b.wanted, obj)
		case iface.IsMethodSet():
			b.spare = append(b.spare, iface)
		}
	}
	slices.SortFunc(b.wanted, inOrder)
	for _, obj := range b.wanted {
		b.mark(obj, b.offered[obj].mark, b.offered[obj].fset)
	}
}

// inOrder compares types by path and name.
func inOrder(x, y *types.TypeName) int {
	return cmp.Or(cmp.Compare(x.Pkg().Path(), y.Pkg().Path()), cmp.Compare(x.Name(), y.Name()))
}

// embeds returns the named type that an embedded field has, or points to.
func embeds(field *types.Var) (*types.Named, bool) {
	typ := types.Unalias(field.Type())
	if p, ok := typ.(*types.Pointer); ok {
		typ = types.Unalias(p.Elem())
	}
	named, ok := typ.(*types.Named)
	return named, ok && field.Embedded()
}
