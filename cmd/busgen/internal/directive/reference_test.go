package directive

import (
	"flag"
	"go/parser"
	"go/token"
	"os"
	"testing"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "rewrite docs/annotations.md")

// TestReferenceIsCurrent compares docs/annotations.md with the table.
func TestReferenceIsCurrent(t *testing.T) {
	const file = "../../../../docs/annotations.md"
	if *update {
		require.NoError(t, os.WriteFile(file, []byte(Reference()), 0o644))
	}
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, Reference(), string(text), "run: go test ./cmd/busgen/internal/directive -update")
}

// TestExamples keeps the examples of the table in Go's syntax, and each with its directive.
func TestExamples(t *testing.T) {
	for _, e := range Table {
		require.Contains(t, e.Example, e.String())
		source := "package p\n" + e.Example
		if e.On&OnSwitch != 0 {
			source = "package p\nfunc f(e any) {\n" + e.Example + "\n}"
		}
		_, err := parser.ParseFile(token.NewFileSet(), e.Name, source, parser.ParseComments)
		require.NoError(t, err)
	}
}
