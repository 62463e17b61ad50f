package growth

import (
	"context"
	"fmt"
	"path/filepath"
	"time"

	"github.com/busgen/busgen/bench/results"
)

// Build compiles the generated package and records what it took. All that it imports is in the build cache; the package itself
// is not, since a comment in it is new each time. When the context ends, the build is given up and not recorded.
func (m *Module) Build(ctx context.Context, record *results.Set) error {
	if err := m.write("generated/run.go", fmt.Sprintf("package generated\n\n// Built at %d.\n", time.Now().UnixNano())); err != nil {
		return err
	}
	dir := filepath.Join(m.dir, "generated")
	took, err := timed(func() error { return run(ctx, dir, "go", "build", ".") })
	if ctx.Err() != nil {
		return nil
	}
	if err == nil {
		record.Add(results.Build(m.types), 1, results.Value{Number: float64(took), Unit: results.Nanos})
	}
	return err
}
