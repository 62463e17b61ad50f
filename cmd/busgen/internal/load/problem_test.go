package load

import (
	"go/token"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/packages"
)

// TestLoadBroken has packages with errors: they are all reported, each once, and what could be understood is there.
func TestLoadBroken(t *testing.T) {
	dir := layOut(t, project)
	for pattern, c := range map[string]struct {
		want  []string
		known []string
	}{
		"./syntax": {[]string{
			"syntax/syntax.go:6:12: expected ';', found string",
			"syntax/syntax.go:7:3: expected ';', found 'EOF'",
			"syntax/types.go:3:11: undefined: undefinedName",
		}, []string{"Torn", "Whole", "early"}},
		"./types": {[]string{
			"types/types.go:5:2: no required module provides package example.com/case/nowhere " +
				"[go get example.com/case/nowhere]",
			"types/types.go:6:2: no required module provides package example.org/unknown/module " +
				"[go get example.org/unknown/module]",
			"types/types.go:10:16: undefined: money.Pryce",
			"types/types.go:11:10: undefined: Missing",
		}, []string{"Trade"}},
		"./brokendep": {[]string{
			"broken/broken.go:3:24: undefined: Missing",
			`broken/broken.go:5:18: cannot use "text" (untyped string constant) as int value in variable declaration`,
		}, []string{"Trade"}},
		"./mixed": {[]string{
			"found packages one (a.go) and two (b.go) in mixed",
			"mixed/b.go:1:1: package two; expected package one",
		}, nil},
	} {
		p, list := Load(dir, []string{pattern}, nil)
		require.Equal(t, c.want, lines(dir, list), pattern)
		require.NotNil(t, p, pattern)
		require.Subset(t, p.Packages[0].Types.Scope().Names(), c.known, pattern)
		_, list = p.Output(p.Packages[0].Dir, DefaultOutput)
		require.Empty(t, list, "the stages after it can still run")
	}
}

func TestPosition(t *testing.T) {
	for text, want := range map[string]token.Position{
		"":              {},
		"-":             {},
		"a.go":          {Filename: "a.go"},
		"a.go:3":        {Filename: "a.go", Line: 3},
		"a.go:3:14":     {Filename: "a.go", Line: 3, Column: 14},
		"a.go:x":        {Filename: "a.go:x"},
		`C:\a.go:3:14`:  {Filename: `C:\a.go`, Line: 3, Column: 14},
		`C:\a.go:3`:     {Filename: `C:\a.go`, Line: 3},
		"odd:1/a.go:3":  {Filename: "odd:1/a.go", Line: 3},
		"odd:1/a.go":    {Filename: "odd:1/a.go"},
		"/x/a.go:10:20": {Filename: "/x/a.go", Line: 10, Column: 20},
	} {
		require.Equal(t, want, position(text), text)
	}
}

// TestProblems has what the go command reports when a package can be listed and not be built.
func TestProblems(t *testing.T) {
	compiled := "# example.com/case/b\nb/b.go:3:5: undefined: Missing\nb/b.go:4:1: declared\n\tand not used\ntoo many errors"
	c := &packages.Package{PkgPath: "c", Errors: []packages.Error{
		{Pos: "c.go:1:1", Msg: "no required module provides package x; to add it:\n\tgo get x"},
		{Pos: "c.go:1:1", Msg: "could not import x"},
		{Pos: "-", Msg: "# c\nc.go:9:9: said by the type checker already"},
	}}
	b := &packages.Package{PkgPath: "b", Errors: []packages.Error{{Pos: "-", Msg: compiled}}}
	a := &packages.Package{PkgPath: "a", Imports: map[string]*packages.Package{"c": c, "b": b}, Errors: []packages.Error{
		{Pos: "", Msg: "first of no place"},
		{Pos: "", Msg: "second   of\n\tno place"},
		{Pos: filepath.FromSlash("/w/c.go:1:1"), Msg: "a place that has been reported"},
	}}
	dir := filepath.FromSlash("/w")
	require.Equal(t, []string{
		"b/b.go:3:5: undefined: Missing",
		"b/b.go:4:1: declared",
		"c.go:1:1: no required module provides package x [go get x]",
		"first of no place",
		"second of no place",
	}, lines(dir, problems([]*packages.Package{a}, dir)))
}
