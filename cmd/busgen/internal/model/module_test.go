package model

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
	"github.com/busgen/busgen/cmd/busgen/internal/directive"
	"github.com/busgen/busgen/cmd/busgen/internal/load"
)

// build lays out a module of these files, in txtar form, and makes the model of its domain package. The module needs what ours
// needs, ours, and the module example.org/foreign below its folder foreign, if there is one.
func build(t *testing.T, archive string) (dir string, p *Package, list diag.List) {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	require.NoError(t, err)
	for _, f := range txtar.Parse([]byte(archive)).Files {
		put(t, filepath.Join(dir, filepath.FromSlash(f.Name)), f.Data)
	}
	root, err := filepath.Abs("../../../..")
	require.NoError(t, err)
	mod, err := os.ReadFile(filepath.Join(root, "go.mod"))
	require.NoError(t, err)
	sum, err := os.ReadFile(filepath.Join(root, "go.sum"))
	require.NoError(t, err)
	needs := "\nrequire github.com/busgen/busgen v0.0.0\n\nreplace github.com/busgen/busgen => " + root + "\n"
	if _, err := os.Stat(filepath.Join(dir, "foreign")); err == nil {
		needs += "\nrequire example.org/foreign v0.0.0\n\nreplace example.org/foreign => ./foreign\n"
		put(t, filepath.Join(dir, "foreign", "go.mod"), []byte("module example.org/foreign\n\ngo 1.26\n"))
	}
	own := regexp.MustCompile(`(?m)^module .*$`).ReplaceAllLiteral(mod, []byte("module example.com/case"))
	put(t, filepath.Join(dir, "go.mod"), append(own, needs...))
	put(t, filepath.Join(dir, "go.sum"), sum)

	loaded, list := load.Load(dir, []string{"./domain"}, nil)
	require.NotNil(t, loaded, list)
	marks, findings := directive.Find(loaded.Fset, loaded.Files)
	list.Append(findings)
	p, findings = Build(loaded, marks)
	list.Append(findings)
	return dir, p, list
}

func put(t *testing.T, name string, data []byte) {
	t.Helper()
	require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o755))
	require.NoError(t, os.WriteFile(name, data, 0o644))
}

// event returns the event of that name.
func (p *Package) event(t *testing.T, name string) *Event {
	t.Helper()
	for _, e := range p.Events {
		if e.Name == name {
			return e
		}
	}
	require.Fail(t, "no event "+name)
	return nil
}

// capability returns the capability of that name.
func (p *Package) capability(t *testing.T, name string) *Capability {
	t.Helper()
	for _, c := range p.Capabilities {
		if c.Name == name {
			return c
		}
	}
	require.Fail(t, "no capability "+name)
	return nil
}
