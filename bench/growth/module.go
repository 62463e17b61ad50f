// Package growth measures what the number of event types costs: busgen, and the compiler after it.
package growth

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/busgen/busgen/bench/results"
)

// Place is a temporary folder of grown modules, and a busgen that was built for this run.
type Place struct {
	folder string
	root   string // this project's
	sums   string // of the modules that a domain needs
}

// NewPlace builds busgen. It runs in the bench module.
func NewPlace() (*Place, error) {
	root, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/busgen/busgen").Output()
	if err != nil {
		return nil, fmt.Errorf("find this project: %w", err)
	}
	p := &Place{root: strings.TrimSpace(string(root))}
	sums, err := os.ReadFile(filepath.Join(p.root, "go.sum"))
	if err != nil {
		return nil, err
	}
	p.sums = string(sums)
	if p.folder, err = os.MkdirTemp("", "bench-growth-"); err != nil {
		return nil, err
	}
	build := exec.Command("go", "build", "-buildvcs=false", "-o", p.busgen(), "./cmd/busgen")
	build.Dir = p.root
	if _, err := timed(build); err != nil {
		p.Close()
		return nil, err
	}
	return p, nil
}

// Close removes all that was written.
func (p *Place) Close() { _ = os.RemoveAll(p.folder) }

func (p *Place) busgen() string { return filepath.Join(p.folder, "busgen") }

// Module is a module with a domain of a number of event types.
type Module struct {
	place *Place
	name  string // in results: the edition that wrote the generated code
	dir   string
	types int
}

// The editions by their names in results.
const (
	Current = "current"
	First   = "first"
)

// Grow writes a module with a domain of so many event types.
func (p *Place) Grow(types int) (*Module, error) {
	m := &Module{p, Current, filepath.Join(p.folder, fmt.Sprint("grown", types)), types}
	return m, m.write(domain(types), p.root)
}

// First writes the module of 80 event types as the first edition left it, generated code included.
func (p *Place) First() (*Module, error) {
	m := &Module{p, First, filepath.Join(p.folder, "first"), typesOfFirst}
	files, err := firstEdition()
	if err != nil {
		return nil, err
	}
	return m, m.write(files, "./busgen")
}

const goMod = `module grown

go 1.26.0

require (
	github.com/busgen/busgen v0.0.0
	github.com/quagmt/udecimal v1.10.1
)

`

// write writes the files and a go.mod that takes this project from a folder. It compiles the domain
// and what generated code imports, which are in the build cache from then on.
func (m *Module) write(files map[string]string, project string) error {
	files["go.mod"] = goMod + "replace github.com/busgen/busgen => " + project + "\n"
	files["go.sum"] = m.place.sums
	for name, text := range files {
		path := filepath.Join(m.dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			return err
		}
	}
	_, err := timed(m.command("", "go", "build", "./domain", "github.com/busgen/busgen/mux"))
	return err
}

// command returns a command that runs in a folder of the module. A workspace around this project
// would hide the module.
func (m *Module) command(folder, name string, args ...string) *exec.Cmd {
	c := exec.Command(name, args...)
	c.Dir = filepath.Join(m.dir, folder)
	c.Env = append(os.Environ(), "GOWORK=off", "BUSGENCACHE=off", "PWD="+c.Dir)
	return c
}

// timed runs a program and returns what the clock and the processor say, its children included.
func timed(c *exec.Cmd) ([]results.Value, error) {
	var wrong bytes.Buffer
	c.Stderr = &wrong
	start := time.Now()
	err := c.Run()
	wall := time.Since(start)
	if err != nil {
		return nil, fmt.Errorf("%s: %w\n%s", c, err, wrong.String())
	}
	processor := c.ProcessState.UserTime() + c.ProcessState.SystemTime()
	return []results.Value{
		{Number: float64(wall), Unit: results.Nanos}, {Number: float64(processor), Unit: results.Processor},
	}, nil
}
