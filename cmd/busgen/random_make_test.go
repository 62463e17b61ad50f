package main

import (
	"slices"
	"strings"
)

// newWorld makes the world of a seed.
func newWorld(seed uint64, name string) *world {
	m := newMaker(seed, name)
	m.internal = m.chance(4)
	for _, tag := range []string{"far", "parts", "domain", "risk"} {
		if tag == "risk" && !m.chance(3) || tag == "far" && m.chance(3) {
			continue
		}
		m.at = &pkg{tag: tag, name: tag, domain: tag == "domain" || tag == "risk"}
		if m.chance(4) {
			m.at.name = m.pick(packageNames...)
		}
		m.packages = append(m.packages, m.at)
		for range 2 + m.IntN(4) {
			m.declare()
		}
		for range m.IntN(3) {
			m.capability()
		}
		if m.at.domain {
			for range 1 + m.IntN(3) {
				m.event()
			}
		}
		m.copiers()
	}
	return &m.world
}

// add adds a type, which later ones may use.
func (m *maker) add(d *decl, u usable) {
	m.remark(d)
	m.at.decls = append(m.at.decls, d)
	u.text = "@" + m.at.tag + "." + d.name
	m.types = append(m.types, u)
}

// remark may put a comment above a type.
func (m *maker) remark(d *decl) {
	if text := strings.TrimSuffix(m.comment(""), "\n"); text != "" {
		d.doc = append(strings.Split(text, "\n"), d.doc...)
	}
}

// declare declares a type that is no event.
func (m *maker) declare() {
	d := &decl{name: m.typeName()}
	switch m.IntN(14) {
	case 0:
		d.text = m.pick("string", "int", "int8", "uint32", "bool", "float64")
		m.give(d)
		m.add(d, usable{key: true, embeds: d.name})
	case 1:
		d.text = m.pick("[]", "[2]", "map[string]", "map["+m.key()+"]", "*") + m.typ(1)
		u := usable{embeds: d.name}
		if d.text[0] == '*' {
			u.embeds = "" // Go forbids it
		}
		m.add(d, u)
	case 2:
		d.fields = []field{{name: "Name", typ: m.key()}, {name: "Pair", typ: "[2]int8"}}
		m.add(d, usable{key: true, embeds: d.name})
	case 3:
		m.alias(d)
	case 4, 5:
		m.generic(d)
	case 6:
		hidden := &decl{name: strings.ToLower(d.name) + "1"}
		m.fill(hidden, 0, 2)
		if m.at.tag == "far" {
			return
		}
		m.at.decls = append(m.at.decls, hidden)
		d.text = "= @" + m.at.tag + "." + hidden.name
		m.add(d, usable{embeds: d.name})
	case 7:
		d.text = "[]@" + m.at.tag + "." + d.name // a tree
		m.add(d, usable{})
	case 8:
		m.pair(d)
	default:
		m.structure(d)
	}
}

// alias declares another name of a type, or of an instance of a generic one.
func (m *maker) alias(d *decl) {
	if len(m.types) == 0 || m.chance(3) {
		d.text = "= " + m.typ(1)
		m.add(d, usable{})
		return
	}
	u := m.types[m.IntN(len(m.types))]
	embeds := ""
	if u.embeds != "" {
		embeds = d.name
	}
	d.text = "= " + m.instance(u, 2)
	m.add(d, usable{embeds: embeds, key: u.key && u.params == 0})
}

// generic declares a generic struct, or slice, or alias.
func (m *maker) generic(d *decl) {
	d.params, m.vars = "[K comparable]", []string{"K"}
	number := false
	switch m.IntN(5) {
	case 0, 1:
		d.params, m.vars = "[K comparable, V any]", []string{"K", "V"}
	case 2:
		d.params, number = m.pick("[K ~int | ~string]", "[K @cmp.Ordered]"), true
	}
	u := usable{params: len(m.vars), embeds: d.name, number: number}
	switch last := m.vars[len(m.vars)-1]; m.IntN(7) {
	case 0:
		d.text = "[]" + last
	case 1:
		d.text = "= struct{ A K; B []" + last + " }"
		u.embeds = ""
	case 2:
		to := m.types[m.IntN(len(m.types)+1):]
		i := slices.IndexFunc(to, func(u usable) bool { return u.params == len(m.vars) && u.number == number })
		if i < 0 {
			d.text = "map[K]" + last
			break
		}
		d.text, u.embeds = "= "+to[i].text+"["+strings.Join(m.vars, ", ")+"]", to[i].embeds
		if u.embeds != "" {
			u.embeds = d.name
		}
	default:
		m.self = "@" + m.at.tag + "." + d.name + "[" + strings.Join(m.vars, ", ") + "]"
		m.fill(d, 0, 1+m.IntN(3))
		d.fields = append(d.fields, field{name: "Of", typ: m.pick("", "[]", "*", "map[string]") + last})
		m.self = ""
	}
	m.vars = nil
	m.add(d, u)
}

