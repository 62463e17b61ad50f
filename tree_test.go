package busgen_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const module = "github.com/busgen/busgen"

// goFile is one Go file of the project, all its modules included.
type goFile struct {
	path      string // with slashes, from the root
	dir       string // its folder, "." at the root
	test      bool
	generated bool
	lines     int
	syntax    *ast.File
	fset      *token.FileSet
}

// at is a position as an editor understands it.
func (f goFile) at(n ast.Node) string {
	p := f.fset.Position(n.Pos())
	return p.String()
}

// imports gives the import paths of the file.
func (f goFile) imports() []string {
	var paths []string
	for _, spec := range f.syntax.Imports {
		paths = append(paths, strings.Trim(spec.Path.Value, "\"`"))
	}
	return paths
}

// goFiles parses every Go file of the project but test data.
func goFiles(t *testing.T) []goFile {
	t.Helper()
	var files []goFile
	for _, name := range tree(t, ".go") {
		text, err := os.ReadFile(name)
		require.NoError(t, err)
		fset := token.NewFileSet()
		syntax, err := parser.ParseFile(fset, name, text, parser.ParseComments|parser.SkipObjectResolution)
		require.NoError(t, err)
		files = append(files, goFile{
			path: name, dir: path.Dir(name), test: strings.HasSuffix(name, "_test.go"), generated: ast.IsGenerated(syntax),
			lines: strings.Count(string(text), "\n"), syntax: syntax, fset: fset,
		})
	}
	return files
}

// tree lists the project's files with this ending, from the root.
func tree(t *testing.T, ending string) []string {
	t.Helper()
	var names []string
	require.NoError(t, filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "testdata" || d.Name() == "bin" || d.Name() == ".git"):
			return filepath.SkipDir
		case !d.IsDir() && strings.HasSuffix(name, ending):
			names = append(names, filepath.ToSlash(name))
		}
		return nil
	}))
	require.NotEmpty(t, names)
	return names
}
