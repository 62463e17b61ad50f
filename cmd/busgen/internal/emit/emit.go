package emit

import (
	"bytes"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/dave/jennifer/jen"

	"github.com/busgen/busgen/cmd/busgen/internal/gofile"
	"github.com/busgen/busgen/cmd/busgen/internal/layout"
	"github.com/busgen/busgen/cmd/busgen/internal/model"
)

const (
	eventsPath = "github.com/busgen/busgen/events"
	muxPath    = "github.com/busgen/busgen/mux"
)

// Output is the package to write.
type Output struct{ Path, Name string }

// Kinds returns the permanent number of an event.
type Kinds interface{ Kind(event string) uint32 }

// Package writes the generated package: file names and their bytes. The same model gives the same bytes.
func Package(p *model.Package, out Output, kinds Kinds) (map[string][]byte, error) {
	w := newWriter(p, out, kinds)
	for _, e := range p.Events {
		w.file(snake(e.Name)+"_event", func(f *jen.File) { w.event(f, e) })
	}
	for _, c := range p.Capabilities {
		w.file(snake(c.Name)+"_capability", func(f *jen.File) { w.capability(f, c) })
	}
	w.structViews()
	w.otherCopies()
	w.file("event", w.shared)
	w.file("router", w.router)
	w.file("emitter", w.emitter)
	w.file("signatures", w.signatures)
	w.file("vocabulary", w.vocabulary)
	w.file(guardFile, w.guards)
	return w.render()
}

func newWriter(p *model.Package, out Output, kinds Kinds) *writer {
	w := &writer{pkg: p, out: out, kinds: kinds, files: map[string]func() *jen.File{}, copies: map[*model.Type]string{},
		views: map[*model.Type]string{}, read: map[*model.Type]bool{}, recursive: map[*model.Type]bool{}}
	w.planViews()
	w.planReads()
	w.planCopies()
	w.imports = w.importNames()
	return w
}

type writer struct {
	pkg    *model.Package
	out    Output
	kinds  Kinds
	files  map[string]func() *jen.File // by name without .go
	copies map[*model.Type]string      // the functions that copy types
	views  map[*model.Type]string      // the names of structs that have views
	read   map[*model.Type]bool        // structs that are elements of slices
	// recursive are the types whose values can refer to themselves.
	recursive map[*model.Type]bool
	// imports are the names of all imports, the same in every file.
	imports map[string]importName
}

// render returns the files' bytes. Rendering one file changes nothing that another one uses, so all processors share the work.
func (w *writer) render() (map[string][]byte, error) {
	names := slices.Sorted(maps.Keys(w.files))
	texts, failed := make([][]byte, len(names)), make([]error, len(names))
	var next atomic.Int64
	var all sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(names)) {
		all.Go(func() {
			var f layout.Formatter
			for i := int(next.Add(1)) - 1; i < len(names); i = int(next.Add(1)) - 1 {
				texts[i], failed[i] = text(w.files[names[i]](), &f)
			}
		})
	}
	all.Wait()
	rendered := make(map[string][]byte, len(names))
	for i, name := range names {
		if failed[i] != nil {
			return nil, fmt.Errorf("%s.go: %w", name, failed[i])
		}
		rendered[name+".go"] = texts[i]
	}
	return rendered, nil
}

// text returns a file's bytes.
func text(file *jen.File, f *layout.Formatter) ([]byte, error) {
	file.NoFormat = true
	var raw bytes.Buffer
	if err := file.Render(&raw); err != nil {
		return nil, err
	}
	return f.Source(raw.Bytes())
}

// file adds a file that is written when it is rendered, so that only a few files are in memory at a time. Names that differ only by case get
// different numbers, because some file systems ignore case.
func (w *writer) file(name string, write func(f *jen.File)) {
	w.files[freeName(name, "_", w.files)] = func() *jen.File {
		f := w.begin()
		write(f)
		return f
	}
}

// begin returns an empty file. Its imports keep the names of their packages, unless a name is in use.
func (w *writer) begin() *jen.File {
	f := jen.NewFilePathName(w.out.Path, w.out.Name)
	f.HeaderComment(gofile.Header)
	for path, name := range w.imports {
		name.declare(f, path)
	}
	return f
}
