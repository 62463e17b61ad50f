package pipeline

import (
	"go/token"
	"path/filepath"
	"slices"

	"github.com/busgen/busgen/cmd/busgen/internal/check"
	"github.com/busgen/busgen/cmd/busgen/internal/diag"
	"github.com/busgen/busgen/cmd/busgen/internal/directive"
	"github.com/busgen/busgen/cmd/busgen/internal/emit"
	"github.com/busgen/busgen/cmd/busgen/internal/load"
	"github.com/busgen/busgen/cmd/busgen/internal/wire"
	"github.com/busgen/busgen/cmd/busgen/internal/write"
)

// Wired plans the wired buses of a package, and the code of all packages of its module that it needs and that busgen writes. Each package
// comes after those that it depends on, and sees what they will write. If there is an error, the plan is nil.
func Wired(job Job) (*Plan, diag.List) {
	job.Clock.Stage("order")
	order, list := plan(job, job.Place())
	before := &Plan{Plan: write.Join()}
	for i, step := range order.steps {
		if list.Failed() {
			return nil, list
		}
		var next *Plan
		var findings diag.List
		switch last := i == len(order.steps)-1; {
		case step.domain != nil:
			step.domain.fresh = before.Overlay()
			next, findings = Domain(*step.domain)
		default:
			next, findings = wired(step, order.locals, before.Overlay(), job.Clock)
			if !last && !findings.Failed() {
				findings = nil // a run for that package notes them
			}
		}
		list.Append(findings)
		if !list.Failed() {
			before = before.join(next)
		}
	}
	if list.Failed() {
		return nil, list
	}
	return before, list
}

// wired runs the stages for one package with wired buses. fresh has files that are not written yet.
func wired(s step, locals []load.Local, fresh map[string][]byte, clock *Clock) (*Plan, diag.List) {
	clock.Stage("load")
	loaded, list := read(s.buses, fresh)
	if list.Failed() {
		return nil, explain(list, locals, fresh)
	}
	clock.Stage("wire")
	found, list := directive.Find(loaded.Fset, loaded.Files)
	list.Append(directive.Refuse(loaded.Fset, loaded.Tests, "a test file"))
	list.Append(s.buses.LeftOut(loaded))
	if apart := wire.Apart(loaded.Fset, found.Types); apart.Failed() {
		return nil, append(list, apart...)
	}
	buses, findings := wire.Build(wire.Input{
		Loaded: loaded, Marks: found.Types, Fresh: fresh, Generated: s.generated,
		Reach: func(path string) bool { return check.Importable(path, loaded.Path) },
	})
	list.Append(findings)
	clock.Stage("emit")
	files, does, findings := source(loaded, buses, list.Failed())
	list.Append(findings)
	if list.Failed() {
		return nil, list
	}
	clock.Stage("write")
	changes, findings := write.New(write.Read(s.buses.Dir), files, ownBuses, "rename the wired struct")
	list.Append(findings)
	return &Plan{Plan: changes, parts: []part{{changes: changes, dir: s.buses.Dir, buses: does}}}, list
}

// read loads a package without the buses that busgen wrote.
func read(folder *wire.Folder, fresh map[string][]byte) (*load.Wiring, diag.List) {
	besides := load.Besides{Name: folder.Name, Files: fresh, Imports: []string{wire.EventsPath, wire.RuntimePath}}
	for _, name := range folder.Buses {
		besides.Files[filepath.Join(folder.Dir, name)] = nil
	}
	return load.Wire(folder.Dir, besides)
}

// source returns the source of the buses, and the type errors of the package with it. If there are errors already, a stub replaces the
// buses; if that can't be made either, type errors are not reported yet. does describes each bus, by the name of its file.
func source(loaded *load.Wiring, buses []*wire.Bus, failed bool) (files map[string][]byte, does map[string]string, list diag.List) {
	if slices.ContainsFunc(buses, func(b *wire.Bus) bool { return b.Generated.Path == "" }) {
		return nil, nil, nil
	}
	files, does = map[string][]byte{}, map[string]string{}
	home := emit.Home{Path: loaded.Path, Name: loaded.Name, Taken: loaded.Types.Scope().Names()}
	var err error
	if failed {
		files["stub"+wire.Suffix], err = emit.Stub(home, buses)
		buses = nil
	}
	for _, bus := range buses {
		var name string
		var content []byte
		if name, content, err = emit.Wired(home, bus); err != nil {
			break
		}
		files[name], does[name] = content, eventsCarried(bus)
	}
	if err != nil {
		list.Addf(token.Position{}, "busgen generated code that is not Go, which is a bug in busgen: %v", err)
		return nil, nil, list
	}
	return files, does, loaded.Check(files)
}
