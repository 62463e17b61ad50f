package busgen_test

import (
	"go/ast"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// attaches reports whether a generated function takes a consumer of any type. Such functions run when a consumer attaches, never
// when an event is delivered.
func attaches(name string) bool {
	part := strings.TrimRight(name, "0123456789") // a long function is written in parts
	return part == "Attach" || part == "wrongMethods"
}

// payloadMaps reports whether a generated declaration may have maps: those that payloads have. It is a guard, which spells the types
// of the domain, a copy of a payload, or a view.
func payloadMaps(decl ast.Decl) bool {
	function, ok := decl.(*ast.FuncDecl)
	if !ok {
		return false
	}
	name := function.Name.Name
	return name == "_" || strings.HasSuffix(name, "Copy") || strings.HasSuffix(receiver(decl), "View")
}

// TestRoutingPaths looks at all generated code of the project: events are routed without reflection, maps, empty
// interfaces or goroutines.
func TestRoutingPaths(t *testing.T) {
	generated := 0
	for _, f := range goFiles(t) {
		if !f.generated {
			continue
		}
		generated++
		for _, imported := range []string{"reflect", "unsafe"} {
			require.NotContains(t, f.imports(), imported, f.path)
		}
		for _, decl := range f.syntax.Decls {
			checkRouting(t, f, decl)
		}
	}
	require.NotZero(t, generated)
}

func checkRouting(t *testing.T, f goFile, decl ast.Decl) {
	name := ""
	if function, ok := decl.(*ast.FuncDecl); ok {
		name = function.Name.Name
	}
	maps := payloadMaps(decl)
	ast.Inspect(decl, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			t.Errorf("%s: a go statement", f.at(n))
		case *ast.MapType:
			if !maps {
				t.Errorf("%s: a map", f.at(n))
			}
		case *ast.Ident:
			if n.Name == "any" && !attaches(name) {
				t.Errorf("%s: any, where no consumer attaches", f.at(n))
			}
		case *ast.InterfaceType:
			if n.Methods.NumFields() == 0 {
				t.Errorf("%s: an empty interface", f.at(n))
			}
		}
		return true
	})
}

// TestRuntimeHasNoMaps holds for the hand-written half of the routing path. Two files of package events are about the maps of
// payloads: how they are copied, and how they are read.
func TestRuntimeHasNoMaps(t *testing.T) {
	for _, f := range goFiles(t) {
		if f.test || f.dir != "mux" && f.dir != "events" {
			continue
		}
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.GoStmt:
				t.Errorf("%s: a go statement", f.at(n))
			case *ast.MapType:
				if f.path != "events/copies.go" && f.path != "events/map.go" {
					t.Errorf("%s: a map", f.at(n))
				}
			}
			return true
		})
	}
}
