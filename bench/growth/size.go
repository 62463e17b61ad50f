package growth

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"

	"github.com/busgen/busgen/bench/results"
)

// Measure records how large the generated code is: its lines, its bytes, and the lines of its longest function.
func (m *Module) Measure(record *results.Set) error {
	names, err := filepath.Glob(filepath.Join(m.dir, "generated", "*.go"))
	if err != nil {
		return err
	}
	var lines, size, longest int
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		lines += bytes.Count(text, []byte("\n"))
		size += len(text)
		function, err := longestFunction(name, text)
		if err != nil {
			return err
		}
		longest = max(longest, function)
	}
	record.Add(results.Code(m.types), 1,
		results.Value{Number: float64(lines), Unit: results.Lines},
		results.Value{Number: float64(size), Unit: results.Bytes},
		results.Value{Number: float64(longest), Unit: results.Longest})
	return nil
}

func longestFunction(name string, text []byte) (lines int, err error) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, name, text, parser.SkipObjectResolution)
	if err != nil {
		return 0, err
	}
	for _, d := range file.Decls {
		if f, ok := d.(*ast.FuncDecl); ok {
			lines = max(lines, fset.Position(f.End()).Line-fset.Position(f.Pos()).Line+1)
		}
	}
	return lines, nil
}
