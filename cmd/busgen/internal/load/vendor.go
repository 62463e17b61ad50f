package load

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
)

// Unvendored returns a note if the module of an output folder vendors its dependencies, but not one of these packages, which generated
// code imports. Before the first run, nothing imports them, so go mod vendor leaves them out.
func (o Output) Unvendored(paths ...string) diag.List {
	m, err := moduleAbove(o.Dir)
	if err != nil || strings.Contains(os.Getenv("GOFLAGS"), "-mod=") {
		return nil
	}
	if _, err := os.Stat(filepath.Join(m.root, "vendor", "modules.txt")); err != nil {
		return nil
	}
	for _, path := range paths {
		if _, own := m.folder(path); own {
			continue
		}
		if _, err := os.Stat(filepath.Join(m.root, "vendor", filepath.FromSlash(path))); err != nil {
			return diag.List{{
				Message: fmt.Sprintf("the vendor folder has no package %s, which the generated code imports", path),
				Hint:    "run go mod vendor",
				Note:    true,
			}}
		}
	}
	return nil
}
