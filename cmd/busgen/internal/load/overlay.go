package load

import (
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/tools/go/packages"
)

// overlay is what the go command reads in place of what is on disk, or besides.
type overlay struct {
	files map[string][]byte // by absolute path; nil for one that does not exist
	dir   string            // where the contents are, for the time of a load
}

// ask loads what patterns name, with these files in place of those on disk, or besides; nil for one that does not exist.
func ask(config *packages.Config, files map[string][]byte, patterns ...string) ([]*packages.Package, error) {
	config.ParseFile = parse
	if len(files) > 0 {
		o, err := newOverlay(files)
		if err != nil {
			return nil, err
		}
		defer o.remove() // what is left of it is in the folder for temporary files
		config.BuildFlags = o.flags()
		config.ParseFile = func(fset *token.FileSet, name string, text []byte) (*ast.File, error) {
			if content, ok := files[name]; ok {
				text = content
			}
			return parse(fset, name, text)
		}
	}
	return packages.Load(config, patterns...)
}

// newOverlay puts the contents where the go command finds them. It has to be removed.
//
// The field Overlay of packages.Config would do it as well, but then everything is type checked from source, the standard
// library included: half a second, and more than a second for a package that imports much.
func newOverlay(files map[string][]byte) (*overlay, error) {
	dir, err := os.MkdirTemp("", "busgen-overlay-")
	if err != nil {
		return nil, err
	}
	o := &overlay{files: files, dir: dir}
	if err := o.write(); err != nil {
		return nil, errors.Join(err, o.remove())
	}
	return o, nil
}

func (o *overlay) write() error {
	replace := map[string]string{}
	for i, name := range slices.Sorted(maps.Keys(o.files)) {
		if o.files[name] == nil {
			replace[name] = "" // it does not exist
			continue
		}
		replace[name] = filepath.Join(o.dir, fmt.Sprintf("%d-%s", i, filepath.Base(name)))
		if err := os.WriteFile(replace[name], o.files[name], 0o600); err != nil {
			return err
		}
	}
	text, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return err
	}
	return os.WriteFile(o.list(), text, 0o600)
}

func (o *overlay) list() string { return filepath.Join(o.dir, "overlay.json") }

// flags tell the go command of the overlay.
func (o *overlay) flags() []string { return []string{"-overlay=" + o.list()} }

func (o *overlay) remove() error { return os.RemoveAll(o.dir) }
