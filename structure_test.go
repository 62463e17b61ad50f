package busgen_test

import (
	"go/ast"
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// directions says which of the project's packages a folder may import, each with what is below it. The longest name that
// holds a file's folder counts. Tests may import more.
var directions = []struct {
	folder string
	may    []string
}{
	{".", nil},
	{"events", nil},
	{"mux", []string{"events"}},
	{"mux/muxtest", []string{"events", "mux"}},
	{"domain", []string{"events"}},
	{"generated", []string{"events", "mux", "domain"}},
	{"plugins", []string{"events", "domain", "generated", "plugins"}},
	{"cmd/busgen", []string{"cmd/busgen"}},
	{"node", []string{"events", "domain", "generated", "plugins", "node"}},
	{"bench", []string{"events", "domain", "generated", "bench"}},
	{"bench/core", []string{"events", "bench", "domain", "generated", "plugins", "node"}},
	{"examples", []string{"events", "examples"}},
}

func TestImportDirections(t *testing.T) {
	for _, f := range goFiles(t) {
		if f.test {
			continue
		}
		may := allowed(f)
		for _, imported := range f.imports() {
			folder, ours := strings.CutPrefix(imported, module+"/")
			if ours && !slices.ContainsFunc(may, func(m string) bool { return within(folder, m) }) {
				t.Errorf("%s imports %s, and may import %v only", f.path, folder, may)
			}
		}
	}
}

// allowed is what a file may import. Generated code, wherever it is, imports the runtime too.
func allowed(f goFile) []string {
	longest := directions[0]
	for _, d := range directions {
		if within(f.dir, d.folder) && len(d.folder) >= len(longest.folder) {
			longest = d
		}
	}
	if f.generated {
		return append([]string{"events", "mux"}, longest.may...)
	}
	return longest.may
}

func within(folder, of string) bool { return folder == of || strings.HasPrefix(folder, of+"/") }

// TestOneStageKnows keeps each heavy library to the stage that is about it.
func TestOneStageKnows(t *testing.T) {
	const stages = "cmd/busgen/internal/"
	owners := map[string][]string{
		"github.com/dave/jennifer/jen":   {stages + "emit"},
		"golang.org/x/tools/go/packages": {stages + "load"},
		"go/types":                       {stages + "load", stages + "model", stages + "wire"},
	}
	for _, f := range goFiles(t) {
		for _, imported := range f.imports() {
			if owner, known := owners[imported]; known && !f.test && !slices.Contains(owner, f.dir) {
				t.Errorf("%s imports %s, which is for %v", f.path, imported, owner)
			}
		}
	}
}

// TestRuntimeIsLean holds for the whole closure: neither of the two packages, nor anything below them, uses reflection.
func TestRuntimeIsLean(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "./events", "./mux").Output()
	require.NoError(t, err)
	closure := strings.Fields(string(out))
	require.Contains(t, closure, module+"/mux")
	for _, heavy := range []string{"reflect", "fmt", "encoding/json", "log"} {
		require.NotContains(t, closure, heavy)
	}
}

// TestUsersGetNothingElse holds down what the root module's packages are built from. Tests use testify and rapid besides.
func TestUsersGetNothingElse(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{.Path}}{{end}}", "./...").Output()
	require.NoError(t, err)
	used := slices.Compact(slices.Sorted(slices.Values(strings.Fields(string(out)))))
	known := []string{
		module, "github.com/dave/jennifer", "github.com/quagmt/udecimal", "github.com/aymanbagabas/go-udiff",
		"golang.org/x/mod", "golang.org/x/sync", "golang.org/x/tools",
	}
	for _, m := range used {
		require.Contains(t, known, m, "a new requirement is every user's requirement too")
	}
}

// TestSizes keeps files, and functions but for tables of test cases, to what one can take in at once. What is generated is as
// long as its domain.
func TestSizes(t *testing.T) {
	const file, function = 400, 70
	for _, f := range goFiles(t) {
		if f.generated {
			continue
		}
		if f.lines > file {
			t.Errorf("%s has %d lines: more than %d is more than one noun", f.path, f.lines, file)
		}
		for name, lines := range functionLengths(f) {
			if lines > function && !f.test {
				t.Errorf("%s: %s has %d lines, more than %d", f.path, name, lines, function)
			}
		}
	}
}

// functionLengths gives the lines of each function of a file.
func functionLengths(f goFile) map[string]int {
	lengths := map[string]int{}
	for _, decl := range f.syntax.Decls {
		if d, ok := decl.(*ast.FuncDecl); ok {
			lengths[d.Name.Name] = f.fset.Position(d.End()).Line - f.fset.Position(d.Pos()).Line + 1
		}
	}
	return lengths
}

// TestNoCatchAll keeps code with the noun that it is about.
func TestNoCatchAll(t *testing.T) {
	for _, f := range goFiles(t) {
		for _, name := range []string{"util", "utils", "common", "helpers", "misc"} {
			if strings.TrimSuffix(path.Base(f.path), ".go") == name || path.Base(f.dir) == name {
				t.Errorf("%s: name it after what it holds", f.path)
			}
		}
	}
}
