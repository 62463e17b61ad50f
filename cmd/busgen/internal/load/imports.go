package load

import (
	"cmp"
	"go/build"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// Local is a package of a module that files of another folder import.
type Local struct {
	Path  string
	Dir   string         // it may not exist yet
	Pos   token.Position // of an import of it
	Built bool           // the build constraints of this platform select a file that imports it
}

// Missing reports whether the package has no Go files.
func (l Local) Missing() bool { return len(GoFiles(l.Dir)) == 0 }

// Imports returns the packages of home's module that the files in dir import, except the files with these names, sorted by path. It reads
// only import lines, in files that build constraints leave out too. So it works if packages are missing or do not compile.
func Imports(home, dir string, but ...string) []Local {
	m, err := moduleAbove(home)
	if err != nil {
		return nil
	}
	var found []Local
	for _, name := range GoFiles(dir) {
		if slices.Contains(but, filepath.Base(name)) {
			continue
		}
		fset := token.NewFileSet()
		file, _ := parser.ParseFile(fset, name, nil, parser.ImportsOnly) // the load reports what is wrong with it
		if file == nil || len(file.Imports) == 0 {
			continue
		}
		built, _ := build.Default.MatchFile(dir, filepath.Base(name)) // likewise
		for _, spec := range file.Imports {
			path, err := strconv.Unquote(spec.Path.Value)
			folder, ok := m.folder(path)
			if err == nil && ok && folder != dir {
				found = add(found, Local{path, folder, fset.Position(spec.Pos()), built})
			}
		}
	}
	slices.SortFunc(found, func(a, b Local) int { return cmp.Compare(a.Path, b.Path) })
	return found
}

// add appends a package, or notes that another file imports it too.
func add(to []Local, l Local) []Local {
	i := slices.IndexFunc(to, func(other Local) bool { return other.Path == l.Path })
	switch {
	case i < 0:
		return append(to, l)
	case l.Built && !to[i].Built:
		to[i] = l
	}
	return to
}

// GoFiles lists the Go files of a folder, tests left out, in the order of their names.
func GoFiles(dir string) []string {
	var names []string
	entries, _ := os.ReadDir(dir) // a folder that can't be read, or does not exist, has none
	for _, entry := range entries {
		if name := entry.Name(); strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") && !entry.IsDir() {
			names = append(names, filepath.Join(dir, name))
		}
	}
	return names
}
