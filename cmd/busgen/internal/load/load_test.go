package load

import (
	"go/types"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// names returns the base names of the files of a package, tests of it, or both.
func names(p *Domain, tests bool) []string {
	files, list := p.Files, []string(nil)
	if tests {
		files = p.Tests
	}
	for _, f := range files {
		list = append(list, filepath.Base(p.Fset.Position(f.FileStart).Filename))
	}
	return list
}

func TestLoad(t *testing.T) {
	dir := layOut(t, project)
	d, list := Load(dir, []string{"./domain"}, nil)
	require.Empty(t, lines(dir, list))
	require.Len(t, d.Packages, 1)
	p := d.Packages[0]
	require.Equal(t, "example.com/case/domain", p.Path)
	require.Equal(t, "domain", p.Name)
	require.Equal(t, filepath.Join(dir, "domain"), p.Dir)
	require.Equal(t, []string{"account.go", "trade.go"}, names(d, false), "in order, and no file whose tag is not set")
	require.Equal(t, []string{"outer_test.go", "trade_test.go"}, names(d, true), "those that speak of busgen and parse")
	require.Equal(t, []string{"Account", "Trade"}, p.Types.Scope().Names())

	trade := p.Types.Scope().Lookup("Trade").Type().Underlying().(*types.Struct)
	require.Equal(t, "example.com/case/money.Price", trade.Field(0).Type().String())
	require.NotNil(t, trade.Field(0).Type().Underlying().(*types.Struct), "an imported type is known by what it is made of")
	defined := false
	for id, obj := range p.Info.Defs {
		defined = defined || id.Name == "Trade" && obj == p.Types.Scope().Lookup("Trade")
	}
	require.True(t, defined, "syntax and types belong together")
	require.NotEmpty(t, d.Tests[0].Comments, "a directive in a test is found in its comments")

	t.Run("local", func(t *testing.T) { local(t, d) })
	t.Run("output", func(t *testing.T) { output(t, dir, d) })
	t.Run("refine", func(t *testing.T) { refine(t, dir, d) })
}

// local: what is the domain's own module goes by modules, and not by how an import path begins.
func local(t *testing.T, p *Domain) {
	for path, want := range map[string]bool{
		"example.com/case/domain":       true,
		"example.com/case/money":        true,
		"example.com/case/not/imported": true,
		"example.com/case":              true,
		"example.com/cases":             false,
		"example.com/case/extra":        false,
		"example.org/elsewhere":         false,
		"time":                          false,
	} {
		require.Equal(t, want, p.Local(path), path)
	}
}

// A folder may be named in any way that a shell or an editor comes up with.
func TestLoadNamesOfFolders(t *testing.T) {
	dir := layOut(t, project)
	for _, c := range []struct{ dir, pattern string }{
		{dir, "domain"},
		{dir, filepath.Join(dir, "domain")},
		{dir, "example.com/case/domain"},
		{filepath.Join(dir, "domain"), "."},
		{filepath.Join(dir, "empty"), "../domain"},
		{filepath.Dir(dir), filepath.Base(dir) + "/domain"},
	} {
		d, list := Load(c.dir, []string{c.pattern}, nil)
		require.Empty(t, lines(dir, list), c.pattern)
		p := d.Packages[0]
		require.Equal(t, "example.com/case/domain", p.Path, c.pattern)
		require.Equal(t, filepath.Join(dir, "domain"), p.Dir, c.pattern)
	}
}

func TestLoadBuildTags(t *testing.T) {
	dir := layOut(t, project)
	t.Setenv("GOFLAGS", "-tags=special")
	p, list := Load(dir, []string{"./domain"}, nil)
	require.Empty(t, lines(dir, list))
	require.Equal(t, []string{"account.go", "tagged.go", "trade.go"}, names(p, false))
	require.NotNil(t, p.Packages[0].Types.Scope().Lookup("Tagged"))
}

// TestLoadNothing has what leaves nothing to look at.
func TestLoadNothing(t *testing.T) {
	const hint = " [name the folder of the domain package, such as ./domain; busgen -h shows how]"
	dir := layOut(t, project)
	for pattern, want := range map[string][]string{
		"./domain/...": {"./domain/... matches 2 packages [name the folders of the domain packages, or a pattern that ends in /...]"},
		"./empty/...":  {"./empty/... matches no package" + hint},
		"./onlytests":  {"./onlytests has no Go files" + hint},
	} {
		p, list := Load(dir, []string{pattern}, nil)
		require.Nil(t, p, pattern)
		require.Equal(t, want, lines(dir, list), pattern)
	}
	for pattern, want := range map[string]string{
		"./missing":     "missing",
		"./empty":       "no Go files",
		"./onlytagged":  "build constraints exclude all Go files",
		"-unknown-flag": "unknown-flag",
		"./domain/x.go": "x.go",
	} {
		p, list := Load(dir, []string{pattern}, nil)
		require.Nil(t, p, pattern)
		require.Len(t, list, 1, pattern)
		require.Contains(t, list[0].Message, want, pattern)
		require.NotContains(t, list[0].Message, "\n", pattern)
	}
}

// A folder that is not there can't be the place to run the go command in.
func TestLoadWithoutGo(t *testing.T) {
	dir := layOut(t, project)
	p, list := Load(filepath.Join(dir, "missing"), []string{"./domain"}, nil)
	require.Nil(t, p)
	require.Len(t, list, 1)
	require.Contains(t, list[0].Message, "can't load ./domain: ")
	require.NotContains(t, list[0].Message, "\n")
}

func TestLoadMain(t *testing.T) {
	dir := layOut(t, project)
	p, list := Load(dir, []string{"./command"}, nil)
	require.NotNil(t, p)
	require.Equal(t, []string{
		"command/main.go:2:9: a domain can't be package main: generated code can't import it " +
			"[move the annotated types to a package of their own]",
	}, lines(dir, list))
}
