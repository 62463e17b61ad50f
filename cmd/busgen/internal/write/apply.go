package write

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// staged is the pattern of the files that hold new content until it takes its place. A killed run may leave some; the next
// removes them.
const staged = ".busgen-*.tmp"

// Apply makes the changes: all of them, or, with an error, none.
func (p *Plan) Apply() error {
	for _, dir := range p.dirs() {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return err
		}
	}
	defer p.sweep()
	stages, err := p.stage()
	if err != nil {
		return err
	}
	for i, c := range p.changes {
		if err := replace(c, stages[i]); err != nil {
			return errors.Join(err, restore(p.changes[:i]))
		}
	}
	return nil
}

// stage writes the new contents beside the old ones.
func (p *Plan) stage() ([]string, error) {
	stages := make([]string, len(p.changes))
	for i, c := range p.changes {
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

// restore puts back what the changes replaced.
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
			failed = errors.Join(failed, fmt.Errorf("putting back %s: %w", c.name, err))
		}
	}
	return failed
}

// sweep removes the staged files that are left, of this run or of a killed one.
func (p *Plan) sweep() {
	for _, dir := range p.dirs() {
		left, _ := filepath.Glob(filepath.Join(dir, staged)) // the pattern is well formed
		for _, name := range left {
			os.Remove(name) // what can't be removed does no harm
		}
	}
}
