package breaking

import (
	"fmt"
	"go/token"
	"slices"
	"strings"

	"github.com/busgen/busgen/cmd/busgen/internal/diag"
	"github.com/busgen/busgen/cmd/busgen/internal/lock"
)

// Places returns where the domain declares events and fields; the zero Position if that is not known.
type Places interface {
	Event(event string) token.Position
	Field(event, field string) token.Position
}

// Compare reports what readers of old events and consumers lose with the new version. places are those of the new version.
func Compare(old, new *Version, places Places) diag.List {
	c := &comparison{old: old, new: new, places: places}
	for _, e := range old.numbers {
		c.event(e)
	}
	return c.list
}

type comparison struct {
	old, new *Version
	places   Places
	list     diag.List
}

func (c *comparison) event(old lock.Number) {
	new, now := byNumber(c.new.numbers, old.Number)
	moved, elsewhere := byName(c.new.numbers, old.Name)
	switch {
	case old.Retired:
		if now && !new.Retired {
			c.add(c.places.Event(new.Name), c.at(old), fmt.Sprintf("event %s has number %d, which was retired: old events with that number are %s", new.Name, old.Number, old.Name))
		}
	case elsewhere && moved.Number != old.Number:
		c.add(c.places.Event(old.Name), c.at(old), fmt.Sprintf("event %s has number %d; it had %d", old.Name, moved.Number, old.Number))
	case !now || new.Retired:
		c.list.Add(diag.Diagnostic{
			Pos: c.at(old), Message: fmt.Sprintf("event %s is removed: its number %d is retired, but old events have it", old.Name, old.Number),
			Hint: fmt.Sprintf("keep it as long as somebody reads or consumes it; if it was renamed, write //busgen:event was=%s", old.Name),
		})
	default:
		c.fields(old, new)
		c.capabilities(old, new)
	}
}

// fields compares the fields of one event.
func (c *comparison) fields(oldEvent, newEvent lock.Number) {
	before, after := c.old.payload(oldEvent.Name), c.new.payload(newEvent.Name)
	for _, old := range oldEvent.Fields {
		new, now := byNumber(newEvent.Fields, old.Number)
		moved, elsewhere := byName(newEvent.Fields, old.Name)
		switch {
		case old.Retired:
			if now && !new.Retired {
				c.add(c.places.Field(newEvent.Name, new.Name), c.at(old), fmt.Sprintf("field %s of %s has number %d, which was retired: in old events it is %s",
					new.Name, newEvent.Name, old.Number, old.Name))
			}
		case elsewhere && moved.Number != old.Number:
			c.add(c.places.Field(newEvent.Name, old.Name), c.at(old), fmt.Sprintf("field %s of %s has number %d; it had %d",
				old.Name, newEvent.Name, moved.Number, old.Number))
		case !now || new.Retired:
			c.list.Add(diag.Diagnostic{
				Pos: c.places.Event(newEvent.Name), Message: fmt.Sprintf("field %s of %s is removed: its number %d is retired, but old events have it", old.Name, newEvent.Name, old.Number),
				Related: related(c.at(old), "the field in the earlier version"),
				Hint:    fmt.Sprintf("keep it as long as somebody reads it; if it was renamed, write //busgen:field was=%s", old.Name),
			})
		case before != nil && after != nil && before.types[old.Name] != nil && after.types[new.Name] != nil:
			d := differ{old: c.old.shapes, new: c.new.shapes, open: map[string]bool{}}
			d.compare("", before.types[old.Name], after.types[new.Name])
			for _, found := range d.found {
				c.retyped(newEvent, new, c.at(old), found)
			}
		}
	}
}

// retyped reports a difference in the type of a field, or in a type within it.
func (c *comparison) retyped(event, field lock.Number, old token.Position, d difference) {
	diagnostic := diag.Diagnostic{
		Pos: c.places.Field(event.Name, field.Name), Related: related(old, "the field in the earlier version"),
		Message: fmt.Sprintf("field %s of %s is %s; it was %s", field.Name+d.path, event.Name, d.new, d.old),
		Hint:    "keep the type, and add a field with another name for the new one",
	}
	if d.new == "" {
		diagnostic.Message = fmt.Sprintf("field %s of %s is removed: it was %s", field.Name+d.path, event.Name, d.old)
		diagnostic.Hint = "keep it: a field of a type within a payload has no number, so it can't be renamed"
	}
	c.list.Add(diagnostic)
}

// capabilities reports capabilities that an event lost.
func (c *comparison) capabilities(oldEvent, newEvent lock.Number) {
	before, known := c.old.events[oldEvent.Name]
	after, generated := c.new.events[newEvent.Name]
	if !known || !generated {
		return // build constraints exclude it here
	}
	for _, name := range before.has {
		if !slices.Contains(after.has, name) {
			c.list.Add(diag.Diagnostic{
				Pos: c.places.Event(newEvent.Name), Message: fmt.Sprintf("event %s lost the capability %s: consumers of %s no longer receive it", newEvent.Name, name, name),
				Related: related(c.at(oldEvent), "the event in the earlier version"),
				Hint:    fmt.Sprintf("embed %s again or, if it is an interface, implement it", name),
			})
		}
	}
}

// add reports a number that changed.
func (c *comparison) add(pos, old token.Position, message string) {
	c.list.Add(diag.Diagnostic{
		Pos: pos, Message: message, Related: related(old, "the earlier number"),
		Hint: "restore " + lock.Name + ": git checkout " + strings.Replace(c.old.lock, ":", " -- ", 1),
	})
}

// at returns where the old lock has a number.
func (c *comparison) at(n lock.Number) token.Position {
	return token.Position{Filename: c.old.lock, Line: n.Line, Column: 1}
}

func related(pos token.Position, message string) []diag.Related {
	return []diag.Related{{Pos: pos, Message: message}}
}

// payload returns the struct of an event; nil if there is no code of it.
func (v *Version) payload(name string) *structure {
	if e, ok := v.events[name]; ok && e.payload != nil {
		return v.shapes.structure(e.payload)
	}
	return nil
}

func byNumber(all []lock.Number, number uint32) (lock.Number, bool) {
	return first(all, func(n lock.Number) bool { return n.Number == number })
}

// byName returns the live number of a name.
func byName(all []lock.Number, name string) (lock.Number, bool) {
	return first(all, func(n lock.Number) bool { return n.Name == name && !n.Retired })
}

func first(all []lock.Number, is func(lock.Number) bool) (lock.Number, bool) {
	if i := slices.IndexFunc(all, is); i >= 0 {
		return all[i], true
	}
	return lock.Number{}, false
}
