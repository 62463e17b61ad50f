package load

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

	"golang.org/x/tools/go/packages"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
)

// Package is a domain package as it was read.
type Package struct {
	Path string // import path
	Name string
	Dir  string // absolute

	Fset    *token.FileSet
	Files   []*ast.File // those that the build tags select, in the order of their names
	Tests   []*ast.File // the _test.go files, syntax only
	LeftOut []*ast.File // those that build constraints keep out, syntax only
	Types   *types.Package
	Info    *types.Info

	// Broken says that the package has syntax or type errors: what is missing from it may be there.
	Broken bool

	modules modules
	source  *source
}

// mode is the least that the other stages need. Without NeedDeps, types of imported packages come from export data.
const mode = packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles | packages.NeedImports |
	packages.NeedSyntax | packages.NeedTypes | packages.NeedTypesInfo | packages.NeedModule

// Load reads the package that pattern names, as the go command run in dir would. A package that has errors is returned
// all the same, with all of them in the list; nil means that there is nothing to look at.
func Load(dir, pattern string) (*Package, diag.List) { return LoadBeside(dir, pattern, nil) }

// LoadBeside is Load with these files, by absolute path, in place of those on disk; nil for one that does not exist.
func LoadBeside(dir, pattern string, files map[string][]byte) (*Package, diag.List) {
	fset := token.NewFileSet()
	where, what := target(dir, pattern)
	loaded, err := ask(&packages.Config{Mode: mode, Dir: where, Fset: fset}, what, files)
	if err != nil {
		return nil, refused(err, pattern, where)
	}
	one, list := single(loaded, pattern, where)
	if one == nil {
		return nil, list
	}
	p := &Package{
		Path: one.PkgPath, Name: one.Name, Dir: folder(one), Fset: fset, Files: one.Syntax,
		Types: one.Types, Info: one.TypesInfo, modules: modulesOf(one), source: newSource(),
	}
	list.Append(problems(one, where))
	p.Broken = len(list) > 0
	p.Tests, p.LeftOut = tests(fset, p.Dir), leftOut(fset, one)
	list.Append(p.unfit())
	return p, list
}

// parse parses a file as the loader does, but leaves names to the type checker.
func parse(fset *token.FileSet, name string, content []byte) (*ast.File, error) {
	return parser.ParseFile(fset, name, content, parser.AllErrors|parser.ParseComments|parser.SkipObjectResolution)
}

// target returns the folder to run the go command in, and the pattern to give it. A folder is loaded from inside, so that it
// may be in a module of its own, and may be written without the leading "./". A file means its package, as in a go:generate line with
// $GOFILE.
func target(dir, pattern string) (where, what string) {
	folder := pattern
	if !filepath.IsAbs(folder) {
		folder = filepath.Join(dir, filepath.FromSlash(folder))
	}
	info, err := os.Stat(folder)
	switch {
	case err == nil && info.IsDir():
		return folder, "."
	case err == nil && filepath.Ext(folder) == ".go":
		return filepath.Dir(folder), "."
	}
	return dir, pattern
}

// single picks the one package that a pattern has to name.
func single(loaded []*packages.Package, pattern, dir string) (*packages.Package, diag.List) {
	switch _, err := moduleAbove(dir); {
	case len(loaded) == 0 && errors.Is(err, errNoModule):
		return nil, diag.List{{Message: fmt.Sprintf("%s is in no module: there is no go.mod in its folder or above", pattern), Hint: "run go mod init"}}
	case len(loaded) == 0:
		return nil, diag.List{{Message: fmt.Sprintf("%s matches no package", pattern), Hint: "name the folder of the domain package, such as ./domain"}}
	case len(loaded) > 1:
		var paths []string
		for _, p := range loaded {
			paths = append(paths, p.PkgPath)
		}
		return nil, diag.List{{
			Message: fmt.Sprintf("%s matches %d packages: %s", pattern, len(loaded), strings.Join(paths, ", ")),
			Hint:    "one run generates for one domain package: name its folder",
		}}
	case len(loaded[0].Syntax) == 0 || loaded[0].Types == nil:
		list := problems(loaded[0], dir)
		if len(list) == 0 {
			list.Add(diag.Diagnostic{Message: fmt.Sprintf("%s has no Go files", pattern), Hint: "name the folder of the domain package, such as ./domain"})
		}
		return nil, list
	}
	return loaded[0], nil
}

func folder(p *packages.Package) string {
	for _, files := range [][]string{p.GoFiles, p.CompiledGoFiles} {
		if len(files) > 0 {
			return filepath.Dir(files[0])
		}
	}
	return p.Dir
}

// unfit reports what makes a package that compiles no domain package.
func (p *Package) unfit() diag.List {
	if p.Name != "main" {
		return nil
	}
	return diag.List{{
		Pos:     p.Fset.Position(p.Files[0].Name.Pos()),
		Message: "a domain package can't be package main, generated code could not import it",
		Hint:    "move the annotated types to a package of their own",
	}}
}

// tests parses the package's test files, which are no part of it, for directives that got lost there. A file that does not
// parse is left to go test.
func tests(fset *token.FileSet, dir string) []*ast.File {
	names, _ := filepath.Glob(filepath.Join(dir, "*_test.go")) // the pattern is well formed
	return meant(fset, names)
}

// leftOut parses the files that build constraints, of lines or of names, keep out of the package. On another platform they may be part
// of it.
func leftOut(fset *token.FileSet, one *packages.Package) []*ast.File {
	return meant(fset, slices.DeleteFunc(slices.Clone(one.IgnoredFiles), func(name string) bool {
		return filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go")
	}))
}

// meant parses those of the files that mention busgen and are Go.
func meant(fset *token.FileSet, names []string) []*ast.File {
	var files []*ast.File
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil || !strings.Contains(string(text), "busgen") {
			continue
		}
		if file, err := parser.ParseFile(fset, name, text, parser.ParseComments|parser.SkipObjectResolution); err == nil {
			files = append(files, file)
		}
	}
	return files
}
