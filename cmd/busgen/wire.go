package main

import (
	"bytes"
	"fmt"
	"go/token"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/busgen/busgen/cmd/busgen/internal/check"
	"github.com/busgen/busgen/cmd/busgen/internal/diag"
	"github.com/busgen/busgen/cmd/busgen/internal/directive"
	"github.com/busgen/busgen/cmd/busgen/internal/emit"
	"github.com/busgen/busgen/cmd/busgen/internal/load"
	"github.com/busgen/busgen/cmd/busgen/internal/lock"
	"github.com/busgen/busgen/cmd/busgen/internal/wire"
	"github.com/busgen/busgen/cmd/busgen/internal/write"
)

// wired goes through the stages for a package with wired buses: first its events' code is brought up to date, as far as
// the package's module generates it, without writing yet; then the package is read beside that.
func wired(folder wire.Folder, clock *clock) (*write.Plan, diag.List) {
	events, whole, list := events(folder.Dir, clock)
	if list.Failed() {
		return nil, list
	}
	clock.stage("load")
	r := &wiring{folder: folder, fresh: events.Overlay(), whole: whole}
	if list = r.read(); list.Failed() {
		return nil, list
	}
	clock.stage("wire")
	files, findings := r.make()
	list.Append(findings)
	if list.Failed() {
		return nil, list
	}
	clock.stage("write")
	own := func(name string, content []byte) bool {
		return strings.HasSuffix(name, wire.Suffix) && bytes.HasPrefix(content, []byte("// "+emit.Header))
	}
	plan, findings := write.New(folder.Dir, files, own, "rename the wired struct")
	list.Append(findings)
	return write.Join(events, plan), list
}

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

// wiring is one run for a package with wired buses.
type wiring struct {
	folder wire.Folder
	fresh  map[string][]byte // generated code that is not written yet
	whole  []string

	loaded *load.Wiring
	buses  []*wire.Bus
	list   diag.List
}

// read loads the package and settles who gets what. It loads again if it turns out to need the code of a generated package that
// nothing in the module writes.
func (r *wiring) read() diag.List {
	for {
		list := r.load()
		if list.Failed() {
			return list
		}
		marks, list := directive.Find(r.loaded.Fset, r.loaded.Files)
		list.Append(directive.Refuse(r.loaded.Fset, r.loaded.Tests, "a test file"))
		if apart := wire.Apart(r.loaded.Fset, marks); apart.Failed() {
			return append(list, apart...)
		}
		result, findings := wire.Build(wire.Input{
			Loaded: r.loaded, Marks: marks, Header: emit.Header, Fresh: r.fresh, Whole: r.whole,
			Reach: func(path string) bool { return check.Importable(path, r.loaded.Path) },
		})
		if again := len(result.Wanted) > 0; again {
			r.whole = append(r.whole, result.Wanted...)
			continue
		}
		r.buses, r.list = result.Buses, append(list, findings...)
		return nil
	}
}

func (r *wiring) load() diag.List {
	besides := load.Besides{Name: r.folder.Name, Files: map[string][]byte{}}
	for name, content := range r.fresh {
		besides.Files[name] = content
	}
	for _, name := range r.folder.Buses {
		besides.Files[filepath.Join(r.folder.Dir, name)] = []byte("package " + r.folder.Name + "\n")
	}
	besides.Imports = append([]string{wire.EventsPath, wire.RuntimePath}, r.whole...)
	loaded, list := load.Wire(r.folder.Dir, besides)
	if loaded == nil {
		return list
	}
	r.loaded = loaded
	return r.first(list)
}

// first says what to generate first: packages that nothing generates, and those that do not compile and have wired buses of
// their own.
func (r *wiring) first(list diag.List) diag.List {
	var first diag.List
	for _, p := range load.Closure(r.folder.Dir) {
		if p.Missing() && !r.writes(p.Dir) {
			first.Add(diag.Diagnostic{
				Pos:     p.Pos,
				Message: fmt.Sprintf("package %s is missing, and no go:generate line of this module writes it", p.Path),
				Hint:    "write //go:generate go tool busgen into the domain package, with -out if the folder is not ../generated",
			})
		}
		if slices.Contains(r.loaded.Failed, p.Path) && wire.Find(p.Dir, emit.Header).Wires {
			first.Add(diag.Diagnostic{
				Pos:     p.Pos,
				Message: fmt.Sprintf("package %s does not compile; it has a wired bus of its own, which may be missing or stale", p.Path),
				Hint:    "run go generate there first, and then here again",
			})
		}
	}
	if len(first) > 0 {
		return first
	}
	return list
}

// writes says whether this run writes into a folder.
func (r *wiring) writes(dir string) bool {
	for name := range r.fresh {
		if filepath.Dir(name) == dir {
			return true
		}
	}
	return false
}

// make writes the source of the buses, and checks the package with them. Where there are findings, a stub stands in for the buses; where
// not even that can be made, type errors have to wait.
func (r *wiring) make() (map[string][]byte, diag.List) {
	home := emit.Home{Path: r.loaded.Path, Name: r.loaded.Name, Taken: r.loaded.Types.Scope().Names()}
	files, list := map[string][]byte{}, r.list
	if slices.ContainsFunc(r.buses, func(b *wire.Bus) bool { return b.Generated.Path == "" }) {
		return nil, list
	}
	var err error
	if list.Failed() {
		files["stub"+wire.Suffix], err = emit.Stub(home, r.buses)
	} else {
		for _, bus := range r.buses {
			name, content, failed := emit.Wired(home, bus)
			files[name], err = content, failed
			if err != nil {
				break
			}
		}
	}
	if err != nil {
		list.Addf(token.Position{}, "busgen made code that is not Go, which is its own fault: %v", err)
		return nil, list
	}
	list.Append(r.loaded.Check(files))
	return files, list
}
