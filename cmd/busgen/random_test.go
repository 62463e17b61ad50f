package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

var (
	seed    = flag.Uint64("seed", 1, "the seed of the first random domain")
	domains = flag.Int("domains", 16, "the number of random domains that are built together")
	changes = flag.Int("changes", 8, "the number of random changes of each random domain")
	every   = flag.Int("every", 2, "build and run one random domain of this many; the others are type checked only")
	period  = flag.Duration("period", 0, "try more and more random domains for this time")
)

// TestRandomDomains makes random domains and generates their code. Either busgen has findings, at true positions, or the code compiles,
// is as gofmt has it and passes go vet, its buses route as a simple model says, its views show what the structs hold, and kept events
// survive whatever the emitter and the readers change. After a random change of one type the code does not compile, or only busgen check
// can see the change and docs/generated-code.md lists it, or the code is the same for both. To look for failures: -period 10m -seed 100 -domains 40.
func TestRandomDomains(t *testing.T) {
	t.Parallel()
	start := time.Now()
	b := newBatch(t)
	for next := *seed; ; next += uint64(*domains) {
		b.try(next, *domains)
		if time.Since(start) >= *period {
			break
		}
		fmt.Fprintf(os.Stderr, "%s: up to seed %d: %s, %d failures\n", time.Since(start).Round(time.Second), next+uint64(*domains)-1, b.count, b.failures)
	}
	t.Log(b.count.String())
}

// batch builds several domains in one module, since the go command takes longer to start than to compile one.
type batch struct {
	*program
	others   *compiler
	count    *tally
	failures int
}

func newBatch(t *testing.T) *batch {
	p := newProgram(t)
	module(t, p.dir, "example.com/case", "\nrequire corp/far v0.0.0\n\nreplace corp/far => ./far\n")
	put(t, filepath.Join(p.dir, "far/go.mod"), []byte("module corp/far\n\ngo 1.26\n"))
	for from, to := range map[string]string{"check.go": "check", "fill.go": "check", "route.go": "check", "opaque/opaque.go": "far/opaque"} {
		text, err := os.ReadFile("testdata/random/" + from)
		require.NoError(t, err)
		p.put(to+"/"+filepath.Base(from), string(text))
	}
	p.put("needs/needs.go", "package needs\n\nimport (\n\t_ \"database/sql\"\n\t_ \"encoding/json\"\n\t_ \"math/big\"\n\t_ \"net/netip\"\n\t_ \"time\"\n\n\t_ \"corp/far/opaque\"\n\t_ \"github.com/busgen/busgen/events\"\n"+
		"\t_ \"github.com/busgen/busgen/mux\"\n\t_ \"github.com/quagmt/udecimal\"\n)\n")
	return &batch{program: p, others: newCompiler(t, p.dir, nil), count: &tally{}}
}

// try puts several domains to the test.
func (b *batch) try(seed uint64, n int) {
	var imports, calls strings.Builder
	built := map[string]*trial{}
	for i := range uint64(n) {
		name := fmt.Sprintf("c%d", i)
		c := &trial{program: b.program, seed: seed + i, world: newWorld(seed+i, name), runs: i%uint64(*every) == 0, others: b.others.others, count: b.count}
		generated, wrong := c.try(c.generate)
		if wrong != "" {
			wrong = c.shrunk(wrong)
		}
		if generated && wrong == "" {
			_, wrong = c.try(c.changed)
		}
		if generated && wrong == "" {
			_, wrong = c.try(c.faulty)
		}
		if wrong != "" {
			b.failed(c, wrong)
		}
		if !generated || wrong != "" || !c.runs {
			c.remove()
			continue
		}
		built[name] = c
		fmt.Fprintf(&imports, "\t%s \"example.com/case/%s/run\"\n", name, name)
		fmt.Fprintf(&calls, "\tfailed += check.Try(%q, %s.Run)\n", name, name)
	}
	if len(built) == 0 {
		return
	}
	b.put("main.go", "package main\n\nimport (\n\t\"os\"\n\n\t\"example.com/case/check\"\n"+imports.String()+")\n\nfunc main() {\n\tfailed := \"\"\n"+
		calls.String()+"\tos.Stderr.WriteString(failed)\n}\n")
	for _, args := range [][]string{{"vet", "./..."}, {"run", "."}} {
		cmd := exec.Command("go", args...)
		cmd.Dir = b.dir
		output, err := cmd.CombinedOutput()
		if err != nil || len(output) > 0 {
			b.blame(built, string(output))
			break
		}
	}
	for _, c := range built {
		c.remove()
	}
}

// blame finds out which domains an output of the go command is about.
func (b *batch) blame(built map[string]*trial, output string) {
	found := false
	for name, c := range built {
		var lines []string
		for line := range strings.SplitSeq(output, "\n") {
			if strings.Contains(line, "/"+name+"/") || strings.HasPrefix(line, "FAILED "+name+":") || strings.HasPrefix(line, name+"/") {
				lines = append(lines, line)
			}
		}
		if lines != nil {
			found = true
			b.failed(c, strings.Join(lines, "\n"))
		}
	}
	require.True(b.t, found, output)
}

// failed reports a failure with the domain, and how to see it again.
func (b *batch) failed(c *trial, wrong string) {
	b.failures++
	fmt.Fprintf(os.Stderr, "FAILED seed %d: %s\n", c.seed, wrong)
	b.t.Errorf("seed %d: %s\n\n%s\nTo see it again: go test ./cmd/busgen -run TestRandomDomains -domains 1 -seed %d", c.seed, wrong, c.source(), c.seed)
}
