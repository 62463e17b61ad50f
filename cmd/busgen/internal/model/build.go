package model

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
	"github.com/busgen/busgen/cmd/busgen/internal/directive"
	"github.com/busgen/busgen/cmd/busgen/internal/load"
)

// Build makes the model of loaded packages with these directives, and with those of the packages that they depend on. If the packages do
// not compile, the model has the parts that the type checker understood.
func Build(from *load.Domain, found directive.Found) (*Package, diag.List) {
	marks := newMarks(from, found)
	b := &builder{
		from:    from,
		typer:   newTyper(from, marks),
		pkg:     &Package{Imports: importNames(from.Files)},
		decls:   map[*types.TypeName]*Capability{},
		types:   map[*Capability]types.Type{},
		named:   map[*Event]*types.Named{},
		seen:    map[*types.Named]bool{},
		scanned: map[*types.Package]bool{},
		offered: map[*types.TypeName]offer{},
	}
	for _, p := range from.Packages {
		b.pkg.Sources = append(b.pkg.Sources, Source{Path: p.Path, Name: p.Name, Dir: p.Dir})
		b.scanned[p.Types] = true
	}
	b.list.Append(marks.own(found))
	for _, p := range from.Packages {
		for _, imported := range p.Types.Imports() {
			b.scan(imported, true)
		}
	}
	b.scanEmbedded(found.Types)
	for _, m := range found.Types {
		if obj, ok := from.Object(m.Spec.Name).(*types.TypeName); ok { // if not, the type checker has reported it
			b.mark(obj, m, from.Fset)
		}
	}
	b.adopt()
	slices.SortStableFunc(b.pkg.Events, func(x, y *Event) int { return cmp.Compare(x.Name, y.Name) })
	slices.SortStableFunc(b.pkg.Capabilities, func(x, y *Capability) int { return cmp.Compare(x.Name, y.Name) })
	b.typer.selectFields()
	b.pkg.Types = b.typer.locals()
	b.interfaces()
	for _, e := range b.pkg.Events {
		b.has(e)
	}
	b.typer.plan()
	b.typer.finish()
	return b.pkg, b.list
}

// importNames returns the names that files give to packages that they import, by path: those of the first file that imports each. A package
// that keeps its own name has none.
func importNames(files []*ast.File) map[string]string {
	names := map[string]string{}
	for _, file := range files {
		for _, spec := range file.Imports {
			path, err := strconv.Unquote(spec.Path.Value)
			if _, known := names[path]; known || err != nil {
				continue
			}
			names[path] = ""
			if spec.Name != nil && spec.Name.Name != "_" && spec.Name.Name != "." {
				names[path] = spec.Name.Name
			}
		}
	}
	return names
}

type builder struct {
	from  *load.Domain
	typer *typer
	pkg   *Package
	list  diag.List

	decls map[*types.TypeName]*Capability
	types map[*Capability]types.Type
	named map[*Event]*types.Named

	seen    map[*types.Named]bool // structs whose embedded fields were visited
	scanned map[*types.Package]bool
	offered map[*types.TypeName]offer // capabilities of other packages
	wanted  []*types.TypeName         // those of them that events embed
	spare   []*types.Interface        // those of them that no event has
}

// mark adds one annotated declaration to the model. Its positions are of fset.
func (b *builder) mark(obj *types.TypeName, m directive.Mark, fset *token.FileSet) {
	named, ok := obj.Type().(*types.Named)
	if !ok {
		return
	}
	pos, doc := fset.Position(m.Spec.Name.Pos()), m.Doc.Text()
	switch under := named.Underlying().(type) {
	case *types.Struct:
		if m.Name == directive.Event {
			e := &Event{Name: obj.Name(), Doc: doc, Pos: pos, Type: b.typer.of(named), Was: m.Was(), WasPos: fset.Position(m.Pos)}
			b.pkg.Events = append(b.pkg.Events, e)
			b.named[e] = named
			return
		}
		b.capability(obj, &Capability{Name: obj.Name(), Doc: doc, Pos: pos, Type: b.typer.of(named)})
	case *types.Interface:
		switch {
		case m.Name == directive.Event:
			b.wrong(m, "an interface")
		case !under.IsMethodSet():
			b.wrong(m, "a constraint, not an interface that values can have")
		default:
			b.capability(obj, &Capability{Name: obj.Name(), Doc: doc, Pos: pos, Interface: true})
		}
	default:
		if under != types.Typ[types.Invalid] {
			b.wrong(m, types.TypeString(under, types.RelativeTo(obj.Pkg())))
		}
	}
}

func (b *builder) capability(obj *types.TypeName, c *Capability) {
	b.pkg.Capabilities = append(b.pkg.Capabilities, c)
	b.decls[obj] = c
	b.types[c] = obj.Type()
}

func (b *builder) wrong(m directive.Mark, is string) {
	b.list.Add(diag.Diagnostic{
		Pos:     b.from.Fset.Position(m.Pos),
		Message: fmt.Sprintf("%s is for %s; %s is %s", m.Entry, m.On, m.Spec.Name.Name, is),
		Hint:    fmt.Sprintf("declare %s as %s, or remove the directive", m.Spec.Name.Name, m.On),
	})
}

// interfaces fills in the interface capabilities, after the types of the payloads, because a type that appears only in a method does not
// belong to a payload.
func (b *builder) interfaces() {
	for _, c := range b.pkg.Capabilities {
		if c.Interface {
			c.Type = b.typer.of(b.types[c])
			c.Methods = c.Type.Under.Methods
		}
	}
}
