package write

import (
	"bytes"
	"fmt"
	"go/build"
	"go/token"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
	"github.com/busgen/busgen/cmd/busgen/internal/gofile"
)

// Plan holds the changes in one or several folders.
type Plan struct {
	changes []change
	husks   []change // the removal of husks; without it, the folder is not out of date
}

// change is the old and new content of one file; before is nil if the file is new, after if it is removed.
type change struct {
	dir, name     string
	before, after []byte
}

// Own reports whether busgen wrote a file, so that it may be replaced or removed.
type Own func(name string, content []byte) bool

// New compares the folder with the files that it should have. A foreign file with the name of one of them is an error; hint says what to do
// other than renaming it.
func New(folder Folder, files map[string][]byte, own Own, hint string) (*Plan, diag.List) {
	p := &Plan{}
	var list diag.List
	if folder.err != nil {
		list.Addf(token.Position{}, "can't read the output folder: %v", folder.err)
		return p, list
	}
	dir, existing := folder.Dir, folder.files
	for _, name := range slices.Sorted(maps.Keys(files)) {
		before, exists := existing[name]
		if exists && !own(name, before) {
			list.Add(diag.Diagnostic{
				Pos:     token.Position{Filename: filepath.Join(dir, name), Line: 1, Column: 1},
				Message: "busgen did not write this file, and needs its name",
				Hint:    "rename it, or " + hint,
			})
			continue
		}
		if !exists || !same(before, files[name]) {
			p.changes = append(p.changes, change{dir, name, before, files[name]})
		}
	}
	p.orphans(dir, files, existing, own)
	list.Append(strangers(dir, files, existing, own))
	return p, list
}

// strangers reports a foreign file of another package than the generated one.
func strangers(dir string, files, existing map[string][]byte, own Own) diag.List {
	ours := ""
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if ours = packageOf(name, files[name]); ours != "" {
			break // all files are of one package
		}
	}
	for _, name := range slices.Sorted(maps.Keys(existing)) {
		if ours == "" || strings.HasSuffix(name, "_test.go") || own(name, existing[name]) {
			continue // most files are busgen's own, and need not be parsed
		}
		theirs, pos := gofile.Package(filepath.Join(dir, name), existing[name])
		if theirs == "" || theirs == ours || !strings.HasSuffix(name, ".go") {
			continue
		}
		if built, err := build.Default.MatchFile(dir, name); err == nil && built {
			return diag.List{{
				Pos:     pos,
				Message: fmt.Sprintf("this file is of package %s, but busgen generates package %s into its folder", theirs, ours),
				Hint:    "generate into another folder with -out",
			}}
		}
	}
	return nil
}

// packageOf returns the name in the package clause of a Go file; empty for other files.
func packageOf(name string, content []byte) string {
	if !strings.HasSuffix(name, ".go") {
		return ""
	}
	its, _ := gofile.Package(name, content)
	return its
}

// same reports whether a file has the content that it should have. Version control may have changed its line ends.
func same(before, after []byte) bool {
	return bytes.Equal(before, after) || bytes.Equal(bytes.ReplaceAll(before, []byte("\r\n"), []byte("\n")), after)
}

// orphans adds the removal of own files that are no longer generated.
func (p *Plan) orphans(dir string, files, existing map[string][]byte, own Own) {
	for _, name := range slices.Sorted(maps.Keys(existing)) {
		if _, wanted := files[name]; wanted || !strings.HasSuffix(name, ".go") || !own(name, existing[name]) {
			continue
		}
		gone := change{dir: dir, name: name, before: existing[name]}
		if isHusk(existing[name]) {
			p.husks = append(p.husks, gone)
		} else {
			p.changes = append(p.changes, gone)
		}
	}
}

// Join returns the changes of all plans as one plan, in order. If several plans change a file, the first one counts.
func Join(plans ...*Plan) *Plan {
	joined := &Plan{}
	seen := map[string]bool{}
	add := func(to *[]change, changes []change) {
		for _, c := range changes {
			if name := filepath.Join(c.dir, c.name); !seen[name] {
				seen[name] = true
				*to = append(*to, c)
			}
		}
	}
	for _, p := range plans {
		add(&joined.changes, p.changes)
		add(&joined.husks, p.husks)
	}
	return joined
}

// dirs returns the folders with changes, each once.
func (p *Plan) dirs() []string {
	var dirs []string
	for _, c := range p.changes {
		if !slices.Contains(dirs, c.dir) {
			dirs = append(dirs, c.dir)
		}
	}
	return dirs
}

// Overlay returns the new contents of the files that change, by path; nil for a file that is removed.
func (p *Plan) Overlay() map[string][]byte {
	files := map[string][]byte{}
	for _, c := range p.changes {
		files[filepath.Join(c.dir, c.name)] = c.after
	}
	return files
}

// Names returns the names of the files that [Plan.Apply] writes, and of those that it removes or, if listed is true, replaces by husks.
func (p *Plan) Names(listed bool) (written, removed []string) {
	for _, c := range p.changes {
		if c.after == nil {
			removed = append(removed, c.name)
		} else {
			written = append(written, c.name)
		}
	}
	for _, c := range p.husks {
		if !listed {
			removed = append(removed, c.name)
		}
	}
	return written, removed
}

// Stale reports whether there are changes.
func (p *Plan) Stale() bool { return len(p.changes) > 0 }
