package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"go/token"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/busgen/busgen/cmd/busgen/internal/check"
	"github.com/busgen/busgen/cmd/busgen/internal/diag"
	"github.com/busgen/busgen/cmd/busgen/internal/directive"
	"github.com/busgen/busgen/cmd/busgen/internal/emit"
	"github.com/busgen/busgen/cmd/busgen/internal/load"
	"github.com/busgen/busgen/cmd/busgen/internal/lock"
	"github.com/busgen/busgen/cmd/busgen/internal/model"
	"github.com/busgen/busgen/cmd/busgen/internal/wire"
	"github.com/busgen/busgen/cmd/busgen/internal/write"
)

// The exit codes.
const (
	exitOK       = 0
	exitFindings = 1
	exitUsage    = 2
)

// run does what the command line args ask for, with dir as the working directory, and returns the exit code.
func run(args []string, dir string, stdout, stderr io.Writer) int {
	o, err := parse(args, stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return exitOK
	case err != nil:
		return exitUsage
	}
	if verb := misspelt(dir, o.pattern); verb != "" {
		_ = complain(stderr, fmt.Sprintf("%s is neither a verb nor a package; did you mean %s?", o.pattern, verb))
		return exitUsage
	}
	clock := newClock()
	out := output{dir, stdout, stderr}
	var code int
	if root, all := strings.CutSuffix(o.pattern, "..."); all && o.verb == "check" {
		code = checkAll(filepath.Join(dir, root), clock, out)
	} else {
		code = execute(o, dir, clock, out)
	}
	if o.timing {
		clock.print(stderr)
	}
	return code
}

// output is where a run prints, with paths relative to base.
type output struct {
	base           string
	stdout, stderr io.Writer
}

// checkAll checks what each go:generate line of a folder and of those below it generates, and returns the exit code.
func checkAll(root string, clock *clock, out output) int {
	code, done := exitOK, map[string]bool{}
	for _, line := range load.Generators(root) {
		under, err := filepath.Rel(root, line.Dir)
		key := line.Dir + "\x00" + strings.Join(line.Args, "\x00")
		if err != nil || under == ".." || strings.HasPrefix(under, ".."+string(filepath.Separator)) || done[key] {
			continue
		}
		done[key] = true
		o, err := parse(line.Args, out.stderr)
		switch {
		case err != nil:
			fmt.Fprintf(out.stderr, "busgen: that is what a go:generate line in %s says\n", line.Dir)
			code = exitFindings
		case o.verb == "generate":
			o.verb = "check"
			code = max(code, execute(o, line.Dir, clock, out))
		}
	}
	if len(done) == 0 {
		fmt.Fprintf(out.stderr, "busgen: no go:generate line below %s runs busgen\n", root)
		return exitFindings
	}
	return code
}

// execute does what the options ask for, and returns the exit code.
func execute(o options, dir string, clock *clock, out output) int {
	defer clock.stop()
	unlock, err := alone(place(dir, o.pattern))
	if err != nil {
		fmt.Fprintf(out.stderr, "busgen: can't keep other runs waiting: %v\n", err)
		return exitFindings
	}
	defer unlock()
	plan, list := prepare(o, dir, clock)
	list.Print(out.stderr, out.base)
	if list.Failed() {
		return exitFindings
	}
	if o.verb == "check" {
		return stale(plan, out)
	}
	if err := plan.Apply(os.Getenv("GOLINE") != ""); err != nil { // go generate sets it
		fmt.Fprintf(out.stderr, "busgen: %v\n", err)
		return exitFindings
	}
	return exitOK
}

// place returns the folder that a pattern means, or dir if only the go command knows.
func place(dir, pattern string) string {
	if folder, ok := load.Folder(dir, pattern); ok {
		return folder
	}
	return dir
}

// prepare says what there is to write: the wired buses of a package that has some, and otherwise the code of a domain.
func prepare(o options, dir string, clock *clock) (*write.Plan, diag.List) {
	if folder, ok := load.Folder(dir, o.pattern); ok && mayWire(folder) {
		if found := wire.Find(folder, emit.Header); found.Has() {
			return wired(found, clock)
		}
	}
	return generate(o, dir, clock)
}

