package lock

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
)

// Name is the lock's file name in the generated package.
const Name = "busgen.lock"

// firstKind is the number of the first event; those below belong to the boundaries.
const firstKind = 16

const head = `# Permanent numbers of events and of their fields, written by busgen. Commit this file and do not edit it.
# A retired number is never used again. After a merge conflict, keep both sides' lines and run go generate ./...
`

// File is the content of a lock. The zero File has no numbers yet.
type File struct{ events []event }

type event struct {
	number  uint32
	name    string
	retired bool
	fields  []field
}

type field struct {
	number  uint32
	name    string
	retired bool
}

// Event is what the domain has now: an event's name and its payload's fields, in order of declaration.
type Event struct {
	Name   string
	Fields []string
}

// Update gives numbers to what is new and retires what is gone.
func (f *File) Update(now []Event) {
	for i := range f.events {
		e := &f.events[i]
		e.retired = e.retired || !slices.ContainsFunc(now, func(n Event) bool { return n.Name == e.name })
	}
	for _, n := range now {
		f.live(n.Name).update(n.Fields)
	}
}

// live finds the event that has the name now, or appends it.
func (f *File) live(name string) *event {
	next := uint32(firstKind)
	for i := range f.events {
		if e := &f.events[i]; e.name == name && !e.retired {
			return e
		}
		next = max(next, f.events[i].number+1)
	}
	f.events = append(f.events, event{number: next, name: name})
	return &f.events[len(f.events)-1]
}

func (e *event) update(names []string) {
	var last uint32
	for i := range e.fields {
		e.fields[i].retired = e.fields[i].retired || !slices.Contains(names, e.fields[i].name)
		last = max(last, e.fields[i].number)
	}
	for _, name := range names {
		if !slices.ContainsFunc(e.fields, func(f field) bool { return f.name == name && !f.retired }) {
			last++
			e.fields = append(e.fields, field{number: last, name: name})
		}
	}
}

// Kind is the number of an event that the last Update had; 0 if there is none.
func (f *File) Kind(name string) uint32 {
	for _, e := range f.events {
		if e.name == name && !e.retired {
			return e.number
		}
	}
	return 0
}

// Bytes is the file's text. The same numbers give the same bytes.
func (f *File) Bytes() []byte {
	b := bytes.NewBufferString(head)
	byNumber := slices.SortedFunc(slices.Values(f.events), func(a, c event) int { return cmp.Compare(a.number, c.number) })
	for _, e := range byNumber {
		fmt.Fprintf(b, "event %d %s%s\n", e.number, e.name, mark(e.retired))
		fields := slices.SortedFunc(slices.Values(e.fields), func(a, c field) int { return cmp.Compare(a.number, c.number) })
		for _, x := range fields {
			fmt.Fprintf(b, "field %d.%d %s%s\n", e.number, x.number, x.name, mark(x.retired))
		}
	}
	return b.Bytes()
}

func mark(retired bool) string {
	if retired {
		return " " + retiredMark
	}
	return ""
}
