package write

import (
	"io"
	"path/filepath"

	"github.com/aymanbagabas/go-udiff"
)

// Diff writes the changes as a unified diff, with paths relative to dir.
func (p *Plan) Diff(w io.Writer, dir string) error {
	for _, c := range p.changes {
		path := filepath.Join(c.dir, c.name)
		if rel, err := filepath.Rel(dir, path); err == nil {
			path = filepath.ToSlash(rel)
		}
		from, to := "a/"+path, "b/"+path
		if c.before == nil {
			from = "/dev/null"
		}
		if c.after == nil {
			to = "/dev/null"
		}
		if _, err := io.WriteString(w, udiff.Unified(from, to, string(c.before), string(c.after))); err != nil {
			return err
		}
	}
	return nil
}
