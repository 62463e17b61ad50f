package growth

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"

	"github.com/busgen/busgen/bench/growth/source"
	"github.com/busgen/busgen/bench/results"
)

// Route measures how long it takes to find the consumers of an event among so many types.
func (m *Module) Route(record *results.Set) error {
	text, err := source.Routed(m.types)
	if err != nil {
		return err
	}
	return m.program(text, record)
}

// Shapes measures payloads of many sizes and kinds.
func (t *Tools) Shapes(record *results.Set) error {
	m := &Module{tools: t, dir: filepath.Join(t.folder, "shapes")}
	text, err := source.Shaped()
	if err != nil {
		return err
	}
	for name, text := range map[string]string{"go.mod": t.goMod(), "domain/domain.go": source.ShapesDomain("domain")} {
		if err := m.write(name, text); err != nil {
			return err
		}
	}
	if err := m.Generate(); err != nil {
		return err
	}
	return m.program(text, record)
}

// program builds a program in the module, runs it, and records what it prints.
func (m *Module) program(text string, record *results.Set) error {
	if err := m.write("program/main.go", text); err != nil {
		return err
	}
	binary := filepath.Join(m.dir, "program", "program")
	if err := m.command("", "go", "build", "-o", binary, "./program"); err != nil {
		return err
	}
	out, err := output(context.Background(), m.dir, binary)
	if err != nil {
		return err
	}
	printed, err := results.Read(bytes.NewReader(out), "what the program printed")
	if err != nil {
		return fmt.Errorf("%w:\n%s", err, out)
	}
	record.Append(printed)
	return nil
}
