package main

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/packages"
)

// compiler type checks the packages of a program again and again, in a few milliseconds each time. It reads what other packages they need
// once.
type compiler struct {
	t      *testing.T
	roots  map[string]string // folders of modules that change, by path
	others map[string]*types.Package
}

// newCompiler returns a compiler for a program that has main modules in these folders, by path.
func newCompiler(t *testing.T, dir string, roots map[string]string) *compiler {
	c := &compiler{t, roots, map[string]*types.Package{"unsafe": types.Unsafe}}
	loaded, err := packages.Load(&packages.Config{Mode: packages.LoadTypes | packages.NeedImports | packages.NeedDeps, Dir: dir}, "./...")
	require.NoError(t, err)
	packages.Visit(loaded, nil, func(p *packages.Package) {
		require.Empty(t, p.Errors)
		c.others[p.PkgPath] = p.Types
	})
	return c
}

// check type checks all packages below the roots. It returns what a compiler would say: the first ten errors of the first packages that
// have some, and nothing of those that import them.
func (c *compiler) check() []string {
	r := c.start()
	for _, path := range []string{"example.com/case", "corp/far"} {
		root := c.roots[path]
		err := filepath.WalkDir(root, func(dir string, entry os.DirEntry, err error) error {
			if err == nil && entry.IsDir() && len(sources(dir)) > 0 && (dir == root || !c.other(root, dir)) {
				rel, _ := filepath.Rel(root, dir)
				_, _ = r.Import(strings.TrimSuffix(path+"/"+filepath.ToSlash(rel), "/."))
			}
			return err
		})
		require.NoError(c.t, err)
	}
	return r.list
}

// start begins to type check.
func (c *compiler) start() *checking {
	return &checking{compiler: c, fset: token.NewFileSet(), done: map[string]*types.Package{}}
}

// other reports whether a folder below a root is another root.
func (c *compiler) other(root, dir string) bool {
	for _, other := range c.roots {
		if other != root && other == dir {
			return true
		}
	}
	return false
}

type checking struct {
	*compiler
	fset *token.FileSet
	done map[string]*types.Package
	list []string
}

var errBroken = errors.New("the package has errors")

// Import type checks a package below a root.
func (r *checking) Import(path string) (*types.Package, error) {
	dir := ""
	for root, at := range r.roots {
		if rest, ok := strings.CutPrefix(path, root); ok && (rest == "" || rest[0] == '/') {
			dir = filepath.Join(at, rest)
		}
	}
	if dir == "" {
		require.NotNil(r.t, r.others[path], path)
		return r.others[path], nil
	}
	if p, ok := r.done[path]; ok {
		if p == nil {
			return nil, errBroken
		}
		return p, nil
	}
	r.done[path] = nil
	var files []*ast.File
	for _, name := range sources(dir) {
		file, err := parser.ParseFile(r.fset, name, nil, parser.SkipObjectResolution|parser.ParseComments)
		require.NoError(r.t, err)
		if !ignored(file) {
			files = append(files, file)
		}
	}
	imports := false
	var list []string
	config := types.Config{Importer: r, Sizes: types.SizesFor("gc", "amd64"), GoVersion: "go1.26", Error: func(err error) {
		var e types.Error
		require.ErrorAs(r.t, err, &e)
		imports = imports || strings.Contains(e.Msg, errBroken.Error())
		if len(list) < 10 && !strings.HasPrefix(e.Msg, "\t") {
			at := r.fset.Position(e.Pos)
			list = append(list, fmt.Sprintf("%s/%s:%d: %s", path, filepath.Base(at.Filename), at.Line, e.Msg))
		}
	}}
	p, err := config.Check(path, r.fset, files, nil)
	switch {
	case imports:
		return nil, errBroken
	case err != nil:
		r.list = append(r.list, list...)
		return nil, errBroken
	}
	r.done[path] = p
	return p, nil
}

// ignored reports whether a file says that it is no part of the build.
func ignored(file *ast.File) bool {
	return slices.ContainsFunc(file.Comments, func(c *ast.CommentGroup) bool { return strings.HasPrefix(c.List[0].Text, "//go:build ignore") })
}

// sources returns the Go files in a folder, sorted.
func sources(dir string) []string {
	files, _ := filepath.Glob(filepath.Join(dir, "*.go"))
	return files
}
