package load

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// output: where generated code goes, for the domain package of the project in dir.
func output(t *testing.T, dir string, p *Domain) {
	const (
		name  = " is not a valid package name [name a folder whose last element is a Go identifier: -out ../generated]"
		put   = " [put the output folder into a module]"
		other = " is in module example.org/elsewhere, which does not require the domain's module example.com/case " +
			"[name a folder of the domain's module, relative to the domain package's: -out generated]"
	)
	outside := filepath.Join(filepath.VolumeName(dir)+string(filepath.Separator), "nowhere", "out")
	for _, c := range []struct {
		out  string
		want Output
		says []string
	}{
		{DefaultOutput, Output{filepath.Join(dir, "generated"), "example.com/case/generated", "generated"}, nil},
		{"../a/b/", Output{filepath.Join(dir, "a", "b"), "example.com/case/a/b", "b"}, nil},
		{"sub", Output{filepath.Join(dir, "domain", "sub"), "example.com/case/domain/sub", "sub"}, nil},
		{filepath.Join(dir, "x", "..", "abs"), Output{filepath.Join(dir, "abs"), "example.com/case/abs", "abs"}, nil},
		{"../elsewhere", Output{filepath.Join(dir, "elsewhere"), "example.org/elsewhere", "elsewhere"},
			[]string{"the output folder elsewhere" + other}},
		{"../elsewhere/in", Output{filepath.Join(dir, "elsewhere", "in"), "example.org/elsewhere/in", "in"},
			[]string{"the output folder " + filepath.Join("elsewhere", "in") + other}},
		{"../my-events", Output{filepath.Join(dir, "my-events"), "example.com/case/my-events", "my-events"},
			[]string{`the name of the output folder, "my-events",` + name}},
		{"../_", Output{filepath.Join(dir, "_"), "example.com/case/_", "_"}, []string{`the name of the output folder, "_",` + name}},
		{"../main", Output{filepath.Join(dir, "main"), "example.com/case/main", "main"},
			[]string{`the name of the output folder, "main",` + name}},
		{"../func", Output{filepath.Join(dir, "func"), "example.com/case/func", "func"},
			[]string{`the name of the output folder, "func",` + name}},
		{"../domain", Output{filepath.Join(dir, "domain"), "example.com/case/domain", "domain"}, []string{
			"the output folder is the folder of the domain package " +
				"[name another folder, such as -out ../generated: generated code is a package of its own]"}},
		{"../nameless/out", Output{filepath.Join(dir, "nameless", "out"), "", "out"},
			[]string{filepath.Join("nameless", "go.mod") + " names no module" + put}},
		{outside, Output{outside, "", "out"}, []string{"no go.mod above the output folder " + outside + put}},
	} {
		got, list := p.Output(p.Packages[0].Dir, c.out)
		require.Equal(t, c.want, got, c.out)
		require.Equal(t, c.says, lines(dir, list), c.out)
	}
}

// A domain that imports what is generated from it could never be generated for the first time. Every import says so, however
// it is written.
func TestOutputImported(t *testing.T) {
	const why = ": the domain imports the package that is generated from it " +
		"[a domain does not import the bus: move the code that needs it to another package]"
	dir := layOut(t, project)
	p, list := Load(dir, []string{"./importing"}, nil)
	require.Empty(t, lines(dir, list))
	_, list = p.Output(p.Packages[0].Dir, "generated")
	require.Equal(t, []string{"importing/domain.go:4:2" + why, "importing/domain.go:6:2" + why}, lines(dir, list))
	_, list = p.Output(p.Packages[0].Dir, DefaultOutput)
	require.Empty(t, lines(dir, list), "another package of that name is none of it")
}
