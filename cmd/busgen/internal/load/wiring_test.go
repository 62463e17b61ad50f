package load

import (
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// wiredProject is a module whose app needs a generated package that is not there, through a package in between.
var wiredProject = strings.ReplaceAll(`
-- go.mod --
module example.com/case

go 1.26
-- app/a.go --
package app

import (
	"strings"

	"example.com/case/plugin"
)

var size int = missing

func use(p *plugin.Plugin) string { p.OnTrade(nil); return strings.ToUpper("") + Later }
-- app/a_test.go --
package app

import _ "example.com/case/tested"
-- plugin/a.go --
package plugin

import "example.com/case/generated"

type Plugin struct{}

func (*Plugin) OnTrade(*generated.Trade) {}
-- domain/a.go --
package domain

#generate go run ../tools/busgen/other x
#generate go run example.com/busgen/cmd/busgen@v1.2.3 -out ../generated ./domain
// #generate busgen
#generate busgen
-- domain/inner/go.mod --
module example.com/case/domain/inner
-- domain/inner/a.go --
package inner

#generate busgen inner
-- domain/testdata/a.go --
package a

#generate busgen testdata
-- a.go --
package main

#generate go tool busgen check ./domain
`, "#generate", "//go:generate") // go generate reads lines of raw strings too

func TestGenerators(t *testing.T) {
	dir := layOut(t, wiredProject)
	line := func(folder, file string, number int, args ...string) Generator {
		at := filepath.Join(dir, folder, file)
		return Generator{filepath.Dir(at), append([]string{}, args...), token.Position{Filename: at, Line: number, Column: 1}}
	}
	require.Equal(t, []Generator{
		line("", "a.go", 3, "check", "./domain"),
		line("domain", "a.go", 4, "-out", "../generated", "./domain"),
		line("domain", "a.go", 6),
	}, Generators(filepath.Join(dir, "app")))
	require.Empty(t, Generators(t.TempDir()), "outside of a module")
}

// TestImports: the packages of the module that a folder's files import, with the place, whether they exist or not.
func TestImports(t *testing.T) {
	dir := layOut(t, wiredProject)
	app, plugin := filepath.Join(dir, "app"), filepath.Join(dir, "plugin")
	got := Imports(dir, app)
	require.Len(t, got, 1)
	require.Equal(t, "example.com/case/plugin", got[0].Path)
	require.False(t, got[0].Missing())
	got = Imports(dir, plugin)
	require.Len(t, got, 1)
	require.Equal(t, "example.com/case/generated", got[0].Path)
	require.Equal(t, filepath.Join(plugin, "a.go"), got[0].Pos.Filename)
	require.Equal(t, 3, got[0].Pos.Line)
	require.True(t, got[0].Missing())
	require.True(t, got[0].Built)
	require.Empty(t, Imports(dir, plugin, "a.go"))

	put := func(name, constraint string) {
		text := constraint + "package plugin\n\nimport _ \"example.com/case/generated\"\n"
		require.NoError(t, os.WriteFile(filepath.Join(plugin, name), []byte(text), 0o644))
	}
	put("0.go", "//go:build ignore\n\n")
	require.Equal(t, got, Imports(dir, plugin), "a file that is built counts before one that is not")
	require.False(t, Imports(dir, plugin, "a.go")[0].Built)
	require.Empty(t, Imports(t.TempDir(), app), "outside of a module")
}

func TestFolder(t *testing.T) {
	dir := layOut(t, wiredProject)
	app := filepath.Join(dir, "app")
	for pattern, want := range map[string]string{
		".": dir, "app": app, "./app": app, app: app, "example.com/case/app": app, "example.com/case": dir,
		"example.com/case/none": "", "example.com/casework": "", "strings": "", "./...": "",
	} {
		got, ok := Folder(dir, pattern)
		require.Equal(t, want != "", ok, pattern)
		require.Equal(t, want, got, pattern)
	}
	_, ok := Folder(t.TempDir(), "example.com/case/app")
	require.False(t, ok, "outside of a module")
}

// TestWire: generated code is read from memory, and the package's own type errors wait for Check.
func TestWire(t *testing.T) {
	dir := layOut(t, wiredProject)
	app := filepath.Join(dir, "app")
	besides := Besides{Name: "app", Files: map[string][]byte{
		filepath.Join(dir, "generated/a.go"): []byte("package generated\n\ntype Trade struct{}\n\ntype Other struct{}\n"),
	}}
	w, list := Wire(app, besides)
	require.Empty(t, list)
	require.Len(t, w.Files, 1, "what was added for the load is no file of the package")
	generated, err := w.Import("example.com/case/generated")
	require.NoError(t, err)
	require.NotNil(t, generated.Scope().Lookup("Other"), "a package that is mentioned only is completed when it is asked for")
	plugin, err := w.Import("example.com/case/plugin")
	require.NoError(t, err)
	parameter := plugin.Scope().Lookup("Plugin").Type().(*types.Named).Method(0).Signature().Params().At(0)
	require.Same(t, generated.Scope().Lookup("Trade").Type(), parameter.Type().(*types.Pointer).Elem(), "and stays the same package")
	_, err = w.Import("example.com/case/none")
	require.ErrorContains(t, err, "was not loaded")

	require.Equal(t, []string{"app/a.go:9:16: undefined: missing", "app/a.go:11:82: undefined: Later"}, lines(dir, w.Check(nil)))
	later := map[string][]byte{"b.go": []byte("package app\n\nimport \"unsafe\"\n\nconst Later, missing = \"\", unsafe.Sizeof(1)\n")}
	require.Equal(t, []string{"app/a.go:9:16: cannot use missing (constant 8 of type uintptr) as int value in variable declaration"},
		lines(dir, w.Check(later)))
	require.Contains(t, lines(dir, w.Check(map[string][]byte{"b.go": []byte("package")}))[0], "is a bug in busgen")
}

func TestWireWithoutItsImports(t *testing.T) {
	dir := layOut(t, wiredProject)
	w, list := Wire(filepath.Join(dir, "app"), Besides{Name: "app"})
	require.NotNil(t, w)
	require.NotEmpty(t, list)

	_, list = Wire(filepath.Join(dir, "app"), Besides{Name: "app", Imports: []string{"example.com/case/none"}})
	require.True(t, list.Failed())
	for _, d := range list {
		require.NotContains(t, d.Pos.Filename, importsFile)
	}
	w, list = Wire(filepath.Join(dir, "none"), Besides{Name: "app"})
	require.Nil(t, w)
	require.True(t, list.Failed())
}
