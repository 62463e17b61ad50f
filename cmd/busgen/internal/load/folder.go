package load

import (
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"

	"golang.org/x/mod/modfile"
)

// module is the go.mod of a folder, its own or one above.
type module struct {
	root string // the folder of the go.mod
	path string
}

var errNoModule = errors.New("no go.mod")

// moduleAbove finds the module that a folder belongs to. The folder may not exist.
func moduleAbove(dir string) (module, error) {
	for root := dir; ; root = filepath.Dir(root) {
		text, err := os.ReadFile(filepath.Join(root, "go.mod"))
		if err != nil {
			if root == filepath.Dir(root) {
				return module{}, errNoModule
			}
			continue
		}
		name := modfile.ModulePath(text)
		if name == "" {
			return module{}, fmt.Errorf("%s names no module", filepath.Join(root, "go.mod"))
		}
		return module{root: root, path: name}, nil
	}
}

// Root returns the folder of the go.mod that a folder belongs to, or the folder itself if there is none.
func Root(dir string) string {
	if m, err := moduleAbove(dir); err == nil {
		return m.root
	}
	return dir
}

// knows reports whether packages of the module can import those of another one: it requires that, or a workspace has both.
func (m module) knows(other module) bool {
	text, err := os.ReadFile(filepath.Join(m.root, "go.mod"))
	if err != nil {
		return false
	}
	if file, err := modfile.ParseLax("go.mod", text, nil); err == nil {
		for _, r := range file.Require {
			if r.Mod.Path == other.path {
				return true
			}
		}
	}
	for dir := m.root; ; dir = filepath.Dir(dir) {
		text, err := os.ReadFile(filepath.Join(dir, "go.work"))
		switch {
		case err == nil:
			work, err := modfile.ParseWork("go.work", text, nil)
			return err == nil && os.Getenv("GOWORK") != "off" && uses(work, dir, m.root) && uses(work, dir, other.root)
		case dir == filepath.Dir(dir):
			return false
		}
	}
}

// uses reports whether a workspace has the module of a folder.
func uses(work *modfile.WorkFile, dir, root string) bool {
	for _, u := range work.Use {
		path := filepath.FromSlash(u.Path)
		if !filepath.IsAbs(path) {
			path = filepath.Join(dir, path)
		}
		if path == root {
			return true
		}
	}
	return false
}

// importPath returns the import path of one of the module's folders.
func (m module) importPath(dir string) (string, error) {
	rel, err := filepath.Rel(m.root, dir)
	if err != nil {
		return "", err
	}
	return path.Join(m.path, filepath.ToSlash(rel)), nil
}

// folder returns the folder of one of the module's packages.
func (m module) folder(importPath string) (string, bool) {
	rel, ok := strings.CutPrefix(importPath+"/", m.path+"/")
	return filepath.Join(m.root, filepath.FromSlash(rel)), ok
}

// PackageDir returns the folder of a package of dir's module, which may not exist; false if the package is of another module.
func PackageDir(dir, importPath string) (string, bool) {
	m, err := moduleAbove(dir)
	if err != nil {
		return "", false
	}
	return m.folder(importPath)
}

// Folder returns the folder that pattern means, as seen from dir: it names a folder, or a package of dir's module. Only the go command
// understands any other pattern.
func Folder(dir, pattern string) (string, bool) {
	if where, what := target(dir, pattern); what == "." {
		return filepath.Clean(where), true
	}
	folder, ok := PackageDir(dir, pattern)
	if info, err := os.Stat(folder); !ok || err != nil || !info.IsDir() {
		return "", false
	}
	return folder, true
}
