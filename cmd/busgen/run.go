package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
	"github.com/busgen/busgen/cmd/busgen/internal/load"
	"github.com/busgen/busgen/cmd/busgen/internal/pipeline"
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
	clock := pipeline.NewClock()
	out := output{base(dir), stdout, stderr}
	var code int
	if root, all := strings.CutSuffix(o.pattern, "..."); all && o.verb == "check" {
		code = checkAll(filepath.Join(dir, root), clock, out)
	} else {
		code = execute(o, dir, clock, out)
	}
	if o.timing {
		clock.Print(stderr)
	}
	return code
}

// base returns the folder to which printed paths are relative: the working directory or, below go generate, which runs busgen in the
// folder of a package, the root of its module, where the user most likely is.
func base(dir string) string {
	if underGenerate() {
		return load.Root(dir)
	}
	return dir
}

// underGenerate reports whether go generate runs busgen.
func underGenerate() bool { return os.Getenv("GOFILE") != "" && os.Getenv("GOLINE") != "" }

// output is where a run prints, with paths relative to base.
type output struct {
	base           string
	stdout, stderr io.Writer
}

// checkAll checks what each go:generate line of a folder and of those below it generates, and returns the exit code.
func checkAll(root string, clock *pipeline.Clock, out output) int {
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
			fmt.Fprintf(out.stderr, "busgen: that is what a go:generate line in %s says\n", diag.Relative(line.Dir, out.base))
			code = exitFindings
		case o.verb == "generate":
			o.verb = "check"
			code = max(code, execute(o, line.Dir, clock, out))
		}
	}
	if len(done) == 0 {
		fmt.Fprintf(out.stderr, "busgen: no go:generate line below %s runs busgen\n", diag.Relative(root, out.base))
		return exitFindings
	}
	return code
}

// execute does what the options ask for, and returns the exit code.
func execute(o options, dir string, clock *pipeline.Clock, out output) int {
	defer clock.Stop()
	job := pipeline.Job{Dir: dir, Pattern: o.pattern, Out: o.out, Clock: clock, Parse: job}
	unlock, err := pipeline.Alone(job.Place())
	if err != nil {
		fmt.Fprintf(out.stderr, "busgen: can't keep other runs waiting: %v\n", err)
		return exitFindings
	}
	defer unlock()
	plan, list := pipeline.Run(job)
	list.Print(out.stderr, out.base)
	if list.Failed() {
		return exitFindings
	}
	if o.verb == "check" {
		return stale(plan, out)
	}
	if err := plan.Apply(underGenerate()); err != nil {
		fmt.Fprintf(out.stderr, "busgen: %v\n", err)
		return exitFindings
	}
	plan.Summary(out.stderr, out.base, underGenerate())
	return exitOK
}

// job returns what a go:generate line generates; false if it is wrong or generates nothing.
func job(args []string) (pipeline.Job, bool) {
	o, err := parse(args, io.Discard)
	return pipeline.Job{Pattern: o.pattern, Out: o.out}, err == nil && o.verb == "generate"
}

// stale prints what is out of date and how.
func stale(plan *pipeline.Plan, out output) int {
	if !plan.Stale() {
		return exitOK
	}
	if err := plan.Diff(out.stdout, out.base); err != nil {
		fmt.Fprintf(out.stderr, "busgen: %v\n", err)
	}
	fmt.Fprintln(out.stderr, "busgen: the generated code is out of date, run go generate")
	return exitFindings
}
