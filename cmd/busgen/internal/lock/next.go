package lock

import (
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
)

// Domain holds the events that need numbers.
type Domain struct {
	Paths  []string // import paths of the domain packages, sorted
	Events []Event
	// Elsewhere are the names of events that this run does not generate. They keep their numbers.
	Elsewhere []string
	// Gone reports whether there is no longer a domain package with this import path.
	Gone func(path string) bool
	// Others returns the import paths of other packages that declare an event of a name.
	Others func(name string) []string
}

// Next returns the new lock of the domain, given the text of the present one, nil if there is none, and the kinds in the generated code
// beside it. It resolves what a merge left in the lock, and returns a note for each number that it changes. If there is an error, the
// file is nil.
func Next(name string, text []byte, now Domain, code []Kind) (*File, diag.List) {
	l, list := read(name, string(text))
	if list.Failed() {
		return nil, list
	}
	n := &next{name: name, now: now, lines: l, code: map[string][]Kind{}, domain: map[string]bool{}}
	for _, e := range now.Events {
		n.domain[e.Name] = true
	}
	for _, name := range now.Elsewhere {
		n.domain[name] = true
	}
	for _, k := range code {
		n.code[k.Name] = append(n.code[k.Name], k)
	}
	if len(l.events) == 0 && len(code) > 0 {
		return nil, missing(name, text != nil, code)
	}
	n.source()
	n.renames()
	n.witness(code)
	f := n.settle()
	n.agree(f)
	if n.list.Failed() {
		return nil, slices.DeleteFunc(n.list, func(d diag.Diagnostic) bool { return d.Note }) // they describe changes that are not made
	}
	n.update(f)
	return f, n.list
}

// next computes a new lock from the text of the present one.
type next struct {
	name   string
	now    Domain
	lines  *lines
	code   map[string][]Kind // by name
	domain map[string]bool   // the names of its events
	moved  map[string]uint32 // the former numbers of events that get another one
	list   diag.List
}

func (n *next) note(line int, format string, args ...any) {
	n.list.Add(diag.Diagnostic{Pos: at(n.name, line), Message: fmt.Sprintf(format, args...), Note: true})
}

// missing reports generated code without numbers beside it.
func missing(name string, empty bool, code []Kind) diag.List {
	d := diag.Diagnostic{
		Message: Name + " is missing, but the generated code beside it has numbers",
		Hint: "restore " + Name + " from version control, and check that no ignore rule excludes it; " +
			"if no number was ever stored, delete the generated files to start numbering again",
	}
	d.Pos.Filename = name
	if empty {
		d.Message = Name + " has no numbers, but the generated code beside it has"
	}
	for _, k := range code[:min(3, len(code))] {
		d.Related = append(d.Related, diag.Related{Pos: at(k.File, k.Line), Message: fmt.Sprintf("%s is number %d", k.Name, k.Number)})
	}
	return diag.List{d}
}

// source reports a folder that has the code of another domain package. A package that has moved keeps its numbers.
func (n *next) source() {
	var others []numbered
	known := map[string]bool{}
	for _, s := range n.lines.sources {
		if slices.Contains(n.now.Paths, s.text) {
			known[s.text] = true
		} else {
			others = append(others, s)
		}
	}
	added := slices.DeleteFunc(slices.Clone(n.now.Paths), func(path string) bool { return known[path] })
	alike := len(known) > 0 || slices.ContainsFunc(n.lines.events, func(c *claim) bool { return c.live && n.domain[c.name] })
	for _, s := range others {
		switch gone := n.now.Gone(s.text); {
		case gone && alike && len(added) == 0:
			n.note(s.line, "package %s has no events any more", s.text)
		case gone && alike:
			n.note(s.line, "the domain package has moved from %s to %s: its events keep their numbers", s.text, strings.Join(added, " or "))
		case len(known) > 0:
			n.list.Add(diag.Diagnostic{
				Pos:     at(n.name, s.line),
				Message: fmt.Sprintf("this folder also has the code of %s, which this run does not name", s.text),
				Hint: fmt.Sprintf("name all packages of the bus: //go:generate go tool busgen . ../%s; or delete this line, which retires the events of that package",
					path.Base(s.text)),
			})
		default:
			n.list.Add(diag.Diagnostic{
				Pos:     at(n.name, s.line),
				Message: fmt.Sprintf("this folder has the code of %s, which the code of %s would replace", s.text, strings.Join(n.now.Paths, " and ")),
				Hint: fmt.Sprintf("name another folder for the code of %s with -out; or generate one bus from all packages: "+
					"//go:generate go tool busgen . ../%s; or delete this folder if nobody needs its code and its numbers",
					strings.Join(n.now.Paths, " and "), path.Base(s.text)),
			})
		}
	}
}

