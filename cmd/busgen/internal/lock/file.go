package lock

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Name is the name of the file in the output folder.
const Name = "busgen.lock"

// FirstKind is the lowest number that an event of a domain can have.
const FirstKind = 16

// Event is an event of the domain, with the names of its fields in the order of the source.
type Event struct {
	Name   string
	Fields []string
}

// File is the numbers of one domain. The zero File has none yet.
type File struct {
	events []*entry // sorted by number
}

// entry is one number: of an event, with its fields, or of a field.
type entry struct {
	number  uint32
	name    string
	retired bool
	fields  []*entry // sorted by number
}

// Kind returns the number of an event, 0 if the domain does not have it.
func (f *File) Kind(event string) uint32 {
	if e := active(f.events, event); e != nil {
		return e.number
	}
	return 0
}

// Field returns the number of a field of an event, 0 if there is none.
func (f *File) Field(event, field string) uint32 {
	if e := active(f.events, event); e != nil {
		if field := active(e.fields, field); field != nil {
			return field.number
		}
	}
	return 0
}

// Update numbers what is new in the domain and retires what it no longer has. New events are numbered by name, new fields in the
// order in which they stand in the source.
func (f *File) Update(events []Event) {
	sorted := slices.Clone(events)
	slices.SortFunc(sorted, func(a, b Event) int { return cmp.Compare(a.Name, b.Name) })
	var names []string
	for _, e := range sorted {
		names = append(names, e.Name)
	}
	f.events = update(f.events, names, FirstKind)
	for _, e := range sorted {
		of := active(f.events, e.Name)
		of.fields = update(of.fields, e.Fields, 1)
	}
}

// update retires the entries that are not among names, and appends one for each name that has none.
func update(entries []*entry, names []string, first uint32) []*entry {
	next := first
	for _, e := range entries {
		e.retired = e.retired || !slices.Contains(names, e.name)
		next = max(next, e.number+1)
	}
	for _, name := range names {
		if active(entries, name) == nil {
			entries = append(entries, &entry{number: next, name: name})
			next++
		}
	}
	return entries
}

// active returns the entry of that name that is not retired.
func active(entries []*entry, name string) *entry {
	for _, e := range entries {
		if e.name == name && !e.retired {
			return e
		}
	}
	return nil
}

const header = `# The permanent numbers of events, and of their fields. Written by busgen; commit it, and leave it to busgen.
# A number is never reused: what the domain no longer has is retired.
`

// Bytes returns the text of the file.
func (f *File) Bytes() []byte {
	var b strings.Builder
	b.WriteString(header)
	for _, e := range f.events {
		fmt.Fprintf(&b, "event %d %s%s\n", e.number, e.name, state(e))
		for _, field := range e.fields {
			fmt.Fprintf(&b, "field %d.%d %s%s\n", e.number, field.number, field.name, state(field))
		}
	}
	return []byte(b.String())
}

func state(e *entry) string {
	if e.retired {
		return " retired"
	}
	return ""
}
