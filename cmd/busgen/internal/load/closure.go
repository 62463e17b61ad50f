package load

import (
	"cmp"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// Local is a package of the module that another one needs.
type Local struct {
	Path string
	Dir  string         // it may not exist yet
	Pos  token.Position // of an import of it
}

// Missing says whether the package has no Go files.
func (l Local) Missing() bool { return len(GoFiles(l.Dir)) == 0 }

// Closure returns the packages of dir's module that the package in dir needs, itself left out, sorted by path. It reads import
// lines only, those of files that build tags leave out too, so it works where packages are missing or do not compile.
func Closure(dir string) []Local {
	m, err := moduleAbove(dir)
	if err != nil {
		return nil
	}
	var found []Local
	seen := map[string]bool{dir: true}
	for open := []string{dir}; len(open) > 0; open = open[1:] {
		for _, imported := range importsOf(open[0]) {
			folder, ok := m.folder(imported.path)
			if ok && !seen[folder] {
				seen[folder] = true
				found = append(found, Local{Path: imported.path, Dir: folder, Pos: imported.pos})
				open = append(open, folder)
			}
		}
	}
	slices.SortFunc(found, func(a, b Local) int { return cmp.Compare(a.Path, b.Path) })
	return found
}

type importLine struct {
	path string
	pos  token.Position
}

// importsOf lists what the files of a folder import, tests left out.
func importsOf(dir string) []importLine {
	var lines []importLine
	for _, name := range GoFiles(dir) {
		fset := token.NewFileSet()
		file, _ := parser.ParseFile(fset, name, nil, parser.ImportsOnly) // the load reports what is wrong with it
		if file == nil {
			continue
		}
		for _, spec := range file.Imports {
			if p, err := strconv.Unquote(spec.Path.Value); err == nil {
				lines = append(lines, importLine{p, fset.Position(spec.Pos())})
			}
		}
	}
	return lines
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
