package emit

import (
	"slices"

	"github.com/dave/jennifer/jen"
)

// wiredLocals are the names of what generated methods of a wired bus declare; an import of that name would be hidden.
var wiredLocals = []string{"b", "e", "ok", "id", "lane", "batch", "block", "header", "payload", "consumers"}

// file begins the bus's file. An import keeps the name that its package gives itself, unless the home package declares it.
func (w *wired) file() *jen.File {
	f := jen.NewFilePathName(w.home.Path, w.home.Name)
	f.HeaderComment(Header)
	used := map[string]bool{w.wire.Name(): true, w.wire.Constructor(): true}
	for _, name := range slices.Concat(w.home.Taken, wiredLocals) {
		used[name] = true
	}
	add := func(path, name string) { importAs(name, used).declare(f, path) }
	add(eventsPath, "events")
	add(muxPath, "mux")
	add(w.wire.Generated.Path, w.wire.Generated.Name)
	seen := map[string]bool{w.home.Path: true}
	for _, e := range w.wire.Events {
		if !seen[e.Payload.Path] {
			seen[e.Payload.Path] = true
			add(e.Payload.Path, e.Payload.Name)
		}
	}
	return f
}
