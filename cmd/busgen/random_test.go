package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var (
	seed    = flag.Uint64("seed", 1, "of the first random domain")
	domains = flag.Int("domains", 3, "the number of random domains")
)

// TestRandomDomains generates the events of random domains. The code has to compile and to pass go vet, and its views have to show what the
// structs hold, until the delivery ends, for kept events, and for structs of one's own. To look for failures: -domains 50 -seed 100.
func TestRandomDomains(t *testing.T) {
	p := newProgram(t)
	checker, err := os.ReadFile("testdata/random/check.go")
	require.NoError(t, err)
	p.put("check/check.go", string(checker))
	var imports, calls strings.Builder
	for i := range *domains {
		d := &randomDomain{Rand: rand.New(rand.NewPCG(*seed+uint64(i), 0)), name: fmt.Sprintf("d%d", i)}
		source := d.source()
		p.put(d.name+"/a.go", source)
		p.put("lib"+d.name+"/a.go", d.lib)
		code, _, stderr := p.run("./"+d.name, "-out", fmt.Sprintf("../g%d", i))
		require.Zero(t, code, "seed %d: %s\n%s", *seed+uint64(i), stderr, source)
		fmt.Fprintf(&imports, "\t\"example.com/case/g%d\"\n", i)
		for n := range d.events {
			fmt.Fprintf(&calls, "\tr%[1]d%[2]d := g%[1]d.NewRouter()\n\tcheck.Event(\"d%[1]d.Event%[2]d\", r%[1]d%[2]d, r%[1]d%[2]d.EmitEvent%[2]d, "+
				"func(f func(g%[1]d.Event%[2]dEvent)) any { return g%[1]d.Event%[2]dFunc(f) }, g%[1]d.Event%[2]dEvent.Event%[2]d, g%[1]d.ViewEvent%[2]d)\n", i, n)
		}
	}
	p.put("main.go", "package main\n\nimport (\n\t\"example.com/case/check\"\n"+imports.String()+")\n\nfunc main() {\n"+calls.String()+"}\n")
	t.Logf("seed %d: the domains are those of this seed and the following ones", *seed)
	p.command("vet", "./...")
	p.command("run", ".")
	for i := range *domains {
		files, err := filepath.Glob(filepath.Join(p.dir, fmt.Sprintf("g%d/*.go", i)))
		require.NoError(t, err)
		formatted(t, files)
	}
}

// randomDomain writes a domain package and a package of structs that it uses.
type randomDomain struct {
	*rand.Rand
	name   string
	lib    string
	events int

	structs    []string // by which later ones refer to them
	embeddable []string // those that may be embedded
}

func (d *randomDomain) source() string {
	var b strings.Builder
	d.lib = "package lib" + d.name + "\n\n// Part has the name of a struct of the domain.\ntype Part struct {\n\tSize int\n\tNames []string\n}\n\n" +
		"type Pair[A, B any] struct {\n\tFirst A\n\tSecond []B\n}\n"
	fmt.Fprintf(&b, "package %[1]s\n\nimport (\n\t\"time\"\n\n\tlib \"example.com/case/lib%[1]s\"\n\t\"github.com/busgen/busgen/events\"\n\t\"github.com/quagmt/udecimal\"\n)\n\n", d.name)
	b.WriteString("type (\n\tID string\n\tFlag bool\n\tNames []string\n\tLots map[ID]int\n\tKey struct{ Name ID; Pair [2]int8 }\n\tTree []Tree\n" +
		"\tAll struct { At time.Time; Price udecimal.Decimal; List events.List[int]; Theirs lib.Part }\n)\n\n")
	d.structs = []string{"All", "lib.Part"}
	for i := range 3 + d.IntN(4) {
		name := fmt.Sprintf("Part%d", i)
		if i == 0 {
			name = "Part"
		}
		fields, names := d.fields(name)
		fmt.Fprintf(&b, "type %s struct {\n%s}\n\n", name, fields)
		if free := d.pick(fieldNames...); !slices.Contains(names, free) && d.IntN(2) == 0 {
			fmt.Fprintf(&b, "func (%s) %s() int { return 0 }\n\n", name, free)
		}
		d.structs, d.embeddable = append(d.structs, name), append(d.embeddable, name)
	}
	fields, _ := d.fields("Aspect")
	fmt.Fprintf(&b, "//busgen:capability\ntype Aspect struct {\n%s}\n\n", fields)
	d.events = 1 + d.IntN(3)
	for i := range d.events {
		fields, _ := d.fields("")
		if d.IntN(2) == 0 {
			fields = "\tAspect\n" + fields
		}
		fmt.Fprintf(&b, "//busgen:event\ntype Event%d struct {\n%s}\n\n", i, fields)
	}
	return b.String()
}

var fieldNames = []string{"Size", "Note", "Total", "Names", "Legs", "Rate", "State", "Side", "Owner", "Extra"}

// fields writes the fields of a struct, and returns their names. Fields of structs that are embedded have the same names, so that some are
// ambiguous and some hidden.
func (d *randomDomain) fields(self string) (text string, names []string) {
	for _, embedded := range d.embeddable {
		if d.IntN(3) == 0 && !strings.HasPrefix(self, "Aspect") {
			text += "\t" + d.pick("", "", "*") + embedded + "\n"
			names = append(names, embedded)
		}
	}
	for range 2 + d.IntN(5) {
		if name := d.pick(fieldNames...); !slices.Contains(names, name) {
			names = append(names, name)
			text += "\t" + name + " " + d.typ(0, self) + "\n"
		}
	}
	return text, names
}

func (d *randomDomain) pick(from ...string) string { return from[d.IntN(len(from))] }

// typ writes a type. A struct may refer to itself.
func (d *randomDomain) typ(depth int, self string) string {
	if depth > 3 {
		return d.pick("int", "string")
	}
	next := func() string { return d.typ(depth+1, self) }
	switch d.IntN(16) {
	case 0:
		return "[]" + next()
	case 1:
		return "map[" + d.key() + "]" + next()
	case 2:
		return "*" + next()
	case 3:
		return fmt.Sprintf("[%d]%s", d.IntN(3), next())
	case 4:
		return "struct{ A " + next() + "; B " + next() + " }"
	case 5:
		return "lib.Pair[" + next() + ", " + next() + "]"
	case 6:
		if self != "" {
			return d.pick("[]", "*", "map[string]") + self
		}
		return "Tree"
	case 7, 8, 9:
		return d.pick(d.structs...)
	case 10:
		return d.pick("time.Time", "udecimal.Decimal", "events.List[int]")
	case 11:
		return d.pick("ID", "Flag", "Names", "Lots", "Tree", "Key")
	}
	return d.pick("int", "string", "bool", "float64", "uint8", "int64", "[]byte", "[]string")
}

func (d *randomDomain) key() string {
	return d.pick("string", "int8", "bool", "float64", "ID", "Flag", "Key", "[2]ID", "time.Time", "struct{ K ID }")
}
