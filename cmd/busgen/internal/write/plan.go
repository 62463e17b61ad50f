package write

import (
	"bytes"
	"errors"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
)

// Plan is what has to change in a folder.
type Plan struct {
	dir     string
	changes []change
}

// change is the new content of one file; after is nil if it goes, before if it comes.
type change struct {
	name          string
	before, after []byte
}

// Own says whether a file's content is busgen's, so that it may be replaced or removed.
type Own func(name string, content []byte) bool

// New compares the folder, which may not exist, with the files that it should have. A foreign file in the way is a diagnostic.
func New(dir string, files map[string][]byte, own Own) (*Plan, diag.List) {
	p := &Plan{dir: dir}
	var list diag.List
	existing, err := read(dir)
	if err != nil {
		list.Addf(token.Position{}, "can't read the output folder: %v", err)
		return p, list
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		before, exists := existing[name]
		if exists && !own(name, before) {
			list.Add(diag.Diagnostic{
				Pos:     token.Position{Filename: filepath.Join(dir, name), Line: 1, Column: 1},
				Message: "this file is not busgen's, and busgen has to write one of that name",
				Hint:    "rename it, or generate into a folder of its own with -out",
			})
			continue
		}
		if !exists || !bytes.Equal(before, files[name]) {
			p.changes = append(p.changes, change{name, before, files[name]})
		}
	}
	p.orphans(files, existing, own)
	return p, list
}

// orphans adds the removal of own files that are not generated any more.
func (p *Plan) orphans(files, existing map[string][]byte, own Own) {
	for _, name := range slices.Sorted(maps.Keys(existing)) {
		if _, wanted := files[name]; !wanted && strings.HasSuffix(name, ".go") && own(name, existing[name]) {
			p.changes = append(p.changes, change{name: name, before: existing[name]})
		}
	}
}

// Stale says whether the folder differs from what it should have.
func (p *Plan) Stale() bool { return len(p.changes) > 0 }

// read gives the regular files of a folder; what can't be read as one (a link, a folder) counts as an empty foreign file.
func read(dir string) (map[string][]byte, error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for _, entry := range entries {
		files[entry.Name()] = []byte{}
		if entry.Type().IsRegular() {
			content, err := os.ReadFile(filepath.Join(dir, entry.Name()))
			if err != nil {
				return nil, err
			}
			files[entry.Name()] = content
		}
	}
	return files, nil
}
