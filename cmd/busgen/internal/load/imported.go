package load

import (
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/packages"
)

// Imported returns those files of a package which mention busgen, syntax only, if the domain needs the package, at whatever depth, and it
// belongs to some module. Their positions are of fset.
func (p *Package) Imported(path string) (fset *token.FileSet, files []*ast.File) {
	fset = token.NewFileSet()
	return fset, meant(fset, p.modules.files[path])
}

// Source returns another package's file, parsed; nil for the domain's own files and for one that can't be read.
func (p *Package) Source(name string) (*token.FileSet, *ast.File) {
	if p.loaded(name) {
		return nil, nil
	}
	f := p.source.file(name)
	return f.fset, f.ast
}

// filesOf returns the Go files of each package of a module that one needs.
func filesOf(p *packages.Package) map[string][]string {
	files := map[string][]string{}
	packages.Visit([]*packages.Package{p}, func(dep *packages.Package) bool {
		if dep.Module == nil {
			return false // what the standard library imports is of it
		}
		if dep != p {
			files[dep.PkgPath] = slices.Clone(dep.GoFiles)
		}
		return true
	}, nil)
	return files
}
