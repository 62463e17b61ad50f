package growth

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/busgen/busgen/bench/results"
)

// Build compiles the generated packages of the modules in turns, and records what it took and how
// long the file of one event is. All that they import is in the build cache. The packages
// themselves are not, because a comment in each is new every time.
func Build(rounds int, record *results.Set, modules ...*Module) error {
	for range rounds {
		for _, m := range modules {
			took, err := m.build()
			if err != nil {
				return err
			}
			record.Add(results.Build(m.name, m.types), 1, took...)
		}
	}
	for _, m := range modules {
		text, err := os.ReadFile(filepath.Join(m.dir, "generated", "ev0001_event.go"))
		if err != nil {
			return err
		}
		lines := results.Value{Number: float64(bytes.Count(text, []byte("\n"))), Unit: results.Lines}
		record.Add(results.Build(m.name, m.types), 1, lines)
	}
	return nil
}

func (m *Module) build() ([]results.Value, error) {
	fresh := fmt.Sprintf("package generated\n\n// Built at %d.\n", time.Now().UnixNano())
	if err := os.WriteFile(filepath.Join(m.dir, "generated", "run.go"), []byte(fresh), 0o644); err != nil {
		return nil, err
	}
	return timed(m.command("generated", "go", "build", "."))
}
