package write

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

// staged is the pattern of temporary files with new content. If a run is killed, the next one removes them.
const staged = ".busgen-*.tmp"

// Apply makes all changes or, if it returns an error, none. If listed is true, go generate has listed the files and is going to read them:
// then husks replace the files that are removed.
func (p *Plan) Apply(listed bool) error {
	for _, dir := range p.dirs() {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return untouched(err)
		}
	}
	changes := slices.Clone(p.changes)
	if !listed {
		changes = append(changes, p.husks...)
	}
	for i := range changes {
		if c := &changes[i]; listed && c.after == nil {
			c.after = husk(*c)
		}
	}
	defer p.sweep()
	stages, err := stage(changes)
	if err != nil {
		return untouched(err)
	}
	for i, c := range changes {
		err := replace(c, stages[i])
		if err == nil {
			continue
		}
		if failed := restore(changes[:i]); failed != nil {
			return fmt.Errorf("some files were written and could not be restored: %w", errors.Join(err, failed))
		}
		return untouched(err)
	}
	return nil
}

func untouched(err error) error { return fmt.Errorf("nothing was written: %w", err) }

// stage writes the new contents beside the old ones.
func stage(changes []change) ([]string, error) {
	stages := make([]string, len(changes))
	for i, c := range changes {
		if c.after == nil {
			continue
		}
		f, err := os.CreateTemp(c.dir, staged)
		if err != nil {
			return nil, err
		}
		stages[i] = f.Name()
		_, err = f.Write(c.after)
		if err := errors.Join(err, f.Chmod(0o644), f.Close()); err != nil {
			return nil, err
		}
	}
	return stages, nil
}

func replace(c change, stage string) error {
	target := filepath.Join(c.dir, c.name)
	if c.after == nil {
		return os.Remove(target)
	}
	return os.Rename(stage, target)
}

// restore undoes changes.
func restore(changes []change) error {
	var failed error
	for _, c := range changes {
		target := filepath.Join(c.dir, c.name)
		err := error(nil)
		if c.before == nil {
			err = os.Remove(target)
		} else {
			err = os.WriteFile(target, c.before, 0o644)
		}
		if err != nil {
			failed = errors.Join(failed, fmt.Errorf("restoring %s: %w", c.name, err))
		}
	}
	return failed
}

// sweep removes the staged files of this run, or of one that was killed.
func (p *Plan) sweep() {
	for _, dir := range p.dirs() {
		left, _ := filepath.Glob(filepath.Join(dir, staged)) // the pattern is well formed
		for _, name := range left {
			os.Remove(name) // what can't be removed does no harm
		}
	}
}
