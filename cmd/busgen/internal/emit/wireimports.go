package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/busgen/busgen/cmd/busgen/internal/gofile"
	"github.com/busgen/busgen/cmd/busgen/internal/model"
)

// file starts the bus's file. An import keeps the name of its package, unless the home package declares that name.
func (w *wired) file() *jen.File {
	f := jen.NewFilePathName(w.home.Path, w.home.Name)
	f.HeaderComment(gofile.Header)
	used := reserved{}
	used.add(predeclared, wiredLocals, w.wire.Name(), w.wire.Constructor())
	used.add(w.home.Taken...)
	add := func(path, name string) { importAs(name, used).declare(f, path) }
	add(eventsPath, "events")
	add(muxPath, "mux")
	add(w.wire.Generated.Path, w.wire.Generated.Name)
	seen := map[string]bool{w.home.Path: true, eventsPath: true, muxPath: true, w.wire.Generated.Path: true}
	for _, e := range w.wire.Events {
		if !seen[e.Payload.Path] {
			seen[e.Payload.Path] = true
			add(e.Payload.Path, e.Payload.Name)
		}
	}
	for _, t := range w.spelled() {
		if !seen[t.Path] && t.Path != "" {
			seen[t.Path] = true
			add(t.Path, t.PkgName)
		}
	}
	return f
}

// spelled returns the named types within the types of the consumers, in their order.
func (w *wired) spelled() []*model.Type {
	var roots []*model.Type
	for _, field := range w.wire.Fields {
		roots = append(roots, field.Type)
	}
	return namedIn(roots)
}
