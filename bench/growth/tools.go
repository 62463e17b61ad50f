package growth

import "github.com/busgen/busgen/bench/results"

// The tools by their names in results.
const (
	GoList = "go-list" // with types, from a warm build cache
	Busgen = "busgen"  // remembers nothing of earlier runs, and finds its output up to date
)

// Tools runs go list, the least that a tool needs in order to know the types of the domain, and
// busgen in turns. The first runs, in which busgen writes everything, are not recorded.
func (m *Module) Tools(rounds int, record *results.Set) error {
	tools := []struct {
		name    string
		command []string
	}{
		{GoList, []string{"go", "list", "-export", "-deps", "-json=ImportPath,Export", "."}},
		{Busgen, []string{m.place.busgen(), "generate"}},
	}
	for round := range rounds + 1 {
		for _, t := range tools {
			took, err := timed(m.command("domain", t.command[0], t.command[1:]...))
			if err != nil {
				return err
			}
			if round > 0 {
				record.Add(results.Tool(t.name, m.types), 1, took...)
			}
		}
	}
	return nil
}
