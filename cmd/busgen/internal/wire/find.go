package wire

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
	"github.com/busgen/busgen/cmd/busgen/internal/directive"
	"github.com/busgen/busgen/cmd/busgen/internal/gofile"
	"github.com/busgen/busgen/cmd/busgen/internal/load"
)

// Folder describes the wired structs of a folder, without the type checker.
type Folder struct {
	Dir      string
	Name     string   // the package's name, if there is such a struct or a bus
	Wired    []string // the files that have //busgen:wire structs
	Declares []string // the names of its payloads and capabilities
	Buses    []string // the names of the files of buses that busgen wrote, stale ones included
}

// Suffix ends the names of the files that hold wired buses.
const Suffix = "_bus.go"

// Find reads a folder.
func Find(dir string) Folder {
	f := Folder{Dir: dir}
	for _, name := range load.GoFiles(dir) {
		text, err := os.ReadFile(name)
		switch {
		case err != nil:
		case strings.HasSuffix(name, Suffix) && gofile.Generated(text):
			f.Buses = append(f.Buses, filepath.Base(name))
			f.marks(name, text)
		case bytes.Contains(text, []byte("//"+directive.Tool+":")):
			f.marks(name, text)
		}
	}
	return f
}

func (f *Folder) marks(name string, text []byte) {
	fset := token.NewFileSet()
	file, _ := parser.ParseFile(fset, name, text, parser.ParseComments|parser.SkipObjectResolution) // the load reports what is wrong
	if file == nil || file.Name == nil {
		return
	}
	found, _ := directive.Find(fset, []*ast.File{file})
	for _, m := range found.Types {
		if m.Name == directive.Event || m.Name == directive.Capability {
			f.Declares = append(f.Declares, m.Spec.Name.Name)
		}
		if m.Name == directive.Wire && !slices.Contains(f.Wired, name) {
			f.Name, f.Wired = file.Name.Name, append(f.Wired, name)
		}
	}
	if f.Name == "" {
		f.Name = file.Name.Name
	}
}

// Apart reports packages that have both wired structs and payloads: the bus would import code that imports the package.
func Apart(fset *token.FileSet, marks []directive.Mark) diag.List {
	var wired, payload *directive.Mark
	for i := range marks {
		switch m := &marks[i]; {
		case m.Name == directive.Wire && wired == nil:
			wired = m
		case m.Name != directive.Wire && payload == nil:
			payload = m
		}
	}
	if wired == nil || payload == nil {
		return nil
	}
	return diag.List{{
		Pos:     fset.Position(wired.Pos),
		Message: fmt.Sprintf("a wired bus in a domain package would be an import cycle: the bus of %s imports the events, which import this package", wired.Spec.Name.Name),
		Related: []diag.Related{{Pos: fset.Position(payload.Pos), Message: fmt.Sprintf("%s makes this a domain package", payload.Entry)}},
		Hint:    "move the wired struct to the package that makes the bus",
	}}
}

// LeftOut reports files with wired structs that build constraints exclude from the package. Otherwise busgen would remove their buses as
// orphans.
func (f Folder) LeftOut(loaded *load.Wiring) diag.List {
	var list diag.List
	for _, name := range f.Wired {
		if !loaded.Has(name) {
			list.Add(diag.Diagnostic{
				Pos:     token.Position{Filename: name, Line: 1, Column: 1},
				Message: "this file has a wired struct, but build constraints keep it out of the package",
				Hint:    "move the struct to a file without constraints: its bus has none",
			})
		}
	}
	return list
}

// Elsewhere returns the marks without those of wired structs, which it reports: the package is read only for its events.
func Elsewhere(fset *token.FileSet, marks []directive.Mark) ([]directive.Mark, diag.List) {
	var others []directive.Mark
	var list diag.List
	for _, m := range marks {
		if m.Name != directive.Wire {
			others = append(others, m)
			continue
		}
		list.Add(diag.Diagnostic{
			Pos:     fset.Position(m.Pos),
			Message: "busgen can't write a wired bus for a package outside this module",
			Hint:    "run busgen in the package's own folder",
		})
	}
	return others, list
}

// Events reports whether the folder has payloads or capabilities.
func (f Folder) Events() bool { return len(f.Declares) > 0 }

// Has reports whether there is anything to wire, or a bus to remove.
func (f Folder) Has() bool { return len(f.Wired) > 0 || len(f.Buses) > 0 && !f.Events() }

func title(name string) string {
	runes := []rune(name)
	runes[0] = unicode.ToUpper(runes[0])
	return string(runes)
}