// witness adds the numbers that the domain's events have in the generated code.
func (n *next) witness(code []Kind) {
	claims := map[claimKey]*claim{}
	live := map[string]bool{}
	for _, c := range n.lines.events {
		claims[c.key()] = c
		live[c.name] = live[c.name] || c.live
	}
	for _, k := range code {
		c := claims[claimKey{k.Number, k.Name}]
		switch {
		case c != nil && !live[k.Name] && n.domain[k.Name]:
			c.live, c.code = true, true
			n.note(c.line, "event %s was retired, but the domain and %s still have it: it keeps number %d",
				k.Name, filepath.Base(k.File), k.Number)
		case c != nil:
			c.code = true
		case !live[k.Name] && n.domain[k.Name]:
			c = &claim{number: k.Number, name: k.Name, live: true, code: true}
			claims[c.key()] = c
			n.lines.events = append(n.lines.events, c)
		}
	}
}

// settle returns the file without contradictions.
func (n *next) settle() *File {
	f := &File{sources: n.now.Paths}
	n.moved = map[string]uint32{}
	for _, c := range settle(n.lines.events, above(n.lines.events, firstKind)) {
		e := event{entry: c.entry()}
		n.explain(c, "event "+c.name, n.lines.events)
		if c.moved == 0 && c.line == 0 {
			n.note(n.lines.last, "the lock has no number for event %s: it keeps number %d, which is in %s",
				c.name, c.number, filepath.Base(n.code[c.name][0].File))
		}
		if c.live && c.moved != 0 {
			n.moved[c.name] = c.moved
		}
		for _, field := range settle(c.fields, above(c.fields, 1)) {
			n.explain(field, "field "+field.name+" of "+c.name, c.fields)
			e.fields = append(e.fields, field.entry())
		}
		f.add(e)
	}
	return f
}

// explain notes that a number was moved.
func (n *next) explain(c *claim, what string, claims []*claim) {
	if c.moved == 0 {
		return
	}
	var others []string
	for _, other := range claims {
		if other.number == c.moved && other.moved == 0 {
			others = append(others, other.name)
		}
	}
	n.note(max(c.line, 1), "number %d was given to %s as well: %s moves from number %d to %d",
		c.moved, strings.Join(others, " and "), what, c.moved, c.number)
}

// agree reports numbers that differ from those in the generated code, unless a merge explains it.
func (n *next) agree(f *File) {
	users := map[uint32]string{}
	for _, e := range f.events {
		users[e.number] = e.name
	}
	for _, e := range f.events {
		kinds := n.code[e.name]
		if e.retired || !n.domain[e.name] || len(kinds) == 0 {
			continue
		}
		number := e.number
		if moved := n.moved[e.name]; moved != 0 {
			number = moved
		}
		explained := func(k Kind) bool {
			return k.Number == number ||
				slices.ContainsFunc(n.lines.events, func(c *claim) bool { return c.number == k.Number && c.name == e.name })
		}
		k := kinds[0]
		switch {
		case slices.ContainsFunc(kinds, explained):
		case users[k.Number] != "" && number > k.Number:
			n.list.Add(diag.Diagnostic{
				Pos: at(k.File, k.Line), Note: true,
				Message: fmt.Sprintf("event %s has number %d in %s: number %d belongs to %s", e.name, number, Name, k.Number, users[k.Number]),
			})
		default:
			n.list.Add(diag.Diagnostic{
				Pos:     at(k.File, k.Line),
				Message: fmt.Sprintf("event %s is number %d here, but number %d in %s", e.name, k.Number, number, Name),
				Related: []diag.Related{{Pos: at(n.name, n.lineOf(e.name)), Message: "the number in the lock"}},
				Hint: fmt.Sprintf("if %s was edited, restore it from version control; if it is right, delete %s; then run go generate ./...",
					Name, filepath.Base(k.File)),
			})
		}
	}
}

// lineOf returns the line of the lock that gives an event its number.
func (n *next) lineOf(name string) int {
	i := slices.IndexFunc(n.lines.events, func(c *claim) bool { return c.name == name && c.live })
	if i < 0 {
		return 0
	}
	return n.lines.events[i].line
}
