package write

import (
	"io"
	"path/filepath"

	"github.com/pmezard/go-difflib/difflib"
)

// Diff writes the changes as a unified diff, with paths relative to dir.
func (p *Plan) Diff(w io.Writer, dir string) error {
	for _, c := range p.changes {
		path := filepath.Join(p.dir, c.name)
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
		err := difflib.WriteUnifiedDiff(w, difflib.UnifiedDiff{
			A: lines(c.before), B: lines(c.after), FromFile: from, ToFile: to, Context: 3,
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func lines(content []byte) []string {
	if len(content) == 0 {
		return nil
	}
	return difflib.SplitLines(string(content[:len(content)-1]))
}
