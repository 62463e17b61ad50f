package emit

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/cmd/busgen/internal/gofile"
	"github.com/busgen/busgen/cmd/busgen/internal/model"
)

const domainPath = "example.com/m/domain"

// numbered gives each event a number of its own, as the lock does.
type numbered map[string]uint32

func (n numbered) Kind(event string) uint32 { return n[event] }

func basic(name string) *model.Type { return &model.Type{Kind: model.Basic, Name: name} }

func sliceOf(of *model.Type) *model.Type {
	return &model.Type{Kind: model.Slice, Elem: of, Copy: model.CopyDeep}
}

func pointerTo(to *model.Type) *model.Type {
	return &model.Type{Kind: model.Pointer, Elem: to, Copy: model.CopyDeep}
}

func mapOf(key, elem *model.Type) *model.Type {
	return &model.Type{Kind: model.Map, Key: key, Elem: elem, Copy: model.CopyDeep}
}

func arrayOf(n int64, of *model.Type) *model.Type {
	return &model.Type{Kind: model.Array, Len: n, Elem: of, Copy: of.Copy}
}

func field(name string, of *model.Type) model.Field {
	return model.Field{Name: name, Exported: true, Type: of}
}

func structOf(fields ...model.Field) *model.Type {
	s := &model.Type{Kind: model.Struct, Fields: fields}
	for _, f := range fields {
		if f.Type.Copy != model.CopyPlain {
			s.Copy = model.CopyDeep
		}
	}
	return s
}

// in makes a named type of a package.
func in(path, name string, under *model.Type) *model.Type {
	t := &model.Type{Kind: model.Named, Path: path, PkgName: path[strings.LastIndex(path, "/")+1:], Name: name, Under: under}
	if under != nil {
		t.Copy = under.Copy
	}
	return t
}

func local(name string, under *model.Type) *model.Type {
	t := in(domainPath, name, under)
	t.Local = true
	return t
}

// payload makes an event of fields.
func payload(name string, fields ...model.Field) *model.Event {
	return &model.Event{Name: name, Type: local(name, structOf(fields...))}
}

// list makes an events.List.
func list(item *model.Type) *model.Type {
	l := in(eventsPath, "List", nil)
	l.Args = []*model.Type{item}
	return l
}

// cloning makes a foreign type that copies itself.
func cloning(path, name string, byPointer bool) *model.Type {
	t := in(path, name, nil)
	t.Copy, t.CopyMethod, t.CloneResultPointer = model.CopyClone, "Clone", byPointer
	return t
}

// selectAll lets Go select the fields of a struct, and those of the structs that it embeds.
func selectAll(t *model.Type) {
	if t.Selected != nil || t.Under == nil || t.Under.Kind != model.Struct {
		return
	}
	for _, f := range t.Under.Fields {
		t.Selected = append(t.Selected, model.Selected{Name: f.Name, Path: []string{f.Name}, Field: f})
		if f.Embedded {
			selectAll(f.Type)
			for _, s := range f.Type.Selected {
				s.Path = append([]string{f.Name}, s.Path...)
				t.Selected = append(t.Selected, s)
			}
		}
	}
}

// aspect makes a capability that events embed directly.
func aspect(name string, events ...*model.Event) *model.Capability {
	c := &model.Capability{Name: name, Type: local(name, structOf(field("X", basic("int"))))}
	for _, e := range events {
		embedded := field(name, c.Type)
		embedded.Embedded = true
		e.Type.Under.Fields = append(e.Type.Under.Fields, embedded)
		e.Has = append(e.Has, model.Has{Capability: c, Path: []string{name}})
		c.Events = append(c.Events, e)
	}
	return c
}

// promise makes an interface capability that events have.
func promise(name string, methods []model.Method, events ...*model.Event) *model.Capability {
	c := &model.Capability{Name: name, Interface: true, Methods: methods}
	c.Type = local(name, &model.Type{Kind: model.Interface, Methods: methods})
	for _, e := range events {
		e.Has = append(e.Has, model.Has{Capability: c})
		c.Events = append(c.Events, e)
	}
	return c
}

// domain makes the model of a package. The structs of the domain that payloads are made of are found, and can be selected from.
func domain(events []*model.Event, capabilities ...*model.Capability) *model.Package {
	p := &model.Package{Sources: []model.Source{{Path: domainPath, Name: "domain"}}, Events: events, Capabilities: capabilities}
	var roots []*model.Type
	for _, e := range events {
		roots = append(roots, e.Type)
	}
	for _, c := range capabilities {
		roots = append(roots, c.Type)
	}
	for _, t := range namedIn(roots) {
		if t.Local && t.Under != nil {
			p.Types = append(p.Types, t)
			selectAll(t)
		}
	}
	for _, t := range p.Types {
		for _, f := range t.Under.Fields {
			if f.Type.Kind == model.Pointer {
				f.Type.Elem.Referred = true
			}
		}
	}
	return p
}

// generated are the written files, of which each must parse.
type generated map[string]string

func write(t *testing.T, p *model.Package) generated {
	t.Helper()
	kinds := numbered{}
	for i, e := range p.Events {
		kinds[e.Name] = uint32(16 + i)
	}
	files, err := Package(p, Output{Path: "example.com/m/generated", Name: "generated"}, kinds)
	require.NoError(t, err)
	texts := generated{}
	for name, data := range files {
		texts[name] = string(data)
		require.True(t, strings.HasPrefix(texts[name], "// "+gofile.Header+"\n"), name)
	}
	texts.declared(t)
	return texts
}

// declared are the names of the package's declarations, methods as Type.Method. None may be declared twice.
func (g generated) declared(t *testing.T) map[string]bool {
	t.Helper()
	names := map[string]bool{}
	declare := func(name string) {
		require.False(t, names[name], "%s is declared twice", name)
		names[name] = name != "_"
	}
	for file, text := range g {
		parsed, err := parser.ParseFile(token.NewFileSet(), file, text, parser.SkipObjectResolution)
		require.NoError(t, err, text)
		require.Equal(t, "generated", parsed.Name.Name)
		for _, d := range parsed.Decls {
			eachDeclared(d, declare)
		}
	}
	return names
}

func eachDeclared(d ast.Decl, declare func(string)) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Recv == nil {
			declare(d.Name.Name)
			return
		}
		receiver := d.Recv.List[0].Type
		if star, ok := receiver.(*ast.StarExpr); ok {
			receiver = star.X
		}
		declare(receiver.(*ast.Ident).Name + "." + d.Name.Name)
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch spec := spec.(type) {
			case *ast.TypeSpec:
				declare(spec.Name.Name)
			case *ast.ValueSpec:
				for _, name := range spec.Names {
					declare(name.Name)
				}
			}
		}
	}
}

// function returns the text of a function, from its name to the brace that closes it.
func (g generated) function(t *testing.T, file, start string) string {
	t.Helper()
	require.Contains(t, g, file)
	_, after, found := strings.Cut(g[file], "\nfunc "+start)
	require.True(t, found, "no %s in\n%s", start, g[file])
	body, _, found := strings.Cut(after, "\n}\n")
	require.True(t, found)
	return "func " + start + body + "\n}\n"
}
