package events_test

import (
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestImports: nothing on the way of an event reaches reflection, not even through another package, and events imports nothing of
// this project.
func TestImports(t *testing.T) {
	const module = "github.com/busgen/busgen/"
	for path, ours := range map[string][]string{
		module + "events": {module + "events"},
		module + "mux":    {module + "events", module + "mux"},
	} {
		out, err := exec.Command("go", "list", "-deps", path).Output()
		require.NoError(t, err)
		deps := strings.Fields(string(out))
		require.Contains(t, deps, path)
		for _, refused := range []string{"reflect", "fmt", "internal/fmtsort", "encoding/json"} {
			require.NotContains(t, deps, refused, "%s", path)
		}
		var found []string
		for _, dep := range deps {
			if strings.HasPrefix(dep, module) || strings.Contains(strings.Split(dep, "/")[0], ".") {
				found = append(found, dep)
			}
		}
		require.ElementsMatch(t, ours, found, "%s", path)
	}
}
