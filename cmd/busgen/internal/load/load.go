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

// Domain is what was read: the domain packages whose events go into one bus.
type Domain struct {
	read
	Packages []*Package  // sorted by path
	LeftOut  []*ast.File // those that build constraints keep out, syntax only
}

// Package is one package.
type Package struct {
	Path string // import path
	Name string
	Dir  string // absolute

	Types *types.Package
	Info  *types.Info
}

// read is what is known of all packages that were read.
type read struct {
	Fset  *token.FileSet
	Files []*ast.File // those that the build tags select, by package and name
	Tests []*ast.File // the _test.go files, syntax only

	modules modules
	source  *source
}

// mode is the least that the other stages need. Without NeedDeps, types of imported packages come from export data.
const mode = packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles | packages.NeedImports |
	packages.NeedSyntax | packages.NeedTypes | packages.NeedTypesInfo | packages.NeedModule

// Load reads the packages that patterns name, as the go command run in dir would, beside files that are not written yet. Packages that have
// errors are returned all the same, with all of them in the list; nil means that there is nothing to look at.
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

// Has says whether a package is one of the domain's.
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

// targets returns the folder to run the go command in, that of the first pattern, and what to ask it for.
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

// unread reports patterns that name no package, or one with nothing to read.
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

// unfit reports a package main, with its place.
func unfit(pos token.Position) diag.List {
	return diag.List{{
		Pos:     pos,
		Message: "a domain can't be package main: generated code can't import it",
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
