package lock

import (
	"fmt"
	"go/token"
	"path"
	"slices"
	"strings"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
)

// Was is the former name of an event or a field; the zero Was means that it was not renamed.
type Was struct {
	Name string
	Pos  token.Position // of the directive
}

// renames gives the numbers of old names to the new ones.
func (n *next) renames() {
	for _, e := range n.now.Events {
		n.lines.events = n.rename(n.lines.events, "event", e.Name, e.Was, n.domain)
	}
	for _, e := range n.now.Events {
		if len(e.FieldsWas) == 0 {
			continue
		}
		fields := map[string]bool{}
		for _, name := range e.Fields {
			fields[name] = true
		}
		for _, c := range n.lines.events {
			for _, name := range e.Fields {
				if c.name == e.Name && c.live {
					c.fields = n.rename(c.fields, "field", name, e.FieldsWas[name], fields)
				}
			}
		}
	}
}

// rename gives the claim of the old name to the new name, if there is such a claim, and returns the claims.
func (n *next) rename(claims []*claim, what, name string, was Was, now map[string]bool) []*claim {
	if was.Name == "" {
		return claims
	}
	if now[was.Name] {
		n.list.Add(diag.Diagnostic{
			Pos: was.Pos, Message: fmt.Sprintf("%s %s can't be renamed from %s, which still exists", what, name, was.Name),
			Hint: fmt.Sprintf("remove was=%s, or delete %s", was.Name, was.Name),
		})
		return claims
	}
	old, known := former(claims, name, was.Name)
	switch {
	case old == nil && !known:
		n.list.Add(diag.Diagnostic{
			Pos: was.Pos, Message: fmt.Sprintf("%s %s can't be renamed from %s: %s has no %s of that name", what, name, was.Name, Name, what),
			Hint: "write the name that it has in " + Name,
		})
	case old != nil:
		n.note(max(old.line, 1), "%s %s is renamed to %s and keeps number %d", what, was.Name, name, old.number)
		old.name, old.live, old.retired, old.renamed = name, true, false, true
		return old.absorb(claims)
	}
	return claims
}

// former returns the claim of a former name that a new name continues: the live one, or the last one that was retired before the new name
// got a number. If there is none, known reports whether that is right: the new name has its number already, or there are no claims.
func former(claims []*claim, name, was string) (old *claim, known bool) {
	known = len(claims) == 0
	since := ^uint32(0)
	for _, c := range claims {
		if c.name == name && c.live {
			since, known = min(since, c.number), true
		}
	}
	for _, c := range claims {
		if c.name == was && (c.live || c.number < since) && (old == nil || first(c.live, old.live) < 0 || c.live == old.live && c.number > old.number) {
			old = c
		}
	}
	return old, known
}

// absorb adds the fields of another claim about the same number and name to c, and returns the claims without that one.
func (c *claim) absorb(claims []*claim) []*claim {
	return slices.DeleteFunc(claims, func(d *claim) bool {
		if d == c || !d.same(c) {
			return false
		}
		for _, field := range d.fields {
			if !slices.ContainsFunc(c.fields, field.same) {
				c.fields = append(c.fields, field)
			}
		}
		return true
	})
}

// update updates the file for the domain, and notes what that retires.
func (n *next) update(f *File) {
	lost := f.lost(n.now.Events, n.domain)
	f.Update(n.now.Events, n.now.Elsewhere)
	for _, l := range lost {
		d := diag.Diagnostic{Pos: at(n.name, max(n.lineOf(l.event), 1)), Note: true}
		directive, added := "//busgen:event", l.added
		d.Message = fmt.Sprintf("event %s is retired: its number %d is not used again", l.event, l.number)
		if l.field != "" {
			directive = "//busgen:field"
			d.Message = fmt.Sprintf("field %s of %s is retired: its number %d is not used again", l.field, l.event, l.number)
		}
		for i, name := range added {
			if number := f.Kind(name); l.field == "" {
				added[i] = fmt.Sprintf("%s (number %d)", name, number)
			}
		}
		if len(added) > 0 {
			d.Hint = fmt.Sprintf("if it was renamed to %s, write %s was=%s there", strings.Join(added, ", or to "), directive, l.old())
		}
		if others := n.others(l); len(others) > 0 {
			d.Hint = fmt.Sprintf("%s declares an event of that name: if it is this one, restore %s and name that package too, as in //go:generate go tool busgen . ../%s",
				strings.Join(others, " and "), Name, path.Base(others[0]))
		}
		n.list.Add(d)
	}
}

// others returns the packages to which an event may have moved.
func (n *next) others(l loss) []string {
	if l.field != "" || n.now.Others == nil {
		return nil
	}
	return n.now.Others(l.event)
}

// loss is an event or a field that is retired.
type loss struct {
	event, field string
	number       uint32
	added        []string // new names, one of which may be its new name
}

func (l loss) old() string {
	if l.field != "" {
		return l.field
	}
	return l.event
}

// lost lists what an update is going to retire.
func (f *File) lost(now []Event, domain map[string]bool) []loss {
	var lost []loss
	var added []string
	for _, e := range now {
		i, known := f.live[e.Name]
		if !known {
			added = append(added, e.Name)
			continue
		}
		var fields []string
		var gone []entry
		for _, name := range e.Fields {
			if !slices.ContainsFunc(f.events[i].fields, func(x entry) bool { return x.name == name && !x.retired }) {
				fields = append(fields, name)
			}
		}
		for _, x := range f.events[i].fields {
			if !x.retired && !slices.Contains(e.Fields, x.name) {
				gone = append(gone, x)
			}
		}
		for _, x := range gone {
			lost = append(lost, loss{e.Name, x.name, x.number, slices.Clone(fields)})
		}
	}
	for _, e := range f.events {
		if !e.retired && !domain[e.name] {
			lost = append(lost, loss{e.name, "", e.number, slices.Clone(added)})
		}
	}
	return lost
}
