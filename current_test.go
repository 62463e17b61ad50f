package busgen_test

import (
	"go/ast"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestGeneratedIsCurrent asks busgen, for every domain package of the project, whether its committed code is what it would
// write now.
func TestGeneratedIsCurrent(t *testing.T) {
	busgen := filepath.Join(t.TempDir(), "busgen")
	out, err := exec.Command("go", "build", "-buildvcs=false", "-o", busgen, "./cmd/busgen").CombinedOutput()
	require.NoError(t, err, "%s", out)
	domains := 0
	for _, f := range goFiles(t) {
		for _, arguments := range generates(f) {
			domains++
			check := exec.Command(busgen, append([]string{"check"}, arguments...)...)
			check.Dir = filepath.FromSlash(f.dir)
			out, err := check.CombinedOutput()
			require.NoError(t, err, "%s: run go generate ./... there\n%s", f.dir, out)
		}
	}
	require.NotZero(t, domains)
}

// runsBusgen matches a command that is busgen, as the name of a tool or the end of a path, and takes its arguments.
var runsBusgen = regexp.MustCompile(`\bbusgen(\s.*)?$`)

// generates gives the arguments of each busgen that a file's go:generate lines run.
func generates(f goFile) (arguments [][]string) {
	for _, group := range f.syntax.Comments {
		for _, comment := range group.List {
			d, ok := ast.ParseDirective(comment.Slash, comment.Text)
			if !ok || d.Tool != "go" || d.Name != "generate" {
				continue
			}
			if found := runsBusgen.FindStringSubmatch(d.Args); found != nil {
				arguments = append(arguments, strings.Fields(found[1]))
			}
		}
	}
	return arguments
}
