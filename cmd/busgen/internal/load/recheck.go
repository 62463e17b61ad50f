package load

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
)

// Check type checks the package with these files, by name, and returns the errors.
func (w *Wiring) Check(files map[string][]byte) diag.List {
	syntax := slices.Clone(w.Files)
	var list diag.List
	for _, name := range slices.Sorted(maps.Keys(files)) {
		file, err := parser.ParseFile(w.Fset, filepath.Join(w.Dir, name), files[name], parser.SkipObjectResolution)
		if err != nil {
			list.Addf(token.Position{}, "busgen generated code that is not Go, which is a bug in busgen: %v", err)
			return list
		}
		syntax = append(syntax, file)
	}
	return w.typeErrors(syntax)
}

func (w *Wiring) typeErrors(syntax []*ast.File) diag.List {
	c := complaints{dir: w.Dir, seen: map[token.Position]bool{}}
	config := types.Config{Importer: w, GoVersion: w.version, Sizes: types.SizesFor("gc", "amd64"), Error: func(err error) {
		var e types.Error
		if errors.As(err, &e) && !strings.HasPrefix(e.Msg, "\t") { // a line that starts with a tab continues the error before it
			c.add(w.Fset.Position(e.Pos), e.Msg)
		}
	}}
	_, _ = config.Check(w.Path, w.Fset, syntax, nil) // Error has received each error
	return c.list
}
