package emit

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/dave/jennifer/jen"

	"github.com/busgen/busgen/cmd/busgen/internal/model"
)

// lower starts an unexported name: Trade gives trade. The caller appends something, so the result is never a keyword.
func lower(name string) string {
	runes := []rune(name)
	runes[0] = unicode.ToLower(runes[0])
	return string(runes)
}

// snake gives the file name of a declaration: PositionUpdated gives position_updated, PnL gives pnl.
func snake(name string) string {
	var b strings.Builder
	runes := []rune(name)
	for i, r := range runes {
		if i > 1 && unicode.IsUpper(r) && unicode.IsLower(runes[i-1]) && i+1 < len(runes) {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// freeName returns the name or, if it is in use, the name with the lowest number from 2 on that is not.
func freeName[V any](name, separator string, taken map[string]V) string {
	candidate := name
	for n := 2; ; n++ {
		if _, isTaken := taken[candidate]; !isTaken {
			return candidate
		}
		candidate = name + separator + strconv.Itoa(n)
	}
}

type importName struct {
	name    string
	changed bool // it is not the name of the package
}

// importAs returns the name of an import, and marks it as used. The name gets a number if that of the package is in use.
func importAs(own string, taken reserved) importName {
	base := own
	if inNumbers.MatchString(own + "2") {
		base = "pkg" + own // each number is in use
	}
	name := own
	for n := 2; taken.has(name); n++ {
		name = base + strconv.Itoa(n)
	}
	taken[name] = true
	return importName{name, name != own}
}

// declare makes a file import a package by the name.
func (i importName) declare(f *jen.File, path string) {
	if i.changed {
		f.ImportAlias(path, i.name)
	} else {
		f.ImportName(path, i.name)
	}
}

// importNames decides the name of every import, for all files: busgen's packages keep their names, others have the one by which the domain
// imports them, or their own. They get a number if their name is in use.
func (w *writer) importNames() map[string]importName {
	names := map[string]importName{}
	for path, name := range ownImports {
		names[path] = importName{name: name}
	}
	used := w.reserved()
	foreign := map[string]string{}
	for _, f := range w.copyFuncs() {
		foreign[f.Path] = f.PkgName
	}
	for _, t := range w.allTypes() {
		if t.Path != "" && t.Path != w.out.Path && names[t.Path].name == "" {
			foreign[t.Path] = t.PkgName
		}
	}
	for _, path := range slices.Sorted(maps.Keys(foreign)) {
		name := importAs(cmp.Or(w.pkg.Imports[path], foreign[path]), used)
		names[path] = importName{name.name, name.name != foreign[path]}
	}
	return names
}

// allTypes returns the named types that generated code may write.
func (w *writer) allTypes() []*model.Type {
	roots := append(w.payloads(), w.pkg.Types...)
	for _, e := range w.pkg.Events {
		for _, l := range e.Lacks {
			roots = append(roots, l.Sig)
		}
	}
	for _, c := range w.pkg.Capabilities {
		roots = append(roots, c.Type)
		for _, m := range c.Methods {
			roots = append(roots, m.Sig)
		}
	}
	return namedIn(roots)
}

// storedTypes returns the named types within payloads.
func (w *writer) storedTypes() []*model.Type { return namedIn(w.payloads()) }

// copiedTypes returns the named types within payloads that are copied part by part.
func (w *writer) copiedTypes() []*model.Type {
	var all []*model.Type
	walkTypes(w.payloads(), func(t *model.Type) []*model.Type {
		if t.Kind == model.Named && t.Under != nil && t.Copy == model.CopyDeep {
			all = append(all, t)
		}
		return copiedParts(t)
	})
	return all
}

// copyFuncs returns the functions that copy values.
func (w *writer) copyFuncs() []*model.Function {
	var all []*model.Function
	walkTypes(w.payloads(), func(t *model.Type) []*model.Type {
		if t.CopyFunc != nil {
			all = append(all, t.CopyFunc)
		}
		return parts(t)
	})
	return all
}

// copiedParts returns the types of the parts that are copied when a value is copied part by part.
func copiedParts(t *model.Type) []*model.Type {
	if t.Copy != model.CopyDeep {
		return nil
	}
	p := []*model.Type{t.Elem, t.Under}
	for _, f := range t.Fields {
		p = append(p, f.Type)
	}
	return p
}

// payloads returns the types of payloads and struct capabilities.
func (w *writer) payloads() []*model.Type {
	var all []*model.Type
	for _, e := range w.pkg.Events {
		all = append(all, e.Type)
	}
	for _, c := range w.pkg.Capabilities {
		if !c.Interface {
			all = append(all, c.Type)
		}
	}
	return all
}

// namedIn returns the named types within types.
func namedIn(roots []*model.Type) []*model.Type {
	var all []*model.Type
	walkTypes(roots, func(t *model.Type) []*model.Type {
		if t.Kind == model.Named {
			all = append(all, t)
		}
		return parts(t)
	})
	return all
}

// walkTypes calls into once with each type, and continues with the types that it returns.
func walkTypes(roots []*model.Type, into func(t *model.Type) []*model.Type) {
	seen := map[*model.Type]bool{nil: true}
	var walk func(t *model.Type)
	walk = func(t *model.Type) {
		if seen[t] {
			return
		}
		seen[t] = true
		for _, part := range into(t) {
			walk(part)
		}
	}
	for _, t := range roots {
		walk(t)
	}
}

// parts returns the element types of a type.
func parts(t *model.Type) []*model.Type {
	p := []*model.Type{t.Elem, t.Key, t.Under, t.Alias, t.As}
	p = append(p, t.Args...)
	p = append(p, t.Params...)
	p = append(p, t.Results...)
	for _, f := range t.Fields {
		p = append(p, f.Type, f.Alias)
	}
	for _, m := range t.Methods {
		p = append(p, m.Sig)
	}
	return p
}

func listing(names []string) string {
	if len(names) == 0 {
		return "no event"
	}
	if last := len(names) - 1; last > 0 {
		return strings.Join(names[:last], ", ") + " and " + names[last]
	}
	return names[0]
}

// withArticle puts a or an before a name, by its first letter.
func withArticle(name string) string {
	if strings.ContainsAny(name[:1], "AEIO") {
		return "an " + name
	}
	return "a " + name
}