// structure declares a struct.
func (m *maker) structure(d *decl) {
	m.self = "@" + m.at.tag + "." + d.name
	m.fill(d, m.embeds(), 1+m.IntN(4))
	m.self = ""
	m.give(d)
	m.add(d, usable{embeds: d.name})
}

// pair declares two structs that refer to each other.
func (m *maker) pair(d *decl) {
	other := &decl{name: m.typeName()}
	m.self = "@" + m.at.tag + "." + other.name
	m.fill(d, 0, 2)
	d.fields = append(d.fields, field{name: "Other", typ: m.pick("*", "[]", "map[string]") + m.self})
	m.self = "@" + m.at.tag + "." + d.name
	m.fill(other, 0, 2)
	other.fields = append(other.fields, field{name: "Back", typ: m.pick("*", "[]", "") + m.self})
	m.self = ""
	m.add(d, usable{embeds: d.name})
	m.add(other, usable{embeds: other.name})
}

func (m *maker) embeds() int {
	if len(m.types) == 0 {
		return 0
	}
	return m.IntN(4)
}

// capability declares a capability.
func (m *maker) capability() {
	d := &decl{name: m.typeName(), doc: []string{"// " + "It is an aspect.", "//", "//busgen:capability"}}
	if !m.chance(3) {
		m.fill(d, m.embeds()/2, 1+m.IntN(3))
		m.add(d, usable{embeds: d.name})
		return
	}
	d.text = "interface {\n"
	if other := m.interfaceType(); other != "" && m.chance(3) {
		d.text += "\t" + other + "\n"
	}
	done := map[string]bool{}
	for range 1 + m.IntN(2) {
		if name := m.pick(methodNames...); !done[name] {
			done[name] = true
			d.text += "\t" + name + "() " + methodResults[name] + sharing[name] + "\n"
		}
	}
	d.text += "}"
	m.at.decls = append(m.at.decls, d)
}

// interfaceType returns a capability that is an interface; empty if there is none yet.
func (m *maker) interfaceType() string {
	all, tags := m.all("capability")
	for i, d := range all {
		if isInterface(d) {
			return "@" + tags[i] + "." + d.name
		}
	}
	return ""
}

// event declares an event.
func (m *maker) event() {
	d := &decl{name: m.typeName(), doc: []string{"//busgen:event"}}
	m.self = "@" + m.at.tag + "." + d.name
	m.fill(d, m.embeds(), 1+m.IntN(5))
	m.self = ""
	m.give(d)
	m.remark(d)
	m.at.decls = append(m.at.decls, d)
	if m.chance(4) {
		m.types = append(m.types, usable{text: "@" + m.at.tag + "." + d.name, embeds: d.name})
	}
}

// copiers declares how values of types of the second module are copied: in the domain, or in a package that it imports.
func (m *maker) copiers() {
	if m.at.tag != "domain" {
		return
	}
	to := m.at
	if parts := m.of("parts"); m.chance(2) && m.uses("@parts.") {
		to = parts
	}
	to.funcs = append(to.funcs, "//busgen:clone\nfunc CopyBlob(v @opaque.Blob) @opaque.Blob { return @opaque.CopyBlob(v) }",
		"// CopyMessage copies one.\n//\n//busgen:clone\nfunc CopyMessage(v *@opaque.Message) *@opaque.Message { return @opaque.CopyMessage(v) }",
		"//busgen:clone\nfunc CopyShape(v @opaque.Shape) @opaque.Shape { return @opaque.CopyShape(v) }")
}

// uses reports whether the current package imports another one.
func (m *maker) uses(tag string) bool {
	return strings.Contains(strings.Join(allSources(m.at), ""), tag)
}

func allSources(p *pkg) (all []string) {
	for _, d := range p.decls {
		all = append(all, d.source())
	}
	return all
}
