package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
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

// run executes the command line args in the working directory dir, and returns the exit code.
func run(args []string, dir string, stdout, stderr io.Writer) int {
	o, err := parse(args, stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return exitOK
	case err != nil:
		return exitUsage
	}
	if first := o.patterns[0]; misspelt(dir, first) != "" {
		_ = complain(stderr, fmt.Sprintf("%s is neither a verb nor a package; did you mean %s?", first, misspelt(dir, first)))
		return exitUsage
	}
	clock := pipeline.NewClock()
	out := output{base(dir), o.json, stdout, stderr}
	var code int
	if o.each {
		code = each(filepath.Join(dir, strings.TrimSuffix(o.patterns[0], "...")), o, clock, out)
	} else {
		code = execute(o, dir, clock, out)
	}
	if o.timing {
		clock.Print(stderr)
	}
	return code
}

// each runs a verb for each go:generate line in a folder and below it, with the arguments of the line, and returns the exit code.
func each(root string, asked options, clock *pipeline.Clock, out output) int {
	code, done := exitOK, map[string]bool{}
	for _, line := range load.Generators(root) {
		under, err := filepath.Rel(root, line.Dir)
		key := line.Dir + "\x00" + strings.Join(line.Args, "\x00")
		if err != nil || under == ".." || strings.HasPrefix(under, ".."+string(filepath.Separator)) || done[key] {
			continue
		}
		done[key] = true
		o, err := parse(line.Args, io.Discard)
		switch {
		case err != nil:
			code = out.list(diag.List{{Pos: line.Pos, Message: fmt.Sprintf("this go:generate line is wrong: %v", err), Hint: "busgen -h lists the flags"}})
		case o.verb == "generate":
			o.verb, o.against, o.all = asked.verb, asked.against, true
			code = max(code, execute(o, line.Dir, clock, out))
		}
	}
	if len(done) == 0 {
		return out.fail("no go:generate line below %s runs busgen", diag.Relative(root, out.base))
	}
	return code
}

// execute runs one verb, and returns the exit code.
func execute(o options, dir string, clock *pipeline.Clock, out output) int {
	defer clock.Stop()
	job := pipeline.Job{Dir: dir, Patterns: o.patterns, Out: o.out, Clock: clock, Parse: job}
	unlock, err := pipeline.Alone(job.Place())
	if err != nil {
		return out.fail("can't lock the module against other runs: %v", err)
	}
	defer unlock()
	if o.verb == "breaking" {
		return out.list(pipeline.Breaking(job, o.against, o.all))
	}
	plan, list := pipeline.Run(job)
	code := out.list(list)
	switch {
	case code != exitOK:
		return code
	case o.verb == "check":
		return stale(plan, out)
	}
	if err := plan.Apply(underGenerate()); err != nil {
		return out.fail("%v", err)
	}
	plan.Summary(out.stderr, out.base, underGenerate())
	return exitOK
}

// job returns the job of a go:generate line; false if the line is wrong or generates nothing.
func job(args []string) (pipeline.Job, bool) {
	o, err := parse(args, io.Discard)
	return pipeline.Job{Patterns: o.patterns, Out: o.out}, err == nil && o.verb == "generate"
}

// stale prints what is out of date and how, and returns the exit code.
func stale(plan *pipeline.Plan, out output) int {
	switch {
	case !plan.Stale():
		return exitOK
	case out.json:
		return out.list(plan.OutOfDate())
	}
	if err := plan.Diff(out.stdout, out.base); err != nil {
		out.fail("%v", err)
	}
	return out.fail("the generated code is out of date: run go generate ./...")
}
