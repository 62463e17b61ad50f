package main

import (
	"fmt"
	"go/token"
	"path/filepath"
	"slices"
	"strings"

	"github.com/busgen/busgen/cmd/busgen/internal/check"
	"github.com/busgen/busgen/cmd/busgen/internal/diag"
	"github.com/busgen/busgen/cmd/busgen/internal/directive"
	"github.com/busgen/busgen/cmd/busgen/internal/emit"
	"github.com/busgen/busgen/cmd/busgen/internal/load"
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
	r := &wiring{folder: folder, clock: clock, before: events, whole: whole, tried: map[string]bool{}}
	list.Append(r.read())
	if list.Failed() {
		return nil, list
	}
	files, findings := r.make()
	list.Append(findings)
	if list.Failed() {
		return nil, list
	}
	clock.stage("write")
	own := func(name string, content []byte) bool {
		return strings.HasSuffix(name, wire.Suffix) && written(content)
	}
	plan, findings := write.New(folder.Dir, files, own, "rename the wired struct")
	list.Append(findings)
	return write.Join(r.before, plan), list
}

// wiring is one run for a package with wired buses.
type wiring struct {
	folder wire.Folder
	clock  *clock
	before *write.Plan // the generated code of other packages that this one needs, not written yet
	whole  []string
	tried  map[string]bool // folders of other packages with wired buses that were brought up to date

	loaded *load.Wiring
	buses  []*wire.Bus
	list   diag.List
}

// read loads the package and finds the calls of its buses. It loads again if it turns out to need the code of a generated package that
// nothing in the module writes.
func (r *wiring) read() diag.List {
	for {
		list := r.load()
		if list.Failed() {
			return list
		}
		r.clock.stage("wire")
		found, list := directive.Find(r.loaded.Fset, r.loaded.Files)
		list.Append(directive.Refuse(r.loaded.Fset, r.loaded.Tests, "a test file"))
		list.Append(r.folder.LeftOut(r.loaded))
		if apart := wire.Apart(r.loaded.Fset, found.Types); apart.Failed() {
			return append(list, apart...)
		}
		result, findings := wire.Build(wire.Input{
			Loaded: r.loaded, Marks: found.Types, Header: emit.Header, Fresh: r.before.Overlay(), Whole: r.whole,
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

// load reads the package, as often as it takes to bring those with wired buses of their own that it needs up to date.
func (r *wiring) load() diag.List {
	for {
		r.clock.stage("load")
		besides := load.Besides{Name: r.folder.Name, Files: r.before.Overlay(), Imports: []string{wire.EventsPath, wire.RuntimePath}}
		for _, name := range r.folder.Buses {
			besides.Files[filepath.Join(r.folder.Dir, name)] = []byte("package " + r.folder.Name + "\n")
		}
		besides.Imports = append(besides.Imports, r.whole...)
		loaded, list := load.Wire(r.folder.Dir, besides)
		if loaded == nil {
			return list
		}
		r.loaded = loaded
		if !list.Failed() {
			return nil
		}
		again, findings := r.others()
		switch {
		case findings.Failed():
			return findings
		case !again:
			return r.explain(list)
		}
	}
}

// others brings the packages up to date that do not compile and have wired buses of their own, and says whether there was one.
func (r *wiring) others() (again bool, list diag.List) {
	for _, p := range load.Closure(r.folder.Dir) {
		found := wire.Find(p.Dir, emit.Header)
		if r.tried[p.Dir] || !slices.Contains(r.loaded.Failed, p.Path) || len(found.Wired) == 0 {
			continue
		}
		r.tried[p.Dir], again = true, true
		plan, findings := wired(found, r.clock)
		if findings.Failed() {
			return false, findings
		}
		r.before = write.Join(r.before, plan)
	}
	return again, nil
}

// explain says of packages of the module that are missing what would write them, in place of what the go command says.
func (r *wiring) explain(list diag.List) diag.List {
	writes := map[string]bool{}
	for name := range r.before.Overlay() {
		writes[filepath.Dir(name)] = true
	}
	for _, p := range load.Closure(r.folder.Dir) {
		about := func(d diag.Diagnostic) bool {
			words := strings.FieldsFunc(d.Message, func(c rune) bool { return strings.ContainsRune(" \"':;,()", c) })
			return slices.Contains(words, p.Path)
		}
		if !p.Missing() || writes[p.Dir] || !slices.ContainsFunc(list, about) {
			continue
		}
		list = append(slices.DeleteFunc(list, about), diag.Diagnostic{
			Pos:     p.Pos,
			Message: fmt.Sprintf("package %s is missing, and no go:generate line of this module writes it", p.Path),
			Hint:    "write //go:generate go tool busgen into the domain package, with -out if the folder is not ../generated",
		})
	}
	return list
}

// make writes the source of the buses, and checks the package with them. Where there are findings, a stub stands in for the buses; where
// not even that can be made, type errors have to wait.
func (r *wiring) make() (map[string][]byte, diag.List) {
	home := emit.Home{Path: r.loaded.Path, Name: r.loaded.Name, Taken: r.loaded.Types.Scope().Names()}
	r.clock.stage("emit")
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
