package main

import (
	"go/token"
	"go/types"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/packages"
)

// TestNamesThatGeneratedCodeNeedsAreReserved: whatever generated code declares for one event, and whatever every event, view and bus has, no
// second declaration of the domain can have as its name. The names are those of real generated code, so that none is forgotten.
func TestNamesThatGeneratedCodeNeedsAreReserved(t *testing.T) {
	const domain = "//busgen:event\ntype Trade struct{ Leg *Leg; Aspect }\n\ntype Leg struct{ X int }\n\n//busgen:capability\ntype Aspect struct{ Y int }\n"
	p := newProgram(t)
	p.domain(domain)
	p.generate()
	loaded, err := packages.Load(&packages.Config{Dir: p.dir, Mode: packages.NeedTypes | packages.NeedImports | packages.NeedDeps | packages.NeedSyntax | packages.NeedTypesInfo}, "./generated")
	require.NoError(t, err)
	scope := loaded[0].Types.Scope()

	payloads := map[string]bool{}
	for _, name := range scope.Names() {
		if token.IsExported(name) && name != "Trade" {
			payloads[name] = true
		}
	}
	for _, name := range methods(scope, "Trade") {
		payloads[name] = name != "Trade" && name != "Aspect"
	}
	for _, name := range methods(scope, "Router") {
		for _, prefix := range []string{"Emit", "Route"} {
			if rest, ok := strings.CutPrefix(name, prefix); ok && rest != "" && rest != "Trade" {
				payloads[rest] = true
			}
		}
	}
	source := strings.Builder{}
	source.WriteString(domain)
	for name, reserved := range payloads {
		if reserved {
			source.WriteString("\n//busgen:event\ntype " + name + " struct{}\n")
		}
	}
	p.domain(source.String())
	_, _, stderr := p.run("./domain")
	for name, reserved := range payloads {
		require.Equal(t, reserved, strings.Contains(stderr, "payload "+name+": "), name)
	}

	fields := map[string]bool{}
	for _, name := range methods(scope, "LegView") {
		fields[name] = name != "X"
	}
	for name, reserved := range fields {
		p.domain(strings.Replace(domain, "X int", name+" int", 1))
		_, _, stderr := p.run("./domain")
		require.Equal(t, reserved, strings.Contains(stderr, "field "+name+" of domain.Leg: "), name)
	}
}

// methods lists the exported methods of a pointer to a named type.
func methods(scope *types.Scope, name string) []string {
	var names []string
	set := types.NewMethodSet(types.NewPointer(scope.Lookup(name).Type()))
	for m := range set.Methods() {
		if token.IsExported(m.Obj().Name()) {
			names = append(names, m.Obj().Name())
		}
	}
	return names
}
