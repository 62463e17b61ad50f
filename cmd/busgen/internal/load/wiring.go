package load

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/packages"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
)

// Wiring is a package that has, or shall have, wired buses. Its type errors are left to [Wiring.Check], since what is
// missing from it may be what busgen is about to write.
type Wiring struct {
	*Package
	// Failed are the imported packages that do not compile, sorted.
	Failed []string

	imported map[string]*types.Package
	version  string // of the language, as go1.26
}

// Besides is what the load of a package takes besides what is on disk.
type Besides struct {
	// Name is the package's name.
	Name string
	// Files are contents by absolute path, in place of those on disk, if there are any: generated code that is not written yet.
	Files map[string][]byte
	// Imports are loaded whole, as if the package imported them. Of others it may see only what the code in between mentions.
	Imports []string
}

// importsFile is the name of a file that is never written. It is part of the load only, to import Besides.Imports.
const importsFile = "busgen_imports_bus.go"

// Wire reads the package in dir, with what is besides. A package that has errors is returned all the same; nil means that there is
// nothing to look at.
func Wire(dir string, besides Besides) (*Wiring, diag.List) {
	fset, files, stub := token.NewFileSet(), map[string][]byte{}, filepath.Join(dir, importsFile)
	maps.Copy(files, besides.Files)
	files[stub] = besides.stub()
	one, list := beside(dir, fset, files)
	if one == nil {
		return nil, list
	}
	one.Errors = slices.DeleteFunc(one.Errors, func(e packages.Error) bool {
		unread := e.Kind == packages.ParseError && position(e.Pos).Filename == stub // only the go command sees it
		return unread || e.Kind == packages.TypeError || strings.HasPrefix(e.Msg, "# ")
	})
	w := &Wiring{imported: map[string]*types.Package{}}
	w.Package = &Package{
		Path: one.PkgPath, Name: one.Name, Dir: dir, Fset: fset, Types: one.Types, Info: one.TypesInfo,
		modules: modulesOf(one), source: newSource(),
	}
	w.Files = slices.DeleteFunc(one.Syntax, func(f *ast.File) bool {
		_, overlaid := files[fset.Position(f.FileStart).Filename]
		return overlaid
	})
	w.Tests = tests(fset, dir)
	w.dependencies(one)
	for _, d := range problems(one, dir) {
		if d.Pos.Filename == stub {
			d.Pos = token.Position{}
		}
		list.Add(d)
	}
	w.Broken = len(list) > 0
	return w, list
}

// beside loads the package in dir, with these files in place of those on disk, or besides.
func beside(dir string, fset *token.FileSet, files map[string][]byte) (*packages.Package, diag.List) {
	o, err := newOverlay(files)
	if err != nil {
		return nil, refused(err, dir, dir)
	}
	defer o.remove() // what is left of it is in the folder for temporary files
	fresh := func(fset *token.FileSet, name string, text []byte) (*ast.File, error) {
		if content, ok := files[name]; ok {
			text = content
		}
		return parse(fset, name, text)
	}
	loaded, err := packages.Load(&packages.Config{Mode: mode, Dir: dir, Fset: fset, BuildFlags: o.flags(), ParseFile: fresh}, ".")
	if err != nil {
		return nil, refused(err, dir, dir)
	}
	return single(loaded, dir, dir)
}

// Has says whether a file is part of the package.
func (w *Wiring) Has(name string) bool { return w.loaded(name) }

func (b Besides) stub() []byte {
	text := "package " + b.Name + "\n"
	for _, path := range b.Imports {
		text += "import _ " + strconv.Quote(path) + "\n"
	}
	return []byte(text)
}

// dependencies notes what the package imports, and what that mentions.
func (w *Wiring) dependencies(one *packages.Package) {
	if one.Module != nil && one.Module.GoVersion != "" {
		w.version = "go" + one.Module.GoVersion
	}
	packages.Visit([]*packages.Package{one}, nil, func(p *packages.Package) {
		if p == one {
			return
		}
		if len(p.Errors) > 0 {
			w.Failed = append(w.Failed, p.PkgPath)
		}
		if p.Types != nil && p.Types.Complete() {
			w.imported[p.PkgPath] = p.Types
		}
	})
	slices.Sort(w.Failed)
	for _, path := range slices.Sorted(maps.Keys(w.imported)) {
		w.mentioned(w.imported[path])
	}
}

func (w *Wiring) mentioned(p *types.Package) {
	for _, other := range p.Imports() {
		if w.imported[other.Path()] == nil {
			w.imported[other.Path()] = other
			w.mentioned(other)
		}
	}
}

// Import gives a package that the loaded one, or Besides, imports, or that one of those mentions.
func (w *Wiring) Import(path string) (*types.Package, error) {
	switch p := w.imported[path]; {
	case path == "unsafe":
		return types.Unsafe, nil
	case p == nil:
		return nil, fmt.Errorf("package %s was not loaded", path)
	default:
		return p, nil
	}
}
