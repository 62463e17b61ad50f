package growth

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/busgen/busgen/bench/growth/source"
	"github.com/busgen/busgen/bench/results"
)

// The tools by their names in results.
const (
	GoList   = "go-list"      // with types, from a warm build cache
	Busgen   = "busgen"       // writes everything: there is no generated code yet
	Again    = "busgen-again" // finds its output current
	Goverter = "goverter"
	Stringer = "stringer"
)

// Tool is how one of them is run.
type Tool struct {
	Name  string
	Title string
	fresh string // the folder that is removed before each run
	run   func(*Module) error
}

// Compared are the tools in the order of the table.
var Compared = []Tool{
	{Name: GoList, Title: "`go list -export -deps -json=ImportPath,Export`", run: func(m *Module) error {
		return m.command("", "go", "list", "-export", "-deps", "-json=ImportPath,Export", "./domain")
	}},
	{Name: Busgen, Title: "busgen, no generated code yet", fresh: "generated", run: (*Module).Generate},
	{Name: Again, Title: "busgen, generated code is current", run: (*Module).Generate},
	{Name: Goverter, Title: "goverter, as many converters", fresh: "converters/generated", run: func(m *Module) error {
		return m.command("", m.tools.binary("goverter"), "gen", "./converters")
	}},
	{Name: Stringer, Title: "stringer, as many enumerations of two", fresh: "enumerations/enum_string.go", run: func(m *Module) error {
		types := strings.Join(source.EnumerationNames(m.types), ",")
		return m.command("enumerations", m.tools.binary("stringer"), "-output=enum_string.go", "-type="+types)
	}},
}

// Generate runs busgen.
func (m *Module) Generate() error { return m.command("domain", m.tools.binary("busgen"), "generate") }

// Quick are the tools that targets refer to.
func Quick() []Tool { return []Tool{Compared[0], Compared[2]} }

// Time runs the tools in turn, as often as asked, once more before to warm up, and records what each took.
func (m *Module) Time(tools []Tool, rounds int, record *results.Set) error {
	for round := range rounds + 1 {
		for _, t := range tools {
			if t.fresh != "" {
				if err := os.RemoveAll(filepath.Join(m.dir, filepath.FromSlash(t.fresh))); err != nil {
					return err
				}
			}
			took, err := timed(func() error { return t.run(m) })
			if err != nil {
				return err
			}
			if round > 0 {
				record.Add(results.Tool(t.Name, m.types), 1, results.Value{Number: float64(took), Unit: results.Nanos})
			}
		}
	}
	return nil
}
