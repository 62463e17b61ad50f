package write

import (
	"io"
	"path/filepath"

	"github.com/aymanbagabas/go-udiff"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
)

// OutOfDate returns an error for each file that changes.
func (p *Plan) OutOfDate() diag.List {
	var list diag.List
	for _, c := range p.changes {
		d := diag.Diagnostic{Message: "this file is out of date", Hint: "run go generate ./..."}
		d.Pos.Filename = filepath.Join(c.dir, c.name)
		switch {
		case c.before == nil:
			d.Message = "this file is missing"
		case c.after == nil:
			d.Message = "this file is no longer generated"
		}
		list.Add(d)
	}
	return list
}

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
