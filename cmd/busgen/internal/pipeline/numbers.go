package pipeline

import (
	"fmt"
	"go/token"
	"path/filepath"
	"slices"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
	"github.com/busgen/busgen/cmd/busgen/internal/directive"
	"github.com/busgen/busgen/cmd/busgen/internal/load"
	"github.com/busgen/busgen/cmd/busgen/internal/lock"
	"github.com/busgen/busgen/cmd/busgen/internal/model"
	"github.com/busgen/busgen/cmd/busgen/internal/wire"
	"github.com/busgen/busgen/cmd/busgen/internal/write"
)

// numbers reads the lock in the output folder, if there is one, and updates it for the domain.
func numbers(folder write.Folder, domain *model.Package, fields []directive.FieldMark, loaded *load.Domain) (*lock.File, diag.List) {
	text, err := folder.File(lock.Name)
	if err != nil {
		return nil, diag.List{{Message: fmt.Sprintf("can't read the lock file: %v", err)}}
	}
	dirs := []string{folder.Dir}
	for _, s := range domain.Sources {
		dirs = append(dirs, s.Dir)
	}
	now := lock.Domain{Paths: domain.Paths(), Elsewhere: leftOut(loaded)}
	now.Gone = func(path string) bool { return gone(path, dirs...) }
	now.Others = func(event string) []string { return elsewhere(event, domain) }
	former := formerFields(fields, loaded)
	for _, e := range domain.Events {
		one := lock.Event{Name: e.Name, Was: lock.Was{Name: e.Was, Pos: e.WasPos}, FieldsWas: map[string]lock.Was{}}
		for _, f := range e.Type.Under.Fields {
			one.Fields = append(one.Fields, f.Name)
			if m, ok := former[siteOf(f.Pos)]; ok {
				one.FieldsWas[f.Name] = lock.Was{Name: m.Was(), Pos: loaded.Fset.Position(m.Pos)}
			}
		}
		now.Events = append(now.Events, one)
	}
	if list := useless(domain, loaded, former); list.Failed() {
		return nil, list
	}
	return lock.Next(filepath.Join(folder.Dir, lock.Name), text, now, lock.Code(folder.Dir, folder.Files()))
}

// site is where a field is declared.
type site struct {
	file         string
	line, column int
}

func siteOf(pos token.Position) site { return site{pos.Filename, pos.Line, pos.Column} }

// formerFields returns the fields that have a former name.
func formerFields(fields []directive.FieldMark, loaded *load.Domain) map[site]directive.FieldMark {
	former := map[site]directive.FieldMark{}
	for _, m := range fields {
		if m.Name != directive.Field {
			continue
		}
		for _, id := range directive.Names(m.Field) { // it has one name
			former[siteOf(loaded.Fset.Position(id.Pos()))] = m
		}
	}
	return former
}

// useless reports former names of fields without a number.
func useless(domain *model.Package, loaded *load.Domain, former map[site]directive.FieldMark) diag.List {
	numbered := map[site]bool{}
	for _, e := range domain.Events {
		for _, f := range e.Type.Under.Fields {
			numbered[siteOf(f.Pos)] = true
		}
	}
	var list diag.List
	for at, m := range former {
		if !numbered[at] {
			list.Add(diag.Diagnostic{
				Pos:     loaded.Fset.Position(m.Pos),
				Message: fmt.Sprintf("%s has no effect here: this field has no number", m.Entry),
				Hint:    "only the fields of payloads have numbers: remove the directive",
			})
		}
	}
	return list.Sorted()
}

// leftOut returns the names of events in files that build constraints exclude. On another platform, or with other tags, they belong to the domain.
func leftOut(loaded *load.Domain) []string {
	var names []string
	found, _ := directive.Find(loaded.Fset, loaded.LeftOut) // errors are reported on the platforms that build them
	for _, m := range found.Types {
		if m.Name == directive.Event {
			names = append(names, m.Spec.Name.Name)
		}
	}
	return names
}

// gone reports whether none of the modules of these folders has a domain package with this import path.
func gone(path string, dirs ...string) bool {
	return !slices.ContainsFunc(dirs, func(dir string) bool {
		folder, ok := load.PackageDir(dir, path)
		return ok && wire.Find(folder).Events()
	})
}
