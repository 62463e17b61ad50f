// Package growth measures how costs grow: with the number of event types, for the generator, the compiler and the running program.
package growth

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/busgen/busgen/bench/growth/source"
)

// Tools are the programs that are measured, built for this run.
type Tools struct {
	folder string
	root   string // this project's
}

// packages are the tools by the name of their binary.
var packages = map[string]string{
	"busgen":   "github.com/busgen/busgen/cmd/busgen",
	"goverter": "github.com/jmattheis/goverter/cmd/goverter",
	"stringer": "golang.org/x/tools/cmd/stringer",
}

// BuildTools builds them into a temporary folder, in which the grown modules are too. It runs in the bench module.
func BuildTools() (*Tools, error) {
	root, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/busgen/busgen").Output()
	if err != nil {
		return nil, fmt.Errorf("find this project: %w", err)
	}
	folder, err := os.MkdirTemp("", "bench-growth-")
	if err != nil {
		return nil, err
	}
	t := &Tools{folder, strings.TrimSpace(string(root))}
	for name, path := range packages {
		if err := run(context.Background(), ".", "go", "build", "-buildvcs=false", "-o", t.binary(name), path); err != nil {
			t.Close()
			return nil, err
		}
	}
	return t, nil
}

// Close removes all that was written.
func (t *Tools) Close() { _ = os.RemoveAll(t.folder) }

func (t *Tools) binary(name string) string { return filepath.Join(t.folder, name) }

// Module is a module with a domain of so many event types.
type Module struct {
	tools *Tools
	dir   string
	types int
}

// Grow writes a module: its domain, and input of the same size for the other generators.
func (t *Tools) Grow(types int) (*Module, error) {
	m := &Module{t, filepath.Join(t.folder, fmt.Sprintf("grown%04d", types)), types}
	files := map[string]string{
		"go.mod":               t.goMod(),
		"domain/domain.go":     source.Events("domain", types),
		"converters/input.go":  source.Converters("converters", types),
		"enumerations/enum.go": source.Enumerations("enumerations", types),
	}
	for name, text := range files {
		if err := m.write(name, text); err != nil {
			return nil, err
		}
	}
	// The types of the domain, and what they import, are in the build cache from now on.
	return m, m.command("", "go", "build", "./domain")
}

func (t *Tools) goMod() string {
	return "module grown\n\ngo 1.26.0\n\nrequire github.com/busgen/busgen v0.0.0\n\nreplace github.com/busgen/busgen => " + t.root + "\n"
}

func (m *Module) write(name, text string) error {
	path := filepath.Join(m.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, []byte(text), 0o644)
}

func (m *Module) command(folder string, name string, args ...string) error {
	return run(context.Background(), filepath.Join(m.dir, folder), name, args...)
}

// run runs a program as a user would.
func run(ctx context.Context, dir, name string, args ...string) error {
	_, err := output(ctx, dir, name, args...)
	return err
}

// output gives what the program printed. A workspace around this project would hide the grown modules. When the context ends, so
// does the program, and what it has started.
func output(ctx context.Context, dir, name string, args ...string) ([]byte, error) {
	c := exec.CommandContext(ctx, name, args...)
	c.Dir = dir
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	c.Cancel = func() error { return syscall.Kill(-c.Process.Pid, syscall.SIGKILL) }
	if dir != "." {
		c.Env = append(os.Environ(), "GOWORK=off", "PWD="+dir)
	}
	var wrong bytes.Buffer
	c.Stderr = &wrong
	out, err := c.Output()
	if err != nil {
		return nil, fmt.Errorf("%s in %s: %w\n%s", strings.Join(append([]string{filepath.Base(name)}, args...), " "), dir, err, wrong.String())
	}
	return out, nil
}

func timed(f func() error) (time.Duration, error) {
	start := time.Now()
	err := f()
	return time.Since(start), err
}
