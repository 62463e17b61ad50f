package main

import (
	"io"
	"slices"

	"github.com/busgen/busgen/cmd/busgen/internal/check"
	"github.com/busgen/busgen/cmd/busgen/internal/diag"
	"github.com/busgen/busgen/cmd/busgen/internal/emit"
	"github.com/busgen/busgen/cmd/busgen/internal/load"
	"github.com/busgen/busgen/cmd/busgen/internal/lock"
	"github.com/busgen/busgen/cmd/busgen/internal/wire"
	"github.com/busgen/busgen/cmd/busgen/internal/write"
)

// events says what there is to write of the generated packages that a package needs and go:generate lines of its module write.
// whole are the import paths of all generated packages that it needs, and of their domains.
func events(dir string, clock *clock) (plan *write.Plan, whole []string, list diag.List) {
	clock.stage("events")
	needs := map[string]string{}
	for _, p := range load.Closure(dir) {
		needs[p.Dir] = p.Path
		if lock.Exists(p.Dir) {
			whole = append(whole, p.Path)
		}
	}
	var plans []*write.Plan
	done := map[string]bool{}
	for _, line := range load.Generators(dir) {
		o, err := parse(line.Args, io.Discard)
		domain, ok := load.Folder(line.Dir, o.pattern)
		if err != nil || !ok || o.verb != "generate" || domain == dir {
			continue
		}
		out := load.OutputDir(domain, o.out)
		if needs[out] == "" || done[out] || !wire.Find(domain, emit.Header).Events {
			continue
		}
		done[out] = true
		p, findings := generate(options{verb: o.verb, out: o.out, pattern: "."}, domain, clock)
		list.Append(findings)
		whole = append(whole, needs[out])
		if path, err := load.ImportPath(domain); err == nil {
			whole = append(whole, path) // the bus names its types
		}
		if p != nil {
			plans = append(plans, p)
		}
	}
	slices.Sort(whole)
	home, _ := load.ImportPath(dir) // outside of a module there is nothing to import
	whole = slices.DeleteFunc(whole, func(path string) bool { return !check.Importable(path, home) })
	return write.Join(plans...), slices.Compact(whole), list
}
