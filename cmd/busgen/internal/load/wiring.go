package load

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/gcexportdata"
	"golang.org/x/tools/go/packages"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
)

// Wiring is a package that has wired buses, or gets some. [Wiring.Check] reports its type errors later, because the missing code may be
// what busgen is going to write.
type Wiring struct {
	*Package
	read

	packages map[string]*packages.Package // all dependencies, by import path
	types    map[string]*types.Package    // their types; those of packages that it does not import may be incomplete
	version  string                       // of the language, as go1.26
}

// Besides is what the load of a package reads in addition to the files on disk.
type Besides struct {
	// Name is the package's name.
	Name string
	// Files are contents by absolute path: generated code that is not written yet. They replace files on disk. Nil means that a file
	// does not exist.
	Files map[string][]byte
	// Imports are loaded as if the package imported them.
	Imports []string
}

// importsFile is the name of a file that is never written. It is part of the load only, to import Besides.Imports.
const importsFile = "busgen_imports_bus.go"

// Wire reads the package in dir, and the additional files and imports. A package with errors is returned too. It returns nil if there is
// nothing to look at.
func Wire(dir string, besides Besides) (*Wiring, diag.List) {
	fset, files, stub := token.NewFileSet(), map[string][]byte{}, filepath.Join(dir, importsFile)
	maps.Copy(files, besides.Files)
	files[stub] = besides.stub()
	loaded, err := ask(&packages.Config{Mode: mode | packages.NeedExportFile, Dir: dir, Fset: fset}, files, ".")
	if err != nil {
		return nil, refused(err, dir, dir)
	}
	list := unread(loaded, []string{dir}, dir)
	if list.Failed() {
		return nil, list
	}
	one := loaded[0]
	one.Errors = slices.DeleteFunc(one.Errors, func(e packages.Error) bool {
		unread := e.Kind == packages.ParseError && position(e.Pos).Filename == stub // only the go command sees it
		return unread || e.Kind == packages.TypeError || strings.HasPrefix(e.Msg, "# ")
	})
	w := &Wiring{packages: map[string]*packages.Package{}, types: map[string]*types.Package{}}
	w.Package = &Package{Path: one.PkgPath, Name: one.Name, Dir: dir, Types: one.Types, Info: one.TypesInfo}
	w.read = read{Fset: fset, modules: modulesOf(one), source: newSource()}
	w.Files = slices.DeleteFunc(one.Syntax, func(f *ast.File) bool {
		_, overlaid := files[fset.Position(f.FileStart).Filename]
		return overlaid
	})
	w.Tests = tests(fset, dir)
	w.dependencies(one)
	for _, d := range problems(loaded, dir) {
		if d.Pos.Filename == stub {
			d.Pos = token.Position{}
		}
		list.Add(d)
	}
	return w, list
}

// Has reports whether a file is part of the package.
func (w *Wiring) Has(name string) bool { return w.loaded(name) }

func (b Besides) stub() []byte {
	text := "package " + b.Name + "\n"
	for _, path := range b.Imports {
		text += "import _ " + strconv.Quote(path) + "\n"
	}
	return []byte(text)
}

// dependencies notes what the package imports, directly or not.
func (w *Wiring) dependencies(one *packages.Package) {
	if one.Module != nil && one.Module.GoVersion != "" {
		w.version = "go" + one.Module.GoVersion
	}
	packages.Visit([]*packages.Package{one}, nil, func(p *packages.Package) {
		if p != one {
			w.packages[p.PkgPath], w.types[p.PkgPath] = p, p.Types
		}
	})
}

// Import returns a package that the loaded one depends on, directly or not, with all its declarations. The load itself reads only directly
// imported packages completely.
func (w *Wiring) Import(path string) (*types.Package, error) {
	p := w.packages[path]
	switch {
	case path == "unsafe":
		return types.Unsafe, nil
	case p != nil && w.types[path].Complete():
		return w.types[path], nil
	case p == nil || p.ExportFile == "":
		return nil, fmt.Errorf("package %s was not loaded", path)
	}
	file, err := os.Open(p.ExportFile)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	//lint:ignore SA1019 what the go command exports is an archive up to Go 1.28
	data, err := gcexportdata.NewReader(file)
	if err != nil {
		return nil, err
	}
	return gcexportdata.Read(data, w.Fset, w.types, path) // it completes the package that is in the map
}