// mayWire says whether it is worth looking for wired structs, and the buses of former ones, with a parser: on 2000 events that takes
// 30 ms.
func mayWire(dir string) bool {
	return slices.ContainsFunc(load.GoFiles(dir), func(name string) bool {
		text, err := os.ReadFile(name)
		return err == nil && (strings.HasSuffix(name, wire.Suffix) || bytes.Contains(text, []byte("//"+directive.Tool+":"+directive.Wire)))
	})
}

// generate goes through the stages up to the write, and says what there is to write. With any finding there is nothing.
func generate(o options, dir string, clock *clock) (*write.Plan, diag.List) {
	clock.stage("load")
	loaded, list := load.Load(dir, o.pattern)
	if loaded == nil {
		return nil, list
	}
	out, findings := loaded.Output(o.out)
	list.Append(findings)
	domain, findings := understand(loaded, out, clock)
	list.Append(findings)
	if len(list) == 0 {
		list.Append(check.Empty(domain, loaded.Fset.Position(loaded.Files[0].Name.Pos())))
	}
	if len(list) > 0 {
		return nil, list
	}
	plan, list := render(domain, out, loaded, clock)
	list.Append(out.Unvendored(wire.EventsPath, wire.RuntimePath))
	return plan, list
}

// understand goes through the stages that look at the input, all that can run, and collects what they find.
func understand(loaded *load.Package, out load.Output, clock *clock) (*model.Package, diag.List) {
	clock.stage("directives")
	found, list := directive.Find(loaded.Fset, loaded.Files)
	list.Append(directive.Refuse(loaded.Fset, loaded.Tests, "a test file"))
	events, findings := wire.Elsewhere(loaded.Fset, found.Types)
	found.Types = events
	list.Append(findings)
	clock.stage("model")
	domain, findings := model.Build(loaded, found)
	list.Append(findings)
	clock.stage("check")
	list.Append(check.Model(domain, out.Path))
	return domain, list
}

// render goes through the stages that make the output.
func render(domain *model.Package, out load.Output, loaded *load.Package, clock *clock) (*write.Plan, diag.List) {
	clock.stage("lock")
	numbers, list := numbers(out.Dir, domain, loaded)
	if list.Failed() {
		return nil, list
	}
	clock.stage("emit")
	files, err := emit.Package(domain, emit.Output{Path: out.Path, Name: out.Name}, numbers)
	if err != nil {
		list.Addf(token.Position{}, "busgen made code that is not Go, which is its own fault: %v", err)
		return nil, list
	}
	clock.stage("write")
	files[lock.Name] = numbers.Bytes()
	plan, findings := write.New(out.Dir, files, own, "generate into a folder of its own with -out")
	return plan, append(list, findings...)
}

// own says whether busgen wrote a file: then it may be replaced or removed.
func own(name string, content []byte) bool {
	return name == lock.Name || strings.HasSuffix(name, ".go") && written(content)
}

// written says whether Go source is busgen's.
func written(content []byte) bool { return write.Generated(emit.Header, content) }

// stale prints what is out of date and how.
func stale(plan *write.Plan, out output) int {
	if !plan.Stale() {
		return exitOK
	}
	if err := plan.Diff(out.stdout, out.base); err != nil {
		fmt.Fprintf(out.stderr, "busgen: %v\n", err)
	}
	fmt.Fprintln(out.stderr, "busgen: the generated code is out of date, run go generate")
	return exitFindings
}

// clock takes the time of the stages of one run, for -timing.
type clock struct {
	begun  time.Time
	stages []stage
	open   bool // the last stage has not ended
}

type stage struct {
	name  string
	begun time.Time
	took  time.Duration
}

func newClock() *clock { return &clock{begun: time.Now()} }

// stage ends the current stage and begins the next.
func (c *clock) stage(name string) {
	c.stop()
	c.stages = append(c.stages, stage{name: name, begun: time.Now()})
	c.open = true
}

// stop ends the current stage, if there is one.
func (c *clock) stop() {
	if c.open {
		last := &c.stages[len(c.stages)-1]
		last.took = time.Since(last.begun)
		c.open = false
	}
}

// print writes the stages that ran, in their order, and the total, a line each.
func (c *clock) print(w io.Writer) {
	line := func(name string, took time.Duration) {
		fmt.Fprintf(w, "%-10s %9.2fms\n", name, float64(took)/float64(time.Millisecond))
	}
	for _, s := range c.stages {
		line(s.name, s.took)
	}
	line("total", time.Since(c.begun))
}
