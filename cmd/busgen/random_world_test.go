package main

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
)

// world is a random domain and what it needs: packages of types, some of them in a second module. A type in it is Go source, in which the
// name of a package has an @ in front: map[string]@parts.Side. That is left out within the package itself.
type world struct {
	*rand.Rand
	name     string // of its folder in the module, and in the second one
	packages []*pkg // each imports those before it only
	internal bool   // parts is below a folder of that name
}

// pkg is one package of a world.
type pkg struct {
	tag    string // by which types name it
	name   string // in its package clause
	domain bool   // it has events
	decls  []*decl
	funcs  []string
}

// decl is the declaration of a type.
type decl struct {
	name    string
	params  string // of a generic type, with brackets
	doc     []string
	text    string // what follows the name; of a struct, nothing
	fields  []field
	methods []method
}

// field is one of a struct; the name of an embedded one is that of its type.
type field struct {
	name, typ string
	embedded  bool
	doc, note string
}

// method is one of a type; by a pointer or by value.
type method struct {
	name, params, result string
	pointer              bool
}

// others are the packages that types of any world refer to.
var others = map[string]string{
	"time": "time", "netip": "net/netip", "big": "math/big", "events": "github.com/busgen/busgen/events",
	"udecimal": "github.com/quagmt/udecimal", "opaque": "corp/far/opaque", "sync": "sync", "cmp": "cmp", "unsafe": "unsafe", "json": "encoding/json", "sql": "database/sql",
}

var reference = regexp.MustCompile(`@(\w+)\.`)

// path returns the import path of a package.
func (w *world) path(tag string) string {
	switch {
	case others[tag] != "":
		return others[tag]
	case tag == "check":
		return "example.com/case/check"
	case tag == "far":
		return "corp/far/" + w.name
	case tag == "parts" && w.internal:
		tag = "internal/parts"
	}
	return "example.com/case/" + w.name + "/" + tag
}

// file returns the name of a package's file in the module.
func (w *world) file(tag string) string {
	if tag == "far" {
		return "far/" + w.name + "/a.go"
	}
	return strings.TrimPrefix(w.path(tag), "example.com/case/") + "/a.go"
}

// files returns all source files of a world, by name.
func (w *world) files() map[string]string {
	files := map[string]string{}
	for _, p := range w.packages {
		files[w.file(p.tag)] = w.source(p)
	}
	return files
}

// source returns the source of a package.
func (w *world) source(p *pkg) string {
	var b strings.Builder
	for _, d := range p.decls {
		b.WriteString(d.source())
	}
	for _, f := range p.funcs {
		b.WriteString(f + "\n\n")
	}
	return w.resolved(p.tag, p.name, b.String())
}

// resolved writes a file: the package clause, what it imports, and the body with its references resolved.
func (w *world) resolved(tag, name, body string) string {
	used := map[string]bool{}
	body = reference.ReplaceAllStringFunc(body, func(ref string) string {
		to := ref[1 : len(ref)-1]
		if to == tag {
			return ""
		}
		used[to] = true
		return to + "."
	})
	head := "package " + name + "\n\n"
	for _, to := range slices.Sorted(maps.Keys(used)) {
		head += fmt.Sprintf("import %s %q\n", to, w.path(to))
	}
	if tag == "domain" {
		head += "\n//go:generate go tool busgen " + strings.Join(w.arguments(), " ") + "\n"
	}
	return head + "\n" + body
}

// arguments are those with which busgen, in the folder of the domain, generates the events.
func (w *world) arguments() []string {
	args := []string{"-out", "../generated", "."}
	if w.of("risk") != nil {
		args = append(args, "../risk")
	}
	return args
}

// of returns the package of that tag; nil if there is none.
func (w *world) of(tag string) *pkg {
	for _, p := range w.packages {
		if p.tag == tag {
			return p
		}
	}
	return nil
}

// source returns the source of a declaration, and of the type's methods.
func (d *decl) source() string {
	var b strings.Builder
	for _, line := range d.doc {
		b.WriteString(line + "\n")
	}
	b.WriteString("type " + d.name + d.params + " ")
	if d.text == "" {
		b.WriteString("struct {\n")
		for _, f := range d.fields {
			b.WriteString(f.source())
		}
		b.WriteString("}")
	}
	b.WriteString(d.text + "\n\n")
	for _, m := range d.methods {
		star := ""
		if m.pointer {
			star = "*"
		}
		fmt.Fprintf(&b, "func (%s%s%s) %s(%s) (r %s) { return }\n\n", star, d.name, d.arguments(), m.name, m.params, m.result)
	}
	return b.String()
}

// arguments returns the type parameters of a generic type as its receiver has them.
func (d *decl) arguments() string {
	if d.params == "" {
		return ""
	}
	var names []string
	for param := range strings.SplitSeq(strings.Trim(d.params, "[]"), ", ") {
		name, _, _ := strings.Cut(param, " ")
		names = append(names, name)
	}
	return "[" + strings.Join(names, ", ") + "]"
}

func (f field) source() string {
	text := "\t"
	text += f.doc
	if !f.embedded {
		text += f.name + " "
	}
	return text + f.typ + f.note + "\n"
}

// marked reports whether a declaration has a directive.
func (d *decl) marked(directive string) bool { return slices.Contains(d.doc, "//busgen:"+directive) }

// names returns those of the fields and methods.
func (d *decl) names() []string {
	var all []string
	for _, f := range d.fields {
		all = append(all, f.name)
	}
	for _, m := range d.methods {
		all = append(all, m.name)
	}
	return all
}

// clone returns a copy of a world, for a change.
func (w *world) clone() *world {
	c := *w
	c.packages = nil
	for _, p := range w.packages {
		q := *p
		q.funcs, q.decls = slices.Clone(p.funcs), nil
		for _, d := range p.decls {
			e := *d
			e.doc, e.fields, e.methods = slices.Clone(d.doc), slices.Clone(d.fields), slices.Clone(d.methods)
			q.decls = append(q.decls, &e)
		}
		c.packages = append(c.packages, &q)
	}
	return &c
}

// events returns the events of all packages, with the packages.
func (w *world) events() (all []*decl, tags []string) { return w.all("event") }

// all returns the types with a directive, and the tags of their packages.
func (w *world) all(directive string) (all []*decl, tags []string) {
	for _, p := range w.packages {
		for _, d := range p.decls {
			if d.marked(directive) {
				all, tags = append(all, d), append(tags, p.tag)
			}
		}
	}
	return all, tags
}
