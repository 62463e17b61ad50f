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

// overlay holds files that the go command reads instead of those on disk, or in addition.
type overlay struct {
	files map[string][]byte // by absolute path; nil for one that does not exist
	dir   string            // the temporary folder with the contents
}

// ask loads the packages that patterns name, with these files instead of those on disk, or in addition. Nil means that a file does not exist.
func ask(config *packages.Config, files map[string][]byte, patterns ...string) ([]*packages.Package, error) {
	config.ParseFile = parse
	if len(files) > 0 {
		o, err := newOverlay(files)
		if err != nil {
			return nil, err
		}
		defer o.remove() // if that fails, some files stay in the temporary folder
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

// newOverlay writes the contents where the go command finds them. The caller removes it.
//
// The field Overlay of packages.Config does the same, but then everything is type checked from source, the standard library included:
// half a second, and more than a second for a package with many imports.
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

// flags returns the flags that tell the go command of the overlay.
func (o *overlay) flags() []string { return []string{"-overlay=" + o.list()} }

func (o *overlay) remove() error { return os.RemoveAll(o.dir) }
