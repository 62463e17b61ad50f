package pipeline

import (
	"maps"
	"slices"

	"github.com/busgen/busgen/cmd/busgen/internal/check"
	"github.com/busgen/busgen/cmd/busgen/internal/diag"
	"github.com/busgen/busgen/cmd/busgen/internal/load"
	"github.com/busgen/busgen/cmd/busgen/internal/lock"
	"github.com/busgen/busgen/cmd/busgen/internal/wire"
)

// step brings one package up to date: a generated one from its domain, or one with wired buses.
type step struct {
	domain *Job         // nil for wired buses
	buses  *wire.Folder // nil for a domain
	// generated are the import paths of the generated packages that a package with wired buses depends on and may import, sorted.
	generated []string
}

// order lists what a package with wired buses needs: the steps, each after those that it depends on, the package itself last; and the
// packages of the module that it depends on.
type order struct {
	steps  []step
	locals []load.Local
}

// plan finds the order from import lines and go:generate lines only, so that nothing has to compile or to exist. A cycle is an error.
func plan(job Job, dir string) (order, diag.List) {
	home, _ := load.ImportPath(dir) // outside of a module there is nothing to import
	g := &graph{job: job, home: dir, writers: writers(job, dir), done: map[string][]string{}}
	g.visit(node{Local: load.Local{Path: home, Dir: dir, Built: true}})
	return g.order, g.list
}

// writers returns the jobs of the go:generate lines of a module, by output folder. It leaves out jobs that read the package in dir itself.
func writers(job Job, dir string) map[string]*Job {
	found := map[string]*Job{}
	for _, line := range load.Generators(dir) {
		its, ok := job.Parse(line.Args)
		if !ok {
			continue
		}
		its.Dir, its.Clock, its.Parse = line.Dir, job.Clock, job.Parse
		base, known := its.first()
		domains := its.folders()
		if !known || slices.Contains(domains, dir) {
			continue
		}
		out := load.OutputDir(base, its.Out)
		if found[out] == nil && slices.ContainsFunc(domains, func(domain string) bool { return wire.Find(domain).Events() }) {
			found[out] = &its
		}
	}
	return found
}

// graph is the graph of dependencies: a package depends on its imports, and a generated package on its domain.
type graph struct {
	job     Job
	home    string
	writers map[string]*Job
	order   order
	list    diag.List

	trail []node              // the path to the current package
	done  map[string][]string // the generated packages that a package depends on, itself included, by its folder
}

// node is a package, and how the one before it on the trail depends on it.
type node struct {
	load.Local
	writes bool // it is the domain of a generated package
}

// visit adds the steps for a package after those of the packages that it depends on.
func (g *graph) visit(n node) {
	if _, done := g.done[n.Dir]; done {
		return
	}
	if i := slices.IndexFunc(g.trail, func(other node) bool { return other.Dir == n.Dir }); i >= 0 {
		g.list.Append(cycle(append(slices.Clone(g.trail[i:]), n)))
		return
	}
	g.trail = append(g.trail, n)
	writer, buses := g.writers[n.Dir], (*wire.Folder)(nil)
	generated := map[string]bool{n.Path: writer != nil || lock.Exists(n.Dir)}
	if !generated[n.Path] && mayWire(n.Dir) {
		if found := wire.Find(n.Dir); found.Has() {
			buses = &found
		}
	}
	for _, next := range g.needs(n, writer, buses) {
		g.visit(next)
		for _, path := range g.done[next.Dir] {
			generated[path] = true
		}
	}
	g.trail = g.trail[:len(g.trail)-1]
	maps.DeleteFunc(generated, func(_ string, is bool) bool { return !is })
	g.done[n.Dir] = slices.Sorted(maps.Keys(generated))
	g.order.locals = append(g.order.locals, n.Local)
	switch {
	case writer != nil:
		g.order.steps = append(g.order.steps, step{domain: writer})
	case buses != nil:
		within := func(path string) bool { return !check.Importable(path, n.Path) }
		g.order.steps = append(g.order.steps, step{buses: buses, generated: slices.DeleteFunc(slices.Clone(g.done[n.Dir]), within)})
	}
}

// needs returns the dependencies of a package. It ignores the imports of generated files, which will be replaced.
func (g *graph) needs(n node, writer *Job, buses *wire.Folder) []node {
	if writer != nil {
		var all []node
		for _, dir := range writer.folders() {
			path, _ := load.ImportPath(dir) // it is in the module
			all = append(all, node{Local: load.Local{Path: path, Dir: dir, Built: true}, writes: true})
		}
		return all
	}
	var replaced []string
	if buses != nil {
		replaced = buses.Buses
	}
	var all []node
	for _, l := range load.Imports(g.home, n.Dir, replaced...) {
		all = append(all, node{Local: l})
	}
	return all
}
