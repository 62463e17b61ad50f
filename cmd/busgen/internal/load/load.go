package load

import (
	"cmp"
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

// Domain holds the domain packages whose events go into one bus.
type Domain struct {
	read
	Packages []*Package  // sorted by path
	LeftOut  []*ast.File // the files that build constraints exclude, syntax only
}

// Package is one package.
type Package struct {
	Path string // import path
	Name string
	Dir  string // absolute

	Types *types.Package
	Info  *types.Info
}

// read holds what is common to all packages that were read.
type read struct {
	Fset  *token.FileSet
	Files []*ast.File // those that the build tags select, by package and name
	Tests []*ast.File // the _test.go files, syntax only

	modules modules
	source  *source
}

// mode is the minimum that the other stages need. Without NeedDeps, types of imported packages come from export data.
const mode = packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles | packages.NeedImports |
	packages.NeedSyntax | packages.NeedTypes | packages.NeedTypesInfo | packages.NeedModule

// Load reads the packages that patterns name, as the go command does in dir. The given files, which are not written yet, replace those on
// disk. Packages with errors are returned too, with the errors in the list. It returns nil if there is nothing to look at.
func Load(dir string, patterns []string, files map[string][]byte) (*Domain, diag.List) {
	fset := token.NewFileSet()
	where, whats := targets(dir, patterns)
	loaded, err := ask(&packages.Config{Mode: mode, Dir: where, Fset: fset}, files, whats...)
	if err != nil {
		return nil, refused(err, strings.Join(patterns, " "), where)
	}
	if list := unread(loaded, patterns, where); list.Failed() {
		return nil, list
	}
	slices.SortFunc(loaded, func(a, b *packages.Package) int { return cmp.Compare(a.PkgPath, b.PkgPath) })
	d := &Domain{read: read{Fset: fset, modules: modulesOf(loaded...), source: newSource()}}
	list := problems(loaded, where)
	for _, one := range loaded {
		p := &Package{Path: one.PkgPath, Name: one.Name, Dir: folder(one), Types: one.Types, Info: one.TypesInfo}
		d.Packages = append(d.Packages, p)
		d.Files = append(d.Files, one.Syntax...)
		d.Tests = append(d.Tests, tests(fset, p.Dir)...)
		d.LeftOut = append(d.LeftOut, leftOut(fset, one)...)
		if p.Name == "main" {
			list.Append(unfit(fset.Position(one.Syntax[0].Name.Pos())))
		}
	}
	return d, list
}

// Has reports whether a package is one of the domain's.
func (d *Domain) Has(path string) bool {
	return slices.ContainsFunc(d.Packages, func(p *Package) bool { return p.Path == path })
}

// Object returns what an identifier of the domain declares; nil if the type checker could not say.
func (d *Domain) Object(id *ast.Ident) types.Object {
	for _, p := range d.Packages {
		if obj := p.Info.Defs[id]; obj != nil {
			return obj
		}
	}
	return nil
}

// targets returns the folder to run the go command in, which is that of the first pattern, and the patterns to pass to it.
func targets(dir string, patterns []string) (where string, whats []string) {
	where, what := target(dir, patterns[0])
	whats = []string{what}
	for _, pattern := range patterns[1:] {
		folder, what := target(dir, pattern)
		if what == "." {
			what = folder
		}
		whats = append(whats, what)
	}
	return where, whats
}

// parse parses a file as the loader does, without resolving names.
func parse(fset *token.FileSet, name string, content []byte) (*ast.File, error) {
	return parser.ParseFile(fset, name, content, parser.AllErrors|parser.ParseComments|parser.SkipObjectResolution)
}

// target returns the folder to run the go command in, and the pattern to pass to it. For a folder, the command runs in that folder: it may
// belong to another module, and may be written without the leading "./". A file means its package, as in a go:generate line with $GOFILE.
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

// unread reports patterns that name no package, or a package without files.
func unread(loaded []*packages.Package, patterns []string, dir string) diag.List {
	const hint = "name the folder of the domain package, such as ./domain; busgen -h shows how"
	all := strings.Join(patterns, " ")
	if len(loaded) == 0 {
		if _, err := moduleAbove(dir); errors.Is(err, errNoModule) {
			return diag.List{{Message: fmt.Sprintf("%s is in no module: there is no go.mod in its folder or above", all), Hint: "run go mod init"}}
		}
		return diag.List{{Message: fmt.Sprintf("%s matches no package", all), Hint: hint}}
	}
	if len(loaded) > len(patterns) {
		return diag.List{{
			Message: fmt.Sprintf("%s matches %d packages", all, len(loaded)),
			Hint:    "name the folders of the domain packages, or a pattern that ends in /...",
		}}
	}
	var list diag.List
	for _, one := range loaded {
		if len(one.Syntax) > 0 && one.Types != nil {
			continue
		}
		for _, d := range problems([]*packages.Package{one}, dir) {
			if d.Pos.Filename == "" && d.Hint == "" { // the go command found nothing to read
				d.Hint = hint
			}
			list.Add(d)
		}
		if !list.Failed() {
			name := all
			if len(patterns) > 1 {
				name = one.PkgPath
			}
			list.Add(diag.Diagnostic{Message: name + " has no Go files", Hint: hint})
		}
	}
	return list
}

func folder(p *packages.Package) string {
	for _, files := range [][]string{p.GoFiles, p.CompiledGoFiles} {
		if len(files) > 0 {
			return filepath.Dir(files[0])
		}
	}
	return p.Dir
}

// unfit reports a package main at pos.
func unfit(pos token.Position) diag.List {
	return diag.List{{
		Pos:     pos,
		Message: "a domain can't be package main: generated code can't import it",
		Hint:    "move the annotated types to a package of their own",
	}}
}

// tests parses the package's test files to find directives, which have no effect there. It ignores files that do not parse.
func tests(fset *token.FileSet, dir string) []*ast.File {
	names, _ := filepath.Glob(filepath.Join(dir, "*_test.go")) // the pattern is well formed
	return meant(fset, names)
}

// leftOut parses the files that build constraints, in the file or in its name, exclude from the package. On another platform they may
// belong to it.
func leftOut(fset *token.FileSet, one *packages.Package) []*ast.File {
	return meant(fset, slices.DeleteFunc(slices.Clone(one.IgnoredFiles), func(name string) bool {
		return filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go")
	}))
}

// meant parses the Go files that mention busgen.
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
