package load

import (
	"errors"
	"fmt"
	"go/token"
	"path/filepath"
	"slices"
	"strings"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
)

// DefaultOutput is the output folder, relative to the domain package's.
const DefaultOutput = "../generated"

// Output is the destination of generated code.
type Output struct {
	Dir  string // absolute; it may not exist
	Path string // import path
	Name string // package name: the last element of the folder
}

// OutputDir returns the output folder of the domain package in dir.
func OutputDir(dir, out string) string {
	if filepath.IsAbs(out) {
		return filepath.Clean(out)
	}
	return filepath.Join(dir, filepath.FromSlash(out))
}

// Output resolves the output folder, whose path is absolute or relative to the folder base.
func (d *Domain) Output(base, out string) (Output, diag.List) {
	dir := OutputDir(base, out)
	o := Output{Dir: dir, Name: filepath.Base(dir)}
	var list diag.List
	if !token.IsIdentifier(o.Name) || o.Name == "_" || o.Name == "main" {
		list.Add(diag.Diagnostic{
			Message: fmt.Sprintf("the name of the output folder, %q, is not a valid package name", o.Name),
			Hint:    "name a folder whose last element is a Go identifier: -out ../generated",
		})
	}
	if slices.ContainsFunc(d.Packages, func(p *Package) bool { return p.Dir == o.Dir }) {
		list.Add(diag.Diagnostic{
			Message: "the output folder is the folder of the domain package",
			Hint:    "name another folder, such as -out ../generated: generated code is a package of its own",
		})
	}
	importPath, err := ImportPath(o.Dir)
	if err != nil {
		list.Add(diag.Diagnostic{Message: err.Error(), Hint: "put the output folder into a module"})
	}
	o.Path = importPath
	list.Append(d.importsOutput(o.Path))
	list.Append(d.elsewhere(o))
	return o, list
}

// elsewhere reports an output folder in a module that does not require the domain's.
func (d *Domain) elsewhere(o Output) diag.List {
	there, failed := moduleAbove(o.Dir)
	var home module
	unknown := func(p *Package) (is bool) {
		m, err := moduleAbove(p.Dir)
		if is = err == nil && m != there && !there.knows(m); is {
			home = m
		}
		return is
	}
	if failed != nil || !slices.ContainsFunc(d.Packages, unknown) {
		return nil
	}
	return diag.List{{
		Message: fmt.Sprintf("the output folder %s is in module %s, which does not require the domain's module %s", o.Dir, there.path, home.path),
		Hint:    "name a folder of the domain's module, relative to the domain package's: -out generated",
	}}
}

// importsOutput reports imports of the generated package by the domain, which would make the first generation impossible.
func (d *Domain) importsOutput(out string) diag.List {
	var list diag.List
	for _, file := range d.Files {
		for _, spec := range file.Imports {
			if out != "" && strings.Trim(spec.Path.Value, "\"`") == out {
				list.Add(diag.Diagnostic{
					Pos:     d.Fset.Position(spec.Pos()),
					Message: "the domain imports the package that is generated from it",
					Hint:    "a domain does not import the bus: move the code that needs it to another package",
				})
			}
		}
	}
	return list
}

// ImportPath returns the import path of a folder, which may not exist: the path of its module, and the path from the module's root.
func ImportPath(dir string) (string, error) {
	m, err := moduleAbove(dir)
	if errors.Is(err, errNoModule) {
		return "", fmt.Errorf("no go.mod above the output folder %s", dir)
	}
	if err != nil {
		return "", err
	}
	return m.importPath(dir)
}
