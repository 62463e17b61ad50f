package main

import (
	"fmt"
	"go/format"
	"go/types"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/stretchr/testify/require"
)

// trial is one random domain on its way through the property.
type trial struct {
	*program
	seed   uint64
	world  *world
	runs   bool // it is built and run, with a wired bus
	app    *app
	others map[string]*types.Package // packages that no trial changes
	count  *tally
}

// tally counts what happened to domains.
type tally struct{ domains, runs, findings, notGo, changes, seen, unseen, harmless, skipped, faults int }

func (c *tally) String() string {
	return fmt.Sprintf("%d domains: %d were run, %d have findings, %d are not Go; %d changes: %d do not compile, %d only check finds, %d do not matter; "+
		"%d changes are not Go; %d faults", c.domains, c.runs, c.findings, c.notGo, c.changes, c.seen, c.unseen, c.harmless, c.skipped, c.faults)
}

// failure is what is wrong with the code of a domain.
type failure string

// fail ends a trial.
func fail(format string, args ...any) { panic(failure(fmt.Sprintf(format, args...))) }

// try runs a part of the trial, and returns what is wrong.
func (c *trial) try(part func() bool) (ok bool, wrong string) {
	defer func() {
		if r := recover(); r != nil {
			f, isFailure := r.(failure)
			if !isFailure {
				panic(r)
			}
			wrong = string(f)
		}
	}()
	return part(), ""
}

// write writes the source files of a world.
func (c *trial) write(w *world) {
	for name, text := range w.files() {
		c.put(name, text)
	}
}

// generate writes the domain and generates its code and that of a wired bus. It reports whether there is some: a domain may have findings,
// with true positions.
func (c *trial) generate() bool {
	c.count.domains++
	c.write(c.world)
	if broken := c.compile(); len(broken) > 0 {
		c.count.notGo++
		return false
	}
	if !c.busgen(c.patterns()...) {
		return false
	}
	if c.runs {
		c.chance(2000)
		c.app = c.world.newApp(c.sources("generated"))
		c.put(c.world.name+"/app/a.go", c.app.source(c.world))
		if !c.busgen("./" + c.world.name + "/app") {
			return false
		}
	}
	if broken := c.compile(); len(broken) > 0 {
		fail("the generated code does not compile:\n%s", strings.Join(broken, "\n"))
	}
	for _, of := range []string{"generated", "app"} {
		for name, text := range c.sources(of) {
			want, err := format.Source([]byte(text))
			if err != nil || string(want) != text {
				fail("%s is not as gofmt has it: %v\n%s", filepath.Base(name), err, firstDifference(text, string(want)))
			}
		}
	}
	if c.runs {
		c.count.runs++
		c.put(c.world.name+"/run/run.go", c.app.run(c.world))
	}
	return true
}

// firstDifference returns the first lines in which two texts differ.
func firstDifference(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("line %d is\n%q\nin place of\n%q", i+1, a[i], b[i])
		}
	}
	return "one is the beginning of the other"
}

// patterns are the arguments with which busgen generates the events.
func (c *trial) patterns() []string {
	args := []string{"-out", "../generated", "./" + c.world.name + "/domain"}
	if c.world.of("risk") != nil {
		args = append(args, "./"+c.world.name+"/risk")
	}
	return args
}

// busgen runs busgen, and reports whether it has no findings. Those that it has must have true positions.
func (c *trial) busgen(args ...string) bool {
	code, stdout, stderr := c.run(append([]string{"-json"}, args...)...)
	found := c.findings(stdout)
	if _, rest := summary(stderr); rest != "" {
		fail("%s", rest)
	}
	if code == exitOK {
		return true
	}
	c.count.findings++
	if len(found) == 0 {
		fail("exit code %d without a finding", code)
	}
	for _, f := range found {
		if wrong := untrue(c.dir, f); f.Severity == "error" && wrong != "" {
			fail("%s", wrong)
		}
	}
	return false
}

func (c *trial) findings(stdout string) []finding { return decode(c.t, stdout) }

// sources returns the files of a folder of the world that busgen wrote.
func (c *trial) sources(of string) map[string]string {
	files, err := filepath.Glob(filepath.Join(c.dir, c.world.name, of, "*.go"))
	require.NoError(c.t, err)
	texts := map[string]string{}
	for _, name := range files {
		text, err := os.ReadFile(name)
		require.NoError(c.t, err)
		if filepath.Base(name) != "a.go" {
			texts[name] = string(text)
		}
	}
	return texts
}

// compile type checks the packages of the world, and returns errors.
func (c *trial) compile() []string {
	main, far := "example.com/case/"+c.world.name, "corp/far/"+c.world.name
	roots := map[string]string{main: filepath.Join(c.dir, c.world.name), far: filepath.Join(c.dir, "far", c.world.name)}
	r := (&compiler{c.t, roots, c.others}).start()
	var paths []string
	for _, p := range c.world.packages {
		paths = append(paths, c.world.path(p.tag))
	}
	for _, tag := range []string{"generated", "app", "run"} {
		if len(sources(filepath.Join(c.dir, c.world.name, tag))) > 0 {
			paths = append(paths, main+"/"+tag)
		}
	}
	for _, path := range paths {
		if _, err := r.Import(path); err != nil && r.list == nil {
			r.list = append(r.list, "import cycle")
		}
	}
	return r.list
}

// source returns the whole source of the domain.
func (c *trial) source() string {
	files := c.world.files()
	var b strings.Builder
	for _, p := range c.world.packages {
		name := c.world.file(p.tag)
		fmt.Fprintf(&b, "-- %s --\n%s\n", name, strings.TrimSpace(files[name]))
	}
	if c.app != nil {
		fmt.Fprintf(&b, "-- %s/app/a.go --\n%s\n", c.world.name, c.app.source(c.world))
	}
	return b.String()
}

// remove removes all files of the world.
func (c *trial) remove() {
	require.NoError(c.t, os.RemoveAll(filepath.Join(c.dir, c.world.name)))
	require.NoError(c.t, os.RemoveAll(filepath.Join(c.dir, "far", c.world.name)))
}

// isOurs reports whether an error of the compiler is in code that busgen wrote.
func isOurs(message string) bool {
	return slices.ContainsFunc([]string{"/generated/", "/app/consumers_bus.go"}, func(part string) bool { return strings.Contains(message, part) })
}
