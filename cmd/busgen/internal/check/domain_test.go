package check

import (
	"go/token"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
	"github.com/busgen/busgen/cmd/busgen/internal/model"
)

const (
	domainPath = "example.com/m/domain"
	outPath    = "example.com/m/generated"
)

func at(line int) token.Position {
	return token.Position{Filename: "/m/domain/a.go", Offset: 10 * line, Line: line, Column: 2}
}

func basic(name string) *model.Type { return &model.Type{Kind: model.Basic, Name: name} }

func of(kind model.TypeKind, elem *model.Type) *model.Type {
	return &model.Type{Kind: kind, Elem: elem}
}

func impossible(kind model.TypeKind, why string) *model.Type {
	return &model.Type{Kind: kind, Elem: basic("int"), Copy: model.CopyImpossible, Why: why, Hint: "do without"}
}

func field(line int, name string, typ *model.Type) model.Field {
	return model.Field{Name: name, Exported: token.IsExported(name), Type: typ, Pos: at(line)}
}

func structOf(fields ...model.Field) *model.Type {
	return &model.Type{Kind: model.Struct, Fields: fields}
}

func foreign(path, name string) *model.Type {
	return &model.Type{Kind: model.Named, Path: path, PkgName: path[strings.LastIndex(path, "/")+1:], Name: name}
}

func local(name string, under *model.Type) *model.Type {
	t := foreign(domainPath, name)
	t.Local, t.Under = true, under
	return t
}

func payload(line int, name string, fields ...model.Field) *model.Event {
	return &model.Event{Name: name, Pos: at(line), Type: local(name, structOf(fields...))}
}

func aspect(line int, name string, fields ...model.Field) *model.Capability {
	return &model.Capability{Name: name, Pos: at(line), Type: local(name, structOf(fields...))}
}

func promise(line int, name string, methods ...model.Method) *model.Capability {
	return &model.Capability{
		Name: name, Pos: at(line), Interface: true, Methods: methods, Type: local(name, &model.Type{Kind: model.Interface, Methods: methods}),
	}
}

func method(line int, name string, results ...*model.Type) model.Method {
	return model.Method{Name: name, Pos: at(line), Sig: &model.Type{Kind: model.Func, Results: results}}
}

func domain(events []*model.Event, capabilities ...*model.Capability) *model.Package {
	return &model.Package{Sources: []model.Source{{Path: domainPath, Name: "domain"}}, Events: events, Capabilities: capabilities}
}

func one(fields ...model.Field) *model.Package {
	return domain([]*model.Event{payload(1, "Trade", fields...)})
}

// printed is what a user reads.
func printed(t *testing.T, list diag.List) string {
	t.Helper()
	var b strings.Builder
	require.NoError(t, list.Print(&b, "/m/domain"))
	return b.String()
}

func says(t *testing.T, p *model.Package, want string) {
	t.Helper()
	require.Equal(t, want, printed(t, Model(p, outPath)))
}
