package emit

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/cmd/busgen/internal/model"
)

// everything is a domain in whose code every name that generated code uses occurs.
func everything() *model.Package {
	number, text := basic("int"), basic("string")
	deep := sliceOf(number)
	line := local("Line", structOf(field("Xs", deep)))
	node := local("Node", nil)
	node.Copy, node.Under = model.CopyDeep, structOf(field("Next", pointerTo(node)), field("Rest", sliceOf(node)))
	tree := local("Tree", nil)
	tree.Copy, tree.Under = model.CopyDeep, sliceOf(tree)
	pair := in("example.com/m/other", "Pair", structOf(field("A", deep)))
	pair.Args = []*model.Type{number}
	ordered := in("time", "Time", nil)
	ordered.Order, ordered.Text = "Compare", true
	key := structOf(field("A", basic("bool")), field("B", basic("complex128")), field("C", arrayOf(2, text)), field("D", ordered))
	many := function([]*model.Type{number, basic("error")})
	for range 60 {
		many.Params = append(many.Params, number)
	}
	var fields []model.Field
	for i, t := range []*model.Type{
		arrayOf(2, arrayOf(2, arrayOf(2, deep))), sliceOf(line), mapOf(key, line), mapOf(arrayOf(2, number), deep), pointerTo(deep), pointerTo(line), sliceOf(pointerTo(line)),
		mapOf(text, pointerTo(line)), cloning("math/big", "Int", true), sliceOf(cloning("math/big", "Int", true)), mapOf(text, cloning("math/big", "Int", true)), node, tree, pair,
		sliceOf(tree), mapOf(text, tree), list(number), mapOf(basic("bool"), sliceOf(line)), sliceOf(deep),
	} {
		fields = append(fields, field(string(rune('A'+i))+"field", t))
	}
	alias := field("Alias", line)
	alias.Embedded, alias.Alias = true, local("Alias", nil)
	trade := payload("Trade", append(fields, alias)...)
	events := []*model.Event{trade}
	for i := range 300 {
		events = append(events, payload("E"+argument("x", i)))
	}
	return domain(events, aspect("PnL", trade), promise("Many", []model.Method{{Name: "Do", Sig: many}}, trade))
}

// TestReservedNames: no import has a name that generated code uses without a package in front, whether it declares it or not.
func TestReservedNames(t *testing.T) {
	p := everything()
	r := newWriter(p, Output{Path: "example.com/m/generated", Name: "generated"}, numbered{}).reserved()
	for file, text := range write(t, p) {
		parsed, err := parser.ParseFile(token.NewFileSet(), file, text, parser.SkipObjectResolution)
		require.NoError(t, err)
		for name := range unqualified(parsed) {
			require.True(t, r.has(name), "%s in %s", name, file)
		}
	}
	for _, name := range types.Universe.Names() {
		require.True(t, r.has(name), name)
	}
}

// unqualified returns the names in a file that are no imports, and neither selected nor fields or methods.
func unqualified(file *ast.File) map[string]bool {
	names, other := map[string]bool{}, map[*ast.Ident]bool{file.Name: true}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			other[n.Sel] = true
		case *ast.FuncDecl:
			other[n.Name] = n.Recv != nil
		case *ast.StructType:
			for _, f := range n.Fields.List {
				for _, name := range f.Names {
					other[name] = true
				}
			}
		case *ast.InterfaceType:
			for _, f := range n.Methods.List {
				for _, name := range f.Names {
					other[name] = true
				}
			}
		case *ast.KeyValueExpr:
			if key, ok := n.Key.(*ast.Ident); ok {
				other[key] = true
			}
		case *ast.Ident:
			names[n.Name] = names[n.Name] || !other[n]
		}
		return true
	})
	for _, i := range file.Imports {
		name := i.Path.Value[1+slices.Max([]int{0, lastSlash(i.Path.Value)}) : len(i.Path.Value)-1]
		if i.Name != nil {
			name = i.Name.Name
		}
		delete(names, name)
	}
	for name, is := range names {
		if !is {
			delete(names, name)
		}
	}
	return names
}

func lastSlash(path string) int {
	for i := len(path) - 1; i >= 0; i-- {
		if path[i] == '/' {
			return i
		}
	}
	return -1
}

// Every package gets a name, whatever its own is.
func TestImportAs(t *testing.T) {
	r := reserved{}
	r.add(predeclared, locals, perPackage)
	for own, want := range map[string]string{
		"plain": "plain", "any": "any2", "i": "pkgi2", "i0": "pkgi02", "visit": "pkgvisit2", "visit0": "pkgvisit02", "arga": "pkgarga2", "go_generate": "pkggo_generate2", "arg": "arg", "init": "init2",
		"Router": "Router2", "v": "v2",
	} {
		require.Equal(t, importName{want, want != own}, importAs(own, r), own)
	}
	require.Equal(t, importName{"plain2", true}, importAs("plain", r))
}
