package load

import (
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/packages"
)

// Imported returns the files of a package that mention busgen, syntax only, if the domain depends on the package, directly or not, and the
// package belongs to a module. Their positions are of fset.
func (r *read) Imported(path string) (fset *token.FileSet, files []*ast.File) {
	fset = token.NewFileSet()
	return fset, meant(fset, r.modules.files[path])
}

// Source returns another package's file, parsed; nil for the domain's own files and for one that can't be read.
func (r *read) Source(name string) (*token.FileSet, *ast.File) {
	if r.loaded(name) {
		return nil, nil
	}
	f := r.source.file(name)
	return f.fset, f.ast
}

// filesOf returns the Go files of each package of a module that the domain needs.
func filesOf(roots []*packages.Package) map[string][]string {
	files := map[string][]string{}
	packages.Visit(roots, func(dep *packages.Package) bool {
		if dep.Module == nil {
			return false // the standard library imports only itself
		}
		files[dep.PkgPath] = slices.Clone(dep.GoFiles)
		return true
	}, nil)
	return files
}
